export type SymmetricEigen = {
  readonly values: Float64Array
  /** Unit vectors as columns: component i of vector k is at i * size + k. */
  readonly vectors: Float64Array
}

const SWEEPS = 50
const NEGLIGIBLE = 1e-17

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix (rows behind each other) by Jacobi's rotations (Golub & Van Loan 2013, section 8.5), which
 * keep tiny eigenvalues accurate beside large ones. Not sorted. NaN in, NaN out.
 * Example: [2, 1, 1, 2] has the eigenvalues 1 and 3.
 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): SymmetricEigen {
  const rest = Float64Array.from(matrix)
  const vectors = new Float64Array(size * size)
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let rotated = false
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const beside = rest[p * size + q]!
        const own = rest[p * size + p]!
        const other = rest[q * size + q]!
        if (!(Math.abs(beside) > NEGLIGIBLE * Math.sqrt(Math.abs(own)) * Math.sqrt(Math.abs(other)))) continue
        rotated = true
        const ratio = (other - own) / (2 * beside)
        const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(ratio, 1))
        const cosine = 1 / Math.hypot(tangent, 1)
        const sine = tangent * cosine
        for (let k = 0; k < size; k++) rotate(rest, k * size + p, k * size + q, cosine, sine)
        for (let k = 0; k < size; k++) rotate(rest, p * size + k, q * size + k, cosine, sine)
        for (let k = 0; k < size; k++) rotate(vectors, k * size + p, k * size + q, cosine, sine)
      }
    }
    if (!rotated) break
  }
  return { values: Float64Array.from({ length: size }, (_, i) => rest[i * size + i]!), vectors }
}

function rotate(matrix: Float64Array, at: number, beside: number, cosine: number, sine: number): void {
  const first = matrix[at]!
  const second = matrix[beside]!
  matrix[at] = cosine * first - sine * second
  matrix[beside] = sine * first + cosine * second
}
