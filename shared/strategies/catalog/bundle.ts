import { defineStrategy } from '../define-strategy.ts'
import { incentiveAssumption, ownerAssumptions, ownerLevers } from '../owner-assumptions.ts'

/**
 * Products that belong together as one set. Per purchase in the window, with q that become a bundle, of which s would have bought
 * the added product anyway (now or later), worth A on its own, the bundle d cheaper than its parts: q (1 - s) (A margin - d) is
 * gained, q s d is given away. (Reservation prices: Adams & Yellen 1976; bundles switch far more than they grow: Foubert &
 * Gijsbrechts 2007.) Example: 100 purchases, q .1, s .5, A 20.00, d 2.00, margin .4: 5 x 6.00 = 30.00 gained, 5 x 2.00 = 10.00 given away.
 */
export const bundle = defineStrategy({
  strategy: 'bundle',
  audience: { kind: 'everyone' },
  assumptions: {
    attachRate: { unit: 'rate', default: 0.1, min: 0, max: 0.6, step: 0.01, uncertainty: 0.4, source: 'judgement' },
    addedValueCents: { unit: 'cents', default: 2_000, min: 0, max: 100_000, step: 50, uncertainty: 0, source: 'judgement' },
    bundleDiscountCents: { unit: 'cents', default: 200, min: 0, max: 20_000, step: 10, uncertainty: 0, source: 'judgement' },
    anywayRate: { unit: 'rate', default: 0.7, min: 0, max: 1, step: 0.01, uncertainty: 0.15, source: 'judgement' },
    incentiveCents: incentiveAssumption,
    ...ownerAssumptions({ durationWeeks: 26, contactCents: 0, fixedCents: 0, ownerHours: 4 }),
  },
  levers: (values) => {
    const { attachRate, addedValueCents, bundleDiscountCents, anywayRate, marginRate } = values
    return {
      ...ownerLevers(values),
      addedProfitPerPurchaseCents: attachRate * (1 - anywayRate) * (addedValueCents * marginRate - bundleDiscountCents),
      givenAwayPerPurchaseCents: attachRate * anywayRate * bundleDiscountCents,
      response: { takeShare: attachRate, anywayShare: attachRate * anywayRate },
      incentivePerTakeCents: values.incentiveCents,
    }
  },
})
