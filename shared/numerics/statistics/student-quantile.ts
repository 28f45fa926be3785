/**
 * Quantile of Student's t, from the normal quantile of the same share (normal-quantiles.ts): Fisher & Cornish's expansion (Abramowitz & Stegun 1964, eq. 26.7.5, four terms). Within 1% from 2
 * degrees of freedom, within 0.01% from 10. Infinite below 2, where it does not hold: a range that says nothing.
 * Example: 1.2815516 (P90) with 10 degrees of freedom gives 1.372, with 2 it gives 1.883 (table: 1.886).
 */
export function studentQuantile(normal: number, degrees: number): number {
  if (!(degrees >= 2)) return Math.sign(normal) * Number.POSITIVE_INFINITY
  const z = normal
  const square = z * z
  const terms = [
    (z * (square + 1)) / 4,
    (z * ((5 * square + 16) * square + 3)) / 96,
    (z * (((3 * square + 19) * square + 17) * square - 15)) / 384,
    (z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945)) / 92_160,
  ]
  return terms.reduce((sum, term, at) => sum + term / degrees ** (at + 1), z)
}
