import type { RankReason } from '../../contract/customers.ts'
import { median } from '../../data-quality/robust-scale.ts'
import type { ValuedCustomers } from '../valued-customers.ts'

const MOST_REASONS = 3
/** Percentile points away from the middle before something is worth saying. */
const LEAST_DISTANCE = 15

type Measure = { readonly high: RankReason['kind']; readonly low: RankReason['kind'] | null; readonly values: Float64Array | Int32Array }

/**
 * Why a customer ranks where it ranks: up to three respects in which it is furthest from the typical (median) customer, strongest first.
 * `own` and `typical` are purchases (often, seldom, once-only), cents per order (spends-more, spends-less), days since the last purchase
 * (recent, away-long) or days since the first (long-customer). `percentile`: customers of a hundred with a lower figure.
 * Empty for a customer without a purchase. Example: 12 purchases where the typical customer has 2 gives `often`, own 12, typical 2.
 */
export function explainRank(valued: ValuedCustomers, row: number): RankReason[] {
  const { observedUntilDay } = valued
  if (!valued.purchaseCount[row]) return []
  const buyers = valued.purchaseCount.map((_, other) => other).filter((other) => valued.purchaseCount[other]! > 0)
  const column = (source: ArrayLike<number>) => new Float64Array(buyers.length).map((_, i) => source[buyers[i]!]!)
  const daysSince = (source: Int32Array) => column(source).map((day) => observedUntilDay - day)
  const self = buyers.indexOf(row)
  const measures: Measure[] = [
    { high: 'often', low: valued.purchaseCount[row] === 1 ? 'once-only' : 'seldom', values: column(valued.purchaseCount) },
    { high: 'spends-more', low: 'spends-less', values: column(valued.averageOrderValueCents) },
    { high: 'away-long', low: 'recent', values: daysSince(valued.lastDay) },
    { high: 'long-customer', low: null, values: daysSince(valued.firstDay) },
  ]
  const candidates = measures.flatMap(({ high, low, values }) => {
    const own = values[self]!
    let below = 0
    let equal = 0
    for (const value of values) {
      if (value < own) below++
      else if (value === own) equal++
    }
    const middle = (100 * (below + equal / 2)) / values.length
    const typical = median(values)
    const kind = own === typical && high === 'often' && low === 'once-only' ? low : middle > 50 ? high : low
    const percentile = (100 * below) / values.length
    return kind && (kind === 'once-only' || own !== typical) ? [{ reason: { kind, own, typical, percentile }, distance: Math.abs(middle - 50) }] : []
  })
  return candidates
    .filter(({ distance }) => distance >= LEAST_DISTANCE)
    .sort((a, b) => b.distance - a.distance)
    .slice(0, MOST_REASONS)
    .map(({ reason }) => reason)
}
