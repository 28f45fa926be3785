/**
 * What the models start from: every order line total with a known customer, as the engine reads it from the data file.
 * Columns of equal length, sorted by customer, then day, then order.
 */
export type SalesLedger = {
  /** The database's customer ids, one per customer. */
  readonly customerIds: Int32Array
  /** Index into `customerIds`, one per order. */
  readonly customers: Int32Array
  readonly orderIds: Float64Array
  /** Day numbers (shared/calendar.ts). */
  readonly days: Int32Array
  /** Sum of the order's lines in cents; negative for a credit note. */
  readonly amountCents: Float64Array
  /** Lines of the orders of those customers who ever brought something back; empty where nobody did. */
  readonly lines: {
    /** Index of the order in this ledger. */
    readonly orders: Int32Array
    /** -1 where the line names no product. */
    readonly products: Int32Array
    readonly quantities: Float64Array
    readonly amountCents: Float64Array
  }
}

/**
 * One row per customer who ever appears, after refunds were netted and purchases of one day made one.
 * Columns of equal length, in the ledger's order of customers.
 */
export type PurchaseSummary = {
  readonly customerIds: Int32Array
  /** Purchase days; 0 for whoever only brought things back. */
  readonly purchaseCount: Int32Array
  /** Day numbers of the first and last purchase; -1 without a purchase. */
  readonly firstDay: Int32Array
  readonly lastDay: Int32Array
  /** Everything paid less everything returned, in cents: value so far as revenue. */
  readonly netCents: Float64Array
  /** Net cents of the purchase days only: what an average order is computed from. */
  readonly purchaseCents: Float64Array
  /** End of the data: the last day any order was seen. */
  readonly observedUntilDay: number
}
