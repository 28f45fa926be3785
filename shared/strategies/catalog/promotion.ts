import { defineStrategy } from '../define-strategy.ts'
import { largestRateMultiplier } from '../lever.ts'
import { incentiveAssumption, ownerAssumptions, ownerLevers } from '../owner-assumptions.ts'

/**
 * Extra sales at a price cut, as a share of the sales without it: (1 - discount)^-elasticity - 1, at constant elasticity; at most 3, beyond
 * which nobody measured. Example: 10% off at elasticity 2.62 (the mean of 1,851: Bijmolt, van Heerde & Pieters 2005) gives .318.
 */
export function liftOfDiscount(discountRate: number, priceElasticity: number): number {
  if (discountRate >= 1) return largestRateMultiplier - 1
  return Math.min(largestRateMultiplier - 1, (1 - discountRate) ** -priceElasticity - 1)
}

/**
 * Lower prices for a while. The extra sales fall apart into new (incremental), brought forward and switched from other things of the shop;
 * switched sales count as bought anyway, at a discount (Ailawadi, Harlam, Cesar & Trounce 2007). What is brought forward is missing in the weeks
 * after: c2 = 1 - brought forward x W1 / W2 (van Heerde, Leeflang & Wittink 2000), and not more than is bought in those weeks. Whoever would have bought anyway gets the discount too.
 * Halo: other things taken along, per extra sale. Break-even: sales x margin / (margin - discount).
 * Example: 10% off everything at a margin of 40% and one third more sales, all new: .4333 x .3 = .4 x 1: nothing gained, nothing lost.
 */
export const promotion = defineStrategy({
  strategy: 'promotion',
  audience: { kind: 'everyone' },
  assumptions: {
    discountRate: { unit: 'rate', default: 0.1, min: 0, max: 0.7, step: 0.01, uncertainty: 0, source: 'judgement' },
    reachRate: { unit: 'rate', default: 1, min: 0, max: 1, step: 0.01, uncertainty: 0, source: 'judgement' },
    priceElasticity: { unit: 'count', default: 2.62, min: 0, max: 6, step: 0.01, uncertainty: 0.4, source: 'Bijmolt, van Heerde & Pieters 2005' },
    incrementalRate: { unit: 'rate', default: 0.45, min: 0, max: 1, step: 0.01, uncertainty: 0.3, source: 'Ailawadi et al. 2007' },
    pullForwardRate: { unit: 'rate', default: 0.1, min: 0, max: 0.5, step: 0.01, uncertainty: 0.5, source: 'van Heerde, Leeflang & Wittink 2000' },
    pullForwardWeeks: { unit: 'weeks', default: 8, min: 1, max: 26, step: 1, uncertainty: 0, source: 'judgement' },
    haloRate: { unit: 'rate', default: 0.16, min: 0, max: 0.5, step: 0.01, uncertainty: 0.4, source: 'Ailawadi et al. 2007' },
    incentiveCents: incentiveAssumption,
    ...ownerAssumptions({ durationWeeks: 2, contactCents: 10, fixedCents: 5_000, ownerHours: 4 }),
  },
  levers: (values) => {
    const { discountRate, reachRate, incrementalRate, marginRate, durationWeeks, pullForwardWeeks } = values
    const lift = reachRate * liftOfDiscount(discountRate, values.priceElasticity)
    // No more can be missing afterwards than is bought in those weeks.
    const broughtForward = Math.min(lift * Math.min(values.pullForwardRate, 1 - incrementalRate), pullForwardWeeks / durationWeeks)
    const rateMultiplier = 1 + lift * incrementalRate + broughtForward
    const switched = 1 + lift - rateMultiplier
    const givenAwayShare = Math.min(1, reachRate + switched)
    return {
      ...ownerLevers(values),
      rateMultiplier,
      dip: { weeks: pullForwardWeeks, rateMultiplier: Math.max(0, 1 - (broughtForward * durationWeeks) / pullForwardWeeks) },
      discount: { rate: discountRate, givenAwayShare },
      haloProfitShare: values.haloRate * lift * (marginRate - reachRate * discountRate),
      response: { takeShare: (givenAwayShare + rateMultiplier - 1) / rateMultiplier, anywayShare: givenAwayShare },
      incentivePerTakeCents: values.incentiveCents,
    }
  },
})
