import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as betaGeometric from '../../../../shared/clv/transactions/beta-geometric.ts'
import {
  discountedExpectedPurchases, expectedGivenAlive, expectedPurchases, phaseExpectations, type PhaseExpectations,
} from '../../../../shared/clv/transactions/regular-buying-expected.ts'
import { drawAlive } from '../../../../shared/clv/transactions/regular-buying.ts'
import { gaussLegendre } from '../../../../shared/numerics/gauss-legendre.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { anyHistory, anyRegular, anyVariant, EXAMPLE, FOUR_TIMES, usualHistory, usualRegular } from './regular-cases.ts'
import { purchasesAhead } from './regular-shop.ts'

test('F19: the customer of the worked examples', () => {
  expect(expectedPurchases(EXAMPLE, FOUR_TIMES, 26)).toBeCloseTo(2.673538, 6)
  expect(discountedExpectedPurchases(EXAMPLE, FOUR_TIMES, Number.POSITIVE_INFINITY, 0.0027)).toBeCloseTo(13.041397, 5)
  expect(expectedPurchases(EXAMPLE, FOUR_TIMES, 0)).toBe(0)
  expect(phaseExpectations(EXAMPLE, 4, 26, 0, 0.0027)).toEqual({ expected: Float64Array.of(0, 0), discounted: Float64Array.of(0, 0) })
  expect(expectedGivenAlive({ ...EXAMPLE, a: -1 }, FOUR_TIMES, 26, 0)).toEqual({ expected: Number.NaN, discounted: Number.NaN })
  for (const rate of [0, 0.0027]) expect(expectedGivenAlive(EXAMPLE, FOUR_TIMES, Number.NaN, rate)).toEqual({ expected: Number.NaN, discounted: Number.NaN })
  for (const horizon of [0, 26, Number.POSITIVE_INFINITY]) {
    expect(expectedPurchases(EXAMPLE, { ...FOUR_TIMES, activeSpan: 27 }, horizon)).toBeNaN()
    expect(discountedExpectedPurchases(EXAMPLE, { ...FOUR_TIMES, activeSpan: 27 }, horizon, 0.0027)).toBeNaN()
  }
})

test('F19: with one tick per purchase expectations are those of (M)BG/NBD, to 1e-10', () => {
  const relative = (value: number, known: number) => Math.abs(value / known - 1)
  fc.assert(fc.property(usualRegular, usualHistory, anyVariant, fc.constantFrom(4, 52, 260), (parameters, history, variant, horizon) => {
    // Once a day at most: the quadrature it is held against is not made for more.
    fc.pre(history.repeatPurchaseCount <= 7 * history.observed)
    const one = { ...parameters, k: 1 }
    const known = betaGeometric.expectedGivenAlive(one, history.repeatPurchaseCount, history.observed, horizon, 0.0027, variant, gaussLegendre(80))
    const own = expectedGivenAlive(one, history, horizon, 0.0027, variant)
    const fine = phaseExpectations(one, history.repeatPurchaseCount, history.observed, horizon, 0.0027, variant, gaussLegendre(40))
    expect(relative(own.expected, known.expected)).toBeLessThan(1e-10)
    expect(relative(fine.discounted[0]!, known.discounted)).toBeLessThan(1e-10)
    expect(relative(own.discounted, known.discounted)).toBeLessThan(1e-9)
  }))
})

