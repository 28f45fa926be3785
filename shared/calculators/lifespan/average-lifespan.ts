import type { PurchaseSummary } from '../../customers/sales-ledger.ts'
import { lifespanOfDays, type Lifespan } from '../period.ts'

/** Whether who bought once counts with a lifespan of 0 days. */
export type OneTimeBuyers = 'include' | 'exclude'

export type AverageLifespan = {
  readonly average: Lifespan
  readonly averageDays: number
  /** Rows of the summary that count, and the lifespan of each in days: the worked table. */
  readonly rows: Int32Array
  readonly lifespanDays: Float64Array
  /** How many bought once, counted or not. */
  readonly oneTimeBuyers: number
}

/**
 * Average lifespan as the textbooks have it (F13): the sum of lifespans over the number of customers, a lifespan being first to last purchase. It
 * is shorter than customers will really stay, because of those who still come the end is not seen; `shopFormula` allows for that. Who never
 * bought does not count. `null` where nobody is left to count.
 * Example: 0, 365 and 1096 days: 487 days on average, and 730.5 days (2 years) without who bought once.
 */
export function averageLifespan({ purchaseCount, firstDay, lastDay }: PurchaseSummary, oneTimeBuyers: OneTimeBuyers = 'include'): AverageLifespan | null {
  const fewest = oneTimeBuyers === 'include' ? 1 : 2
  const rows = Int32Array.from(purchaseCount.keys()).filter((row) => purchaseCount[row]! >= fewest)
  if (rows.length === 0) return null
  const lifespanDays = Float64Array.from(rows, (row) => lastDay[row]! - firstDay[row]!)
  const averageDays = lifespanDays.reduce((sum, days) => sum + days, 0) / rows.length
  const once = purchaseCount.reduce((sum, count) => sum + (count === 1 ? 1 : 0), 0)
  return { average: lifespanOfDays(averageDays), averageDays, rows, lifespanDays, oneTimeBuyers: once }
}
