import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutOutliers, type OutlierRule } from '../../../../shared/calculators/lifespan/outlier-rule.ts'

/** NIST/SEMATECH e-Handbook of Statistical Methods, 7.1.6 "What are outliers in the data?" */
const NIST = Float64Array.of(
  30, 171, 184, 201, 212, 250, 265, 270, 272, 289, 305, 306, 322, 322, 336, 346, 351, 370, 390, 404, 409, 411, 436, 437, 439, 441, 444, 448, 451, 453,
  470, 480, 482, 487, 494, 495, 499, 503, 514, 521, 522, 527, 548, 550, 559, 560, 570, 572, 574, 578, 585, 592, 592, 607, 616, 618, 621, 629, 637, 638,
  640, 656, 668, 707, 709, 719, 737, 739, 752, 758, 766, 792, 792, 794, 802, 818, 830, 832, 843, 858, 860, 869, 918, 925, 953, 991, 1000, 1005, 1068, 1441,
)

test('F15: published: of NIST\'s ninety values only 1441 lies beyond the fences', () => {
  const { dropped, averageBefore, averageAfter } = withoutOutliers(NIST, { kind: 'iqr' })
  expect(Array.from(dropped, (position) => NIST[position])).toEqual([1441])
  expect(averageAfter).toBeCloseTo((averageBefore! * 90 - 1441) / 89, 9)
})

test('F15: nothing falls out of the count, order does not matter, and a trim takes as much off each end', () => {
  const anyRule = fc.oneof(fc.constantFrom<OutlierRule>({ kind: 'none' }, { kind: 'iqr' }), fc.double({ min: 0, max: 0.49, noNaN: true }).map((share): OutlierRule => ({ kind: 'trim', share })))
  fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 }), anyRule, (list, rule) => {
    const values = Float64Array.from(list)
    const result = withoutOutliers(values, rule)
    expect([...result.kept, ...result.dropped].toSorted((a, b) => a - b)).toEqual(list.map((_, position) => position))
    expect(result.kept.length).toBeGreaterThan(0)
    const low = Math.min(...Array.from(result.kept, (position) => values[position]!))
    const high = Math.max(...Array.from(result.kept, (position) => values[position]!))
    for (const position of result.dropped) expect(values[position]! <= low || values[position]! >= high).toBe(true)
    expect(result.averageAfter).toBeGreaterThanOrEqual(low - 1e-9)
    expect(result.averageAfter).toBeLessThanOrEqual(high + 1e-9)
    expect(withoutOutliers(values.toReversed(), rule).averageAfter).toBeCloseTo(result.averageAfter!, 9)
    if (rule.kind === 'trim') expect(result.dropped).toHaveLength(2 * Math.floor(rule.share * list.length + 1e-9))
  }))
})

test('F15: no values, no average', () => {
  expect(withoutOutliers(new Float64Array(), { kind: 'iqr' })).toMatchObject({ averageBefore: null, averageAfter: null })
})

test('F15: 29% of a hundred values are 29 off each end', () => {
  expect(withoutOutliers(Float64Array.from({ length: 100 }, (_, i) => i), { kind: 'trim', share: 0.29 }).dropped).toHaveLength(58)
})
