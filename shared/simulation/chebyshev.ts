/** A function on [-1, 1] as a sum of Chebyshev polynomials; the first coefficient is already halved. */
export type ChebyshevSeries = Float64Array

/** The `count` points on [-1, 1] where a series of that many terms is exact (roots of T_count; Trefethen 2013, ch. 2). */
export function chebyshevPoints(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => Math.cos((Math.PI * (k + 0.5)) / count))
}

/** The series through values at `chebyshevPoints(values.length)` (discrete cosine transform). Example: values 3, 3 give 3, 0. */
export function chebyshevSeries(values: ArrayLike<number>): ChebyshevSeries {
  const count = values.length
  return Float64Array.from({ length: count }, (_, term) => {
    let sum = 0
    for (let k = 0; k < count; k++) sum += values[k]! * Math.cos((Math.PI * term * (k + 0.5)) / count)
    return ((term === 0 ? 1 : 2) * sum) / count
  })
}

/** The series at `t` in [-1, 1] (Clenshaw 1955). Example: coefficients 1, 2, 3 at .5: 1 + 2 x .5 + 3 x (2 x .25 - 1) = .5. */
export function chebyshevValue(series: ChebyshevSeries, t: number): number {
  const twice = 2 * t
  let next = 0
  let afterNext = 0
  for (let term = series.length - 1; term > 0; term--) {
    const current = twice * next - afterNext + series[term]!
    afterNext = next
    next = current
  }
  return t * next - afterNext + series[0]!
}
