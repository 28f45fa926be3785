import type { Evaluation, Maximum } from '../../../numerics/maximize.ts'
import type { TransactionParameters, TransactionVariant } from '../beta-geometric.ts'
import { withPrior } from '../../../numerics/log-normal-prior.ts'
import { maximizeLikelihood } from './maximize-likelihood.ts'
import type { PurchasePatterns } from './purchase-patterns.ts'
import { customerCount, meanObserved, risingFactorials, survivalCounts } from './survival-counts.ts'

export type TransactionFit = { readonly parameters: TransactionParameters; readonly maximum: Maximum }

/**
 * The log-likelihood of MBG/NBD (Batislam, Denizel & Filiztekin 2007) or BG/NBD (Fader, Hardie & Lee 2005, eq. 6) with its exact gradient and
 * Hessian to (r, alpha, a, b). Products over purchases are sums over the survival counts of x, and what depends on x alone is in a table, so that a
 * row costs four logarithms and exponentials.
 */
export function likelihood(patterns: PurchasePatterns, variant: TransactionVariant): (parameters: Float64Array) => Evaluation {
  const { repeatPurchaseCount, activeSpan, observed, weight } = patterns
  const survivors = survivalCounts(patterns)
  const customers = customerCount(patterns)
  const size = repeatPurchaseCount.length
  // Under BG/NBD nobody can leave before the first repeat purchase: chances to leave start one purchase later.
  const first = variant === 'bg-nbd' ? 1 : 0
  const staysAt = new Float64Array(survivors.length)
  const oddsAt = new Float64Array(survivors.length)

  return ([r, alpha, a, b]) => {
    if (r === undefined || alpha === undefined || a === undefined || b === undefined) throw new RangeError('MBG/NBD has four parameters')
    const purchases = risingFactorials(survivors, r)
    const logAlpha = Math.log(alpha)
    let value = purchases.value + customers * r * logAlpha
    let gR = purchases.slope + customers * logAlpha
    let gAlpha = (customers * r) / alpha
    let gA = 0
    let gB = 0
    let rr = purchases.bend
    let rAlpha = customers / alpha
    let rB = 0
    let alphaAlpha = (-customers * r) / (alpha * alpha)
    let alphaB = 0
    let aa = 0
    let ab = 0
    let bb = 0
    // Sums over the rows that are divided by a, or by its square, at the end.
    let goneSum = 0
    let spreadSum = 0
    let spreadSilence = 0
    let spreadAlpha = 0
    let spreadB = 0
    for (let x = first; x < survivors.length; x++) {
      // The chance to stay after the purchase, of all who made it.
      const made = x === 0 ? customers : survivors[x - 1]!
      const stays = 1 / (b + x - first)
      const all = 1 / (a + b + x - first)
      value -= made * Math.log1p(a * stays)
      gA -= made * all
      gB += made * a * stays * all
      aa += made * all * all
      ab += made * all * all
      bb += made * (all - stays) * (all + stays)
      staysAt[x] = stays
      oddsAt[x] = Math.log(a * stays)
    }
    if (first > 0) oddsAt[0] = Number.NEGATIVE_INFINITY
    for (let i = 0; i < size; i++) {
      const x = repeatPurchaseCount[i]!
      const w = weight[i]!
      const e = r + x
      const end = alpha + observed[i]!
      const last = alpha + activeSpan[i]!
      const logEnd = Math.log(end)
      const inverseEnd = 1 / end
      const inverseLast = 1 / last
      const stays = staysAt[x]!
      const silence = logEnd - Math.log(last)
      const odds = oddsAt[x]! + e * silence
      // Weights of "still a customer" and "left" given the history, and the logarithm of their sum, without overflow.
      const small = Math.exp(-Math.abs(odds))
      const share = 1 / (1 + small)
      const left = odds > 0 ? share : small * share
      const alive = odds > 0 ? small * share : share
      value += w * ((odds > 0 ? odds : 0) + Math.log(1 + small) - e * logEnd)

      const dAlpha = e * (inverseLast - inverseEnd)
      const gone = w * left
      const goneLast = gone * inverseLast
      const aliveEnd = w * alive * inverseEnd
      const mixed = aliveEnd + goneLast
      gR -= w * logEnd - gone * silence
      gAlpha -= e * mixed
      gB -= gone * stays
      goneSum += gone
      const spread = gone * alive
      const spreadStays = spread * stays
      rr += spread * silence * silence
      rAlpha -= spread * silence * dAlpha + mixed
      rB -= spreadStays * silence
      alphaAlpha += spread * dAlpha * dAlpha + e * (aliveEnd * inverseEnd + goneLast * inverseLast)
      alphaB += spreadStays * dAlpha
      bb += (spread + gone) * stays * stays
      spreadSum += spread
      spreadSilence += spread * silence
      spreadAlpha += spread * dAlpha
      spreadB += spreadStays
    }
    gA += goneSum / a
    aa += (spreadSum - goneSum) / (a * a)
    ab -= spreadB / a
    const rA = spreadSilence / a
    const alphaA = -spreadAlpha / a
    return {
      value,
      gradient: Float64Array.of(gR, gAlpha, gA, gB),
      hessian: Float64Array.of(rr, rAlpha, rA, rB, rAlpha, alphaAlpha, alphaA, alphaB, rA, alphaA, aa, ab, rB, alphaB, ab, bb),
    }
  }
}

