import gammaln from '@stdlib/math-base-special-gammaln'
import { maximize, type Evaluation, type Maximum } from '../../../numerics/maximize.ts'
import type { TransactionVariant } from '../beta-geometric.ts'
import type { RegularParameters } from '../regular-buying.ts'
import type { PurchasePatterns } from './purchase-patterns.ts'
import { customerCount, meanObserved, risingFactorials, survivalCounts } from './survival-counts.ts'

export type RegularFit = { readonly parameters: RegularParameters; readonly maximum: Maximum }

/** The part of the likelihood that depends on k and the intervals only (see `logLikelihood` in regular-buying.ts). */
function intervalTerm({ repeatPurchaseCount, activeSpan, weight }: PurchasePatterns, k: number, logIntervals: number | null): number {
  if (k === 1) return 0
  let sum = logIntervals === null ? 0 : (k - 1) * logIntervals
  for (let i = 0; i < weight.length; i++) {
    const x = repeatPurchaseCount[i]!
    if (x === 0) continue
    if (logIntervals === null) sum += weight[i]! * ((k - 1) * x * Math.log(activeSpan[i]!) + gammaln(x) - gammaln(k * x))
    else sum -= weight[i]! * x * gammaln(k)
  }
  return sum
}

/**
 * The log-likelihood of (M)BG/CNBD-k with its exact gradient and Hessian to (r, alpha, a, b). A history is a mixture of k + 1: alive in each of the k phases, or
 * left. Products over purchases are sums over survival counts, so that no special function is called.
 */
function likelihood(patterns: PurchasePatterns, k: number, logIntervals: number | null, variant: TransactionVariant): (parameters: Float64Array) => Evaluation {
  const { repeatPurchaseCount, activeSpan, observed, weight } = patterns
  const size = weight.length
  const customers = customerCount(patterns)
  const survivors = survivalCounts(patterns)
  const ticks = survivalCounts({ ...patterns, repeatPurchaseCount: repeatPurchaseCount.map((x) => k * x) })
  // How many stayed once, twice, ...: MBG customers stay (or not) after the first purchase too.
  const stayed = variant === 'bg-nbd' ? survivors : Float64Array.of(customers, ...survivors)
  const intervals = intervalTerm(patterns, k, logIntervals)

  return ([r, alpha, a, b]) => {
    if (r === undefined || alpha === undefined || a === undefined || b === undefined) throw new RangeError('CNBD-k has four parameters beside k')
    const rising = risingFactorials(ticks, r)
    let value = intervals + customers * r * Math.log(alpha) + rising.value
    let gR = customers * Math.log(alpha) + rising.slope
    let gAlpha = (customers * r) / alpha
    let gA = 0
    let gB = 0
    let rr = rising.bend
    let rAlpha = customers / alpha
    let rA = 0
    let rB = 0
    let alphaAlpha = (-customers * r) / (alpha * alpha)
    let alphaA = 0
    let alphaB = 0
    let aa = 0
    let ab = 0
    let bb = 0
    for (let n = 0; n < stayed.length && stayed[n]! > 0; n++) {
      const who = stayed[n]!
      const stays = 1 / (b + n)
      const all = 1 / (a + b + n)
      value -= who * Math.log1p(a * stays)
      gA -= who * all
      gB += who * a * stays * all
      aa += who * all * all
      ab += who * all * all
      bb += who * (all - stays) * (all + stays)
    }
    const logA = Math.log(a)
    for (let i = 0; i < size; i++) {
      const x = repeatPurchaseCount[i]!
      const w = weight[i]!
      const e = r + k * x
      const end = 1 / (alpha + observed[i]!)
      const last = 1 / (alpha + activeSpan[i]!)
      const silent = observed[i]! - activeSpan[i]!
      // The phases: weight (e)_j / j! (silent end)^j, whose logarithm has slope `inverse` to r and -j end to alpha.
      let term = 1
      let inverse = 0
      let square = 0
      let sum = 0
      let pR = 0
      let pJ = 0
      let pRR = 0
      let pRJ = 0
      let pJJ = 0
      for (let j = 0; j < k; j++) {
        sum += term
        pR += term * inverse
        pJ += term * j
        pRR += term * (inverse * inverse - square)
        pRJ += term * inverse * j
        pJJ += term * j * (j + 1)
        const one = 1 / (e + j)
        term *= ((e + j) * silent * end) / (j + 1)
        inverse += one
        square += one * one
      }
      const logEnd = -Math.log(end)
      const mayHaveLeft = variant !== 'bg-nbd' || x > 0
      const stays = mayHaveLeft ? 1 / (b + x - (variant === 'bg-nbd' ? 1 : 0)) : 0
      const silence = Math.log1p(silent * last)
      const logSum = Math.log(sum)
      const odds = mayHaveLeft ? logA + Math.log(stays) + e * silence - logSum : Number.NEGATIVE_INFINITY
      const small = Math.exp(-Math.abs(odds))
      const left = odds > 0 ? 1 / (1 + small) : small / (1 + small)
      const alive = (odds > 0 ? small / (1 + small) : 1 / (1 + small)) / sum
      value += w * (logSum + Math.max(odds, 0) + Math.log1p(small) - e * logEnd)

      // Slopes of the parts relative to e^(-e ln(alpha + T)), their mean over the parts, and the mean of their squares and bends.
      const dAlpha = e * (end - last)
      const mR = alive * pR + left * silence
      const mAlpha = left * dAlpha - alive * pJ * end
      gR += w * (mR - logEnd)
      gAlpha += w * (mAlpha - e * end)
      gA += (w * left) / a
      gB -= w * left * stays
      rr += w * (alive * pRR + left * silence * silence - mR * mR)
      rAlpha += w * (left * (silence * dAlpha + end - last) - alive * pRJ * end - mR * mAlpha - end)
      alphaAlpha += w * (alive * pJJ * end * end + left * (dAlpha * dAlpha + e * (last * last - end * end)) - mAlpha * mAlpha + e * end * end)
      const toR = w * left * (silence - mR)
      const toAlpha = w * left * (dAlpha - mAlpha)
      rA += toR / a
      rB -= toR * stays
      alphaA += toAlpha / a
      alphaB -= toAlpha * stays
      aa -= (w * left * left) / (a * a)
      ab -= (w * left * (1 - left) * stays) / a
      bb += w * left * (2 - left) * stays * stays
    }
    return {
      value,
      gradient: Float64Array.of(gR, gAlpha, gA, gB),
      hessian: Float64Array.of(rr, rAlpha, rA, rB, rAlpha, alphaAlpha, alphaA, alphaB, rA, alphaA, aa, ab, rB, alphaB, ab, bb),
    }
  }
}

