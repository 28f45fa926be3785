import { figure, type Figure } from '../figure.ts'
import { check } from '../inputs.ts'
import { lifespanOfChurn } from './expected-lifespan.ts'

export type ChurnInputs = { readonly monthlyRevenue: Figure<'revenue'>; readonly marginRate: number; readonly monthlyChurnRate: number }

/** `within` is what comes in the months of the horizon, with or without an end to the lifetime. */
export type ChurnClv =
  | { readonly kind: 'whole-life'; readonly clv: Figure<'gross-profit'>; readonly lifespanMonths: number; readonly within: Figure<'gross-profit'> }
  | { readonly kind: 'no-churn'; readonly horizonMonths: number; readonly within: Figure<'gross-profit'> }

/**
 * CLV at a constant churn (F3): monthly revenue x margin / monthly churn, undiscounted, to the cent; the first month is certain. `within`
 * is the same sum cut off at the horizon, m (1 - (1 - c)^H) / c. No churn, or less than one in 1,200 a month: no lifetime value, which would have no
 * end, but a tag that says so, and the value within the horizon. RangeError for revenue below zero, rates outside 0 to 1, a horizon that is no
 * whole number.
 * Example: 20.00 x .6 / .05 = 240.00; without churn over 24 months: 288.00.
 */
export function churnClv({ monthlyRevenue, marginRate, monthlyChurnRate }: ChurnInputs, horizonMonths: number): ChurnClv {
  check('zero or more', { monthlyRevenue: monthlyRevenue.cents })
  check('between 0 and 1', { marginRate, monthlyChurnRate })
  check('a whole number, zero or more', { horizonMonths })
  // A month's gross profit is not rounded: half a cent a month would be many after years.
  const monthlyCents = monthlyRevenue.cents * marginRate
  const monthsWithin = monthlyChurnRate === 0 || horizonMonths === 0 ? horizonMonths : -Math.expm1(horizonMonths * Math.log1p(-monthlyChurnRate)) / monthlyChurnRate
  const within = figure(monthlyCents * monthsWithin, 'gross-profit')
  const expected = lifespanOfChurn(monthlyChurnRate, 'month')
  if (expected.kind === 'endless') return { kind: 'no-churn', horizonMonths, within }
  return { kind: 'whole-life', clv: figure(monthlyCents / monthlyChurnRate, 'gross-profit'), lifespanMonths: expected.lifespan.count, within }
}
