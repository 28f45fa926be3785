import { maximize, type Evaluation, type Maximum } from '../../../numerics/maximize.ts'
import type { TransactionParameters } from '../beta-geometric.ts'
import type { PurchasePatterns } from './purchase-patterns.ts'

export type TransactionFit = { readonly parameters: TransactionParameters; readonly maximum: Maximum }

/** How many customers made more than k repeat purchases, for every k: the rising factorials of the likelihood as sums. */
function moreThan({ repeatPurchaseCount, weight }: PurchasePatterns): Float64Array {
  const most = repeatPurchaseCount.reduce((max, x) => Math.max(max, x), 0)
  const counts = new Float64Array(most + 2)
  repeatPurchaseCount.forEach((x, i) => { counts[x]! += weight[i]! })
  let above = 0
  for (let k = most + 1; k >= 0; k--) {
    const here = counts[k]!
    counts[k] = above
    above += here
  }
  return counts
}

/**
 * The log-likelihood of MBG/NBD (Batislam, Denizel & Filiztekin 2007) with its exact gradient and Hessian to (r, alpha, a, b).
 * The products over purchases are sums over the survival counts of x, so that no gamma function is called.
 */
function likelihood(patterns: PurchasePatterns): (parameters: Float64Array) => Evaluation {
  const { repeatPurchaseCount, activeSpan, observed, weight } = patterns
  const survivors = moreThan(patterns)
  const customers = weight.reduce((sum, w) => sum + w, 0)
  const size = repeatPurchaseCount.length

  return ([r, alpha, a, b]) => {
    if (r === undefined || alpha === undefined || a === undefined || b === undefined) throw new RangeError('MBG/NBD has four parameters')
    let value = customers * r * Math.log(alpha)
    let gR = customers * Math.log(alpha)
    let gAlpha = (customers * r) / alpha
    let gA = 0
    let gB = 0
    let rr = 0
    let rAlpha = customers / alpha
    let rA = 0
    let rB = 0
    let alphaAlpha = (-customers * r) / (alpha * alpha)
    let alphaA = 0
    let alphaB = 0
    let aa = 0
    let ab = 0
    let bb = 0
    for (let k = 0; k < survivors.length; k++) {
      const purchased = survivors[k]!
      if (purchased > 0) {
        const inverse = 1 / (r + k)
        value += purchased * Math.log(r + k)
        gR += purchased * inverse
        rr -= purchased * inverse * inverse
      }
      // The chance to stay after purchase k, of all who made it.
      const made = k === 0 ? customers : survivors[k - 1]!
      if (made === 0) break
      const stays = 1 / (b + k)
      const all = 1 / (a + b + k)
      value -= made * Math.log1p(a * stays)
      gA -= made * all
      gB += made * a * stays * all
      aa += made * all * all
      ab += made * all * all
      bb += made * (all - stays) * (all + stays)
    }
    const logA = Math.log(a)
    for (let i = 0; i < size; i++) {
      const x = repeatPurchaseCount[i]!
      const w = weight[i]!
      const e = r + x
      const inverseEnd = 1 / (alpha + observed[i]!)
      const inverseLast = 1 / (alpha + activeSpan[i]!)
      const stays = 1 / (b + x)
      const logEnd = -Math.log(inverseEnd)
      const silence = Math.log1p((observed[i]! - activeSpan[i]!) * inverseLast)
      const odds = logA + Math.log(stays) + e * silence
      // Weights of "still a customer" and "left" given the history, and the logarithm of their sum, without overflow.
      const small = Math.exp(-Math.abs(odds))
      const left = odds > 0 ? 1 / (1 + small) : small / (1 + small)
      const alive = odds > 0 ? small / (1 + small) : 1 / (1 + small)
      value += w * (Math.max(odds, 0) + Math.log1p(small) - e * logEnd)

      const dR = -silence
      const dAlpha = e * (inverseLast - inverseEnd)
      const mixed = w * (alive * inverseEnd + left * inverseLast)
      gR -= w * (logEnd - left * silence)
      gAlpha -= e * mixed
      gA += (w * left) / a
      gB -= w * left * stays
      const spread = w * alive * left
      rr += spread * dR * dR
      rAlpha += spread * dR * dAlpha - mixed
      rA -= (spread * dR) / a
      rB += spread * dR * stays
      alphaAlpha += spread * dAlpha * dAlpha + w * e * (alive * inverseEnd * inverseEnd + left * inverseLast * inverseLast)
      alphaA -= (spread * dAlpha) / a
      alphaB += spread * dAlpha * stays
      aa += (spread - w * left) / (a * a)
      ab -= (spread * stays) / a
      bb += (spread + w * left) * stays * stays
    }
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
 * Maximum likelihood of MBG/NBD by Newton's method in log parameters. Plain: no penalty, so that it can be compared with other
 * software. Stops cleanly at the edge where no leaving can be told from the data (a -> 0 or b -> infinity).
 * Example: CDNOW sample in weeks: r .524843, alpha 6.183085, a .891359, b 1.614002, log-likelihood -9582.135716.
 */
export function fitBetaGeometric(patterns: PurchasePatterns): TransactionFit {
  let time = 0
  let customers = 0
  patterns.observed.forEach((observed, i) => {
    time += observed * patterns.weight[i]!
    customers += patterns.weight[i]!
  })
  const scale = [1, time > 0 ? time / customers : 1, 1, 1]
  const maximum = maximize(likelihood(patterns), STARTS, { scale })
  const [r = 0, alpha = 0, a = 0, b = 0] = maximum.parameters
  return { parameters: { r, alpha, a, b }, maximum }
}
