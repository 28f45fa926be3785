/** Orders that count and their lines, both by ascending order id; amounts in cents, without the VAT that is known to be in them. */
export type SalesFigures = {
  readonly orderIds: ArrayLike<number>
  /** Day numbers (shared/calendar.ts). */
  readonly days: Int32Array
  readonly amountCents: Float64Array
  /** 1 where the customer is known. */
  readonly known: Int32Array
  readonly lines: {
    readonly orderIds: ArrayLike<number>
    /** -1 where no product is named. */
    readonly products: Int32Array
    readonly quantities: Float64Array
    readonly amountCents: Float64Array
  }
}
