import { parseIsoDay } from '../../../../shared/calendar.ts'
import type { BatchSummary, RejectReason } from '../../../../shared/contract/data.ts'
import type { MendedRow as MendedRowOfBatch } from '../../../../shared/contract/rows.ts'
import { type Reading, readingOf } from '../../../../shared/import/mends/reading-text.ts'
import type { LooseRow } from '../../../../shared/import/mends/read-mended.ts'
import type { StoredLine, StoredOrder } from '../../../../shared/import/sales/stored-orders.ts'
import { AppError } from '../../../../shared/result.ts'
import type { Reader } from '../connection.ts'

/** An import whose rows may be mended. */
export type MendableBatch = {
  readonly batchId: number
  readonly summary: BatchSummary
  readonly isUndone: boolean
  /** Unknown for imports of before it was kept. */
  readonly reading: Reading | null
  /** The batch that holds the rows mended so far. */
  readonly mendsBatchId: number | null
}
export type RowSetAside = LooseRow & { readonly reason: RejectReason; readonly amountCents: number | null }
/** An order that a batch holds, as it is stored. */
export type HeldOrder = StoredOrder & { readonly orderId: number; readonly storedKey: string; readonly contentHash: number; readonly amountCents: number }

export async function readMendable(reader: Reader, batchId: number): Promise<MendableBatch> {
  const row = await reader.get<{ summary: string; vat_rate: number | null; reading: string | null; undone_at: string | null; mends: number | null }>(`
    SELECT summary, vat_rate, reading, undone_at, (SELECT max(batch_id) FROM batch AS mending WHERE mends_batch_id = ?1 AND mending.undone_at IS NULL) AS mends
    FROM batch WHERE batch_id = ?1`, [batchId])
  if (!row) throw new AppError('batch-not-found')
  return {
    batchId,
    // What was said of its VAT since is not in the summary.
    summary: { ...JSON.parse(row.summary) as BatchSummary, vatRate: row.vat_rate },
    isUndone: row.undone_at !== null,
    reading: row.reading === null ? null : readingOf(row.reading),
    mendsBatchId: row.mends,
  }
}

const rowColumns = 'SELECT line_number AS lineNumber, raw AS text, reason, amount_cents AS amountCents FROM rejected_row'

export function readRowsSetAside(reader: Reader, batchId: number, lineNumbers: readonly number[]): Promise<RowSetAside[]> {
  return reader.all(`${rowColumns} WHERE batch_id = ? AND line_number IN (SELECT value FROM json_each(?))`, [batchId, JSON.stringify(lineNumbers)])
}

/** The rows set aside in which one of these texts occurs. */
export function readRowsWith(reader: Reader, batchId: number, texts: readonly string[]): Promise<RowSetAside[]> {
  return reader.all(`${rowColumns} WHERE batch_id = ? AND EXISTS (SELECT 1 FROM json_each(?) WHERE instr(raw, value) > 0)`, [batchId, JSON.stringify(texts)])
}

/** The rows that the owner mended, of the batch that holds them. */
export function readTypedMends(reader: Reader, mendsBatchId: number): Promise<LooseRow[]> {
  return reader.all('SELECT line_number AS lineNumber, mended AS text FROM mended_row WHERE batch_id = ? AND mended IS NOT NULL', [mendsBatchId])
}

/** The mended rows that a batch holds: its own, those mended before and read again, and those that were mended in it since. */
export async function readMendedRows(
  reader: Reader, { batchId, offset, limit }: { readonly batchId: number; readonly offset: number; readonly limit: number },
): Promise<{ rows: MendedRowOfBatch[]; total: number }> {
  await readMendable(reader, batchId)
  const from = 'FROM mended_row JOIN batch USING (batch_id) WHERE undone_at IS NULL AND (batch_id = ?1 OR mends_batch_id = ?1)'
  const rows = await reader.all<Omit<MendedRowOfBatch, 'canPutBack'> & { canPutBack: number }>(`
    SELECT line_number AS lineNumber, original, mended, mends_batch_id IS NOT NULL AS canPutBack ${from} ORDER BY line_number LIMIT ?2 OFFSET ?3`, [batchId, limit, offset])
  const counted = await reader.get<{ total: number }>(`SELECT count(*) AS total ${from}`, [batchId])
  return { rows: rows.map((row) => ({ ...row, canPutBack: row.canPutBack === 1 })), total: counted?.total ?? 0 }
}

