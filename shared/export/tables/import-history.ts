import type { BatchSummary } from '../../contract/data.ts'
import type { Column, Row } from '../table.ts'
import type { Words } from '../words.ts'

/** Every import with its figures, undone ones too. Amounts are in the currency of their own file. */
export function importHistoryColumns({ exports: { columns } }: Words): readonly Column[] {
  const numbers = [
    columns.rowsRead, columns.rowsAccepted, columns.rowsKnown, columns.rowsRejected, columns.newOrders, columns.knownOrders, columns.changedOrders, columns.customers,
  ].map((header): Column => ({ header, kind: 'number' }))
  const amounts = [columns.netRevenue, columns.refunds, columns.controlTotal].map((header): Column => ({ header, kind: 'cents' }))
  return [
    { header: columns.file, kind: 'text' }, { header: columns.importedOn, kind: 'moment' }, { header: columns.format, kind: 'text' }, ...numbers, ...amounts,
    { header: columns.currency, kind: 'text' }, { header: columns.identifiedShare, kind: 'share' },
    { header: columns.firstOrder, kind: 'day' }, { header: columns.lastOrder, kind: 'day' }, { header: columns.undoneOn, kind: 'moment' },
  ]
}

/** `localMoment` writes a timestamp by the owner's own clock, `YYYY-MM-DD HH:MM`; `currency` is the shop's, for files that tell none. */
export function importHistoryRow(batch: BatchSummary, { data: { formats } }: Words, currency: string, localMoment: (timestamp: string) => string): Row {
  return [
    batch.fileName, localMoment(batch.importedAt), formats[batch.format], batch.rowsRead, batch.rowsAccepted, batch.rowsKnown, batch.rowsRejected,
    batch.newOrders, batch.knownOrders, batch.changedOrders, batch.customers, batch.netRevenueCents, batch.refundCents, batch.controlTotalCents,
    batch.currency ?? currency, Math.round(batch.identifiedRevenueShare * 10_000) / 10_000, batch.firstOrderOn, batch.lastOrderOn,
    batch.undoneAt === null ? null : localMoment(batch.undoneAt),
  ]
}
