import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { symmetricEigen } from '../../../shared/numerics/symmetric-eigen.ts'

test('[2, 1, 1, 2] has the eigenvalues 1 and 3 (worked example)', () => {
  const values = [...symmetricEigen([2, 1, 1, 2], 2).values].sort((a, b) => a - b)
  expect(values[0]).toBeCloseTo(1, 14)
  expect(values[1]).toBeCloseTo(3, 14)
})

test('any symmetric matrix is its vectors times its values times its vectors', () => {
  const entry = fc.double({ min: -100, max: 100, noNaN: true })
  fc.assert(fc.property(fc.array(entry, { minLength: 10, maxLength: 10 }), (upper) => {
    const matrix = new Float64Array(16)
    let next = 0
    for (let i = 0; i < 4; i++) for (let j = i; j < 4; j++) matrix[i * 4 + j] = matrix[j * 4 + i] = upper[next++]!
    const { values, vectors } = symmetricEigen(matrix, 4)
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 4; j++) {
        const sum = values.reduce((total, value, k) => total + value * vectors[i * 4 + k]! * vectors[j * 4 + k]!, 0)
        const product = values.reduce((total, _, k) => total + vectors[i * 4 + k]! * vectors[j * 4 + k]!, 0)
        expect(Math.abs(sum - matrix[i * 4 + j]!)).toBeLessThan(1e-11)
        expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-13)
      }
    }
  }))
})

test('a tiny eigenvalue beside a large one keeps its digits', () => {
  const [least] = [...symmetricEigen([1e12, 1, 1, 1e-6], 2).values].sort((a, b) => a - b)
  expect(Math.abs(least! / (1e-6 - 1e-12) - 1)).toBeLessThan(1e-12)
})

test.each([1e200, 1e-200])('entries whose products are no numbers, times %d', (scale) => {
  const [least, most] = [...symmetricEigen([scale, scale / 10, scale / 10, scale], 2).values].sort((a, b) => a - b)
  expect(least! / scale).toBeCloseTo(0.9, 14)
  expect(most! / scale).toBeCloseTo(1.1, 14)
})
