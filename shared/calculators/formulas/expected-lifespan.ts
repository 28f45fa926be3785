import { check } from '../inputs.ts'
import { LONGEST_LIFESPAN_MONTHS, monthsOf, type Lifespan, type Period } from '../period.ts'

/** `endless`: no churn, or so little that the lifespan would pass a hundred years; no number is honest then. */
export type ExpectedLifespan = { readonly kind: 'ends'; readonly lifespan: Lifespan } | { readonly kind: 'endless' }

/**
 * Expected lifespan at a constant share that leaves each period: 1 / churn periods, the first included (the mean of a geometric
 * distribution; Gupta & Lehmann 2005, ch. 2). RangeError for a rate outside 0 to 1. Example: a churn of .05 a month is 20 months.
 */
export function lifespanOfChurn(churnRate: number, period: Period): ExpectedLifespan {
  check('between 0 and 1', { churnRate })
  const longest = LONGEST_LIFESPAN_MONTHS / monthsOf({ count: 1, period })
  return churnRate * longest < 1 ? { kind: 'endless' } : { kind: 'ends', lifespan: { count: Math.min(longest, 1 / churnRate), period } }
}

/**
 * Expected lifespan at a constant share that comes back each period (F6): 1 / (1 - r) periods. RangeError for a rate outside 0 to 1.
 * Example: a retention rate of .75 a year is 4 years; of 1: endless.
 */
export function lifespanOfRetention(retentionRate: number, period: Period): ExpectedLifespan {
  check('between 0 and 1', { retentionRate })
  return lifespanOfChurn(1 - retentionRate, period)
}
