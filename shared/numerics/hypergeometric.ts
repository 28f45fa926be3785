import gammaln from '@stdlib/math-base-special-gammaln'
import { softplus } from './softplus.ts'

const PRECISION = 1e-17
/** A series as long as this, for a z of hundreds and more, is dearer than the integral. */
const MOST_TERMS = 20_000
const LARGE = 1e250
const LOG_LARGE = Math.log(LARGE)

/**
 * Logarithm of the sum of (a)_n (b)_n / ((c)_n n!) w^n for 0 <= w < 1, c > 0, rescaled where it would overflow; the sum must be positive. NaN where it has not
 * converged after all terms.
 */
function logSeries(a: number, b: number, c: number, w: number): number {
  let term = 1
  let sum = 1
  let scale = 0
  for (let n = 0; n < MOST_TERMS; n++) {
    term *= ((a + n) * (b + n) * w) / ((c + n) * (n + 1))
    sum += term
    if (Math.abs(term) <= PRECISION * Math.abs(sum)) return Math.log(sum) + scale
    if (sum > LARGE) {
      sum /= LARGE
      term /= LARGE
      scale += LOG_LARGE
    }
  }
  return Number.NaN
}

/** Where the density is nearly flat in the logit, the value at that end is taken out and its part of the integral known. */
const FLAT = 0.05
const MOST_STEPS = 100_000

/**
 * The same function as Euler's integral (Abramowitz & Stegun 1964, 15.3.1), the mean of (1 + z t)^-a over t ~ Beta(b, c - b), by the trapezium rule in the logit of t,
 * which converges exponentially fast (Trefethen & Weideman 2014). For c > b. NaN where it has not settled after all steps.
 */
function byIntegral(a: number, b: number, c: number, z: number): number {
  const rest = c - b
  const logBeta = gammaln(b) + gammaln(rest) - gammaln(c)
  const logWhole = Math.log1p(z)
  const atOne = rest < FLAT ? Math.exp(-a * logWhole) : 0
  const part = (y: number) => {
    const logT = -softplus(-y)
    const t = Math.exp(logT)
    const fall = -a * Math.log1p(z * t)
    const value = (b < FLAT ? Math.expm1(fall) + t : Math.exp(fall)) - atOne * t
    return Math.exp(b * logT - rest * softplus(y) - logBeta) * value
  }
  // The top of the integrand, where the slope of its logarithm falls through 0.
  const share = (y: number) => Math.exp(-softplus(-y))
  let [low, high] = [-logWhole - 100, 100]
  for (let halving = 0; halving < 40; halving++) {
    const middle = (low + high) / 2
    if (b > (c - a) * share(middle) + a * share(middle + logWhole)) low = middle
    else high = middle
  }
  const step = Math.min(0.25, 1 / (1.6 * Math.sqrt(b)))
  let sum = part(low)
  for (const direction of [1, -1]) {
    let settled = false
    for (let n = 1; n < MOST_STEPS && !settled; n++) {
      const next = part(low + direction * n * step)
      sum += next
      settled = Math.abs(next) <= PRECISION * Math.abs(sum)
    }
    if (!settled) return Number.NaN
  }
  return sum * step + ((b < FLAT ? rest : 0) + atOne * b) / c
}

/**
 * Gauss hypergeometric function 2F1(a, b; c; -z) for finite z >= 0, a, b > 0 and c >= b, by Pfaff's transformation
 * (1 + z)^-b 2F1(c - a, b; c; z / (1 + z)) (Abramowitz & Stegun 1964, 15.3.5): a plain series in [0, 1).
 * Where b is the larger, or c - a so negative that terms would cancel, the other of Pfaff's forms, (1 + z)^-a 2F1(a, c - b; c; z / (1 + z))
 * (15.3.4), is summed: all its terms are positive. Where z is so large that the series takes too long, Euler's integral. NaN outside its domain, or
 * where neither converges.
 * Example: 2F1(1, 1; 2; -1) = ln 2 = 0.6931471805599453.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (!(z >= 0 && z < Infinity && a > 0 && b > 0 && c >= b)) return Number.NaN
  if (b === c) return Math.exp(-a * Math.log1p(z))
  const w = z / (1 + z)
  const cancels = c - a < -2 && (a - c) * w > c / 4
  const otherForm = b > a || cancels
  const log = otherForm ? logSeries(a, c - b, c, w) - a * Math.log1p(z) : logSeries(c - a, b, c, w) - b * Math.log1p(z)
  return Number.isNaN(log) ? byIntegral(a, b, c, z) : Math.exp(log)
}
