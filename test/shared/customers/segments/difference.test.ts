import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceBetween } from '../../../../shared/customers/segments/difference.ts'
import { seededRandom } from '../../../../shared/random.ts'

function compare(...samples: readonly (readonly number[])[]) {
  let next = 0
  const segments = samples.map((sample) => Int32Array.from(sample, () => next++))
  return differenceBetween(samples.flat(), segments)
}

/** Ozone in New York by month, May to September 1973, missing days left out (Chambers et al. 1983; R's `airquality`). */
const OZONE = [
  [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37],
  [29, 71, 39, 23, 21, 37, 20, 12, 13],
  [135, 49, 32, 64, 40, 77, 97, 97, 85, 10, 27, 7, 48, 35, 61, 79, 63, 16, 80, 108, 20, 52, 82, 50, 64, 59],
  [39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85],
  [96, 78, 73, 91, 47, 32, 20, 23, 21, 24, 44, 21, 28, 9, 13, 46, 18, 13, 24, 16, 13, 23, 36, 7, 14, 30, 14, 18, 20],
] as const

describe('published results', () => {
  test('C25: R\'s own example of kruskal.test, with ties: H = 29.267, 4 degrees of freedom, p = 6.901e-06', () => {
    const difference = compare(...OZONE)!
    expect(difference.statistic).toBeCloseTo(29.26657630611694, 10)
    expect(difference.pValue / 6.900714118546782e-6).toBeCloseTo(1, 9)
    expect(difference).toMatchObject({ degreesOfFreedom: 4, segments: 5, verdict: 'clear' })
    expect(difference.etaSquared).toBeCloseTo((29.26657630611694 - 4) / 111, 12)
    expect(difference.etaSquared).toBeCloseTo(0.228, 3)
  })

  test('bottle caps of three machines (the example of Kruskal & Wallis 1952): H = 5.656; samples under five are left out', () => {
    const caps = [[340, 345, 330, 342, 338], [339, 333, 344], [347, 343, 349, 355]] as const
    expect(compare(...caps)).toBeNull()
    // Every cap counted five times over: ranks and ties in the same proportions, H grows with (n - 1) (the correction for ties is then exact).
    const five = compare(...caps.map((sample) => sample.flatMap((cap) => [cap, cap, cap, cap, cap])))!
    expect((five.statistic * 11) / 59).toBeCloseTo(5.656410256410254, 10)
    expect(five).toMatchObject({ degreesOfFreedom: 2, segments: 3 })
  })
})

test('two segments: the square of the rank sum test with its normal approximation (Wilcoxon 1945, Mann & Whitney 1947)', () => {
  const one = [3, 8, 12, 15, 21, 40]
  const other = [1, 2, 5, 6, 7, 9, 30]
  const ranks = [...one, ...other].sort((a, b) => a - b)
  const sum = one.reduce((total, value) => total + ranks.indexOf(value) + 1, 0)
  const z = (sum - (6 * 14) / 2) / Math.sqrt((6 * 7 * 14) / 12)
  expect(compare(one, other)!.statistic).toBeCloseTo(z * z, 12)
})

test('only the order of values matters, and not the order of segments', () => {
  const sample = fc.array(fc.integer({ min: -50, max: 1000 }), { minLength: 5, maxLength: 40 })
  fc.assert(fc.property(sample, sample, sample, (a, b, c) => {
    const plain = compare(a, b, c)!
    const cubed = compare(...[c, a, b].map((values) => values.map((value) => value ** 3)))!
    expect(cubed.statistic).toBeCloseTo(plain.statistic, 8)
    expect(cubed.verdict).toBe(plain.verdict)
    for (const share of [plain.pValue, plain.etaSquared]) {
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
    }
  }))
})

describe('C25: clear differences, not only significant ones', () => {
  const spend = (random: ReturnType<typeof seededRandom>, factor: number) => Math.round(Math.exp(4 + random.normal()) * factor * 100)
  const split = (seed: number, size: number, factors: readonly number[]) => {
    const random = seededRandom(seed)
    return compare(...factors.map((factor) => Array.from({ length: size }, () => spend(random, factor))))!
  }

  test('a tenth more among 20,000 is significant and slight; double among 200 is clear', () => {
    expect(split(1, 10_000, [1, 1.1])).toMatchObject({ verdict: 'slight' })
    expect(split(1, 10_000, [1, 1.1]).pValue).toBeLessThan(1e-6)
    expect(split(2, 100, [1, 2])).toMatchObject({ verdict: 'clear' })
  })

  test('equal segments are told apart by chance one time in twenty', () => {
    const found = Array.from({ length: 2000 }, (_, seed) => split(seed, 25, [1, 1, 1, 1])).filter(({ pValue }) => pValue < 0.05).length
    // Within three standard errors (.0146) of .05.
    expect(found / 2000).toBeGreaterThan(0.035)
    expect(found / 2000).toBeLessThan(0.065)
  })
})

test('nothing to tell from', () => {
  expect(compare([1, 2, 3, 4, 5])).toBeNull()
  expect(compare([], [1, 2, 3, 4, 5])).toBeNull()
  expect(compare([7, 7, 7, 7, 7], [7, 7, 7, 7, 7])).toEqual({ statistic: 0, degreesOfFreedom: 1, pValue: 1, etaSquared: 0, verdict: 'none', segments: 2 })
})
