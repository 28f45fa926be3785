import { DAYS_PER_WEEK, DAYS_PER_YEAR } from '../../calendar.ts'
import { defineStrategy } from '../define-strategy.ts'
import { ownerAssumptions, ownerLevers } from '../owner-assumptions.ts'

/**
 * Something special for the best customers: early access costs nothing, an extra discount or a perk does. They stay longer
 * (dropout x .90 to 1) and buy a little more often (0 to 5%): judgement, because programmes differ too much for one number (Kopalle et al.
 * 2012; Wang et al. 2016; Gopalakrishnan et al. 2021 find most of the gain in staying). A VIP discount is also given on what would have been bought anyway.
 * Example: 10 members, a perk of 5.00 a year, one year: 50.00, also for members who silently left.
 */
export const vip = defineStrategy({
  strategy: 'vip',
  audience: { kind: 'top-share', share: 0.1 },
  assumptions: {
    dropoutReduction: { unit: 'rate', default: 0.05, min: 0, max: 0.3, step: 0.005, uncertainty: 0.5, source: 'judgement' },
    purchaseLift: { unit: 'rate', default: 0.025, min: 0, max: 0.3, step: 0.005, uncertainty: 0.5, source: 'judgement' },
    discountRate: { unit: 'rate', default: 0, min: 0, max: 0.5, step: 0.01, uncertainty: 0, source: 'judgement' },
    perkCents: { unit: 'cents', default: 0, min: 0, max: 20_000, step: 50, uncertainty: 0, source: 'judgement' },
    ...ownerAssumptions({ durationWeeks: 52, contactCents: 100, fixedCents: 0, ownerHours: 8 }),
  },
  levers: (values) => ({
    ...ownerLevers(values),
    rateMultiplier: 1 + values.purchaseLift,
    dropoutMultiplier: 1 - values.dropoutReduction,
    discount: { rate: values.discountRate, givenAwayShare: 1 },
    response: { takeShare: 1, anywayShare: 1 },
    perkPerCustomerWeekCents: (values.perkCents * DAYS_PER_WEEK) / DAYS_PER_YEAR,
  }),
})
