import { formatIsoDay } from '../../../calendar.ts'
import type { CellReader } from '../../bytes/cell-reader.ts'
import { int32Column } from '../../bytes/growing-column.ts'
import { Interner } from '../../bytes/interner.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'
import { encodeUtf8 } from '../../bytes/text-codec.ts'

const NOT_OPENED = -0x80000000
const APOSTROPHE = 39
const POINT = 46
const ZERO = 48

/**
 * The orders of a file, numbered in order of appearance. An order is known by the shop's number for it; where one number
 * stands for several customers, each has an order of their own. Without a number, what a customer bought on one day
 * is one order.
 */
export class OrderRegister {
  readonly keys = new Interner()
  /** Earliest day of the order's rows: a refund comes after its sale, also in a file that has the newest first. */
  readonly days = int32Column()
  readonly customers = int32Column()
  private readonly customerKeys: Interner
  /** Per number that stands for several customers, the orders of the customers after the first. */
  private readonly shared = new Map<number, Set<number>>()
  private readonly customerDays = new Interner()
  private readonly ordersOfCustomerDays = int32Column()
  private readonly customerDay = new Int32Array(2)
  private readonly customerDayBytes = new Uint8Array(this.customerDay.buffer)

  constructor(customerKeys: Interner) {
    this.customerKeys = customerKeys
  }

  /** The order with the number in this column, opened or not; -1 where the row has none. */
  withNumber(row: ScannedRow, cell: CellReader, column: number): number {
    if (!cell.at(row, column)) return -1
    narrowToNumber(cell)
    return cell.start < cell.end ? this.register(cell.bytes, cell.start, cell.end) : -1
  }

  isOpened(order: number): boolean {
    return this.days.at(order) !== NOT_OPENED
  }

  /** The order a row of this customer belongs to. `order` is its number's, or -1. */
  open(order: number, customer: number, day: number): number {
    if (order < 0) return this.openByDay(customer, day)
    if (!this.isOpened(order)) {
      this.days.values[order] = day
      this.customers.values[order] = customer
      return order
    }
    const owner = this.customers.at(order)
    if (customer < 0 || customer === owner) return this.notAfter(order, day)
    if (owner < 0) {
      this.customers.values[order] = customer
      return this.notAfter(order, day)
    }
    const own = this.openByText(this.keyWithCustomer(order, customer), customer, day)
    const sharers = this.shared.get(order)
    if (sharers) sharers.add(own)
    else this.shared.set(order, new Set([own]))
    return own
  }

  /**
   * The texts that orders are known by, as indices into `keys`. Of several customers with one number the first by alphabet has the
   * bare number: were it the first in the file, the same file in another order of rows would bring other orders.
   */
  keysOf(orders: Int32Array): Int32Array {
    const settled = new Map<number, number>()
    for (const [order, sharers] of this.shared) {
      const keyOf = (one: number) => this.customerKeys.text(this.customers.at(one))
      const first = [...sharers].reduce((best, one) => (keyOf(one) < keyOf(best) ? one : best), order)
      if (first === order) continue
      const text = encodeUtf8(this.keyWithCustomer(order, this.customers.at(order)))
      settled.set(order, this.register(text, 0, text.length)).set(first, order)
    }
    return orders.map((order) => settled.get(order) ?? order)
  }

  private keyWithCustomer(order: number, customer: number): string {
    return `${this.keys.text(order)} ${this.customerKeys.text(customer)}`
  }

  private openByDay(customer: number, day: number): number {
    this.customerDay[0] = customer
    this.customerDay[1] = day
    const index = this.customerDays.intern(this.customerDayBytes, 0, this.customerDayBytes.length)
    if (index === this.ordersOfCustomerDays.length) {
      const date = formatIsoDay(day)
      this.ordersOfCustomerDays.push(this.openByText(customer < 0 ? date : `${this.customerKeys.text(customer)} ${date}`, customer, day))
    }
    return this.ordersOfCustomerDays.at(index)
  }

  private openByText(key: string, customer: number, day: number): number {
    const bytes = encodeUtf8(key)
    const order = this.register(bytes, 0, bytes.length)
    if (!this.isOpened(order)) {
      this.days.values[order] = day
      this.customers.values[order] = customer
    }
    return this.notAfter(order, day)
  }

  private notAfter(order: number, day: number): number {
    if (day < this.days.at(order)) this.days.values[order] = day
    return order
  }

  private register(bytes: Uint8Array, start: number, end: number): number {
    const order = this.keys.intern(bytes, start, end)
    if (order === this.days.length) {
      this.days.push(NOT_OPENED)
      this.customers.push(-1)
    }
    return order
  }
}

/** Takes off what spreadsheets add to a number: the apostrophe before it, and `.0` behind it. */
function narrowToNumber(cell: CellReader): void {
  const { bytes } = cell
  while (cell.start < cell.end && bytes[cell.start] === APOSTROPHE) cell.start++
  if (cell.end - cell.start < 3 || bytes[cell.end - 1] !== ZERO || bytes[cell.end - 2] !== POINT) return
  for (let i = cell.start; i < cell.end - 2; i++) {
    const digit = (bytes[i] ?? 0) - ZERO
    if (digit < 0 || digit > 9) return
  }
  cell.end -= 2
}
