import { type BatchSummary, rejectReasons } from '../../../../shared/contract/data.ts'
import type { ImportedRecords } from '../../../../shared/import/records/imported-records.ts'
import { insertBatch, insertRejectedRows, nextBatchId } from '../../database/batch-store.ts'
import type { Connection } from '../../database/connection.ts'
import { preparePackedRows } from '../../database/packed-rows.ts'
import { savePreset } from '../../database/preset-store.ts'
import { compareRecords, insertRecords, type RecordsCompared } from '../../database/records/record-store.ts'
import { nextOrderId } from '../../database/orders/sales-store.ts'
import { nextDataVersion, nextSalesVersion } from '../../database/settings-store.ts'
import type { SourceOutcome } from '../reading-jobs.ts'

type Circumstances = { readonly fileName: string; readonly source: SourceOutcome; readonly importedAt: string; readonly signal: AbortSignal }

/** Stores a file that is not about sales as one batch, in one transaction. No sale changes by it. */
export function saveRecords(
  connection: Connection, imported: ImportedRecords, { fileName, source, importedAt, signal }: Circumstances,
): Promise<{ summary: BatchSummary; dataVersion: number }> {
  return connection.bulkTransaction(async (writer) => {
    await preparePackedRows(writer)
    const { kind, records, rejected } = imported
    const compared = await compareRecords(writer, kind, records)
    const batchId = await nextBatchId(writer)
    const summary = summarizeRecords(imported, compared, { batchId, fileName, importedAt, remembered: source.remembered })
    const nextOrder = await nextOrderId(writer)
    await insertBatch(writer, summary, { first: nextOrder, last: nextOrder - 1 })
    await insertRecords(writer, batchId, kind, records)
    await insertRejectedRows(writer, batchId, rejected)
    if (source.preset !== null) await savePreset(writer, batchId, source.preset, importedAt)
    // A list of customers tells what those are called of whom the sales know a number only.
    return { summary, dataVersion: await (kind === 'customers' ? nextSalesVersion(writer) : nextDataVersion(writer)) }
  }, signal)
}

function summarizeRecords(
  { kind, format, rowsRead, rowsAccepted, rejected }: ImportedRecords, records: RecordsCompared, circumstances: Pick<BatchSummary, 'batchId' | 'fileName' | 'importedAt' | 'remembered'>,
): BatchSummary {
  return {
    ...circumstances,
    kind,
    format,
    rowsRead,
    rowsAccepted,
    rowsKnown: 0,
    rowsRejected: rejected.lineNumbers.length,
    rejectedByReason: rejectReasons
      .map((reason, index) => ({ reason, rows: rejected.reasons.reduce((sum, one) => sum + (one === index ? 1 : 0), 0), amountCents: 0 }))
      .filter(({ rows }) => rows > 0),
    newOrders: 0,
    knownOrders: 0,
    changedOrders: 0,
    customers: 0,
    newCustomers: 0,
    rowsWithoutCustomer: 0,
    identicalLines: 0,
    refundCents: 0,
    netRevenueCents: 0,
    identifiedRevenueShare: 0,
    controlTotalCents: 0,
    firstOrderOn: null,
    lastOrderOn: null,
    currency: null,
    vatRate: null,
    vatCents: null,
    records,
    undoneAt: null,
  }
}
