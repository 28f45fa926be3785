import { DAYS_PER_YEAR } from '../../calendar.ts'
import { NORMAL_P90 } from '../../numerics/statistics/normal-quantiles.ts'
import { check } from '../inputs.ts'
import { lifespanOfDays, LONGEST_LIFESPAN_MONTHS, type Lifespan } from '../period.ts'

/** First and last day as day numbers; without a last day it still runs. */
export type SubscriptionDates = { readonly startedOn: number; readonly endedOn: number | null }

/** `unusable` are those that ended before they started, and those that start after the data end: counted, and left out. */
type Counts = { readonly ended: number; readonly running: number; readonly unusable: number; readonly observedDays: number }
export type SubscriptionLifespan =
  | ({ readonly kind: 'lifespan'; readonly lifespan: Lifespan; readonly low: Lifespan; readonly high: Lifespan } & Counts)
  | ({ readonly kind: 'nobody-left' } & Counts)

const LONGEST_DAYS = (LONGEST_LIFESPAN_MONTHS / 12) * DAYS_PER_YEAR

/**
 * Average lifespan of subscriptions in months from their dates (F16). A running one, or one that ends after the data do, is counted for the time it was seen
 * and as not ended: the lifespan is all days seen over the number that ended (occurrence/exposure, the maximum-likelihood mean of an exponential
 * lifetime under censoring; Lawless 2003, Statistical Models and Methods for Lifetime Data, ch. 4). `low` to `high` is its 80% range, from a
 * normal logarithm with standard error 1/sqrt(ended); at most a hundred years. Where nobody left yet there is no average, only a tag with the days seen.
 * RangeError for a day that is no number.
 * Example: 6-MP leukemia trial (Gehan 1965), 9 relapses in 359 weeks: 39.9 weeks. Ended after 360 days and 240 days running: 600 days.
 */
export function subscriptionLifespan(subscriptions: readonly SubscriptionDates[], observedUntilDay: number): SubscriptionLifespan {
  check('a number', { observedUntilDay })
  let ended = 0
  let running = 0
  let unusable = 0
  let observedDays = 0
  for (const { startedOn, endedOn } of subscriptions) {
    check('a number', { startedOn, endedOn: endedOn ?? startedOn })
    if (startedOn > observedUntilDay || (endedOn !== null && endedOn < startedOn)) {
      unusable++
      continue
    }
    if (endedOn !== null && endedOn <= observedUntilDay) ended++
    else running++
    observedDays += Math.min(endedOn ?? observedUntilDay, observedUntilDay) - startedOn
  }
  const counts = { ended, running, unusable, observedDays }
  if (ended === 0) return { kind: 'nobody-left', ...counts }
  const months = (days: number) => lifespanOfDays(Math.min(days, LONGEST_DAYS), 'month')
  const days = observedDays / ended
  const spread = Math.exp(NORMAL_P90 / Math.sqrt(ended))
  return { kind: 'lifespan', lifespan: months(days), low: months(days / spread), high: months(days * spread), ...counts }
}