/** Starts, alpha relative to the observed time per tick: the usual shop, and one whose customers hardly ever leave. */
const STARTS = [[0.7, 0.4, 0.8, 2.5], [1, 1, 0.1, 5]] as const

/** Time observed per tick, the first purchase counted as one, so that it is finite where nobody came back. */
function timePerTick(patterns: PurchasePatterns, k: number): number {
  let purchases = 0
  for (let i = 0; i < patterns.weight.length; i++) purchases += patterns.weight[i]! * (1 + patterns.repeatPurchaseCount[i]!)
  return purchases > 0 ? (meanObserved(patterns) * customerCount(patterns)) / (k * purchases) : 1
}

/**
 * Maximum likelihood of (M)BG/CNBD-k for a given k, by Newton's method in log parameters. `logIntervals`: the sum over all customers of the logarithms of the
 * intervals between their purchases, in the unit of the patterns (`purchaseIntervals`), or `null` where they are not known; the parameters do not depend
 * on it, the value and so the choice of k do. Throws a RangeError for a k that is not a whole number of at least 1.
 * Example: k 1 on the CDNOW sample in weeks: r .524843, alpha 6.183085, a .891359, b 1.614002, log-likelihood -9582.135716, as MBG/NBD.
 */
export function fitRegularBuying(patterns: PurchasePatterns, k: number, logIntervals: number | null, variant: TransactionVariant = 'mbg-nbd'): RegularFit {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`Ticks per purchase are whole and at least 1, not ${k}`)
  const maximum = maximize(likelihood(patterns, k, logIntervals, variant), STARTS, { scale: [1, timePerTick(patterns, k), 1, 1] })
  const [r = 0, alpha = 0, a = 0, b = 0] = maximum.parameters
  return { parameters: { k, r, alpha, a, b }, maximum }
}

/** More regular than this, the likelihood hardly tells one k from the next. */
const MOST_REGULAR = 4

/**
 * Chooses k = 1, 2, 3 or 4 by likelihood, from below, until it no longer gains (Reutterer, Platzer & Schröder 2021), and returns that fit. With `logIntervals`
 * the likelihood is that of every purchase time, which tells k even of a few hundred customers; with `null` it is that of (x, t_x, T), which tells it
 * from how soon silence means leaving, and needs many.
 * Example: the CDNOW sample, with its intervals: k 1 (as BTYDplus finds).
 */
export function fitRegularity(patterns: PurchasePatterns, logIntervals: number | null, variant: TransactionVariant = 'mbg-nbd'): RegularFit {
  let best = fitRegularBuying(patterns, 1, logIntervals, variant)
  for (let k = 2; k <= MOST_REGULAR; k++) {
    const next = fitRegularBuying(patterns, k, logIntervals, variant)
    if (!(next.maximum.value > best.maximum.value)) break
    best = next
  }
  return best
}
