import { DAYS_PER_WEEK } from '../../calendar.ts'
import type { CentsRange } from '../../contract/schema.ts'
import { seededRandom } from '../../random.ts'
import { weeklyDiscountRate, weeksOfMonths } from '../present-value.ts'
import { quantile } from '../quantile.ts'
import { simulateFutureRevenue, type FutureInput } from './simulate-future.ts'
import type { ValuedCustomers } from '../valued-customers.ts'

const CENTS = 100
const DRAWS = 500

/** What the simulation needs of one customer; `null` without an estimate or a purchase. */
export function futureInput(valued: ValuedCustomers, row: number): FutureInput | null {
  const { fit, estimates, settings } = valued
  const purchaseCount = valued.purchaseCount[row]!
  if (!fit || !estimates || purchaseCount === 0) return null
  return {
    parameters: fit.parameters,
    spend: fit.spend.parameters,
    purchaseCount,
    observed: (valued.observedUntilDay - valued.firstDay[row]!) / DAYS_PER_WEEK,
    total: valued.purchaseCents[row]! / CENTS,
    probabilityAlive: estimates.probabilityAlive[row]!,
    horizonWeeks: weeksOfMonths(settings.horizonMonths),
    discountRate: weeklyDiscountRate(settings.annualDiscountRate),
  }
}

/**
 * The range of one customer's future value in cents, in the basis: P10, P50 and P90 of the posterior predictive (simulate-future.ts), at the
 * fitted parameters. `mean` is the closed form, equal to the customer's residual CLV. Seeded by the customer's id: the same data give the same
 * range. `null` where no estimate is possible. Fast enough for a page of rows, not meant for all customers.
 * Example: a customer who is surely gone has 0, 0, 0 and mean 0.
 */
export function predictiveRange(valued: ValuedCustomers, row: number): CentsRange | null {
  const input = futureInput(valued, row)
  if (!input || !valued.estimates) return null
  const draws = new Float64Array(DRAWS)
  simulateFutureRevenue(input, seededRandom(valued.customerIds[row]!), draws)
  draws.sort()
  const toCents = (share: number) => Math.round(quantile(draws, share) * CENTS * (valued.settings.contributionMarginRate ?? 1))
  return { p10: toCents(0.1), p50: toCents(0.5), p90: toCents(0.9), mean: valued.estimates.residualClvCents[row]! }
}
