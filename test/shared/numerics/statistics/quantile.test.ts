import { expect, test } from 'vitest'
import { quantile } from '../../../../shared/numerics/statistics/quantile.ts'

test('half of [1, 2, 4] lies below 2 (worked example); between values it interpolates', () => {
  expect(quantile([1, 2, 4], 0.5)).toBe(2)
  expect(quantile([1, 2, 4], 0.75)).toBe(3)
  expect(quantile([1, 2, 4], 0)).toBe(1)
  expect(quantile([1, 2, 4], 1)).toBe(4)
  expect(quantile([7], 0.3)).toBe(7)
  expect(quantile([], 0.5)).toBe(0)
})
