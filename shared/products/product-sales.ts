import type { SalesLedger } from '../customers/sales-ledger.ts'

/**
 * Sales by product, as columns. Orders that do not count (a purchase wholly refunded, a repair that leaves one out) have no lines here, and
 * what is no product (postage, a deposit) has product -1: the caller knows, these functions do not guess.
 */
export type ProductSales = {
  /** Index of the customer per order; -1 where nobody is known. */
  readonly customers: Int32Array
  /** Day numbers (shared/calendar.ts), one per order. */
  readonly days: Int32Array
  /** In any order; product -1 where the line names none. */
  readonly lines: SalesLedger['lines']
  readonly customerCount: number
  readonly productCount: number
}

/**
 * Whether a line sold something, for money or free: no refund (negative pieces), no discount (no pieces, or an amount below zero). Also not where there is
 * no such line. Example: 1 piece for 0 is sold, -1 for -500 is not.
 */
export function isSold({ quantities, amountCents }: ProductSales['lines'], line: number): boolean {
  return quantities[line]! > 0 && amountCents[line]! >= 0
}
