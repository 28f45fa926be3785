import { median } from '../data-quality/robust-scale.ts'
import type { PurchaseSummary } from './sales-ledger.ts'

const FASTEST_DAYS = 1

/**
 * Days between two purchases of the typical returning customer: the median over customers with a repeat purchase of
 * their mean interval. `null` where nobody came back. Example: intervals 10, 20 and 90 days give 20.
 */
export function typicalIntervalDays(summary: PurchaseSummary): number | null {
  const { purchaseCount, firstDay, lastDay } = summary
  const intervals: number[] = []
  for (let row = 0; row < purchaseCount.length; row++) {
    if (purchaseCount[row]! > 1) intervals.push((lastDay[row]! - firstDay[row]!) / (purchaseCount[row]! - 1))
  }
  return intervals.length === 0 ? null : median(intervals)
}

/**
 * A customer's own pace in days between purchases, drawn toward the shop's by counting the typical interval once: two
 * purchases a day apart are not yet a daily customer. One-time buyers have the shop's pace.
 * Example: 4 purchases over 60 days in a shop whose typical interval is 40: (60 + 40) / 4 = 25 days.
 */
export function paceDays(purchaseCount: number, activeSpanDays: number, typicalDays: number): number {
  return Math.max(FASTEST_DAYS, purchaseCount > 0 ? (activeSpanDays + typicalDays) / purchaseCount : typicalDays)
}
