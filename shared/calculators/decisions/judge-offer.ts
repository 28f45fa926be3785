import { grossProfitOf, netOfAcquisitionCost, type Figure } from '../figure.ts'
import { evenCashFlows } from '../formulas/cash-flows.ts'
import { check } from '../inputs.ts'
import type { Lifespan } from '../period.ts'
import { ratioToCost, type RatioToCost } from './benchmarks.ts'
import { paybackOnMargin, type Payback } from './payback-on-margin.ts'

/** Paying `costCents` to win a customer who brings `revenue` in all, evenly over `lifespan`. */
export type Offer = { readonly revenue: Figure<'revenue'>; readonly marginRate: number; readonly lifespan: Lifespan; readonly costCents: number }

export type JudgedOffer = {
  readonly verdict: 'gain' | 'loss' | 'even'
  readonly clv: Figure<'gross-profit'>
  /** What is left after the cost: the profit of C4. */
  readonly profit: Figure<'net-of-acquisition-cost'>
  readonly ratio: RatioToCost
  readonly payback: Payback
}

/**
 * Whether an offer pays (C3), decided on margin and not on revenue: profit = revenue x margin - cost (C4), with the ratio and the months until it is earned back.
 * RangeError for a margin outside 0 to 1, a cost that is not whole cents, a lifespan beyond a hundred years or not above zero: in no time there is no month in
 * which a cost could be earned back.
 * Example: 5,000 for 25,000 revenue is a loss of 1,250 at a margin of .15 and a gain of 5,000 at .4, after half the lifespan.
 */
export function judgeOffer({ revenue, marginRate, lifespan, costCents }: Offer): JudgedOffer {
  check('above zero', { count: lifespan.count })
  const clv = grossProfitOf(revenue, marginRate)
  const profit = netOfAcquisitionCost(clv, costCents)
  return {
    verdict: profit.cents > 0 ? 'gain' : profit.cents < 0 ? 'loss' : 'even',
    clv, profit, ratio: ratioToCost(clv, costCents), payback: paybackOnMargin(costCents, evenCashFlows(clv, lifespan)),
  }
}
