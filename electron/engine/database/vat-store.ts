import type { VatRange } from '../../../shared/vat.ts'
import type { Reader, Writer } from './connection.ts'

/**
 * Says of a batch what share of VAT is in its amounts. What is said of an import holds for the orders it found to be there already, too: they are
 * the same to the cent, so that whoever brought them, their amounts are of the same kind; unless something else was said of the import that did. And it
 * holds for its rows that were mended.
 */
export async function writeBatchVat(writer: Writer, batchId: number, rate: number | null): Promise<void> {
  await writer.run(`UPDATE batch SET vat_rate = ?1 WHERE batch_id = ?2 OR summary ->> '$.mends.batchId' = ?2`, [rate, batchId])
  if (rate === null) return
  await writer.run(`UPDATE batch SET vat_rate = ?1 WHERE (vat_rate IS NULL OR undone_at IS NOT NULL) AND batch_id IN (
    SELECT sales_order.batch_id FROM known_order JOIN sales_order USING (order_id) WHERE known_order.batch_id = ?2
    UNION SELECT superseded_by_batch_id FROM batch CROSS JOIN sales_order ON order_id BETWEEN first_order_id AND last_order_id
      WHERE batch.batch_id = ?2 AND superseded_by_batch_id < ?2)`, [rate, batchId])
}

/** The orders with VAT in their amounts: a batch's orders have consecutive ids, those composed of several batches have the VAT of the last. */
export async function readVatRanges(reader: Reader): Promise<VatRange[]> {
  return reader.all<VatRange>(`
    SELECT first_order_id AS first, last_order_id AS last, vat_rate AS rate FROM batch WHERE vat_rate > 0
    UNION ALL SELECT order_id, order_id, vat_rate FROM composed_order JOIN sales_order USING (order_id) JOIN batch USING (batch_id) WHERE vat_rate > 0
    ORDER BY first`)
}

/** An amount without the VAT that is known to be in it, in cents. For queries in which the order's `batch` is joined. */
export function withoutVat(cents: string): string {
  return `CAST(round(${cents} / (1 + coalesce(vat_rate, 0))) AS INTEGER)`
}
