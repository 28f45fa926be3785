import { expect, test } from 'vitest'
import { nextPurchaseDays } from '../../../../shared/clv/explaining/next-purchase-days.ts'
import { valueCustomers } from '../../../../shared/clv/value-customers.ts'
import { parseIsoDay } from '../../../../shared/calendar.ts'
import { simulateShop } from '../simulated-shop.ts'

const { summary } = simulateShop(500, { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }, { p: 6, q: 4, gamma: 15 }, { weeks: 104, laterWeeks: 0, seed: 4 })
const valued = valueCustomers({ summary, settings: { contributionMarginRate: null, annualDiscountRate: 0, horizonMonths: 12 } })

test('the more someone bought in the same time, the sooner they are expected', () => {
  const rows = Array.from(summary.customerIds.keys()).filter((row) => summary.observedUntilDay - summary.firstDay[row]! > 500)
  const often = rows.toSorted((one, other) => summary.purchaseCount[other]! - summary.purchaseCount[one]!)
  const most = nextPurchaseDays(valued, often[0]!)!
  const least = nextPurchaseDays(valued, often.at(-1)!)!
  expect(parseIsoDay(most.halfBy)!).toBeGreaterThan(summary.observedUntilDay)
  expect(most.halfBy < least.halfBy).toBe(true)
  expect(most.halfBy < most.mostBy).toBe(true)
})

test('by the fitted rate: (alpha + T) (2^(1 / (r + x)) - 1) weeks, to whole days', () => {
  const { r, alpha } = valued.fit!.parameters
  const observed = (summary.observedUntilDay - summary.firstDay[3]!) / 7
  const weeks = (alpha + observed) * (2 ** (1 / (r + summary.purchaseCount[3]! - 1)) - 1)
  const day = parseIsoDay(nextPurchaseDays(valued, 3)?.halfBy ?? '')
  expect(weeks * 7 > 3_650 ? null : summary.observedUntilDay + Math.ceil(weeks * 7)).toBe(day)
})

test('nobody is expected who never bought', () => {
  const none = { ...summary, purchaseCount: summary.purchaseCount.map((count, row) => (row === 0 ? 0 : count)) }
  expect(nextPurchaseDays(valueCustomers({ summary: none, settings: valued.settings }), 0)).toBeNull()
})
