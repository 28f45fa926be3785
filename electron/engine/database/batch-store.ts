import { type BatchSummary, type RejectedRow, type RejectReason, rejectReasons } from '../../../shared/contract/data.ts'
import type { ImportedSales, TextColumn } from '../../../shared/import/imported-sales.ts'
import { AppError } from '../../../shared/result.ts'
import { withoutVat } from '../../../shared/vat.ts'
import { composeOrders, keysInParts } from './orders/compose-orders.ts'
import type { Reader, Writer } from './connection.ts'
import { refreshIdentity } from './identity-store.ts'
import { insertPacked, packRows } from './packed-rows.ts'
import { withMends } from './rows/mended-summaries.ts'
import { leaveOutAgain } from './quality/repair-store.ts'
import { removeRecords } from './records/record-store.ts'

type BatchRow = { readonly batch_id: number; readonly first_order_id: number; readonly last_order_id: number; readonly summary: string; readonly vat_rate: number | null; readonly undone_at: string | null }

const NO_AMOUNT = Number.MIN_SAFE_INTEGER

export async function nextBatchId(writer: Writer): Promise<number> {
  const row = await writer.get<{ id: number }>('SELECT coalesce(max(batch_id), 0) + 1 AS id FROM batch')
  return row?.id ?? 1
}

export async function insertBatch(writer: Writer, summary: BatchSummary, orderIds: { readonly first: number; readonly last: number }): Promise<void> {
  await writer.run('INSERT INTO batch (batch_id, first_order_id, last_order_id, summary) VALUES (?, ?, ?, ?)',
    [summary.batchId, orderIds.first, orderIds.last, JSON.stringify(summary)])
}

/** Amounts in several currencies cannot be added up: a file in another than the sales that count so far is refused. What names none is taken for the same. */
export async function refuseOtherCurrency(reader: Reader, currency: string | null): Promise<void> {
  if (currency === null) return
  const other = await reader.get<{ known: string }>(
    `SELECT summary ->> '$.currency' AS known FROM batch WHERE undone_at IS NULL AND known IS NOT NULL AND known <> ? LIMIT 1`, [currency])
  if (other) throw new AppError('import-other-currency', undefined, { currency, known: other.known })
}

/** One text per row out of few different ones. */
function repeatTexts(texts: readonly string[], picks: Uint8Array): TextColumn {
  const bytes = texts.map((text) => Buffer.from(text))
  const offsets = new Uint32Array(picks.length + 1)
  for (const [i, pick] of picks.entries()) offsets[i + 1] = (offsets[i] ?? 0) + (bytes[pick]?.length ?? 0)
  const all = new Uint8Array(offsets.at(-1) ?? 0)
  for (const [i, pick] of picks.entries()) all.set(bytes[pick] ?? [], offsets[i])
  return { bytes: all, offsets }
}

export async function insertRejectedRows(writer: Writer, batchId: number, rejected: ImportedSales['rejected']): Promise<void> {
  await insertPacked(writer, 'rejected_row (batch_id, position, line_number, reason, amount_cents, raw)', packRows([
    { kind: 'same', value: batchId },
    { kind: 'sequence', first: 0 },
    { kind: 'integer', values: rejected.lineNumbers },
    { kind: 'text', values: repeatTexts(rejectReasons, rejected.reasons) },
    { kind: 'integer', values: rejected.amountCents.map((cents) => (Number.isNaN(cents) ? NO_AMOUNT : cents)), nullValue: NO_AMOUNT },
    { kind: 'text', values: rejected.raw },
  ], { count: rejected.lineNumbers.length }))
}

/** What the summaries of older versions do not have. */
const addedLater = { kind: 'sales', records: null, remembered: [] } satisfies Partial<BatchSummary>

function toSummary(row: BatchRow): BatchSummary {
  const summary = JSON.parse(row.summary) as BatchSummary
  return { ...addedLater, ...summary, ...vatIn(summary, row.vat_rate), undoneAt: row.undone_at }
}

/** Newest first; undone ones too. What was mended of one is taken into account; of several batches that held its mended rows one after the other, only the last is one to see. */
export async function readBatches(reader: Reader): Promise<BatchSummary[]> {
  return withMends((await reader.all<BatchRow>('SELECT * FROM batch WHERE replaced_by_batch_id IS NULL ORDER BY batch_id DESC')).map(toSummary))
}

/** What is known of the VAT in an import: it may be said long after. */
export function vatIn({ netRevenueCents }: Pick<BatchSummary, 'netRevenueCents'>, vatRate: number | null): Pick<BatchSummary, 'vatRate' | 'vatCents'> {
  return { vatRate, vatCents: vatRate === null ? null : netRevenueCents - withoutVat(netRevenueCents, vatRate) }
}

