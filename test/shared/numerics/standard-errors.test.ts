import { expect, test } from 'vitest'
import { standardErrors } from '../../../shared/numerics/standard-errors.ts'

test('the parameter times the error of its logarithm (worked example)', () => {
  const errors = standardErrors({ parameters: Float64Array.of(2, 10), information: Float64Array.of(4, 0, 0, 25), atBound: [false, false] })
  expect(errors[0]).toBeCloseTo(1, 14)
  expect(errors[1]).toBeCloseTo(2, 14)
})

test('what is at its bound, or cannot be told, has none; never NaN', () => {
  const information = Float64Array.of(4, 1, 1, 25)
  expect(standardErrors({ parameters: Float64Array.of(2, 10), information, atBound: [false, true] })).toEqual([1, null])
  expect(standardErrors({ parameters: Float64Array.of(2, 10), information, atBound: [true, true] })).toEqual([null, null])
  expect(standardErrors({ parameters: Float64Array.of(2, 10), information: Float64Array.of(1, 1, 1, 1), atBound: [false, false] })).toEqual([null, null])
})
