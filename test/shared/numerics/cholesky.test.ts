import { expect, test } from 'vitest'
import { cholesky, solveCholesky, solveTransposed } from '../../../shared/numerics/cholesky.ts'

test('the factor of a small matrix (worked example)', () => {
  expect([...cholesky([4, 2, 2, 5], 2)!]).toEqual([2, 0, 1, 2])
})

test('a matrix that is not positive definite has no factor', () => {
  expect(cholesky([1, 2, 2, 1], 2)).toBeNull()
  expect(cholesky([0], 1)).toBeNull()
})

test('the two solutions of a small one (worked examples)', () => {
  const lower = Float64Array.of(2, 0, 1, 2)
  expect([...solveTransposed(lower, [2, 5], 2)]).toEqual([-0.25, 2.5])
  expect([...solveCholesky(lower, [2, 5], 2)]).toEqual([0, 1])
})

test('solutions satisfy their equations', () => {
  const matrix = [4, 2, 1, 2, 5, 3, 1, 3, 6]
  const lower = cholesky(matrix, 3)!
  const solution = solveCholesky(lower, [1, 2, 3], 3)
  for (let i = 0; i < 3; i++) expect(matrix.slice(i * 3, i * 3 + 3).reduce((sum, m, j) => sum + m * solution[j]!, 0)).toBeCloseTo(i + 1, 12)
  const half = solveTransposed(lower, [1, 2, 3], 3)
  for (let i = 0; i < 3; i++) expect([0, 1, 2].reduce((sum, k) => sum + lower[k * 3 + i]! * half[k]!, 0)).toBeCloseTo(i + 1, 12)
})
