const PRECISION = 1e-17
const MAXIMUM_TERMS = 200_000
/** Above this exponent the all-positive series would overflow. */
const LARGEST_EXPONENT = 600

/** Sum of (a)_n (b)_n / ((c)_n n!) w^n for 0 <= w < 1, c > 0. */
function series(a: number, b: number, c: number, w: number): number {
  let term = 1
  let sum = 1
  for (let n = 0; n < MAXIMUM_TERMS; n++) {
    term *= ((a + n) * (b + n) * w) / ((c + n) * (n + 1))
    sum += term
    if (Math.abs(term) <= PRECISION * Math.abs(sum)) break
  }
  return sum
}

/**
 * Gauss hypergeometric function 2F1(a, b; c; -z) for z >= 0 and a, b, c > 0, by Pfaff's transformation
 * (1 + z)^-b 2F1(c - a, b; c; z / (1 + z)) (Abramowitz & Stegun 1964, 15.3.5): a plain series in [0, 1).
 * Where c - a is so negative that its terms would cancel, the other of Pfaff's forms (15.3.4) is summed: all its terms are positive.
 * NaN outside its domain. Example: 2F1(1, 1; 2; -1) = ln 2 = 0.6931471805599453.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (!(z >= 0 && a > 0 && b > 0 && c > 0)) return Number.NaN
  const w = z / (1 + z)
  const first = c - a
  const cancels = first < -2 && -first * w > c / 4
  if (cancels && a * Math.log1p(z) < LARGEST_EXPONENT) return (1 + z) ** -a * series(a, c - b, c, w)
  return (1 + z) ** -b * series(first, b, c, w)
}
