/** Square matrices are rows behind each other in one array. */

/**
 * Lower triangle L with L L' = matrix (Cholesky); `null` where the matrix is not positive definite.
 * Example: [4, 2, 2, 5] gives [2, 0, 1, 2].
 */
export function cholesky(matrix: ArrayLike<number>, size: number): Float64Array | null {
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!
      if (i !== j) lower[i * size + j] = sum / lower[j * size + j]!
      else if (sum > 1e-13 * Math.abs(matrix[i * size + i]!)) lower[i * size + i] = Math.sqrt(sum)
      else return null
    }
  }
  return lower
}

/** Solves L' x = right side, for L from `cholesky`, which must have no zero on its diagonal. Example: L [2, 0, 1, 2], right side (2, 5): (-.25, 2.5). */
export function solveTransposed(lower: Float64Array, right: ArrayLike<number>, size: number): Float64Array {
  const solution = new Float64Array(size)
  for (let i = size - 1; i >= 0; i--) {
    let sum = right[i]!
    for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * solution[k]!
    solution[i] = sum / lower[i * size + i]!
  }
  return solution
}

/** Solves L L' x = right side, for L from `cholesky`, which must have no zero on its diagonal. Example: L [2, 0, 1, 2], right side (2, 5): (0, 1). */
export function solveCholesky(lower: Float64Array, right: ArrayLike<number>, size: number): Float64Array {
  const forward = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    let sum = right[i]!
    for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * forward[k]!
    forward[i] = sum / lower[i * size + i]!
  }
  return solveTransposed(lower, forward, size)
}
