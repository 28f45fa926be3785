import type { PurchaseSummary } from '../../../customers/sales-ledger.ts'

/**
 * The distinct purchase histories with how many customers share each: what the likelihood needs (its terms depend on nothing else).
 * Columns of equal length. Spans in any unit of time, repeat purchases as counts.
 */
export type PurchasePatterns = {
  readonly repeatPurchaseCount: Int32Array
  readonly activeSpan: Float64Array
  readonly observed: Float64Array
  readonly weight: Float64Array
}

/** Days fit in 16 bits (179 years), so that a whole history fits in one exact number. */
const DAYS = 65_536

/**
 * Collapses customers with equal (x, t_x, T) into one weighted row; customers without a purchase are left out.
 * Spans in units of `daysPerUnit` days. Example: two customers with the same history give one row of weight 2.
 */
export function purchasePatterns(summary: PurchaseSummary, daysPerUnit: number): PurchasePatterns {
  const { purchaseCount, firstDay, lastDay, observedUntilDay } = summary
  const weights = new Map<number, number>()
  for (let row = 0; row < purchaseCount.length; row++) {
    if (purchaseCount[row] === 0) continue
    const key = ((purchaseCount[row]! - 1) * DAYS + lastDay[row]! - firstDay[row]!) * DAYS + observedUntilDay - firstDay[row]!
    weights.set(key, (weights.get(key) ?? 0) + 1)
  }
  const size = weights.size
  const repeatPurchaseCount = new Int32Array(size)
  const activeSpan = new Float64Array(size)
  const observed = new Float64Array(size)
  const weight = new Float64Array(size)
  let next = 0
  for (const [key, customers] of weights) {
    const spans = Math.floor(key / DAYS)
    repeatPurchaseCount[next] = Math.floor(spans / DAYS)
    activeSpan[next] = (spans % DAYS) / daysPerUnit
    observed[next] = (key % DAYS) / daysPerUnit
    weight[next++] = customers
  }
  return { repeatPurchaseCount, activeSpan, observed, weight }
}
