import type { NettedOrders } from '../customers/net-refunds.ts'
import type { SalesLedger } from '../customers/sales-ledger.ts'

/**
 * Credit notes of which something is left after every refund was taken off the sales it can belong to: indices in the ledger with the cents that
 * fit nowhere, largest first. Example: a credit note of 500 for a customer who bought for 300 leaves 200.
 */
export function findUnmatchedRefunds(ledger: Pick<SalesLedger, 'amountCents'>, netted: Pick<NettedOrders, 'netCents'>): { order: number; cents: number }[] {
  const found: { order: number; cents: number }[] = []
  for (let order = 0; order < ledger.amountCents.length; order++) {
    const left = netted.netCents[order]!
    if (ledger.amountCents[order]! < 0 && left < 0) found.push({ order, cents: -left })
  }
  return found.toSorted((a, b) => b.cents - a.cents)
}
