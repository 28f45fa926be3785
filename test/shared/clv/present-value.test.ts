import { expect, test } from 'vitest'
import { weeklyDiscountRate, weeksOfMonths } from '../../../shared/clv/present-value.ts'

test('15% a year is .0027 a week, continuously (BTYD\'s example)', () => {
  expect(weeklyDiscountRate(0.15)).toBeCloseTo(0.0026785, 7)
  expect(Math.exp(-weeklyDiscountRate(0.15) * weeksOfMonths(12))).toBeCloseTo(1 / 1.15, 12)
  expect(weeklyDiscountRate(0)).toBe(0)
})

test('a year is 52.1786 weeks', () => {
  expect(weeksOfMonths(12)).toBeCloseTo(52.1786, 4)
})
