import type { BatchSummary } from '../../../shared/contract/data.ts'

/** A small import that adds up, to vary from. */
export const batch: BatchSummary = {
  batchId: 1, fileName: 'kassa.csv', kind: 'sales', format: 'generic', importedAt: '2026-03-02T10:00:00.000Z',
  rowsRead: 12, rowsAccepted: 8, rowsKnown: 0, rowsRejected: 4,
  rejectedByReason: [
    { reason: 'date-unreadable', rows: 1, amountCents: 250 },
    { reason: 'fee', rows: 2, amountCents: -1_999 },
    { reason: 'amount-missing', rows: 1, amountCents: 0 },
  ],
  newOrders: 5, knownOrders: 0, changedOrders: 0, customers: 3, newCustomers: 3, rowsWithoutCustomer: 1, identicalLines: 0,
  refundCents: -500, netRevenueCents: 20_000, identifiedRevenueShare: 0.9, controlTotalCents: 18_251,
  firstOrderOn: '2026-01-03', lastOrderOn: '2026-02-27', currency: 'EUR', vatRate: null, vatCents: null, remembered: [], records: null, undoneAt: null,
}
