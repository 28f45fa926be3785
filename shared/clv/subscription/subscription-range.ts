import type { CentsRange } from '../../contract/schema.ts'
import { seededRandom } from '../../random.ts'
import { centsPercentiles } from '../../numerics/statistics/quantile.ts'
import { churnSampler, NOBODY_LEAVES } from './churn-draws.ts'
import type { SubscriptionFit } from './fit-subscriptions.ts'
import { paymentsAhead } from './payments-ahead.ts'
import { afterRenewals } from './shifted-beta-geometric.ts'

/** Monthly amounts in cents of the running subscriptions of one age, and their squares, added up. */
export type OpenFees = { readonly sum: number; readonly squares: number }

export type RangeInput = {
  readonly fit: SubscriptionFit
  /** By months they have run. */
  readonly open: ReadonlyMap<number, OpenFees>
  /** What comes for sure, of subscriptions whose end is known. */
  readonly certainCents: number
  readonly meanCents: number
  readonly horizonMonths: number
  /** Per month. */
  readonly discountRate: number
}

const DRAWS = 1000
const SEED = 1

/**
 * The range of the future value of all subscriptions together in cents. Two uncertainties: the parameters (draws, each pushed through the expected payments)
 * and the luck of the subscribers (their variances added up under the same draw, normal by the central limit theorem), never below what is certain nor above
 * what everybody together can pay (own derivation). `null` where no estimate is possible. Deterministic.
 * Example: see test/shared/clv/subscription/subscription-range.test.ts, where the range covers what simulated subscribers then really paid.
 */
export function subscriptionRange({ fit, open, certainCents, meanCents, horizonMonths, discountRate }: RangeInput): CentsRange | null {
  const draw = churnSampler(fit)
  if (!draw) return null
  const random = seededRandom(SEED)
  const most = paymentsAhead(NOBODY_LEAVES, horizonMonths, discountRate).mean
  let mostCents = 0
  for (const { sum } of open.values()) mostCents += sum * most
  const totals = new Float64Array(DRAWS)
  for (let k = 0; k < DRAWS; k++) {
    const parameters = draw(random)
    let expected = 0
    let variance = 0
    for (const [months, { sum, squares }] of open) {
      const ahead = paymentsAhead(afterRenewals(parameters, months), horizonMonths, discountRate)
      expected += sum * ahead.mean
      variance += squares * ahead.variance
    }
    totals[k] = certainCents + Math.min(mostCents, Math.max(0, expected + Math.sqrt(variance) * random.normal()))
  }
  return { ...centsPercentiles(totals), mean: meanCents }
}
