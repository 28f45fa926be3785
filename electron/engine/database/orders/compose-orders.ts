import { formatIsoDay } from '../../../../shared/calendar.ts'
import { combineOrders, type OrderPart } from '../../../../shared/import/combine-orders.ts'
import { HashPair } from '../../../../shared/import/sales/content-hash.ts'
import type { Writer } from '../connection.ts'
import { readParts, type StoredPartLine } from './order-parts.ts'
import { nextOrderId } from './sales-store.ts'

type VersionRow = { readonly order_id: number; readonly order_key: string; readonly batch_id: number; readonly customer_id: number | null; readonly is_composed: number }
type Version = { readonly orderId: number; readonly batchId: number; readonly part: OrderPart<StoredPartLine> }
/** The version that counts so far, and what stands under it: the stored orders that give way to it. */
type Standing = { version: Version; readonly superseded: Map<number, number>; readonly composed: Version[] }

/** Tells the orders whose number is in `numbers` (a query) and that are made of parts, also where those are hidden behind the whole. */
export const keysInParts = (numbers: string) => `
  SELECT order_key FROM sales_order WHERE order_key IN (${numbers}) AND superseded_by_batch_id IS NOT NULL AND superseded_by_batch_id <= batch_id
  UNION SELECT order_key FROM composed_order JOIN sales_order USING (order_id) WHERE order_key IN (${numbers})`

/**
 * Makes the orders with these numbers anew of all that files say about them, in the order in which they were imported. What an import holds
 * of an order stays as it came, so that it can be undone; an order of several parts is stored beside them and counts for them.
 */
export async function composeOrders(writer: Writer, keys: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(keys)
  const rows = await writer.all<VersionRow>(`
    SELECT order_id, order_key, batch_id, customer_id, composed_order.order_id IS NOT NULL AS is_composed FROM (
      SELECT * FROM sales_order WHERE order_key IN (SELECT value FROM json_each(?1)) AND superseded_by_batch_id IS NULL
      UNION ALL SELECT * FROM sales_order WHERE order_key IN (SELECT value FROM json_each(?1)) AND superseded_by_batch_id IS NOT NULL)
    LEFT JOIN composed_order USING (order_id) ORDER BY order_id`, [wanted])
  await removeOrders(writer, rows.filter((row) => row.is_composed === 1))

  const versions = rows.filter((row) => row.is_composed === 0)
  const parts = await readParts(writer, versions.map((row) => row.order_id))
  const customerIds = new Map(versions.map((row) => [parts.get(row.order_id)?.customerKey ?? null, row.customer_id]))
  const standing = new Map<string, Standing>()
  let orderId = await nextOrderId(writer)
  for (const row of versions) {
    const part = parts.get(row.order_id)
    if (!part) continue
    const version = { orderId: row.order_id, batchId: row.batch_id, part }
    const before = standing.get(row.order_key)
    if (before) orderId += addVersion(before, version, orderId)
    else standing.set(row.order_key, { version, superseded: new Map(), composed: [] })
  }

  // First all of them give way: no two with one number may count at any moment.
  await writer.run('UPDATE sales_order SET superseded_by_batch_id = batch_id WHERE order_id IN (SELECT value FROM json_each(?))', [JSON.stringify(versions.map((row) => row.order_id))])
  await insertComposed(writer, standing, customerIds)
  const states = [...standing.values()].flatMap(({ version, superseded }) => [...superseded, [version.orderId, null]])
  await writer.run('UPDATE sales_order SET superseded_by_batch_id = state.value ->> 1 FROM json_each(?) AS state WHERE order_id = state.value ->> 0', [JSON.stringify(states)])
}

/** Answers how many orders it composed: none or one, under the id that is given. */
function addVersion(standing: Standing, added: Version, orderId: number): 0 | 1 {
  const { version, superseded, composed } = standing
  const combined = combineOrders(version.part, added.part)
  if (combined?.kind === 'contained') {
    superseded.set(added.orderId, version.batchId)
    return 0
  }
  superseded.set(version.orderId, added.batchId)
  if (combined?.kind !== 'combined') {
    standing.version = added
    return 0
  }
  superseded.set(added.orderId, added.batchId)
  standing.version = { orderId, batchId: added.batchId, part: combined.order }
  composed.push(standing.version)
  return 1
}

async function removeOrders(writer: Writer, rows: readonly VersionRow[]): Promise<void> {
  const ids = JSON.stringify(rows.map((row) => row.order_id))
  for (const table of ['later_refund', 'order_line', 'composed_order', 'sales_order']) {
    await writer.run(`DELETE FROM ${table} WHERE order_id IN (SELECT value FROM json_each(?))`, [ids])
  }
}

/** Composed orders give way to their own batch until it is said which of them counts. */
async function insertComposed(writer: Writer, standing: ReadonlyMap<string, Standing>, customerIds: ReadonlyMap<string | null, number | null>): Promise<void> {
  const all = [...standing].flatMap(([key, { composed }]) => composed.map((version) => ({ key, ...version })))
  const orders = all.map(({ key, orderId, batchId, part }) => [
    orderId, batchId, key, customerIds.get(part.customerKey) ?? null, formatIsoDay(part.day),
    part.lines.reduce((sum, { amountCents }) => sum + amountCents, 0), hashOf(part),
  ])
  const lines = all.flatMap(({ orderId, part }) => part.lines.map((line, position) => [
    orderId, position, line.orderId, line.position, line.refundedOn !== null && line.refundedOn > part.day ? formatIsoDay(line.refundedOn) : null,
  ]))
  const at = (index: number) => `given.value ->> ${index}`
  await writer.run(`INSERT INTO sales_order (order_id, batch_id, order_key, customer_id, ordered_on, amount_cents, content_hash, superseded_by_batch_id)
    SELECT ${[0, 1, 2, 3, 4, 5, 6, 1].map(at).join(', ')} FROM json_each(?) AS given`, [JSON.stringify(orders)])
  await writer.run('INSERT INTO composed_order SELECT value FROM json_each(?)', [JSON.stringify(all.map(({ orderId }) => orderId))])
  await writer.run(`INSERT INTO order_line (order_id, position, product_id, quantity, amount_cents, line_number, is_identical)
    SELECT ${at(0)}, ${at(1)}, product_id, quantity, amount_cents, line_number, is_identical
    FROM json_each(?) AS given CROSS JOIN order_line ON order_id = ${at(2)} AND position = ${at(3)}`, [JSON.stringify(lines)])
  await writer.run(`INSERT INTO later_refund SELECT ${at(0)}, ${at(1)}, ${at(4)} FROM json_each(?) AS given WHERE ${at(4)} IS NOT NULL`, [JSON.stringify(lines)])
}

/** The same content gives the same number, whatever parts it came in: a repair that left the order out finds it again. */
function hashOf({ day, customerKey, lines }: OrderPart): number {
  const contents = lines.map(({ productKey, quantity, amountCents, refundedOn }) => JSON.stringify([productKey, quantity, amountCents, refundedOn]))
  const hash = new HashPair()
  for (const character of JSON.stringify([day, customerKey, contents.sort()])) hash.int(character.codePointAt(0) ?? 0)
  return hash.value()
}
