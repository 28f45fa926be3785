import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterRenewals, churnProbability, discountedExpectedLifetime, discountedExpectedResidualLifetime, expectedLifetime, retentionRate, survivor,
} from '../../../../shared/clv/subscription/shifted-beta-geometric.ts'

const HIGH_END = { alpha: 0.668, beta: 3.806 }
const REGULAR = { alpha: 0.704, beta: 1.182 }

describe('published (Fader & Hardie 2007)', () => {
  test.each([
    // shifted_beta_geometric_py prints the same for "High End", from .460 on.
    ['High End', HIGH_END, [46.0, 43.6, 41.4, 39.5, 37.8], [46.8, 44.5, 42.7, 40.9, 39.4]],
    ['Regular', REGULAR, [22.0, 20.4, 19.1, 18.0, 17.0], [22.3, 20.7, 19.4, 18.3, 17.3]],
  ] as const)('%s: survivors of years 8 to 12, seven years known, within 1.7 points of what came', (_name, parameters, projected, actual) => {
    const survivors = projected.map((_, i) => 100 * survivor(parameters, 8 + i))
    survivors.forEach((value, i) => {
      expect(Math.abs(value - projected[i]!)).toBeLessThan(0.06)
      expect(Math.abs(value - actual[i]!)).toBeLessThan(1.7)
    })
  })

  test('retention and survival (worked examples)', () => {
    expect(retentionRate(REGULAR, 1)).toBeCloseTo(0.6267, 4)
    expect(retentionRate(REGULAR, 7)).toBeCloseTo(0.9107, 4)
    expect(survivor(HIGH_END, 12)).toBeCloseTo(0.378, 3)
    expect([1, 2, 3].map((period) => churnProbability({ alpha: 1, beta: 1 }, period))).toEqual([0.5, 1 / 6, 1 / 12].map((value) => expect.closeTo(value, 12)))
  })
})

describe('discounted lifetimes', () => {
  test('computed by other software: shifted_beta_geometric_py, 7.530 after seven renewals at 10% (worked example)', () => {
    expect(discountedExpectedResidualLifetime(HIGH_END, 8, 0.1)).toBeCloseTo(7.530, 3)
    // 30 digits (mpmath) of the formula of Fader & Hardie 2010.
    expect(discountedExpectedResidualLifetime(HIGH_END, 7, 0.1)).toBeCloseTo(7.34505225928385, 11)
    expect(discountedExpectedResidualLifetime(HIGH_END, 8, 0.1)).toBeCloseTo(7.52994953091097, 11)
  })

  test('alpha = beta = 1: ln(11) (worked example)', () => {
    expect(discountedExpectedLifetime({ alpha: 1, beta: 1 }, 0.1)).toBeCloseTo(1.1 * Math.log(11), 12)
    // The same at a rate of next to nothing: (1+d) ln(1 + 1/d).
    for (const rate of [1e-4, 1e-6, 1e-9]) expect(discountedExpectedLifetime({ alpha: 1, beta: 1 }, rate)! / ((1 + rate) * Math.log1p(1 / rate))).toBeCloseTo(1, 12)
  })

  test('F3: one churn for all is the formula margin / churn, 20 x 60% / 5% = 240, and with a rate d it is (1+d) / (d+churn)', () => {
    const constant = { alpha: 0.05e9, beta: 0.95e9 }
    expect(20 * 0.6 * discountedExpectedLifetime(constant, 0)!).toBeCloseTo(240, 5)
    expect(discountedExpectedLifetime(constant, 0.01)).toBeCloseTo(1.01 / 0.06, 6)
    expect(retentionRate(constant, 1)).toBeCloseTo(retentionRate(constant, 100), 6)
  })

  test('without a discount rate: (alpha + beta - 1) / (alpha - 1), and no number where that has none (worked example)', () => {
    expect(expectedLifetime({ alpha: 3, beta: 17 })).toBe(9.5)
    expect(discountedExpectedLifetime({ alpha: 3, beta: 17 }, 0)).toBe(9.5)
    expect(discountedExpectedLifetime(HIGH_END, 0)).toBeNull()
    expect(discountedExpectedResidualLifetime(HIGH_END, 3, 0)).toBeNull()
  })
})

test('what cannot be has no number', () => {
  expect(retentionRate(HIGH_END, 0)).toBeNaN()
  expect(survivor(HIGH_END, -1)).toBeNaN()
  expect(survivor({ alpha: -1, beta: 1 }, 2)).toBeNaN()
  expect(churnProbability(HIGH_END, 0)).toBeNaN()
  expect(expectedLifetime({ alpha: 2, beta: 0 })).toBeNull()
  expect(discountedExpectedLifetime({ alpha: 0, beta: 1 }, 0.1)).toBeNull()
  expect(discountedExpectedLifetime(HIGH_END, -0.1)).toBeNull()
  expect(discountedExpectedLifetime(HIGH_END, 1e-310)).toBeNull()
  for (const payments of [0, -1, 0.5, Number.NaN]) expect(discountedExpectedResidualLifetime(HIGH_END, payments, 0.1)).toBeNull()
})

/** Up to the bounds of the fit. */
const anyParameters = fc.record({
  alpha: fc.double({ min: -12, max: 12, noNaN: true }).map(Math.exp),
  beta: fc.double({ min: -12, max: 12, noNaN: true }).map(Math.exp),
})

describe('properties', () => {
  test('survivors fall, retention rises, and who leaves adds up with who stays', () => {
    fc.assert(fc.property(anyParameters, fc.nat(200), (parameters, period) => {
      const now = survivor(parameters, period)
      expect(now).toBeGreaterThanOrEqual(0)
      expect(now).toBeLessThanOrEqual(1)
      expect(survivor(parameters, period + 1)).toBeLessThanOrEqual(now)
      expect(retentionRate(parameters, period + 2)).toBeGreaterThanOrEqual(retentionRate(parameters, period + 1))
      expect(churnProbability(parameters, period + 1) + survivor(parameters, period + 1)).toBeCloseTo(now, 12)
    }))
  })

  test('the rest of a tenure is the whole one of who renewed so often', () => {
    fc.assert(fc.property(anyParameters, fc.nat(50), fc.nat(50), (parameters, renewals, more) => {
      const rest = survivor(afterRenewals(parameters, renewals), more)
      expect(survivor(parameters, renewals) * rest).toBeCloseTo(survivor(parameters, renewals + more), 12)
    }))
  })

  test('the discounted lifetime is the sum it stands for, from one period to one over the rate', () => {
    fc.assert(fc.property(anyParameters, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (parameters, rate) => {
      let sum = 0
      let share = 1
      for (let t = 0; share * (1 + rate) ** -t > 1e-14; t++) {
        sum += share * (1 + rate) ** -t
        share *= retentionRate(parameters, t + 1)
      }
      const value = discountedExpectedLifetime(parameters, rate)!
      expect(Math.abs(value / sum - 1)).toBeLessThan(1e-9)
      expect(value).toBeLessThanOrEqual(((1 + rate) / rate) * (1 + 1e-9))
    }))
  })
})
