import { maximize, type Evaluation, type Maximum } from '../../numerics/maximize.ts'

/** Customers who can tell something about the value of an order; columns of equal length, in the order they came. */
export type PayingCustomers = { readonly purchases: Int32Array; readonly means: Float64Array }

/**
 * Customers with at least `fewestPurchases` (1 or more) purchases and money paid, `totals` being each customer's purchases together; others are left out, those who only had
 * free orders too. Means are in the unit of money of the totals. Example: purchases 1, 0, 2 and totals 10, 0, 30: purchases 1, 2 and means 10, 15.
 */
export function payingCustomers(purchaseCount: ArrayLike<number>, totals: ArrayLike<number>, fewestPurchases = 1): PayingCustomers {
  // Filled in a loop: `from` with a function takes seven times as long for a million customers.
  const purchases = new Int32Array(purchaseCount.length)
  const means = new Float64Array(purchaseCount.length)
  let customers = 0
  for (let row = 0; row < purchaseCount.length; row++) {
    if (!(purchaseCount[row]! >= fewestPurchases && totals[row]! > 0)) continue
    purchases[customers] = purchaseCount[row]!
    means[customers] = totals[row]! / purchaseCount[row]!
    customers++
  }
  return { purchases: purchases.subarray(0, customers), means: means.subarray(0, customers) }
}

/** Customers with equally many purchases together: how many, the mean of ln(mean order) and the sum of squares around it. */
export type LogMeanGroup = { readonly purchases: number; readonly customers: number; readonly mean: number; readonly squares: number }

/**
 * Which spread the mean of n orders keeps of the spread S = `orderVariance` of the logarithm of one order:
 * `log-normal`: s = ln(1 + (e^S - 1)/n), and ln(mean) lies s/2 below the logarithm of the customer's expected order: the log-normal with the same
 * mean and variance as the mean of n log-normal orders (Fenton 1960, "The sum of log-normal probability distributions"). Exact for n = 1.
 * `relative`: s = S/n, without that shift: the normal-normal model (Gelman et al. 2013, ch. 5) of relative differences, whatever the distribution.
 */
export type OrderSpread = 'log-normal' | 'relative'

type MeanSpread = { readonly variance: number; readonly slope: number; readonly bend: number; readonly shift: number }

/**
 * The variance s of ln(mean of n orders) of one customer, its first two derivatives to the variance S of ln(order), and how many times s ln(mean) lies
 * below the logarithm of the expected order. Finite for every S from 0 on: written in e^-S. Example: log-normal, S .5, n 4: s .150298.
 */
export function meanSpread(kind: OrderSpread, orderVariance: number, purchases: number): MeanSpread {
  if (kind === 'relative') return { variance: orderVariance / purchases, slope: 1 / purchases, bend: 0, shift: 0 }
  const others = (purchases - 1) * Math.exp(-orderVariance)
  return {
    variance: orderVariance + Math.log1p((1 - 1 / purchases) * Math.expm1(-orderVariance)),
    slope: 1 / (1 + others),
    bend: others / (1 + others) ** 2,
    shift: 0.5,
  }
}

/**
 * Groups by number of purchases of ln(mean order), both columns of equal length and purchases from 1 on; no group for no customers.
 * Example: purchases 1, 1, 2: groups of 2 and of 1 customers.
 */
export function groupLogMeans(purchases: Int32Array, logMeans: Float64Array): LogMeanGroup[] {
  const groups = new Map<number, { customers: number; mean: number; squares: number }>()
  purchases.forEach((n, i) => {
    let group = groups.get(n)
    if (!group) groups.set(n, group = { customers: 0, mean: 0, squares: 0 })
    // Welford (1962): squares around the mean as it moves, because differences of large sums would cancel.
    const off = logMeans[i]! - group.mean
    group.customers++
    group.mean += off / group.customers
    group.squares += off * (logMeans[i]! - group.mean)
  })
  return Array.from(groups, ([n, group]) => ({ purchases: n, ...group }))
}

/**
 * Log-likelihood of the groups, of ln(mean order), without its constant, with exact derivatives to (median M, between variance T, order variance S):
 * ln(mean) is normal around ln M - shift s with variance w = T + s.
 */
function likelihood(groups: readonly LogMeanGroup[], kind: OrderSpread): (parameters: Float64Array) => Evaluation {
  return ([median, between, orders]) => {
    if (median === undefined || between === undefined || orders === undefined) throw new RangeError('The spread of order values has three parameters')
    const center = Math.log(median)
    let value = 0
    let [m, t, s, mm, mt, ms, tt, ts, ss] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (const { purchases, customers, mean, squares } of groups) {
      const { variance, slope, bend, shift } = meanSpread(kind, orders, purchases)
      const w = between + variance
      const off = mean - center + shift * variance
      const sum = (customers * off) / w
      const inverse = customers / w
      const square = (squares + customers * off * off) / w
      const toW = (square - customers) / (2 * w)
      const toWTwice = (customers / 2 - square) / (w * w)
      const toVariance = toW - shift * sum
      value -= (customers * Math.log(w) + square) / 2
      m += sum
      t += toW
      s += toVariance * slope
      mm -= inverse
      mt -= sum / w
      ms += (shift * inverse - sum / w) * slope
      tt += toWTwice
      ts += (toWTwice + (shift * sum) / w) * slope
      ss += (toWTwice + (2 * shift * sum) / w - shift * shift * inverse) * slope * slope + toVariance * bend
    }
    return {
      value,
      gradient: Float64Array.of(m / median, t, s),
      hessian: Float64Array.of((mm - m) / (median * median), mt / median, ms / median, mt / median, tt, ts, ms / median, ts, ss),
    }
  }
}

/** Where the search starts: which part of the spread is between customers. The first is kept where nothing tells. */
const STARTS = [0.5, 0.9] as const
/** Variance that stands in where all means are the same. */
const NO_SPREAD = 1e-6

/** Mean and variance of ln(mean order) over all customers, and the harmonic mean of their purchases. */
function overall(groups: readonly LogMeanGroup[]) {
  const customers = groups.reduce((sum, group) => sum + group.customers, 0)
  const mean = groups.reduce((sum, group) => sum + group.customers * group.mean, 0) / customers
  const squares = groups.reduce((sum, group) => sum + group.squares + group.customers * (group.mean - mean) ** 2, 0)
  const purchases = customers / groups.reduce((sum, group) => sum + group.customers / group.purchases, 0)
  return { mean, variance: squares / customers || NO_SPREAD, purchases }
}

/**
 * Maximum likelihood of (median of the customers' expected orders, variance of its logarithm between customers, variance of ln(order) of one customer), in the
 * unit of money of the means. Needs one group at least (RangeError). Customers who all bought equally often cannot tell the two variances apart: half
 * of the spread is then given to each. The cost is the number of groups, whatever the number of customers.
 * Example: CDNOW sample, all purchases, `relative`: 26.076, .30333, .17495.
 */
export function fitLogMeans(groups: readonly LogMeanGroup[], kind: OrderSpread): Maximum {
  if (groups.length === 0) throw new RangeError('A fit of order values needs a customer')
  const { mean, variance, purchases } = overall(groups)
  const starts = STARTS.map((share) => {
    const within = (1 - share) * variance
    if (kind === 'relative') return [1, share, (purchases * within) / variance] as const
    return [Math.exp(within / 2), share, Math.log1p(purchases * Math.expm1(within)) / variance] as const
  })
  return maximize(likelihood(groups, kind), starts, { scale: [Math.exp(mean), variance, variance] })
}
