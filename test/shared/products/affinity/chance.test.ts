import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceOfTogether, discoveryLimit, leastEvents, logFactorials, type TogetherCounts } from '../../../../shared/products/affinity/chance.ts'

const chanceOf = (counts: TogetherCounts) => chanceOfTogether(counts, logFactorials(counts.sets))

describe('Fisher\'s exact test', () => {
  test('published: the lady tasting tea (Fisher 1935; worked example)', () => {
    expect(chanceOf({ sets: 8, countA: 4, countB: 4, together: 3 })).toBeCloseTo(17 / 70, 14)
    expect(chanceOf({ sets: 8, countA: 4, countB: 4, together: 4 })).toBeCloseTo(1 / 70, 14)
  })

  test('exact whole-number arithmetic on the bakery\'s baskets, to 1e-9', () => {
    const known = [[318, 4528, 224, 8.908628030558308e-17], [983, 4528, 518, 0.0007247036827485515], [983, 1350, 225, 9.565209030551355e-15], [3097, 4528, 852, 1]] as const
    for (const [countA, countB, together, truth] of known) {
      expect(Math.abs(chanceOf({ sets: 9465, countA, countB, together }) / truth - 1)).toBeLessThan(1e-9)
    }
  })

  test('the sum of all its terms, and 1 and 0 where the outcome is certain or impossible', () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.nat(40), fc.nat(45)).map(([sets, a, b, together]) => ({ sets, countA: Math.min(a, sets), countB: Math.min(b, sets), together }))
    const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, factor) => product * factor, 1))
    fc.assert(fc.property(counts, ({ sets, countA, countB, together }) => {
      let tail = 0
      for (let k = together; k <= Math.min(countA, countB); k++) tail += (choose(countA, k) * choose(sets - countA, countB - k)) / choose(sets, countB)
      expect(chanceOf({ sets, countA, countB, together })).toBeCloseTo(tail, 10)
    }))
  })

  test('ln(n!) (worked example)', () => {
    expect(logFactorials(3)[3]).toBeCloseTo(1.791759, 6)
    expect(logFactorials(0)).toEqual(Float64Array.of(0))
  })
})

describe('correction for many tests', () => {
  const THROMBOLYSIS = Float64Array.of(0.0278, 0.0001, 0.4262, 0.0004, 0.0298, 0.0019, 0.0095, 0.0201, 0.0344, 0.0459, 0.324, 0.5719, 0.6528, 0.759, 1)

  test('published: 4 of the 15 outcomes of Benjamini & Hochberg 1995 (worked example)', () => {
    expect(discoveryLimit(THROMBOLYSIS, 15, 0.05)).toBe(0.0095)
  })

  test('a step up: a probability that fails alone passes where a larger one does', () => {
    expect(discoveryLimit(Float64Array.of(0.03, 0.04), 2, 0.05)).toBe(0.04)
    expect(discoveryLimit(Float64Array.of(0.03), 2, 0.05)).toBe(-1)
    expect(discoveryLimit(new Float64Array(0), 0, 0.05)).toBe(-1)
  })

  test('tests that were left out still count: those above the limit change nothing', () => {
    expect(discoveryLimit(THROMBOLYSIS.filter((p) => p < 0.02), 15, 0.05)).toBe(0.0095)
  })
})

test('published: exact 95% limits of a Poisson number (Garwood 1936), to 2% from 5 events up (worked example)', () => {
  expect(leastEvents(10)).toBeCloseTo(4.7874, 4)
  for (const [events, exact] of [[5, 1.6235], [10, 4.7954], [20, 12.2165], [50, 37.1110], [100, 81.3640]] as const) {
    expect(Math.abs(leastEvents(events) / exact - 1)).toBeLessThan(0.02)
  }
  expect(leastEvents(0)).toBe(0)
  expect(leastEvents(1)).toBeLessThan(0.026)
})
