import { expect, test } from 'vitest'
import { softplus } from '../../../shared/numerics/softplus.ts'

test('ln 2 at 0, the argument itself where it is large, nothing at minus infinity (worked example)', () => {
  expect(softplus(0)).toBe(Math.LN2)
  expect(softplus(1000)).toBe(1000)
  expect(softplus(Number.NEGATIVE_INFINITY)).toBe(0)
  expect(softplus(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY)
  expect(softplus(Number.NaN)).toBeNaN()
})

test('no digit is lost where e^y is small, and it is y more than at -y', () => {
  expect(softplus(-50) / Math.exp(-50)).toBeCloseTo(1, 15)
  for (const y of [0.1, 1, 7, 30]) expect(softplus(y) - softplus(-y)).toBeCloseTo(y, 13)
})
