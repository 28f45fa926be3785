import { expect, test } from 'vitest'
import { explainRank } from '../../../../shared/clv/explaining/explain-rank.ts'
import { formulaInputs } from '../../../../shared/clv/explaining/formula-inputs.ts'
import { valueCustomers } from '../../../../shared/clv/value-customers.ts'
import { customerDetail, rankReason } from '../../../../shared/contract/customers.ts'

/** Count, first day, last day, cents; the data end on day 730. */
const ROWS = [
  [12, 0, 720, 36_000], [2, 300, 500, 6_000], [2, 310, 520, 6_100], [2, 290, 480, 5_900], [2, 305, 505, 6_050],
  [1, 295, 295, 3_000], [2, 300, 500, 90_000], [0, -1, -1, -500], [2, 315, 515, 6_020], [2, 320, 495, 5_950],
] as const
const summary = {
  customerIds: Int32Array.from(ROWS, (_, i) => i + 1), purchaseCount: Int32Array.from(ROWS, ([count]) => count), firstDay: Int32Array.from(ROWS, ([, first]) => first),
  lastDay: Int32Array.from(ROWS, ([, , last]) => last), netCents: Float64Array.from(ROWS, ([, , , cents]) => cents), purchaseCents: Float64Array.from(ROWS, ([, , , cents]) => Math.max(0, cents)), observedUntilDay: 730,
}
const valued = valueCustomers({ summary, settings: { contributionMarginRate: 0.5, annualDiscountRate: 0.1, horizonMonths: 12 } })

test('12 purchases where the typical customer has 2 (worked example)', () => {
  const reasons = explainRank(valued, 0)
  expect(reasons.length).toBeLessThanOrEqual(3)
  expect(reasons).toContainEqual({ kind: 'often', own: 12, typical: 2, percentile: (100 * 8) / 9 })
  expect(reasons).toContainEqual({ kind: 'recent', own: 10, typical: 230, percentile: 0 })
  for (const reason of reasons) expect(rankReason.parse(reason)).toEqual(reason)
})

test('the strongest first', () => {
  expect(explainRank(valued, 6)[0]).toMatchObject({ kind: 'spends-more', own: 45_000, percentile: (100 * 8) / 9 })
  expect(explainRank(valued, 5).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['once-only', 'away-long']))
})

test('who never bought has no reasons, who is typical has few', () => {
  expect(explainRank(valued, 7)).toEqual([])
  expect(explainRank(valued, 4).every(({ kind }) => kind !== 'often' && kind !== 'seldom')).toBe(true)
})

test('one purchase in a shop of one-time buyers is still a reason', () => {
  const once = valueCustomers({ summary: { ...summary, purchaseCount: summary.purchaseCount.map((count, i) => (i === 0 ? 3 : Math.min(1, count))) }, settings: { contributionMarginRate: null, annualDiscountRate: 0.1, horizonMonths: 12 } })
  for (const { kind } of explainRank(once, 5)) expect(kind).not.toBe('often')
})

test('what the formulas were fed (worked example)', () => {
  const inputs = formulaInputs(valued, 0)
  expect(customerDetail.shape.inputs.parse(inputs)).toEqual(inputs)
  expect(inputs).toMatchObject({ purchaseCount: 12, repeatPurchaseCount: 11, activeSpanDays: 720, observedDays: 730, averageOrderValueCents: 3000, marginRate: 0.5, annualDiscountRate: 0.1, horizonMonths: 12 })
  expect(inputs.purchasesPerYear).toBeCloseTo(12 / (730 / 365.25), 12)
  expect(formulaInputs(valued, 7)).toMatchObject({ purchaseCount: 0, repeatPurchaseCount: 0, observedDays: 0, purchasesPerYear: null, discountedExpectedPurchases: null })
})
