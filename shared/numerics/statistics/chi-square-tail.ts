import gammaln from '@stdlib/math-base-special-gammaln'

const PRECISION = 1e-16
/** Far more terms than are ever needed at a few degrees of freedom. */
const MOST_TERMS = 10_000
/** In place of a division by zero (Lentz 1976). */
const TINY = 1e-300

/** P(a, x) by its series (Abramowitz & Stegun 1964, 6.5.29), quick below the mean. */
function lowerPart(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < MOST_TERMS && term > PRECISION * sum; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum * Math.exp(a * Math.log(x) - x - gammaln(a))
}

/** Q(a, x) by its continued fraction (Abramowitz & Stegun 1964, 6.5.31; evaluated as Lentz 1976), quick above the mean and precise far into the tail. */
function upperPart(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / (numerator * d + b || TINY)
    c = b + numerator / c || TINY
    fraction *= d * c
    if (Math.abs(d * c - 1) < 2 * Number.EPSILON) break
  }
  return fraction * Math.exp(a * Math.log(x) - x - gammaln(a))
}

/**
 * The chance, 0 to 1, that a chi-square variable with so many degrees of freedom exceeds `statistic`: the regularised upper incomplete gamma
 * function Q(df/2, statistic/2) (Abramowitz & Stegun 1964, 26.4.19). 1 for a statistic of zero or less. Throws RangeError for a statistic
 * that is not a number or degrees of freedom that are not above zero. Example: 3.841459 with 1 degree of freedom: .05.
 */
export function chiSquareTail(statistic: number, degreesOfFreedom: number): number {
  if (Number.isNaN(statistic) || !(degreesOfFreedom > 0)) throw new RangeError('A chi-square tail needs a statistic and degrees of freedom above zero')
  if (statistic <= 0) return 1
  if (statistic === Number.POSITIVE_INFINITY) return 0
  const a = degreesOfFreedom / 2
  const x = statistic / 2
  return x < a + 1 ? 1 - lowerPart(a, x) : upperPart(a, x)
}
