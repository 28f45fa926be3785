import { describe, expect, test } from 'vitest'
import { expectedOrderValue } from '../../../../shared/clv/spend/gamma-gamma.ts'
import { expectationsUnder, probabilityAliveUnder } from '../../../../shared/clv/transactions/expected-purchases.ts'
import type { FittedTransactions } from '../../../../shared/clv/transactions/fitted-transactions.ts'
import { futureInput, predictiveRange } from '../../../../shared/clv/ranges/predictive-range.ts'
import { simulateFutureRevenue } from '../../../../shared/clv/ranges/simulate-future.ts'
import { valueCustomers } from '../../../../shared/clv/value-customers.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { simulateShop } from '../simulated-shop.ts'

const PARAMETERS = { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }
const SPEND = { p: 6, q: 4, gamma: 15 }

const MODELS: readonly FittedTransactions[] = [
  { model: 'mbg-nbd', parameters: PARAMETERS },
  { model: 'mbg-cnbd-k', parameters: { ...PARAMETERS, alpha: 4, k: 2 } },
  { model: 'pareto-nbd', parameters: { r: 0.6, alpha: 8, s: 0.6, beta: 12 } },
  { model: 'nbd', parameters: { r: 0.6, alpha: 8 } },
  { model: 'established-nbd', parameters: { r: 0.6, alpha: 8 }, window: 104 },
]

describe.each(MODELS)('the simulated future agrees with the closed form under $model', (fitted) => {
  test.each([[1, 0, 20], [3, 30, 40], [12, 70, 75], [60, 100, 104], [400, 103, 104]] as const)('%i purchases, active %i of %i weeks', (purchaseCount, activeSpan, observed) => {
    const history = { repeatPurchaseCount: purchaseCount - 1, activeSpan, observed }
    const total = purchaseCount * 31
    const draws = new Float64Array(50_000)
    const alive = probabilityAliveUnder(fitted, history)
    simulateFutureRevenue({ fitted, spend: SPEND, history, total, probabilityAlive: alive, horizonWeeks: 104, discountRate: 0.003, scale: 1.1 }, seededRandom(9), draws)
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length
    const deviation = Math.sqrt(draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length)
    const { discounted } = expectationsUnder(fitted, { horizon: 104, discountRate: 0.003 })(history)
    const closed = 1.1 * alive * discounted * expectedOrderValue(SPEND, purchaseCount, total)
    expect(Math.abs(mean - closed)).toBeLessThan((4 * deviation) / Math.sqrt(draws.length))
  })
})

test('who is gone brings nothing (worked example)', () => {
  const draws = new Float64Array(100).fill(1)
  const history = { repeatPurchaseCount: 1, activeSpan: 20, observed: 50 }
  simulateFutureRevenue({ fitted: MODELS[0]!, spend: SPEND, history, total: 60, probabilityAlive: 0, horizonWeeks: 52, discountRate: 0, scale: 1 }, seededRandom(1), draws)
  expect(draws.every((value) => value === 0)).toBe(true)
})

describe('F21: the range of one customer', () => {
  const settings = { contributionMarginRate: 0.5, annualDiscountRate: 0.1, horizonMonths: 12 }
  const { summary } = simulateShop(800, PARAMETERS, SPEND, { weeks: 104, laterWeeks: 0, seed: 8 })
  const valued = valueCustomers({ summary, settings })

  test('is ordered, repeatable, and its mean is the customer\'s expected value', () => {
    for (let row = 0; row < 60; row++) {
      const range = predictiveRange(valued, row)!
      expect(range.p10).toBeLessThanOrEqual(range.p50)
      expect(range.p50).toBeLessThanOrEqual(range.p90)
      expect(range.p10).toBeGreaterThanOrEqual(0)
      expect(range.mean).toBe(valued.estimates!.residualClvCents[row])
      expect(predictiveRange(valued, row)).toEqual(range)
    }
  })

  test('what really came lies under P90 about nine times in ten', () => {
    const year = simulateShop(1000, PARAMETERS, SPEND, { weeks: 104, laterWeeks: 0, seed: 21 })
    const long = valueCustomers({ summary: year.summary, settings: { contributionMarginRate: null, annualDiscountRate: 0, horizonMonths: 6 } })
    // Another life of the same customers, drawn from the model's own posterior, is what "really came" here.
    const random = seededRandom(77)
    const draw = new Float64Array(1)
    let below = 0
    const rows = 300
    for (let row = 0; row < rows; row++) {
      const range = predictiveRange(long, row)!
      simulateFutureRevenue(futureInput(long, row)!, random, draw)
      if (draw[0]! * 100 <= range.p90) below++
    }
    expect(below / rows).toBeGreaterThan(0.85)
    expect(below / rows).toBeLessThan(0.97)
  })

  test('without an estimate there is none', () => {
    const none = valueCustomers({ summary: { ...summary, purchaseCount: summary.purchaseCount.map((count) => Math.min(1, count)) }, settings })
    expect(predictiveRange(none, 0)).toBeNull()
  })
})
