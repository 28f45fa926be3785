import { isPurchase, type NettedOrders } from './net-refunds.ts'
import type { PurchaseSummary, SalesLedger } from './sales-ledger.ts'

/**
 * One row per customer of the ledger: purchases of one day are one purchase (the convention of the CDNOW studies; Fader, Hardie &
 * Lee 2005). With `observedUntilDay`, only what happened up to and including that day is seen; without it, everything.
 * A customer without a purchase keeps a row, with 0 purchases and days -1. An empty ledger gives no rows and observedUntilDay -1 (or the day given).
 * Linear in the number of orders. Example: orders on days 1, 1 and 8 are 2 purchases, first on 1, last on 8.
 */
export function summarizePurchases(ledger: SalesLedger, netted: NettedOrders, observedUntilDay?: number): PurchaseSummary {
  const { customerIds, customers, days } = ledger
  let lastSeen = -1
  for (const day of days) if (day > lastSeen) lastSeen = day
  const until = observedUntilDay ?? lastSeen
  const rows = customerIds.length
  const purchaseCount = new Int32Array(rows)
  const firstDay = new Int32Array(rows).fill(-1)
  const lastDay = new Int32Array(rows).fill(-1)
  const netCents = new Float64Array(rows)
  const purchaseCents = new Float64Array(rows)
  for (let order = 0; order < days.length; order++) {
    const day = days[order]!
    if (day > until) continue
    const customer = customers[order]!
    netCents[customer]! += netted.netCents[order]!
    if (!isPurchase(ledger, netted, order)) continue
    purchaseCents[customer]! += netted.netCents[order]!
    if (firstDay[customer] === -1) firstDay[customer] = day
    if (lastDay[customer] !== day) purchaseCount[customer]!++
    lastDay[customer] = day
  }
  return { customerIds, purchaseCount, firstDay, lastDay, netCents, purchaseCents, observedUntilDay: until }
}
