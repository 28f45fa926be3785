import { DAYS_PER_WEEK, formatIsoDay } from '../../calendar.ts'
import type { NextPurchase } from '../../contract/customers.ts'
import { historyOf } from '../transactions/expected-purchases.ts'
import { weeksUntilNext } from '../transactions/next-purchase.ts'
import type { ValuedCustomers } from '../valued-customers.ts'

/** Ten years: further away is as good as never. */
const FARTHEST_DAYS = 3_650

/**
 * The days by which half, and nine in ten, of customers with the same history make their next purchase if they still are customers (weeksUntilNext), by the model that
 * the forecast is drawn from, in a shop with a season by MBG/NBD, whose clock is the calendar. `null` without a fit or a purchase, or where half take over ten years.
 * Example: 8.284 weeks after data that end on 2026-01-01 is 2026-02-28.
 */
export function nextPurchaseDays(valued: ValuedCustomers, row: number): NextPurchase | null {
  const { fit, forecast, observedUntilDay } = valued
  if (!fit || !forecast || valued.purchaseCount[row] === 0) return null
  const isSeasonal = forecast.method.kind === 'model' && forecast.method.isSeasonal
  const fitted = isSeasonal ? ({ model: 'mbg-nbd', parameters: fit.parameters } as const) : forecast.fitted
  const within = (share: number) => Math.ceil(weeksUntilNext(fitted, historyOf(valued, row), share) * DAYS_PER_WEEK)
  const half = within(0.5)
  if (!(half <= FARTHEST_DAYS)) return null
  return { halfBy: formatIsoDay(observedUntilDay + half), mostBy: formatIsoDay(observedUntilDay + Math.min(FARTHEST_DAYS, within(0.9))) }
}
