import digamma from '@stdlib/math-base-special-digamma'
import gammaln from '@stdlib/math-base-special-gammaln'
import trigamma from '@stdlib/math-base-special-trigamma'
import { maximize, type Evaluation, type Maximum } from '../../../numerics/maximize.ts'

/** Rate of purchase Gamma(r, alpha) over customers; alpha in the unit of `window`. */
export type EstablishedFit = { readonly parameters: { readonly r: number; readonly alpha: number }; readonly maximum: Maximum }

/** How many customers made n purchases, for every n that occurs. */
function histogram(purchaseCount: ArrayLike<number>): { readonly counts: readonly number[]; readonly customers: readonly number[] } {
  const known = new Map<number, number>()
  for (let row = 0; row < purchaseCount.length; row++) {
    const n = purchaseCount[row]!
    if (n > 0) known.set(n, (known.get(n) ?? 0) + 1)
  }
  return { counts: [...known.keys()], customers: [...known.values()] }
}

/** Log-likelihood of the counts, those of nobody left out, with its derivatives to (r, alpha). */
function likelihood({ counts, customers }: ReturnType<typeof histogram>, window: number): (parameters: Float64Array) => Evaluation {
  let all = 0
  let purchases = 0
  let constant = 0
  counts.forEach((n, i) => {
    all += customers[i]!
    purchases += customers[i]! * n
    constant += customers[i]! * (n * Math.log(window) - gammaln(n + 1))
  })
  return ([r, alpha]) => {
    if (r === undefined || alpha === undefined) throw new RangeError('A negative binomial has two parameters')
    // u = r ln(alpha / (alpha + S)) is the logarithm of the share that bought nothing and is not in the data.
    const inverse = 1 / alpha
    const inverseEnd = 1 / (alpha + window)
    const log = -Math.log1p(window * inverse)
    const slope = inverse - inverseEnd
    const bend = inverseEnd * inverseEnd - inverse * inverse
    const seen = -Math.expm1(r * log)
    const odds = (1 - seen) / seen
    const lift = all * (1 + odds)
    const turn = all * odds * (1 + odds)
    let value = constant - purchases * Math.log(alpha + window) + all * (r * log - Math.log(seen))
    let gR = lift * log
    let rr = turn * log * log
    for (let i = 0; i < counts.length; i++) {
      const n = counts[i]!
      value += customers[i]! * (gammaln(r + n) - gammaln(r))
      gR += customers[i]! * (digamma(r + n) - digamma(r))
      rr += customers[i]! * (trigamma(r + n) - trigamma(r))
    }
    const rAlpha = lift * slope + turn * r * slope * log
    return {
      value,
      gradient: Float64Array.of(gR, lift * r * slope - purchases * inverseEnd),
      hessian: Float64Array.of(rr, rAlpha, rAlpha, lift * r * bend + turn * r * r * slope * slope + purchases * inverseEnd * inverseEnd),
    }
  }
}

const STARTS = [[0.6, 0.5]] as const

/**
 * Maximum likelihood of the negative binomial model (Ehrenberg 1959) for a shop whose customers were customers before its data begin:
 * everyone is watched for the whole `window`, from the first day of the data, and bought at least once, or they would not be known: the
 * zero-truncated negative binomial (Sampford 1955). All purchases count, the first one seen included, because it is no first purchase.
 * `window` in the unit of time wanted for alpha. r may stop at the edge (r -> 0 is the logarithmic series distribution; Chatfield, Ehrenberg &
 * Goodhardt 1966). With nobody: converged false.
 * Example: r .8, alpha 10 of 40,000 simulated customers in 26 weeks come back within 5%.
 */
export function fitEstablishedNbd(purchaseCount: ArrayLike<number>, window: number): EstablishedFit {
  const counts = histogram(purchaseCount)
  const maximum = maximize(likelihood(counts, window), STARTS, { scale: [1, window > 0 ? window : 1] })
  const [r = 0, alpha = 0] = maximum.parameters
  return { parameters: { r, alpha }, maximum: counts.counts.length > 0 && window > 0 ? maximum : { ...maximum, converged: false } }
}
