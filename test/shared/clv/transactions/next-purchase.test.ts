import { describe, expect, test } from 'vitest'
import type { FittedTransactions } from '../../../../shared/clv/transactions/fitted-transactions.ts'
import { weeksUntilNext } from '../../../../shared/clv/transactions/next-purchase.ts'
import { seededRandom } from '../../../../shared/random.ts'

const history = { repeatPurchaseCount: 1, activeSpan: 6, observed: 10 }

test('worked example: half of them within 20 (sqrt 2 - 1) weeks', () => {
  expect(weeksUntilNext({ model: 'nbd', parameters: { r: 1, alpha: 10 } }, history, 0.5)).toBeCloseTo(20 * (Math.SQRT2 - 1), 10)
})

test('regular buying with one tick a purchase is MBG/NBD', () => {
  const parameters = { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }
  for (const share of [0.1, 0.5, 0.9]) {
    const plain = weeksUntilNext({ model: 'mbg-nbd', parameters }, history, share)
    expect(weeksUntilNext({ model: 'mbg-cnbd-k', parameters: { ...parameters, k: 1 } }, history, share)).toBeCloseTo(plain, 6)
  }
})

test('customers who are still there though they almost surely left: the time is theirs, not what rounding leaves of it', () => {
  const parameters = { k: 2, r: 0.9, alpha: 4, a: 0.8, b: 2.5 }
  const silentUntil = (observed: number) => ({ repeatPurchaseCount: 20, activeSpan: 20, observed })
  // By the chances of the two phases in 40 digits (mpmath).
  for (const [observed, weeks] of [[55, 1.02482266854517], [70, 1.27922258508236], [100, 1.79024050866404]] as const) {
    expect(weeksUntilNext({ model: 'mbg-cnbd-k', parameters }, silentUntil(observed), 0.5)).toBeCloseTo(weeks, 9)
  }
  const plain = weeksUntilNext({ model: 'mbg-nbd', parameters }, silentUntil(100), 0.5)
  expect(plain).toBeCloseTo(3.507, 3)
  expect(weeksUntilNext({ model: 'mbg-cnbd-k', parameters: { ...parameters, k: 1 } }, silentUntil(100), 0.5)).toBeCloseTo(plain, 9)
})

describe('drawn one by one', () => {
  test.each<FittedTransactions>([
    { model: 'pareto-nbd', parameters: { r: 0.6, alpha: 8, s: 0.6, beta: 12 } },
    { model: 'established-nbd', parameters: { r: 0.6, alpha: 8 }, window: 30 },
  ])('$model: the median halves the waiting times', (fitted) => {
    const random = seededRandom(4)
    const [shape, rate] = fitted.model === 'established-nbd' ? [2.6, 38] : [1.6, 18]
    const median = weeksUntilNext(fitted, history, 0.5)
    const draws = Array.from({ length: 20_000 }, () => -Math.log(1 - random.uniform()) / (random.gamma(shape) / rate))
    expect(Math.abs(draws.filter((weeks) => weeks < median).length / draws.length - 0.5)).toBeLessThan(0.015)
  })

  test('regular buyers who were silent for a while are due sooner than those who just were in', () => {
    const fitted: FittedTransactions = { model: 'mbg-cnbd-k', parameters: { k: 3, r: 20, alpha: 30, a: 0.2, b: 5 } }
    const justIn = weeksUntilNext(fitted, { repeatPurchaseCount: 5, activeSpan: 25, observed: 25 }, 0.5)
    const silent = weeksUntilNext(fitted, { repeatPurchaseCount: 5, activeSpan: 22, observed: 25 }, 0.5)
    expect(silent).toBeLessThan(justIn)
  })
})

test('no share, or nobody with such a history: no time', () => {
  for (const share of [0, 1, -1, Number.NaN]) expect(weeksUntilNext({ model: 'nbd', parameters: { r: 1, alpha: 10 } }, history, share)).toBeNaN()
  const parameters = { k: 2, r: 0.6, alpha: 8, a: 0.8, b: 2.5 }
  for (const fitted of [{ model: 'mbg-nbd', parameters }, { model: 'mbg-cnbd-k', parameters }] as const) expect(weeksUntilNext(fitted, { ...history, activeSpan: 11 }, 0.5)).toBeNaN()
})
