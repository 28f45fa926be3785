import { formatIsoDay } from '../../../calendar.ts'
import type { CellReader } from '../../bytes/cell-reader.ts'
import { int32Column } from '../../bytes/growing-column.ts'
import { Interner } from '../../bytes/interner.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'
import { encodeUtf8 } from '../../bytes/text-codec.ts'
import { groupsByNumber, planReturns } from './returning-numbers.ts'

const NOT_OPENED = -0x80000000
const APOSTROPHE = 39
const POINT = 46
const ZERO = 48

/**
 * The orders of a file, numbered in order of appearance. An order is known by the shop's number for it; where one number
 * stands for several customers, each has an order of their own. A number that comes back on another day, with other numbers
 * between, is held apart until the end shows whether it is the same order (`planReturns`). Without a number, what a customer
 * bought on one day is one order.
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
  private lastNumber = -1
  private lastOrder = -1
  /** The orders of numbers on further days, and their numbers. */
  private readonly returned = int32Column()
  private readonly returnedNumbers = int32Column()
  private readonly dayText = { day: Number.NaN, bytes: new Uint8Array(0) }
  private scratch = new Uint8Array(64)
  /** Whether the numbering of the file starts again, where an earlier reading of it has shown that it does. */
  private isStartedAgain: true | undefined
  /** Once settled: the number of each order, where it has it in common with orders of other days; else -1. */
  private restarted = new Int32Array(0)

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
    const numbered = order < 0 ? -1 : this.onDay(order, day)
    return numbered < 0 ? this.openByDay(customer, day) : this.openNumbered(numbered, customer, day)
  }

  /** The order that an earlier reading of the file left under this number, or by its customer and day; further rows join it. */
  openStored(text: string | null, customer: number, day: number, isRestarted: boolean): { readonly number: number; readonly order: number } {
    if (isRestarted) this.isStartedAgain = true
    this.continueWith(-1, -1)
    const number = text === null ? -1 : this.registerText(text)
    return { number, order: this.open(number, customer, day) }
  }

  /** The order to which the row before the next one belongs, and its number. */
  continueWith(number: number, order: number): void {
    this.lastNumber = number
    this.lastOrder = order
  }

  /** The order that this number stands for on another day, opened or not. */
  otherOn(number: number, day: number): number {
    this.lastNumber = -1
    return this.registerWithDay(number, day)
  }

  /** The order that has this number on this day, -1 where none is opened. */
  find(number: number, day: number): number {
    if (!this.isOpened(number)) return -1
    if (this.days.at(number) === day || this.returned.length === 0) return number
    const order = this.registerWithDay(number, day)
    return this.isOpened(order) ? order : number
  }

  /**
   * Ends the reading: settles which of the numbers that came back are the same order. Takes the order and the amount of
   * every line, and returns the orders that the lines belong to.
   */
  settle(lineOrders: Int32Array<ArrayBuffer>, amountCents: Float64Array): Int32Array<ArrayBuffer> {
    if (this.returned.length === 0) return lineOrders
    const totals = new Float64Array(this.days.length)
    for (let line = 0; line < lineOrders.length; line++) totals[lineOrders[line] ?? 0]! += amountCents[line] ?? 0
    const placeOf = Int32Array.from({ length: this.days.length }, (_, order) => order)
    const groups = groupsByNumber(this.returnedNumbers, this.returned)
    const { joins, restarted } = planReturns(groups, { totals, days: this.days.values, customers: this.customers.values }, this.isStartedAgain)
    for (const { from, into } of joins) this.join(from, into, placeOf)
    this.restarted = new Int32Array(this.days.length).fill(-1)
    for (const { number, order } of restarted) {
      this.restarted[order] = number
      for (const sharer of this.shared.get(order) ?? []) this.restarted[sharer] = number
    }
    return lineOrders.map((order) => placeOf[order] ?? 0)
  }

  /** 1 for each of these orders that others of the file share their number with, on other days: the numbering starts again. */
  restartedOf(orders: Int32Array): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(orders, (order) => ((this.restarted[order] ?? -1) < 0 ? 0 : 1))
  }

  private openNumbered(order: number, customer: number, day: number): number {
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

  /** The order for rows of a number on a day. Rows that follow each other are one order, also past midnight. */
  private onDay(number: number, day: number): number {
    if (number === this.lastNumber) return this.lastOrder
    this.lastNumber = number
    this.lastOrder = !this.isOpened(number) || this.days.at(number) === day ? number : this.returnOn(number, day)
    return this.lastOrder
  }

  private returnOn(number: number, day: number): number {
    const order = this.registerWithDay(number, day)
    if (!this.isOpened(order)) {
      this.returned.push(order)
      this.returnedNumbers.push(number)
    }
    return order
  }

  /** Makes the lines of one order lines of another, and those of its sharers theirs. */
  private join(from: number, into: number, placeOf: Int32Array): void {
    for (const order of [from, ...(this.shared.get(from) ?? [])]) {
      placeOf[order] = this.openNumbered(into, this.customers.at(order), this.days.at(order))
    }
    this.shared.delete(from)
  }

  /**
   * The texts that orders are known by, as indices into `keys`. Of several customers with one number the first by alphabet has the
   * bare number: were it the first in the file, the same file in another order of rows would bring other orders.
   */
  keysOf(orders: Int32Array): Int32Array {
    const sharing = new Map<number, number>()
    const numberOf = (order: number) => ((this.restarted[order] ?? -1) < 0 ? order : this.restarted[order]!)
    for (const [order, sharers] of this.shared) {
      const bare = numberOf(order)
      const all = [order, ...sharers]
      const keyOf = (one: number) => this.customerKeys.text(this.customers.at(one))
      const first = all.reduce((best, one) => (keyOf(one) < keyOf(best) ? one : best))
      for (const one of all) sharing.set(one, one === first ? bare : this.registerText(this.keyWithCustomer(bare, this.customers.at(one))))
    }
    return orders.map((order) => sharing.get(order) ?? numberOf(order))
  }

  private keyWithCustomer(order: number, customer: number): string {
    return `${this.keys.text(order)} ${this.customerKeys.text(customer)}`
  }

  /** Written without making texts: in the file of a till every receipt may pass here. */
  private registerWithDay(number: number, day: number): number {
    const { texts } = this.keys
    const start = texts.startOf(number)
    const length = texts.ends.at(number) - start
    if (this.dayText.day !== day) Object.assign(this.dayText, { day, bytes: encodeUtf8(` ${formatIsoDay(day)}`) })
    const { bytes } = this.dayText
    const end = length + bytes.length
    if (end > this.scratch.length) this.scratch = new Uint8Array(2 * end)
    for (let i = 0; i < length; i++) this.scratch[i] = texts.bytes[start + i] ?? 0
    this.scratch.set(bytes, length)
    return this.register(this.scratch, 0, end)
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
    const order = this.registerText(key)
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

  private registerText(text: string): number {
    const bytes = encodeUtf8(text)
    return this.register(bytes, 0, bytes.length)
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
