import { expect, test } from 'vitest'
import { purchasesWithin, waysToSum } from '../../../../shared/clv/transactions/regular-buying-sums.ts'

test('never leaving, every tick is a purchase (worked example); no time, none', () => {
  expect(purchasesWithin({ k: 1, phase: 0, shape: 1, a: 1e-12, stay: 1 }, 1)).toBeCloseTo(1, 10)
  expect(purchasesWithin({ k: 3, phase: 1, shape: 2, a: 1, stay: 1 }, 0)).toBe(0)
  expect(purchasesWithin({ k: 3, phase: 1, shape: 2, a: 1, stay: 1 }, -1)).toBe(0)
})

test('a time in which even one tick is next to impossible ends, at nothing', () => {
  expect(purchasesWithin({ k: 4, phase: 0, shape: 1, a: 0.8, stay: 3 }, 1e-100)).toBe(0)
  expect(purchasesWithin({ k: 4, phase: 3, shape: 1, a: 0.8, stay: 3 }, 1e-100)).toBeCloseTo(1e-100, 110)
  expect(purchasesWithin({ k: 4, phase: 3, shape: 1, a: 0.8, stay: 3 }, Number.NaN)).toBeNaN()
})

test('F19: summing over ticks and integrating over the chance to leave agree to 1e-9 of what is expected, or of a tenth of a purchase', () => {
  let worst = 0
  let compared = 0
  for (const k of [1, 2, 3, 4]) for (let phase = 0; phase < k; phase++) for (const shape of [0.1, 1, 40, 1000]) {
    for (const [a, stay] of [[1e-3, 1.2], [0.3, 5], [0.8, 1e4], [1, 1.2], [3, 100], [50, 5], [1e4, 1e4], [0.5, 0.05], [0.01, 0.5], [2, 1e-3]] as const) for (const ratio of [0.3, 3, 50]) {
      const state = { k, phase, shape, a, stay }
      const ticks = waysToSum.byTicks(state, ratio)
      const error = Math.abs(waysToSum.byLeaving(state, ratio) - ticks) / Math.max(ticks, 0.1)
      expect(error, JSON.stringify({ ...state, ratio })).toBeLessThan(1e-9)
      worst = Math.max(worst, error)
      compared++
    }
  }
  expect(compared).toBe(1200)
  expect(worst).toBeGreaterThan(0)
})

test('a thousand years of daily purchases neither overflow nor take long', () => {
  // Never leaving: (shape ratio + phase - (k-1)/2) / k purchases fall due, once out of step.
  for (const k of [1, 2, 3, 4]) expect(purchasesWithin({ k, phase: 0, shape: 4000, a: 1e-12, stay: 1 }, 90) * k + (k - 1) / 2).toBeCloseTo(360_000, 2)
  expect(Number.isFinite(purchasesWithin({ k: 4, phase: 3, shape: 1e5, a: 0.5, stay: 3 }, 1e6))).toBe(true)
})
