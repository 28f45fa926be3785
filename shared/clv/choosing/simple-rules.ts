import type { ForecastRule } from '../../contract/forecast.ts'
import { assertNever } from '../../result.ts'
import type { History } from './history.ts'

/** One purchase yesterday is not a purchase a day. */
const SHORTEST_OBSERVATION_DAYS = 7

/**
 * Net cents a customer is expected to spend per day by a rule of thumb, per customer, for ever the same (Wuebben & v. Wangenheim 2008 found such rules hard to beat):
 * - `past-spend-rate`: what they spent so far over the days of the shop's data: they go on as they did;
 * - `last-period`: what they spent lately over those days;
 * - `hiatus-rate`: what they spent since their first purchase over those days (at least a week), nothing when silent for longer than nine in ten gaps of this shop.
 * Example: 100.00 spent in 50 days of data: 200 cents a day by `past-spend-rate`.
 */
export function centsPerDayBy(rule: ForecastRule, history: History): Float64Array {
  const { summary: { purchaseCents, firstDay, lastDay, observedUntilDay }, recentCents, recentDays } = history
  switch (rule) {
    case 'past-spend-rate': {
      const days = observedUntilDay - history.firstDay + 1
      return purchaseCents.map((cents) => cents / days)
    }
    case 'last-period': return recentCents.map((cents) => cents / recentDays)
    case 'hiatus-rate': return purchaseCents.map((cents, row) => (
      observedUntilDay - lastDay[row]! > history.longestUsualGapDays ? 0 : cents / Math.max(SHORTEST_OBSERVATION_DAYS, observedUntilDay - firstDay[row]!)
    ))
    default: return assertNever(rule)
  }
}
