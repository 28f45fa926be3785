const PRECISION = 1e-17
const MAXIMUM_TERMS = 1_000_000
const LARGE = 1e250
const LOG_LARGE = Math.log(LARGE)

/** Logarithm of the sum of (a)_n (b)_n / ((c)_n n!) w^n for 0 <= w < 1, c > 0, rescaled where it would overflow; the sum must be positive. */
function logSeries(a: number, b: number, c: number, w: number): number {
  let term = 1
  let sum = 1
  let scale = 0
  for (let n = 0; n < MAXIMUM_TERMS; n++) {
    term *= ((a + n) * (b + n) * w) / ((c + n) * (n + 1))
    sum += term
    if (Math.abs(term) <= PRECISION * Math.abs(sum)) break
    if (sum > LARGE) {
      sum /= LARGE
      term /= LARGE
      scale += LOG_LARGE
    }
  }
  return Math.log(sum) + scale
}

/**
 * Gauss hypergeometric function 2F1(a, b; c; -z) for z >= 0, a, b > 0 and c > b, by Pfaff's transformation
 * (1 + z)^-b 2F1(c - a, b; c; z / (1 + z)) (Abramowitz & Stegun 1964, 15.3.5): a plain series in [0, 1).
 * Where b is the larger, or c - a so negative that terms would cancel, the other of Pfaff's forms, (1 + z)^-a 2F1(a, c - b; c; z / (1 + z))
 * (15.3.4), is summed: all its terms are positive. NaN outside its domain.
 * Example: 2F1(1, 1; 2; -1) = ln 2 = 0.6931471805599453.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (!(z >= 0 && a > 0 && b > 0 && c >= b)) return Number.NaN
  const w = z / (1 + z)
  const cancels = c - a < -2 && (a - c) * w > c / 4
  if (b > a || cancels) return Math.exp(logSeries(a, c - b, c, w) - a * Math.log1p(z))
  return Math.exp(logSeries(c - a, b, c, w) - b * Math.log1p(z))
}
