import { robustScale } from '../../data-quality/robust-scale.ts'
import { fitLogMeans, groupLogMeans, payingCustomers, type LogMeanGroup } from './log-means.ts'

/**
 * The customer's mean order, shrunk toward the shop's: n/(n+k) of the own mean, the rest of the shop's (credibility; Buehlmann 1967). No distribution is
 * assumed. `priorPurchases` is k: the shop's mean counts as so many purchases. Means above `highestMean` are not credited whole (`creditedMean`).
 */
export type ShrunkenMeanParameters = { readonly shopMean: number; readonly priorPurchases: number; readonly highestMean: number }

export type ShrunkenMeanFit = {
  readonly parameters: ShrunkenMeanParameters
  /** Variance of the logarithm, which is the squared relative difference: of customers' means, and of one customer's orders. */
  readonly betweenVariance: number
  readonly withinVariance: number
  readonly converged: boolean
  readonly customers: number
  /** Customers whose mean lay outside the limits. */
  readonly winsorized: number
  /** Share of all money that is credited; 1 where no mean lies above the highest. */
  readonly creditedShare: number
}

/** So many robust standard deviations of the logarithm from the median a mean may lie (Iglewicz & Hoaglin 1993). */
const FARTHEST_SCALES = 3.5
/** And of a hundred customers no more than one can be beyond it: a tenth of wholesale buyers are no outliers. */
const RARE = 0.01
/** The shop's mean for everybody: from here on the own mean no longer shows. */
const MOST_PRIOR_PURCHASES = 1e6

/** The own mean as far as it is credited: of what exceeds the highest, one order's share is left out, as if one giant order had made it. */
function creditedMean(highestMean: number, purchases: number, total: number): number {
  const mean = total / purchases
  return mean > highestMean ? mean - (mean - highestMean) / purchases : mean
}

/**
 * Expected value of the next order of a customer with `purchases` orders that together were `total`: shopMean + n/(n+k) (own mean - shopMean), in the unit of money of
 * shopMean. The shop's mean without orders. A single order above the highest mean counts for the highest mean, of more orders' excess (n-1)/n counts.
 * Example: (shopMean 50, k 2, highest 500), 2 orders of 140 together: 60; 1 order of 5000: 200.
 */
export function expectedShrunkenOrder({ shopMean, priorPurchases, highestMean }: ShrunkenMeanParameters, purchases: number, total: number): number {
  if (!(purchases > 0)) return shopMean
  return shopMean + (purchases / (purchases + priorPurchases)) * (creditedMean(highestMean, purchases, total) - shopMean)
}

/** Logarithms between which means lie as they are: see the two constants above. */
function limits(logMeans: Float64Array): { readonly low: number; readonly high: number } {
  const { median, scale } = robustScale(logMeans)
  const sorted = logMeans.toSorted()
  const rare = Math.min(Math.ceil(RARE * sorted.length), Math.floor((sorted.length - 1) / 2))
  return {
    low: Math.min(median - FARTHEST_SCALES * scale, sorted[rare]!),
    high: Math.max(median + FARTHEST_SCALES * scale, sorted[sorted.length - 1 - rare]!),
  }
}

/** The variance between customers for a known one within (Buehlmann & Straub 1970, unbiased); 0 where differences are no larger than by chance. */
function betweenOf(groups: readonly LogMeanGroup[], withinVariance: number): number {
  let [customers, orders, orderSquares, sum] = [0, 0, 0, 0]
  for (const group of groups) {
    customers += group.customers
    orders += group.purchases * group.customers
    orderSquares += group.purchases ** 2 * group.customers
    sum += group.purchases * group.customers * group.mean
  }
  const scatter = groups.reduce((total, group) => total + group.purchases * (group.squares + group.customers * (group.mean - sum / orders) ** 2), 0)
  const degrees = orders - orderSquares / orders
  return degrees > 0 ? Math.max(0, (scatter - (customers - 1) * withinVariance) / degrees) : 0
}

/** Pooled squared coefficient of variation of the customers' own orders; `null` where nobody has two. */
function pooledWithin(purchaseCount: ArrayLike<number>, totals: ArrayLike<number>, variances: ArrayLike<number>): number | null {
  let degrees = 0
  let sum = 0
  for (let row = 0; row < purchaseCount.length; row++) {
    const n = purchaseCount[row]!
    if (!(n >= 2 && totals[row]! > 0)) continue
    degrees += n - 1
    sum += (n - 1) * (variances[row]! / (totals[row]! / n) ** 2)
  }
  return degrees > 0 ? sum / degrees : null
}

/**
 * Fits k = within / between, both as variances of relative differences, over customers with a purchase and money paid; `totals` are all purchases
 * together. With `orderVariances` (sample variance of each customer's own orders, in squared money; not looked at for one order) within is their pooled squared
 * coefficient of variation and between the estimator of Buehlmann & Straub (1970). Without, both from how the spread of ln(mean) falls with n: var = between +
 * within/n, by maximum likelihood, which is least squares with weights 1/(between + within/n)^2 repeated until they agree (Searle, Casella & McCulloch 1992).
 * Relative, because orders spread in proportion to their size; in money a few large buyers are all the variance there is (Online Retail: within 0, or
 * 2.3 million with its order of 77,183.60). ln(mean) is held within 3.5 robust standard deviations of the median, or within what all
 * but one in a hundred customers keep to, if that is wider.
 * The shop's mean is weighted by n/(n+k), which makes the expected values of all purchases add up to all money credited (Buehlmann & Straub 1970). Without a
 * customer: converged false, everything 0, k the largest. Example: CDNOW sample: k .551115, shop's mean 32.953679.
 */
export function fitShrunkenMean(purchaseCount: ArrayLike<number>, totals: ArrayLike<number>, orderVariances?: ArrayLike<number>): ShrunkenMeanFit {
  const { purchases, means } = payingCustomers(purchaseCount, totals)
  if (purchases.length === 0) {
    const parameters = { shopMean: 0, priorPurchases: MOST_PRIOR_PURCHASES, highestMean: 0 }
    return { parameters, betweenVariance: 0, withinVariance: 0, converged: false, customers: 0, winsorized: 0, creditedShare: 1 }
  }
  const logMeans = means.map(Math.log)
  const { low, high } = limits(logMeans)
  const groups = groupLogMeans(purchases, logMeans.map((log) => Math.min(high, Math.max(low, log))))

  const known = orderVariances ? pooledWithin(purchaseCount, totals, orderVariances) : null
  const maximum = known === null ? fitLogMeans(groups, 'relative') : null
  const withinVariance = known ?? maximum?.parameters[2] ?? 0
  const betweenVariance = known === null ? maximum?.parameters[1] ?? 0 : betweenOf(groups, known)
  const priorPurchases = betweenVariance > 0 ? Math.min(MOST_PRIOR_PURCHASES, withinVariance / betweenVariance) : MOST_PRIOR_PURCHASES
  const highestMean = Math.exp(high)
  let [weights, weighted, money, credited, winsorized] = [0, 0, 0, 0, 0]
  purchases.forEach((n, i) => {
    const mean = creditedMean(highestMean, n, n * means[i]!)
    const weight = n / (n + priorPurchases)
    weights += weight
    weighted += weight * mean
    money += n * means[i]!
    credited += n * mean
    if (logMeans[i]! > high || logMeans[i]! < low) winsorized++
  })
  return {
    parameters: { shopMean: weighted / weights, priorPurchases, highestMean },
    betweenVariance, withinVariance, converged: maximum?.converged ?? true, customers: purchases.length, winsorized, creditedShare: credited / money,
  }
}
