import type { Mend, MendedRow } from '../../../../shared/import/mends/known-mends.ts'
import { type Reading, readingOf, sourceOf, textOfReading } from '../../../../shared/import/mends/reading-text.ts'
import type { Reader, Writer } from '../connection.ts'
import { heldOrders } from './mendable-store.ts'

/** `mended` is `null` for a row that was right as it stood. */
type StoredMend = Omit<MendedRow, 'mended'> & { readonly mended: string | null }

/** Keeps how a file was read, and which of its rows were read as they were mended before. */
export async function rememberReading(
  writer: Writer, batchId: number, { reading, mended }: { readonly reading: Reading; readonly mended: readonly MendedRow[] },
): Promise<void> {
  await writer.run('UPDATE batch SET reading = ? WHERE batch_id = ?', [textOfReading(reading), batchId])
  for (const row of mended) await insertMendedRow(writer, batchId, row)
}

async function insertMendedRow(writer: Writer, batchId: number, { lineNumber, original, mended }: StoredMend): Promise<void> {
  await writer.run('INSERT INTO mended_row (batch_id, line_number, original, mended) VALUES (?, ?, ?, ?)', [batchId, lineNumber, original, mended])
}

/** The rows that were mended in imports that count, by the source of their files. */
export async function readMends(reader: Reader): Promise<Record<string, Mend[]>> {
  const rows = await reader.all<Mend & { reading: string }>(`
    SELECT batch_id AS batchId, original, mended, reading FROM mended_row JOIN batch USING (batch_id)
    WHERE undone_at IS NULL AND reading IS NOT NULL AND mended IS NOT NULL ORDER BY batch_id, line_number`)
  const mends: Record<string, Mend[]> = {}
  const sources = new Map<string, string>()
  for (const { reading, ...mend } of rows) {
    const source = sources.get(reading) ?? sourceOf(readingOf(reading))
    sources.set(reading, source)
    ;(mends[source] ??= []).push(mend)
  }
  return mends
}

type Replacement = { readonly batchId: number; readonly mendsBatchId: number; readonly former: number | null; readonly rows: readonly StoredMend[] }

/** Makes one batch hold the mended rows of another, read and taxed as that one, in the place of the one that held them before. */
export async function replaceMends(writer: Writer, { batchId, mendsBatchId, former, rows }: Replacement): Promise<void> {
  await writer.run('UPDATE batch SET mends_batch_id = ?1, (reading, vat_rate) = (SELECT reading, vat_rate FROM batch WHERE batch_id = ?1) WHERE batch_id = ?2', [batchId, mendsBatchId])
  for (const row of rows) await insertMendedRow(writer, mendsBatchId, row)
  if (former !== null) await writer.run('UPDATE batch SET replaced_by_batch_id = ? WHERE batch_id = ?', [mendsBatchId, former])
}

/** The orders that a batch holds, its own and those it found, by what they contain and their key. */
export async function readHeldContents(reader: Reader, batchId: number): Promise<Map<string, number>> {
  const rows = await reader.all<{ content: string; order_id: number }>(`
    SELECT content_hash || ' ' || order_key AS content, order_id FROM sales_order WHERE order_id IN (${heldOrders})`, [batchId])
  return new Map(rows.map((row) => [row.content, row.order_id]))
}

/** Makes orders stay as long as this batch does. */
export async function holdOrders(writer: Writer, batchId: number, orderIds: readonly number[]): Promise<void> {
  await writer.run('INSERT OR IGNORE INTO known_order (batch_id, order_id) SELECT ?, value FROM json_each(?)', [batchId, JSON.stringify(orderIds)])
}
