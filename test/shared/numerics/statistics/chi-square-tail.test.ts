import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chiSquareTail } from '../../../../shared/numerics/statistics/chi-square-tail.ts'

/** Percentage points (Pearson & Hartley 1954, table 8; NIST/SEMATECH e-Handbook 1.3.6.7.4), to six decimals. */
test.each([
  [3.841459, 1, 0.05], [6.634897, 1, 0.01], [5.991465, 2, 0.05], [10.827566, 1, 0.001], [9.487729, 4, 0.05], [18.307038, 10, 0.05], [23.209251, 10, 0.01], [3.940299, 10, 0.95],
  [0.00393214, 1, 0.95], [124.342113, 100, 0.05],
])('published: %f is exceeded with %i degrees of freedom %f of the time', (statistic, degreesOfFreedom, chance) => {
  expect(chiSquareTail(statistic, degreesOfFreedom)).toBeCloseTo(chance, 6)
})

test('special cases: an exponential with 2 degrees of freedom, and its sum with 4, far into the tail', () => {
  for (const x of [0.01, 0.5, 1.9, 2, 2.1, 4, 5.656, 6.1, 30, 400, 1400]) {
    expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11)
    expect(chiSquareTail(x, 4) / (Math.exp(-x / 2) * (1 + x / 2))).toBeCloseTo(1, 11)
  }
})

test('a chance that falls with the statistic and rises with the degrees of freedom', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 500, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true }), fc.integer({ min: 1, max: 60 }), (statistic, more, degrees) => {
    const chance = chiSquareTail(statistic, degrees)
    expect(chance).toBeGreaterThanOrEqual(0)
    expect(chance).toBeLessThanOrEqual(1)
    expect(chiSquareTail(statistic + more, degrees)).toBeLessThanOrEqual(chance + 1e-12)
    expect(chiSquareTail(statistic, degrees + 1)).toBeGreaterThanOrEqual(chance - 1e-12)
  }))
})

test('the ends, and what cannot be', () => {
  expect([chiSquareTail(0, 3), chiSquareTail(-1, 3), chiSquareTail(Infinity, 3)]).toEqual([1, 1, 0])
  expect(() => chiSquareTail(Number.NaN, 3)).toThrow(RangeError)
  expect(() => chiSquareTail(1, 0)).toThrow(RangeError)
})
