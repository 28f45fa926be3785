import type { DecimalMark } from '../../contract/data.ts'
import { parseAmount, timesInCents, toCents } from '../values/parse-amount.ts'
import type { SeenColumn } from './map-columns.ts'
import { namesOf } from './synonyms.ts'

/** Names that say that an amount is the whole order's. */
const WHOLE_ORDER: ReadonlySet<string> = new Set(['ordertotal', 'grandtotal', 'ordertotalamount', 'orderamount', 'ordervalue'])
/** Where only the amounts themselves tell: so many orders, of so many different amounts, are no coincidence. */
const ENOUGH_ORDERS = 5
const ENOUGH_AMOUNTS = 3

export type OrderColumns = {
  readonly order: SeenColumn | undefined
  /** Tells orders apart whose numbers start again. */
  readonly date: SeenColumn | undefined
  readonly amount: SeenColumn | undefined
  readonly price: SeenColumn | undefined
  readonly quantity: SeenColumn | undefined
  readonly product: SeenColumn | undefined
}
export type NumberMarks = { readonly amount: DecimalMark | null; readonly price: DecimalMark | null; readonly quantity: DecimalMark | null }

/**
 * Whether a file with a row per item repeats the order's total on each of them, so that adding up its rows would count every order as
 * often as it has items. It does where all rows of every order of several rows show one and the same amount, which is not price times
 * quantity, and that is no coincidence: the column's name says that it is the whole order's, or different products have
 * the same amount in at least five orders of at least three amounts.
 *
 * Example: an order of two mugs of 15 with 36 on both rows is worth 36, not 72.
 */
export function repeatsOrderTotal({ order, date, amount, price, quantity, product }: OrderColumns, marks: NumberMarks): boolean {
  if (order === undefined || amount === undefined) return false
  const orders = ordersOfSeveralRows(order.cells, date?.cells ?? [])
  const amountAt = (row: number) => amount.cells[row]?.trim() ?? ''
  if (orders.length === 0 || !orders.every((rows) => amountAt(rows[0] ?? 0) !== '' && areSame(rows, amountAt))) return false
  const rows = orders.flat()
  const lineTotals = rows.filter((row) => isLineTotal(amountAt(row), price?.cells[row] ?? '', quantity?.cells[row] ?? '1', marks))
  if (2 * lineTotals.length >= rows.length) return false
  if (namesOf(amount.name).some((name) => WHOLE_ORDER.has(name))) return true
  if (product === undefined) return false
  const telling = orders.filter((rows) => !areSame(rows, (row) => product.cells[row] ?? ''))
  return telling.length === orders.length && telling.length >= ENOUGH_ORDERS && new Set(telling.map(([row = 0]) => amountAt(row))).size >= ENOUGH_AMOUNTS
}

function ordersOfSeveralRows(numbers: readonly string[], dates: readonly string[]): number[][] {
  const rowsOf = new Map<string, number[]>()
  for (const [row, cell] of numbers.entries()) {
    if (cell.trim() === '') continue
    const number = `${cell.trim()} ${dates[row]?.trim() ?? ''}`
    const known = rowsOf.get(number)
    if (known) known.push(row)
    else rowsOf.set(number, [row])
  }
  return [...rowsOf.values()].filter((rows) => rows.length > 1)
}

function areSame(rows: readonly number[], textAt: (row: number) => string): boolean {
  return rows.every((row) => textAt(row) === textAt(rows[0] ?? 0))
}

function isLineTotal(amount: string, price: string, quantity: string, marks: NumberMarks): boolean {
  const total = parseAmount(amount, marks.amount)
  const each = parseAmount(price, marks.price)
  const count = parseAmount(quantity, marks.quantity)
  if (total.kind !== 'amount' || each.kind !== 'amount' || count.kind !== 'amount') return false
  return Math.abs(toCents(total.value, total.scale)) === Math.abs(timesInCents(each.value, each.scale, count.value, count.scale))
}
