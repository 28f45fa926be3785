import { cents, count, isoDay, share, z } from './schema.ts'

const month = z.string().regex(/^\d{4}-\d{2}$/)

/** What was sold in a stretch of time; without the VAT that is known to be in the amounts. */
export const revenueTotals = z.object({
  /** Orders that brought money. */
  orders: count,
  /** Pieces that were sold, less those that came back; a part of one where goods are weighed. */
  pieces: z.number(),
  /** What was given back is taken off on the day it went back. */
  revenueCents: cents,
  /** Revenue for each order; `null` without orders. */
  averageOrderCents: cents.nullable(),
  /** Share of the revenue whose customer is known; `null` where there is no revenue to take a share of. */
  knownShare: share.nullable(),
})
export type RevenueTotals = z.infer<typeof revenueTotals>

/** The months `from` to `until`, both included, as one row: a single month, months without a sale, or everything before the others. */
export const revenueMonths = revenueTotals.extend({ from: month, until: month })
export type RevenueMonths = z.infer<typeof revenueMonths>

/** One day of the week: 1 is Monday, 7 is Sunday. `days` are those on which something was sold. */
export const revenueWeekday = revenueTotals.extend({ weekday: z.number().int().min(1).max(7), days: count })
export type RevenueWeekday = z.infer<typeof revenueWeekday>

export const revenueProduct = z.object({
  productId: count,
  name: z.string(),
  pieces: z.number(),
  revenueCents: cents,
  /** Orders that it was in. */
  orders: count,
})
export type RevenueProduct = z.infer<typeof revenueProduct>

export const revenueReport = z.object({
  total: revenueTotals,
  firstDay: isoDay.nullable(),
  lastDay: isoDay.nullable(),
  /** Oldest first. */
  months: z.array(revenueMonths),
  /** Monday first; all seven, or none without sales. */
  weekdays: z.array(revenueWeekday),
  /** The products that brought most, the most first. */
  products: z.array(revenueProduct),
  /** All other products together. */
  otherProducts: z.object({ products: count, pieces: z.number(), revenueCents: cents }),
  /** What names no product: shipping, discounts on a whole order, sales without one. Together with the products it is the total. */
  noProductCents: cents,
})
export type RevenueReport = z.infer<typeof revenueReport>

export const revenueChannels = {
  'revenue:report': { request: z.object({}).strict(), response: revenueReport },
}
