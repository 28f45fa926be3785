type Money = { readonly orders: number; readonly amountCents: number }

/**
 * Everything the score is computed from, counted over the sales that count. Amounts are cents without a sign; what cannot be told
 * from these sales is `null`.
 */
export type QualityFacts = {
  readonly orders: number
  /** Lines of the orders. */
  readonly lines: number
  /** What all orders with a positive amount add up to. */
  readonly salesCents: number
  readonly customers: number
  readonly withoutCustomer: Money
  /** Customers that are probably another one of them, and not taken together yet. */
  readonly probablyOne: number
  /** Rows set aside because of their date. */
  readonly unusableDates: { readonly rows: number; readonly amountCents: number }
  /** Dated after the day they were imported on. */
  readonly future: Money
  /** The day of the month that most orders are on, and over how many months. */
  readonly commonestDay: { readonly dayOfMonth: number; readonly orders: number; readonly months: number }
  /** What of refunds belongs to no sale that is known; `null` where there are only customers without a name. */
  readonly unmatchedRefunds: Money | null
  readonly identicalLines: Money & { readonly lines: number }
  readonly equalOrders: Money & { readonly betweenImports: Money }
  readonly outliers: (Money & { readonly boundCents: number }) | null
  readonly gaps: { readonly gaps: number; readonly days: number; readonly observedDays: number } | null
  /** Share of the sales of which the margin is known, by one rate for all or by what the products cost. */
  readonly marginKnownShare: number
}
