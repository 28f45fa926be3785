import { DAYS_PER_WEEK } from '../calendar.ts'
import type { FitSummary } from '../contract/customers.ts'
import type { PurchaseSummary } from '../customers/sales-ledger.ts'
import { expectedOrderValue } from './spend/gamma-gamma.ts'
import { wholeCents } from './formulas/historic.ts'
import { expectedGivenAlive, probabilityAlive, type ExpectedGivenAlive } from './transactions/beta-geometric.ts'
import { weeklyDiscountRate, weeksOfMonths } from './present-value.ts'
import type { ClvSettings, CustomerEstimates } from './valued-customers.ts'

const CENTS = 100
const DAYS = 65_536

/**
 * The forecast of every customer (Fader, Hardie & Lee 2005 JMR): residual CLV = P(alive) x the integral over the horizon of e^(-delta u) m(u) x
 * E[order value] x margin, in whole cents. The integral depends on (x, T) only and is computed once for each such pair.
 * Customers without a purchase get zeros. Columns in the order of the summary.
 * Example: CDNOW sample over 156 weeks at .0027 a week, margin 1: 128,131.41 together (golden.json).
 */
export function scoreCustomers(summary: PurchaseSummary, fit: FitSummary, settings: ClvSettings): CustomerEstimates {
  const { purchaseCount, firstDay, lastDay, purchaseCents, observedUntilDay } = summary
  const rows = purchaseCount.length
  const horizon = weeksOfMonths(settings.horizonMonths)
  const discountRate = weeklyDiscountRate(settings.annualDiscountRate)
  const margin = settings.contributionMarginRate ?? 1
  const { parameters } = fit
  const estimates: CustomerEstimates = {
    probabilityAlive: new Float64Array(rows),
    expectedPurchases: new Float64Array(rows),
    discountedExpectedPurchases: new Float64Array(rows),
    expectedOrderValueCents: new Float64Array(rows),
    residualClvCents: new Float64Array(rows),
  }
  const known = new Map<number, ExpectedGivenAlive>()
  for (let row = 0; row < rows; row++) {
    const count = purchaseCount[row]!
    if (count === 0) continue
    const observedDays = observedUntilDay - firstDay[row]!
    const observed = observedDays / DAYS_PER_WEEK
    const key = (count - 1) * DAYS + observedDays
    let expected = known.get(key)
    if (!expected) {
      expected = expectedGivenAlive(parameters, count - 1, observed, horizon, discountRate)
      known.set(key, expected)
    }
    const alive = probabilityAlive(parameters, { repeatPurchaseCount: count - 1, activeSpan: (lastDay[row]! - firstDay[row]!) / DAYS_PER_WEEK, observed })
    const orderCents = expectedOrderValue(fit.spend.parameters, count, purchaseCents[row]! / CENTS) * CENTS
    estimates.probabilityAlive[row] = alive
    estimates.expectedPurchases[row] = alive * expected.expected
    estimates.discountedExpectedPurchases[row] = alive * expected.discounted
    estimates.expectedOrderValueCents[row] = wholeCents(orderCents)
    estimates.residualClvCents[row] = wholeCents(alive * expected.discounted * orderCents * margin)
  }
  return estimates
}
