import { defineStrategy } from '../define-strategy.ts'
import { incentiveAssumption, ownerAssumptions, ownerLevers } from '../owner-assumptions.ts'

/**
 * Something extra at the moment of paying. Per purchase in the window, with q who take it, of whom s would have bought it anyway, an
 * amount A at full price and a discount d on it: q (1 - s) A (margin - d) is gained, q s A d is given away. (Cross-selling value as
 * probability x margin: Knott, Hayes & Neslin 2002; unprofitable takers: Shah & Kumar 2012.)
 * Example: 100 purchases, q .2, s .25, A 10.00, d .1, margin .4: 15 x 10.00 x .3 = 45.00 gained, 5 x 1.00 = 5.00 given away.
 */
export const upsell = defineStrategy({
  strategy: 'upsell',
  audience: { kind: 'everyone' },
  assumptions: {
    takeRate: { unit: 'rate', default: 0.12, min: 0, max: 0.6, step: 0.01, uncertainty: 0.4, source: 'judgement' },
    extraAmountCents: { unit: 'cents', default: 1_000, min: 0, max: 50_000, step: 50, uncertainty: 0.15, source: 'judgement' },
    itemDiscountRate: { unit: 'rate', default: 0, min: 0, max: 0.7, step: 0.01, uncertainty: 0, source: 'judgement' },
    anywayRate: { unit: 'rate', default: 0.3, min: 0, max: 1, step: 0.01, uncertainty: 0.4, source: 'judgement' },
    incentiveCents: incentiveAssumption,
    ...ownerAssumptions({ durationWeeks: 26, contactCents: 0, fixedCents: 0, ownerHours: 3 }),
  },
  levers: (values) => {
    const { takeRate, extraAmountCents, itemDiscountRate, anywayRate, marginRate } = values
    return {
      ...ownerLevers(values),
      addedProfitPerPurchaseCents: takeRate * (1 - anywayRate) * extraAmountCents * (marginRate - itemDiscountRate),
      givenAwayPerPurchaseCents: takeRate * anywayRate * extraAmountCents * itemDiscountRate,
      response: { takeShare: takeRate, anywayShare: takeRate * anywayRate },
      incentivePerTakeCents: values.incentiveCents,
    }
  },
})