async function readBatch(reader: Reader, batchId: number): Promise<BatchRow> {
  const row = await reader.get<BatchRow>('SELECT * FROM batch WHERE batch_id = ?', [batchId])
  if (!row) throw new AppError('batch-not-found')
  return row
}

/**
 * Takes a batch's sales out again: the orders that no other batch holds, whether it brought them itself or kept them after
 * the batch that did was undone. What they had changed counts as before; where a later import changed the same order
 * once more, that later one stays. Customers and products that nothing refers to any more go too. The summary is kept.
 */
export async function undoBatch(writer: Writer, batchId: number, undoneAt: string): Promise<BatchSummary> {
  const batch = await readBatch(writer, batchId)
  if (batch.undone_at !== null) return toSummary(batch)
  // What was mended of this import counts only with it.
  const mends = await writer.all<{ batch_id: number }>('SELECT batch_id FROM batch WHERE mends_batch_id = ? AND undone_at IS NULL', [batchId])
  for (const { batch_id: mendsBatchId } of mends) await undoBatch(writer, mendsBatchId, undoneAt)
  await writer.run('UPDATE batch SET undone_at = ? WHERE batch_id = ?', [undoneAt, batchId])
  await writer.exec('CREATE TEMP TABLE undone (order_id INTEGER PRIMARY KEY, order_key TEXT, batch_id INTEGER, superseded_by_batch_id INTEGER)')
  await writer.run(`INSERT INTO temp.undone SELECT order_id, order_key, sales_order.batch_id, superseded_by_batch_id FROM sales_order JOIN batch USING (batch_id)
    WHERE (order_id BETWEEN ?1 AND ?2 OR order_id IN (SELECT order_id FROM known_order WHERE batch_id = ?3)) AND undone_at IS NOT NULL
    AND order_id NOT IN (SELECT order_id FROM known_order JOIN batch USING (batch_id) WHERE undone_at IS NULL)`,
  [batch.first_order_id, batch.last_order_id, batchId])
  await writer.run('DELETE FROM known_order WHERE batch_id = ?', [batchId])
  const inParts = (await writer.all<{ order_key: string }>(keysInParts('SELECT order_key FROM temp.undone'))).map((row) => row.order_key)
  await writer.exec('DELETE FROM later_refund WHERE order_id IN (SELECT order_id FROM temp.undone)')
  await writer.exec('DELETE FROM order_line WHERE order_id IN (SELECT order_id FROM temp.undone)')
  await writer.exec('DELETE FROM sales_order WHERE order_id IN (SELECT order_id FROM temp.undone)')
  await writer.run(`UPDATE sales_order SET superseded_by_batch_id = undone.superseded_by_batch_id FROM temp.undone
    WHERE sales_order.superseded_by_batch_id = undone.batch_id AND sales_order.order_key = undone.order_key
    AND undone.order_key NOT IN (SELECT value FROM json_each(?))`, [JSON.stringify(inParts)])
  if (inParts.length > 0) await composeOrders(writer, inParts)
  await writer.exec('DROP TABLE temp.undone')
  await leaveOutAgain(writer, 0)
  await writer.run('DELETE FROM rejected_row WHERE batch_id = ?', [batchId])
  await removeRecords(writer, batchId)
  await writer.run('DELETE FROM mended_row WHERE batch_id = ?', [batchId])
  await writer.run('DELETE FROM customer WHERE NOT EXISTS (SELECT 1 FROM sales_order WHERE sales_order.customer_id = customer.customer_id)')
  await writer.run('DELETE FROM product WHERE product_id NOT IN (SELECT product_id FROM order_line WHERE product_id IS NOT NULL)')
  await refreshIdentity(writer)
  return { ...toSummary(batch), undoneAt }
}

export async function readRejectedRows(
  reader: Reader, batchId: number, page: { readonly reason?: RejectReason | undefined; readonly offset: number; readonly limit: number },
): Promise<{ rows: RejectedRow[]; total: number }> {
  await readBatch(reader, batchId)
  const where = `batch_id = ?1 AND (?2 IS NULL OR reason = ?2) AND line_number NOT IN (
    SELECT line_number FROM mended_row JOIN batch USING (batch_id) WHERE mends_batch_id = ?1 AND undone_at IS NULL)`
  const reason = page.reason ?? null
  const rows = await reader.all<RejectedRow>(
    `SELECT line_number AS lineNumber, reason, amount_cents AS amountCents, raw FROM rejected_row WHERE ${where} ORDER BY position LIMIT ?3 OFFSET ?4`,
    [batchId, reason, page.limit, page.offset])
  const counted = await reader.get<{ total: number }>(`SELECT count(*) AS total FROM rejected_row WHERE ${where}`, [batchId, reason])
  return { rows, total: counted?.total ?? 0 }
}