/** Starts relative to the mean observation time: the usual shop, and one whose customers hardly ever leave. */
const STARTS = [[0.5, 0.3, 0.8, 2.5], [1, 1, 0.1, 5]] as const

/**
 * Maximum likelihood of MBG/NBD, or BG/NBD, by Newton's method in log parameters. Plain: no penalty, so that it can be compared with other
 * software. Stops cleanly at the edge where no leaving can be told from the data (a -> 0 or b -> infinity).
 * Example: CDNOW sample in weeks: r .524843, alpha 6.183085, a .891359, b 1.614002, log-likelihood -9582.135716;
 * as BG/NBD .242595, 4.413602, .792922, 2.425907, -9582.429207.
 */
export function fitBetaGeometric(patterns: PurchasePatterns, variant: TransactionVariant = 'mbg-nbd'): TransactionFit {
  const maximum = maximizeLikelihood(patterns, {
    likelihood: (some) => likelihood(some, variant), starts: STARTS, scale: [1, meanObserved(patterns), 1, 1],
  })
  const [r = 0, alpha = 0, a = 0, b = 0] = maximum.parameters
  return { parameters: { r, alpha, a, b }, maximum }
}

/** Under so many customers four parameters are more than the data can tell alone. */
export const smallShop = 500
/** About the fits of the shops in the literature (CDNOW, and those of Batislam, Denizel & Filiztekin 2007), wide: two in three of all shops within a factor e. alpha relative to the mean observation time. */
const USUAL_SHOPS = { medians: [0.6, 0.3, 0.8, 2], deviations: [1, 1, 1, 1] } as const

/**
 * MBG/NBD of a small shop by penalised maximum likelihood: drawn toward what is usual in shops by a log-normal prior that weighs as one observation of each
 * parameter, so that it fades as customers become more, and that no parameter runs to an edge for want of data. `maximum.value` has the penalty in it.
 * Example: with 30,000 customers it is the plain fit to 1%.
 */
export function fitSmallShop(patterns: PurchasePatterns): TransactionFit {
  const scale = [1, meanObserved(patterns), 1, 1]
  const medians = USUAL_SHOPS.medians.map((median, i) => median * scale[i]!)
  const maximum = maximizeLikelihood(patterns, {
    likelihood: (some) => withPrior(likelihood(some, 'mbg-nbd'), { medians, deviations: USUAL_SHOPS.deviations }), starts: STARTS, scale,
  })
  const [r = 0, alpha = 0, a = 0, b = 0] = maximum.parameters
  return { parameters: { r, alpha, a, b }, maximum }
}