describe('properties', () => {
  test('everything is finite, horizons add up, discounting lowers, and a table per (x, T) gives the same', () => {
    fc.assert(fc.property(anyRegular, anyHistory, anyVariant, (parameters, history, variant) => {
      const table: PhaseExpectations = phaseExpectations(parameters, history.repeatPurchaseCount, history.observed, 100, 0.003, variant)
      const whole = expectedGivenAlive(parameters, history, 100, 0.003, variant)
      expect(expectedGivenAlive(parameters, history, 100, 0.003, variant, table)).toEqual(whole)
      expect(Number.isFinite(whole.expected) && Number.isFinite(whole.discounted)).toBe(true)
      expect(whole.discounted).toBeLessThanOrEqual(whole.expected * (1 + 1e-9))
      expect(whole.discounted).toBeGreaterThanOrEqual(whole.expected * Math.exp(-0.3) * (1 - 1e-9))
      // Discounting in small steps of the expectation.
      const stepwise = { expected: 0, discounted: 0 }
      let before = 0
      for (let week = 5; week <= 100; week += 5) {
        const until = expectedGivenAlive(parameters, history, week, 0, variant).expected
        expect(until).toBeGreaterThanOrEqual(before * (1 - 1e-9))
        stepwise.discounted += (until - before) * Math.exp(-0.003 * (week - 2.5))
        before = until
      }
      expect(Math.abs(before / whole.expected - 1)).toBeLessThan(1e-9)
      expect(Math.abs(stepwise.discounted / whole.discounted - 1)).toBeLessThan(8e-3)
    }), { numRuns: 60 })
  })

  test('an endless horizon is the limit of long ones', () => {
    const loyal = { ...EXAMPLE, a: 1.5 }
    const endless = expectedGivenAlive(loyal, FOUR_TIMES, Number.POSITIVE_INFINITY, 0)
    // Every purchase but the last is stayed after: (a + b') / (a - 1) less one of those at the end, b' = b + x + 1.
    expect(endless.expected).toBeCloseTo((1.5 + 7.5 - 1) / 0.5, 10)
    expect(expectedGivenAlive(loyal, FOUR_TIMES, 1e12, 0).expected / endless.expected).toBeCloseTo(1, 4)
    expect(expectedGivenAlive(EXAMPLE, FOUR_TIMES, Number.POSITIVE_INFINITY, 0).expected).toBe(Number.POSITIVE_INFINITY)
    expect(discountedExpectedPurchases(EXAMPLE, FOUR_TIMES, 5000, 0.0027) / discountedExpectedPurchases(EXAMPLE, FOUR_TIMES, Number.POSITIVE_INFINITY, 0.0027)).toBeCloseTo(1, 5)
  })

  test('discounting is exact to 1e-9 of a quadrature with ten times the nodes', () => {
    for (const k of [1, 2, 3, 4]) for (const x of [0, 3, 30]) for (const [horizon, rate] of [[52, 0.0027], [520, 0.0027], [Number.POSITIVE_INFINITY, 0.0027]] as const) {
      const usual = phaseExpectations({ ...EXAMPLE, k }, x, 60, horizon, rate)
      const fine = phaseExpectations({ ...EXAMPLE, k }, x, 60, horizon, rate, 'mbg-nbd', gaussLegendre(160))
      usual.discounted.forEach((value, phase) => expect(Math.abs(value / fine.discounted[phase]! - 1)).toBeLessThan(1e-9))
    }
  })
})

test.each([
  [1, { repeatPurchaseCount: 2, activeSpan: 30, observed: 39 }], [2, FOUR_TIMES], [2, { repeatPurchaseCount: 0, activeSpan: 0, observed: 5 }],
  [3, { repeatPurchaseCount: 25, activeSpan: 50, observed: 51 }], [4, { repeatPurchaseCount: 8, activeSpan: 40, observed: 46 }],
])('F19: Monte Carlo, tick by tick, gives the same expectations (k = %i)', (k, history) => {
  const parameters = { ...EXAMPLE, k }
  const random = seededRandom(k)
  const draws = 60_000
  const moments = [0, 0, 0, 0]
  for (let i = 0; i < draws; i++) {
    const times = purchasesAhead(drawAlive(parameters, history, random), k, 52, random)
    const worth = times.reduce((sum, time) => sum + Math.exp(-0.01 * time), 0)
    ;[times.length, times.length ** 2, worth, worth ** 2].forEach((value, m) => { moments[m]! += value / draws })
  }
  const known = expectedGivenAlive(parameters, history, 52, 0.01)
  const error = (m: number) => Math.sqrt((moments[m + 1]! - moments[m]! ** 2) / draws)
  expect(Math.abs(moments[0]! - known.expected)).toBeLessThan(3.5 * error(0))
  expect(Math.abs(moments[2]! - known.discounted)).toBeLessThan(3.5 * error(2))
})
