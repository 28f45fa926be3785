import type { ImportedSales, TextColumn } from '../../../../shared/import/imported-sales.ts'
import { CACHE_KIB, type Writer } from '../connection.ts'
import { type OrderStates, orderState, orderTotals } from './order-comparison.ts'
import { insertPacked, packRows } from '../packed-rows.ts'

// SQLite sorts an index in pieces as large as its cache; small pieces stay in the processor's, which halves the time.
const SORT_KIB = 2000
const orderIndices = `
  PRAGMA cache_size = -${SORT_KIB};
  CREATE UNIQUE INDEX sales_order_by_key ON sales_order (order_key) WHERE superseded_by_batch_id IS NULL;
  CREATE INDEX sales_order_by_customer ON sales_order (customer_id, ordered_on);
  PRAGMA cache_size = -${CACHE_KIB};`

/** The id the next order gets: ids of undone batches are not given out again. */
export async function nextOrderId(writer: Writer): Promise<number> {
  const row = await writer.get<{ id: number }>(
    'SELECT 1 + max(coalesce((SELECT max(order_id) FROM sales_order), 0), coalesce((SELECT max(last_order_id) FROM batch), 0)) AS id')
  return row?.id ?? 1
}

/** The stored orders of all that are in a given state; parts of orders are settled by `composeOrders`. */
function storedWhere({ states, stored, parts }: OrderStates, state: number): Int32Array {
  return stored.filter((_, order) => states[order] === state && !parts.has(order))
}

/** Keeps which of its orders a batch found to be there already, so that undoing another batch does not take them away. */
export async function rememberKnown(writer: Writer, batchId: number, compared: OrderStates): Promise<void> {
  const known = storedWhere(compared, orderState.known)
  await insertPacked(writer, 'known_order (batch_id, order_id)',
    packRows([{ kind: 'same', value: batchId }, { kind: 'integer', values: known }], { count: known.length }))
}

/** From now on the batch's own versions of the changed orders count. */
export async function supersede(writer: Writer, batchId: number, compared: OrderStates): Promise<void> {
  const orderIds = storedWhere(compared, orderState.changed)
  await writer.run('UPDATE sales_order SET superseded_by_batch_id = ? WHERE order_id IN (SELECT value FROM json_each(?))',
    [batchId, JSON.stringify([...orderIds])])
}

export type NewSales = {
  readonly batchId: number
  readonly firstOrderId: number
  /** The number each order is stored under. */
  readonly keys: TextColumn
  /** Indices of the orders to store, ascending. */
  readonly orders: Int32Array
  /** Those of them that do not count as they are. */
  readonly parts: ReadonlySet<number>
  /** Database ids per entry of the file's dictionaries. */
  readonly customerIds: Int32Array
  readonly productIds: Int32Array
}
type Progress = { readonly onRows: (done: number) => void; readonly onIndexing: () => void }

/** Stores orders and their lines. Where they outnumber what is there, the indices are built once at the end: about four times as fast. */
export async function insertSales(writer: Writer, sales: ImportedSales, added: NewSales, progress: Progress): Promise<void> {
  const { orders, lines } = sales
  const before = (await writer.get<{ orders: number }>('SELECT count(*) AS orders FROM sales_order'))?.orders ?? 0
  const rebuild = added.orders.length > before
  if (rebuild) await writer.exec('DROP INDEX sales_order_by_key; DROP INDEX sales_order_by_customer')

  const orderIds = new Int32Array(orders.days.length)
  for (const [i, order] of added.orders.entries()) orderIds[order] = added.firstOrderId + i
  const lineRows = linesOf(lines.orders, orderIds)
  const positions = new Int32Array(lines.orders.length)
  for (let line = 0; line < lines.orders.length; line++) {
    const order = lines.orders[line] ?? 0
    if (line > 0 && lines.orders[line - 1] === order) positions[line] = (positions[line - 1] ?? 0) + 1
  }

  await insertPacked(writer, `sales_order (order_id, batch_id, order_key, customer_id, ordered_on, amount_cents, content_hash${added.parts.size > 0 ? ', superseded_by_batch_id' : ''})`, packRows([
    { kind: 'sequence', first: added.firstOrderId },
    { kind: 'same', value: added.batchId },
    { kind: 'text', values: added.keys },
    { kind: 'integer', values: orders.customers.map((customer) => (customer < 0 ? 0 : added.customerIds[customer] ?? 0)), nullValue: 0 },
    { kind: 'day', values: orders.days },
    { kind: 'integer', values: orderTotals(sales) },
    { kind: 'integer', values: orders.contentHashes },
    ...added.parts.size > 0 ? [{ kind: 'integer' as const, values: orders.days.map((_, order) => (added.parts.has(order) ? added.batchId : 0)), nullValue: 0 }] : [],
  ], added.orders))
  await insertPacked(writer, 'order_line (order_id, position, product_id, quantity, amount_cents, line_number, is_identical)', packRows([
    { kind: 'integer', values: lines.orders.map((order) => orderIds[order] ?? 0) },
    { kind: 'integer', values: positions },
    { kind: 'integer', values: lines.products.map((product) => (product < 0 ? 0 : added.productIds[product] ?? 0)), nullValue: 0 },
    { kind: 'real', values: lines.quantities },
    { kind: 'integer', values: lines.amountCents },
    { kind: 'integer', values: lines.lineNumbers },
    { kind: 'integer', values: lines.identical },
  ], lineRows), progress.onRows)
  const refunds = Int32Array.from(lines.refunds.lines.keys()).filter((refund) => (orderIds[lines.orders[lines.refunds.lines[refund] ?? 0] ?? 0] ?? 0) > 0)
  await insertPacked(writer, 'later_refund (order_id, position, refunded_on)', packRows([
    { kind: 'integer', values: lines.refunds.lines.map((line) => orderIds[lines.orders[line] ?? 0] ?? 0) },
    { kind: 'integer', values: lines.refunds.lines.map((line) => positions[line] ?? 0) },
    { kind: 'day', values: lines.refunds.days },
  ], refunds))

  if (rebuild) {
    progress.onIndexing()
    await writer.exec(orderIndices)
  }
}

/** The lines whose order is stored: all of them on a first import, told by their count alone. */
function linesOf(lineOrders: Int32Array, orderIds: Int32Array): Int32Array | { readonly count: number } {
  if (orderIds.every((id) => id > 0)) return { count: lineOrders.length }
  const rows: number[] = []
  for (let line = 0; line < lineOrders.length; line++) if ((orderIds[lineOrders[line] ?? 0] ?? 0) > 0) rows.push(line)
  return Int32Array.from(rows)
}