type OrderRow = {
  readonly order_id: number; readonly order_key: string; readonly number: string | null; readonly is_dated: number; readonly ordered_on: string; readonly customer_key: string | null
  readonly content_hash: number
}

/** The ids of the orders that batch ?1 holds: those it brought, and those it found to be there. */
export const heldOrders = `SELECT order_id FROM sales_order, batch WHERE batch.batch_id = ?1 AND order_id BETWEEN first_order_id AND last_order_id AND sales_order.batch_id = ?1
  UNION SELECT order_id FROM known_order WHERE batch_id = ?1`

/**
 * The orders of a batch with one of these numbers or keys, whether it brought them or found them there. A number may have been
 * stored with its customer (where it stands for several) and with its day (where the numbering started again).
 */
export async function readHeldOrders(reader: Reader, batchId: number, keys: readonly string[]): Promise<HeldOrder[]> {
  const rows = await reader.all<OrderRow>(`
    WITH wanted AS MATERIALIZED (SELECT value FROM json_each(?2)),
    undated AS (
      SELECT sales_order.*, customer_key, iif(substr(order_key, -11) = ' ' || ordered_on, substr(order_key, 1, length(order_key) - 11), order_key) AS bare
      FROM (${heldOrders}) JOIN sales_order USING (order_id) LEFT JOIN customer USING (customer_id)),
    numbered AS (
      SELECT *, CASE WHEN order_key = ordered_on OR bare = customer_key THEN NULL
        WHEN instr(bare, ' ' || customer_key) > 1 THEN substr(bare, 1, instr(bare, ' ' || customer_key) - 1) ELSE bare END AS number FROM undated)
    SELECT order_id, order_key, ordered_on, customer_key, content_hash, number, number IS NOT NULL AND bare <> order_key AS is_dated
    FROM numbered WHERE order_key IN wanted OR bare IN wanted OR number IN wanted ORDER BY order_id`, [batchId, JSON.stringify(keys)])
  const lines = await readLines(reader, rows.map((row) => row.order_id))
  return rows.map((row) => ({
    orderId: row.order_id,
    storedKey: row.order_key,
    number: row.number,
    isRestarted: row.is_dated === 1,
    day: parseIsoDay(row.ordered_on) ?? 0,
    customerKey: row.customer_key,
    contentHash: row.content_hash,
    // Not the order's own amount: a repair may have left some of its lines out.
    amountCents: (lines.get(row.order_id) ?? []).reduce((total, line) => total + line.amountCents, 0),
    lines: lines.get(row.order_id) ?? [],
  }))
}

async function readLines(reader: Reader, orderIds: readonly number[]): Promise<Map<number, StoredLine[]>> {
  const rows = await reader.all<Omit<StoredLine, 'isIdentical'> & { orderId: number; isIdentical: number }>(`
    SELECT order_id AS orderId, product_key AS productKey, quantity, amount_cents AS amountCents, line_number AS lineNumber, is_identical AS isIdentical,
    unixepoch(refunded_on) / 86400 AS refundedOn
    FROM order_line LEFT JOIN product USING (product_id) LEFT JOIN later_refund USING (order_id, position) WHERE order_id IN (SELECT value FROM json_each(?)) ORDER BY order_id, position`, [JSON.stringify(orderIds)])
  const lines = new Map<number, StoredLine[]>()
  for (const { orderId, isIdentical, ...line } of rows) {
    const own = lines.get(orderId)
    if (own) own.push({ ...line, isIdentical: isIdentical === 1 })
    else lines.set(orderId, [{ ...line, isIdentical: isIdentical === 1 }])
  }
  return lines
}
