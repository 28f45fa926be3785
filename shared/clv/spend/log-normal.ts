import type { Maximum } from '../../numerics/maximize.ts'
import type { Random } from '../../random.ts'
import { fitLogMeans, groupLogMeans, meanSpread, payingCustomers } from './log-means.ts'

/**
 * Log-normal model of order values, as Borle, Singh & Jain (2008) and Abe (2009) use for spend: the logarithm of a customer's expected order is normal over
 * customers with median `median` (in money) and variance `customerVariance`; one customer's orders are log-normal around it with
 * variance `orderVariance` of the logarithm. Only the number and the mean of a customer's orders are known, and a mean of log-normals is no log-normal:
 * it is taken as the one with the same mean and variance (log-means.ts), which is exact for one order and for very many.
 */
export type LogNormalParameters = { readonly median: number; readonly customerVariance: number; readonly orderVariance: number }

export type LogNormalFit = {
  readonly parameters: LogNormalParameters
  readonly maximum: Maximum
  readonly customers: number
  /** False where all bought equally often: how far customers differ cannot then be told from how far orders do, and each is given half. */
  readonly separable: boolean
}

/** What is known of one customer's expected order: its logarithm is normal with this mean and variance. */
export type OrderScale = { readonly mean: number; readonly variance: number }

/**
 * What is known of the expected order of a customer whose `purchases` orders were `total` together: the posterior of the normal-normal model (Gelman et al.
 * 2013, ch. 2.5), ln(mean) + s/2 having variance s around it. Without orders, or with free ones only, which a log-normal knows nothing of:
 * what is known of any customer. Example: (median 30, .2, .3), 2 orders of 60 together: mean 3.445828, variance .089261.
 */
export function orderScale({ median, customerVariance, orderVariance }: LogNormalParameters, purchases: number, total: number): OrderScale {
  const center = Math.log(median)
  if (!(purchases > 0 && total > 0)) return { mean: center, variance: customerVariance }
  const { variance, shift } = meanSpread('log-normal', orderVariance, purchases)
  const trust = customerVariance / (customerVariance + variance)
  return { mean: center + trust * (Math.log(total / purchases) + shift * variance - center), variance: trust * variance }
}

/**
 * Expected value of the next order of a customer whose `purchases` orders were `total` together: the mean (not the median) of the posterior, e^(mean +
 * variance/2), in the unit of money of `median`. Without orders or money: the average customer's, median e^(customerVariance/2).
 * Example: (median 30, .2, .3), 2 orders of 60 together: 32.8010.
 */
export function expectedLogNormalOrder(parameters: LogNormalParameters, purchases: number, total: number): number {
  const { mean, variance } = orderScale(parameters, purchases, total)
  return Math.exp(mean + variance / 2)
}

/**
 * A draw of one customer's expected order, in money; its mean over draws is `expectedLogNormalOrder`. Orders around a drawn value v are
 * v e^(sqrt(S) z - S/2), S `orderVariance` and z standard normal. Example: a scale with variance 0 gives e^mean.
 */
export function sampleOrderScale({ mean, variance }: OrderScale, random: Random): number {
  return Math.exp(mean + Math.sqrt(variance) * random.normal())
}

/**
 * Log-likelihood of a mean order value over `purchases` orders: the density in money, comparable with `spendLogLikelihood` of Gamma-Gamma. NaN unless both
 * are above zero. Example: (median 30, .2, .3), 1 order of 10: -3.774815.
 */
export function logNormalLogLikelihood({ median, customerVariance, orderVariance }: LogNormalParameters, purchases: number, mean: number): number {
  if (!(purchases > 0 && mean > 0)) return Number.NaN
  const { variance, shift } = meanSpread('log-normal', orderVariance, purchases)
  const spread = customerVariance + variance
  const off = Math.log(mean / median) + shift * variance
  return -(Math.log(2 * Math.PI * spread) + (off * off) / spread) / 2 - Math.log(mean)
}

const NOTHING: LogNormalFit = {
  parameters: { median: 1, customerVariance: 1, orderVariance: 1 },
  maximum: {
    parameters: Float64Array.of(1, 1, 1), value: 0, converged: false, iterations: 0, evaluations: 0, gradientNorm: 0,
    atBound: [false, false, false], information: new Float64Array(9),
  },
  customers: 0,
  separable: false,
}

/**
 * Maximum likelihood over customers with at least one purchase and money paid. `totals` are each customer's purchases together, the first included, in any unit of
 * money. `maximum.value` is the log-likelihood of the means in money, its parameters are (median, customerVariance, orderVariance). With no such
 * customer: converged false, value 0, parameters 1. Example: CDNOW sample: 29.1351, .221499, .287976, log-likelihood -9934.6796.
 */
export function fitLogNormal(purchaseCount: ArrayLike<number>, totals: ArrayLike<number>): LogNormalFit {
  const { purchases, means } = payingCustomers(purchaseCount, totals)
  const customers = purchases.length
  if (customers === 0) return NOTHING
  const logMeans = means.map(Math.log)
  const groups = groupLogMeans(purchases, logMeans)
  const maximum = fitLogMeans(groups, 'log-normal')
  const constant = logMeans.reduce((sum, log) => sum + log, 0) + (customers / 2) * Math.log(2 * Math.PI)
  const [median = 1, customerVariance = 1, orderVariance = 1] = maximum.parameters
  return {
    parameters: { median, customerVariance, orderVariance },
    maximum: { ...maximum, value: maximum.value - constant },
    customers,
    separable: groups.length > 1,
  }
}
