import { expect, test } from 'vitest'
import { NORMAL_P90, NORMAL_P975 } from '../../../../shared/numerics/statistics/normal-quantiles.ts'
import { studentQuantile } from '../../../../shared/numerics/statistics/student-quantile.ts'

test.each([
  // Published: table of Student's t (Abramowitz & Stegun 1964, table 26.10): degrees, P90, P97.5, largest relative error.
  [2, 1.886, 4.303, 1e-2], [3, 1.638, 3.182, 3e-3], [5, 1.476, 2.571, 1e-3], [10, 1.372, 2.228, 4e-4], [20, 1.325, 2.086, 4e-4], [30, 1.310, 2.042, 4e-4], [120, 1.289, 1.980, 4e-4],
])('Student\'s t with %i degrees of freedom', (degrees, p90, p975, error) => {
  expect(Math.abs(studentQuantile(NORMAL_P90, degrees) / p90 - 1)).toBeLessThan(error)
  expect(Math.abs(studentQuantile(NORMAL_P975, degrees) / p975 - 1)).toBeLessThan(error)
})

test('ten degrees of freedom to 0.01%; the normal in the limit; nothing below two (worked example)', () => {
  expect(Math.abs(studentQuantile(NORMAL_P90, 10) / 1.372183641110336 - 1)).toBeLessThan(1e-4)
  expect(Math.abs(studentQuantile(NORMAL_P975, 10) / 2.228138851986274 - 1)).toBeLessThan(1e-4)
  expect(studentQuantile(NORMAL_P90, 2)).toBeCloseTo(1.883, 3)
  expect(studentQuantile(NORMAL_P975, 1e9)).toBeCloseTo(NORMAL_P975, 8)
  expect([studentQuantile(NORMAL_P90, 1), studentQuantile(-NORMAL_P90, 0), studentQuantile(NORMAL_P90, Number.NaN)]).toEqual([Infinity, -Infinity, Infinity])
})
