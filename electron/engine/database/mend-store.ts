import type { Mend, MendedRow } from '../../../shared/import/mends/known-mends.ts'
import { type Reading, readingOf, sourceOf, textOfReading } from '../../../shared/import/mends/reading-text.ts'
import type { Reader, Writer } from './connection.ts'

/** Keeps how a file was read, and which of its rows were read as they were mended before. */
export async function rememberReading(
  writer: Writer, batchId: number, { reading, mended }: { readonly reading: Reading; readonly mended: readonly MendedRow[] },
): Promise<void> {
  await writer.run('UPDATE batch SET reading = ? WHERE batch_id = ?', [textOfReading(reading), batchId])
  for (const row of mended) await insertMendedRow(writer, batchId, row)
}

async function insertMendedRow(writer: Writer, batchId: number, { lineNumber, original, mended }: MendedRow): Promise<void> {
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
