import { midRanks } from '../../numerics/statistics/mid-ranks.ts'
import { NORMAL_P975 } from '../../numerics/statistics/normal-quantiles.ts'
import { payingCustomers } from './log-means.ts'

/** A correlation, -1 to 1, with the ends of its 95% interval. */
export type Correlation = { readonly value: number; readonly low: number; readonly high: number }

export type SpendCorrelation = {
  readonly customers: number
  readonly pearson: Correlation
  readonly spearman: Correlation
  readonly verdict: 'none' | 'weak' | 'strong'
}

/** Cohen (1988): below .1 less than a small correlation, from .3 on a medium one. CDNOW's .11 is no reason to leave Gamma-Gamma (Fader, Hardie & Lee 2005 JMR). */
const SMALL = 0.1
const MEDIUM = 0.3
/** Fisher's interval divides by customers - 3. */
const FEWEST = 4

/** What each value is above the mean, as a share of the farthest: so that no square of it is too large or too small for a number. */
function relativeDeviations(values: Float64Array): Float64Array {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const mean = values.reduce((sum, value) => sum + value / largest, 0) / values.length
  const deviations = values.map((value) => value / largest - mean)
  const farthest = deviations.reduce((most, deviation) => Math.max(most, Math.abs(deviation)), 0)
  return deviations.map((deviation) => deviation / farthest)
}

/**
 * Pearson's (1896) product-moment correlation of two columns of equal length, -1 to 1, of any finite size; `null` where one of them does not vary. NaN where a value
 * is no finite number. Example: 1, 2, 3 and 1, 3, 2: .5.
 */
export function pearsonCorrelation(first: Float64Array, second: Float64Array): number | null {
  // Asked of the values themselves: the rounding of a mean makes squares of a constant, too.
  const varies = (values: Float64Array) => values.some((value) => value !== values[0])
  if (!varies(first) || !varies(second)) return null
  const [ones, others] = [relativeDeviations(first), relativeDeviations(second)]
  let [products, firstSquares, secondSquares] = [0, 0, 0]
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [ones[i]!, others[i]!]
    products += a * b
    firstSquares += a * a
    secondSquares += b * b
  }
  return Math.max(-1, Math.min(1, products / (Math.sqrt(firstSquares) * Math.sqrt(secondSquares))))
}

/** Fisher's (1921) z interval: atanh(r) +- 1.96 widening / sqrt(customers - 3). */
function withInterval(value: number, customers: number, widening: number): Correlation {
  const half = (NORMAL_P975 * widening) / Math.sqrt(customers - 3)
  return { value, low: Math.tanh(Math.atanh(value) - half), high: Math.tanh(Math.atanh(value) + half) }
}

function shown({ value, low, high }: Correlation, least: number): boolean {
  return Math.abs(value) >= least && (low > 0 || high < 0)
}

/**
 * Whether who buys more often also spends more an order, which Gamma-Gamma takes not to be so: correlation between purchases and mean order value over customers
 * with at least `fewestPurchases` of them and money paid; `totals` are those purchases together, in any unit of money. As it stands, of all purchases
 * and the customers who came back; with repeat purchases and 1 it is the published check. Pearson (as Fader, Hardie & Lee 2005 JMR and lifetimes
 * look at it) and Spearman (hardly moved by a giant order), each with Fisher's 95% interval, Spearman's widened by sqrt(1 + r^2/2) (Bonett & Wright 2000).
 * Verdict by the larger of the two whose interval leaves out 0: `strong` from .3 on, `weak` from .1 on, else `none`. `null` for
 * fewer than four such customers, or where all buy equally often or for equally much.
 * Example: CDNOW sample, repeat purchases: 946 customers, .113884 (lifetimes' documentation), weak.
 */
export function spendCorrelation(purchaseCount: ArrayLike<number>, totals: ArrayLike<number>, fewestPurchases = 2): SpendCorrelation | null {
  const { purchases, means } = payingCustomers(purchaseCount, totals, fewestPurchases)
  const customers = purchases.length
  if (customers < FEWEST) return null
  const counts = new Float64Array(purchases)
  const linear = pearsonCorrelation(counts, means)
  const ranked = pearsonCorrelation(midRanks(counts).ranks, midRanks(means).ranks)
  if (linear === null || ranked === null) return null
  const pearson = withInterval(linear, customers, 1)
  const spearman = withInterval(ranked, customers, Math.sqrt(1 + (ranked * ranked) / 2))
  const verdict = shown(pearson, MEDIUM) || shown(spearman, MEDIUM) ? 'strong' : shown(pearson, SMALL) || shown(spearman, SMALL) ? 'weak' : 'none'
  return { customers, pearson, spearman, verdict }
}
