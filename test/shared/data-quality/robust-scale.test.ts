import { expect, test } from 'vitest'
import { median, robustScale } from '../../../shared/data-quality/robust-scale.ts'

test('of ten values 8.2 and 8.3 lie far beyond 3.5 scales, nothing else does', () => {
  const values = Float64Array.of(2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3)
  const { median: middle, scale } = robustScale(values)
  expect(middle).toBeCloseTo(2.45, 10)
  expect(scale).toBeCloseTo(0.2224, 4)
  // 0.6745 (value - 2.45) / 0.15: the modified z-scores.
  expect(Array.from(values, (value) => Number(((value - middle) / scale).toFixed(2)))).toEqual([-1.57, 0.67, -0.22, 0.22, -0.67, -1.57, -0.67, 0.67, 25.86, 26.31])
})

test('where more than half is the same, the mean deviation stands in; where all is the same there is no spread', () => {
  expect(robustScale(Float64Array.of(1, 1, 1, 5))).toEqual({ median: 1, scale: 1.253314 })
  expect(robustScale(Float64Array.of(7, 7, 7))).toEqual({ median: 7, scale: 0 })
  expect(robustScale(new Float64Array())).toEqual({ median: 0, scale: 0 })
})

test('the median of an even number of values lies between the two middle ones', () => {
  expect(median(Float64Array.of(10, 1, 3, 2))).toBe(2.5)
  expect(median(Int32Array.of(3, 1, 2))).toBe(2)
  // Its values stay as they were.
  const values = [10, 1, 3, 2]
  expect([median(values), values, median([])]).toEqual([2.5, [10, 1, 3, 2], 0])
})
