import type { ChangedOrder, OrderVersion, SharedNumber } from '../../../../shared/contract/rows.ts'
import { AppError } from '../../../../shared/result.ts'
import type { Reader } from '../connection.ts'

type Page = { readonly batchId: number; readonly offset: number; readonly limit: number }
type Range = { readonly first: number; readonly last: number; readonly isUndone: number }

/** One version of an order as a JSON object, of the tables named `version`, `version_batch` and `version_customer`. */
const versionOf = (version: string) => `json_object(
  'orderedOn', ${version}.ordered_on, 'amountCents', ${version}.amount_cents, 'batchId', ${version}.batch_id,
  'customer', coalesce(nullif(${version}_customer.name, ''), nullif(${version}_customer.email, ''), substr(${version}_customer.customer_key, 1 + instr(${version}_customer.customer_key, ':'))),
  'fileName', json_extract(${version}_batch.summary, '$.fileName'), 'importedAt', json_extract(${version}_batch.summary, '$.importedAt'))`
const joinsOf = (version: string) => `
  JOIN batch AS ${version}_batch ON ${version}_batch.batch_id = ${version}.batch_id
  LEFT JOIN customer AS ${version}_customer ON ${version}_customer.customer_id = ${version}.customer_id`

async function rangeOf(reader: Reader, batchId: number): Promise<Range> {
  const range = await reader.get<Range>(
    'SELECT first_order_id AS first, last_order_id AS last, undone_at IS NOT NULL AS isUndone FROM batch WHERE batch_id = ?', [batchId])
  if (!range) throw new AppError('batch-not-found')
  return range
}

/** The orders that a batch brought in another content than was known, by their place in the file. An undone batch changes nothing. */
export async function readChangedOrders(reader: Reader, { batchId, offset, limit }: Page): Promise<{ rows: ChangedOrder[]; total: number }> {
  const { first, last, isUndone } = await rangeOf(reader, batchId)
  if (isUndone) return { rows: [], total: 0 }
  const from = `FROM sales_order AS after CROSS JOIN sales_order AS before ON before.superseded_by_batch_id = ?1 AND before.order_key = after.order_key AND before.batch_id < ?1`
  // Where an order was made of parts, it counts in its composed version.
  const where = `WHERE (after.order_id BETWEEN ?2 AND ?3 OR after.order_id IN (SELECT order_id FROM composed_order)) AND after.batch_id = ?1
    AND after.superseded_by_batch_id IS NOT ?1`
  const rows = await reader.all<{ order_key: string; counts: number; before: string; after: string }>(`
    SELECT after.order_key, after.superseded_by_batch_id IS NULL AS counts, ${versionOf('before')} AS before, ${versionOf('after')} AS after
    ${from} ${joinsOf('before')} ${joinsOf('after')} ${where} ORDER BY after.order_id LIMIT ?4 OFFSET ?5`, [batchId, first, last, limit, offset])
  const counted = await reader.get<{ total: number }>(`SELECT count(*) AS total ${from} ${where}`, [batchId, first, last])
  return {
    rows: rows.map((row) => ({
      orderKey: row.order_key, before: JSON.parse(row.before) as OrderVersion, after: JSON.parse(row.after) as OrderVersion, counts: row.counts === 1,
    })),
    total: counted?.total ?? 0,
  }
}

/**
 * The order numbers that stand for several customers in one batch. Such an order is stored under its number and its customer's key
 * (`OrderRegister`), the first one under the bare number: that one leads the versions, where it still counts.
 */
export async function readSharedNumbers(reader: Reader, { batchId, offset, limit }: Page): Promise<{ rows: SharedNumber[]; total: number }> {
  const { first, last, isUndone } = await rangeOf(reader, batchId)
  if (isUndone) return { rows: [], total: 0 }
  const shared = `WITH shared AS (
    SELECT order_id, substr(order_key, 1, instr(order_key, ' ' || customer_key) - 1) AS number
    FROM sales_order JOIN customer USING (customer_id)
    WHERE order_id BETWEEN ?2 AND ?3 AND batch_id = ?1 AND superseded_by_batch_id IS NULL AND instr(order_key, ' ') > 0 AND instr(order_key, ' ' || customer_key) > 1)`
  const rows = await reader.all<{ number: string; versions: string }>(`${shared},
    numbers AS (SELECT DISTINCT number FROM shared ORDER BY number LIMIT ?4 OFFSET ?5),
    versions AS (
      SELECT number, 0 AS place, order_id FROM numbers JOIN sales_order ON order_key = number AND superseded_by_batch_id IS NULL
      UNION ALL SELECT number, order_id AS place, order_id FROM numbers JOIN shared USING (number))
    SELECT number, json_group_array(json(version)) AS versions FROM (
      SELECT number, ${versionOf('one')} AS version FROM versions JOIN sales_order AS one USING (order_id) ${joinsOf('one')} ORDER BY number, place)
    GROUP BY number ORDER BY number`, [batchId, first, last, limit, offset])
  const counted = await reader.get<{ total: number }>(`${shared} SELECT count(DISTINCT number) AS total FROM shared`, [batchId, first, last])
  return { rows: rows.map((row) => ({ orderKey: row.number, versions: JSON.parse(row.versions) as OrderVersion[] })), total: counted?.total ?? 0 }
}
