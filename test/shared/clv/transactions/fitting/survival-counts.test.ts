import gammaln from '@stdlib/math-base-special-gammaln'
import { expect, test } from 'vitest'
import { customerCount, meanObserved, risingFactorials, survivalCounts } from '../../../../../shared/clv/transactions/fitting/survival-counts.ts'

const patterns = { repeatPurchaseCount: Int32Array.of(0, 2), activeSpan: Float64Array.of(0, 3), observed: Float64Array.of(4, 10), weight: Float64Array.of(1, 2) }

test('how many made more than k repeat purchases (worked example)', () => {
  expect([...survivalCounts(patterns)]).toEqual([2, 2, 0])
  expect(customerCount(patterns)).toBe(3)
  expect(meanObserved(patterns)).toBe(8)
  expect(meanObserved({ ...patterns, weight: Float64Array.of(0, 0) })).toBe(1)
})

test('rising factorials from survival counts (worked example), and those of the gamma function', () => {
  const { value, slope, bend } = risingFactorials(Float64Array.of(1, 1, 0), 1)
  expect(value).toBeCloseTo(Math.LN2, 14)
  expect(slope).toBeCloseTo(1.5, 14)
  expect(bend).toBeCloseTo(-1.25, 14)
  expect(risingFactorials(survivalCounts(patterns), 0.7).value).toBeCloseTo(2 * (gammaln(2.7) - gammaln(0.7)), 12)
})
