import type { CentsRange } from '../../contract/schema.ts'
import { seededRandom } from '../../random.ts'
import { weeklyDiscountRate } from '../present-value.ts'
import { centsPercentiles } from '../../numerics/statistics/quantile.ts'
import { expectedOrderValue } from '../spend/gamma-gamma.ts'
import { expectationsUnder, historyOf } from '../transactions/expected-purchases.ts'
import { seesLeaving } from '../transactions/fitted-transactions.ts'
import { simulateFutureRevenue, type FutureInput } from './simulate-future.ts'
import type { ValuedCustomers } from '../valued-customers.ts'

const CENTS = 100
const DRAWS = 500

/** Mean of the draws before they are scaled, in whole units of money. */
function modelMean({ fitted, spend, history, total, probabilityAlive, horizonWeeks, discountRate }: Omit<FutureInput, 'scale'>): number {
  const { discounted } = expectationsUnder(fitted, { horizon: horizonWeeks, discountRate })(history)
  return probabilityAlive * discounted * expectedOrderValue(spend, history.repeatPurchaseCount + 1, total)
}

/** What the simulation needs of one customer; `null` without an estimate or a purchase. */
export function futureInput(valued: ValuedCustomers, row: number): FutureInput | null {
  const { fit, forecast, estimates, settings } = valued
  if (!fit || !forecast || !estimates || valued.purchaseCount[row] === 0) return null
  const { fitted, timed, method } = forecast
  const input = {
    fitted,
    spend: fit.spend.parameters,
    history: historyOf(timed, row),
    total: valued.purchaseCents[row]! / CENTS,
    probabilityAlive: seesLeaving(fitted) ? estimates.probabilityAlive[row]! : 1,
    horizonWeeks: timed.horizon,
    discountRate: weeklyDiscountRate(settings.annualDiscountRate),
  }
  if (method.kind === 'model' && method.spend === 'gamma-gamma') return { ...input, scale: forecast.level.factor }
  const shown = (estimates.discountedExpectedPurchases[row]! * estimates.expectedOrderValueCents[row]!) / CENTS
  const mean = modelMean(input)
  return { ...input, scale: mean > 0 ? shown / mean : 0 }
}

/**
 * The range of one customer's future value in cents, in the basis: P10, P50 and P90 of the posterior predictive (simulate-future.ts), at the
 * fitted parameters, drawn to the mean that is shown. `mean` is the closed form, equal to the customer's residual CLV. Seeded by the customer's id: the same data give the same
 * range. `null` where no estimate is possible. Fast enough for a page of rows, not meant for all customers.
 * Example: a customer who is surely gone has 0, 0, 0 and mean 0.
 */
export function predictiveRange(valued: ValuedCustomers, row: number): CentsRange | null {
  const input = futureInput(valued, row)
  if (!input || !valued.estimates) return null
  const draws = new Float64Array(DRAWS)
  simulateFutureRevenue(input, seededRandom(valued.customerIds[row]!), draws)
  const toCents = CENTS * (valued.settings.contributionMarginRate ?? 1)
  return { ...centsPercentiles(draws.map((value) => value * toCents)), mean: valued.estimates.residualClvCents[row]! }
}
