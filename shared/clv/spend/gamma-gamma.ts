import digamma from '@stdlib/math-base-special-digamma'
import gammaln from '@stdlib/math-base-special-gammaln'
import trigamma from '@stdlib/math-base-special-trigamma'
import { maximize, type Evaluation, type Maximum } from '../../numerics/maximize.ts'
import { payingCustomers } from './log-means.ts'

/**
 * Gamma-Gamma model of order values (Colombo & Jiang 1999; Fader & Hardie 2013, "The Gamma-Gamma model of monetary value"): one customer's orders are Gamma(p, nu), nu is
 * Gamma(q, gamma) over customers, and value does not depend on how often one buys. `gamma` carries the unit of money.
 */
export type SpendParameters = { readonly p: number; readonly q: number; readonly gamma: number }
export type SpendFit = { readonly parameters: SpendParameters; readonly maximum: Maximum; readonly customers: number }

/**
 * Expected value of the next order of a customer with `purchases` orders that together were `total`:
 * p (gamma + total) / (p purchases + q - 1) (Fader & Hardie 2013, eq. 5). Where that mean does not exist (denominator not
 * above zero): the customer's own mean, or 0 without orders. In the unit of money of gamma.
 * Example: (p 6.25, q 3.74, gamma 15.44), 3 orders of 35 on average: 35.02791996 (BTYD manual).
 */
export function expectedOrderValue({ p, q, gamma }: SpendParameters, purchases: number, total: number): number {
  const denominator = p * purchases + q - 1
  if (denominator > 0) return (p * (gamma + total)) / denominator
  return purchases > 0 ? total / purchases : 0
}

/**
 * Log-likelihood of a mean order value over `purchases` orders (Fader & Hardie 2013, eq. 1a). NaN unless both are above zero.
 * Example: (6.25, 3.74, 15.44), 1 order of 10: -3.921351.
 */
export function spendLogLikelihood({ p, q, gamma }: SpendParameters, purchases: number, mean: number): number {
  const shape = p * purchases
  const total = mean * purchases
  return gammaln(shape + q) - gammaln(shape) - gammaln(q) + q * Math.log(gamma) + shape * Math.log(total) - Math.log(mean) - (shape + q) * Math.log(gamma + total)
}

/** The likelihood of all customers with exact derivatives to (p, q, gamma); special functions once per distinct number of purchases. */
function likelihood(purchases: Int32Array, totals: Float64Array): (parameters: Float64Array) => Evaluation {
  const customersWith = new Map<number, number>()
  let logMeans = 0
  let logTotals = 0
  purchases.forEach((n, i) => {
    customersWith.set(n, (customersWith.get(n) ?? 0) + 1)
    logMeans += Math.log(totals[i]! / n)
    logTotals += Math.log(totals[i]!)
  })
  const customers = purchases.length

  return ([p, q, gamma]) => {
    if (p === undefined || q === undefined || gamma === undefined) throw new RangeError('Gamma-Gamma has three parameters')
    // Sums over ln(1 + gamma/total), not over ln(gamma + total) less ln(total): the large parts would cancel.
    let nLog = 0
    let log = 0
    let nInverse = 0
    let paidShare = 0
    let nSquare = 0
    let square = 0
    for (let i = 0; i < customers; i++) {
      const total = totals[i]!
      const n = purchases[i]!
      const ratio = Math.log1p(gamma / total)
      const one = 1 / (gamma + total)
      nLog += n * ratio
      log += ratio
      nInverse += n * one
      paidShare += total * one
      nSquare += n * one * one
      square += one * one
    }
    const logPaid = log + logTotals - customers * Math.log(gamma)
    let value = -customers * gammaln(q) - logMeans - p * nLog - q * logPaid
    let gP = -nLog
    let gQ = -customers * digamma(q) - logPaid
    let pp = 0
    let pq = 0
    let qq = -customers * trigamma(q)
    for (const [n, count] of customersWith) {
      const shape = p * n
      const slope = digamma(shape + q)
      const bend = trigamma(shape + q)
      value += count * (gammaln(shape + q) - gammaln(shape))
      gP += count * n * (slope - digamma(shape))
      gQ += count * slope
      pp += count * n * n * (bend - trigamma(shape))
      pq += count * n * bend
      qq += count * bend
    }
    const qGamma = paidShare / gamma
    return {
      value,
      gradient: Float64Array.of(gP, gQ, q * qGamma - p * nInverse),
      hessian: Float64Array.of(pp, pq, -nInverse, pq, qq, qGamma, -nInverse, qGamma, (-customers * q) / (gamma * gamma) + p * nSquare + q * square),
    }
  }
}

/** Starts of p and q; gamma follows so that the expected order is the shop's average. */
const STARTS = [[4, 4], [1, 2]] as const

/**
 * Maximum likelihood over customers with at least one purchase and money paid; others (free orders only) tell nothing about
 * value and are left out. `totals` are each customer's purchases together, in any unit of money. Meant for ALL purchases, the first
 * included. With no such customer: converged false, value 0, parameters at the start.
 * Example: CDNOW sample, all purchases: p 9.8818, q 3.3987, gamma 7.9280, log-likelihood -9898.451; repeat purchases only:
 * 6.249572, 3.744225, 15.443523, -4055.917695.
 */
export function fitGammaGamma(purchaseCount: ArrayLike<number>, totals: ArrayLike<number>): SpendFit {
  const { purchases, means } = payingCustomers(purchaseCount, totals)
  const paid = means.map((mean, i) => purchases[i]! * mean)
  let money = 0
  let orders = 0
  purchases.forEach((n, i) => {
    orders += n
    money += paid[i]!
  })
  const average = orders > 0 ? money / orders : 1
  const starts = STARTS.map(([p, q]) => [p, q, (q - 1) / p] as const)
  const maximum = maximize(likelihood(purchases, paid), starts, { scale: [1, 1, average] })
  const [p = 0, q = 0, gamma = 0] = maximum.parameters
  return { parameters: { p, q, gamma }, maximum: purchases.length > 0 ? maximum : { ...maximum, converged: false }, customers: purchases.length }
}
