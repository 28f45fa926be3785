import type { Repair } from '../../../../shared/contract/quality.ts'
import { AppError } from '../../../../shared/result.ts'
import type { Reader, Writer } from '../connection.ts'
import { lineCounts, orderCounts } from '../counting.ts'
import { withoutVat } from '../vat-store.ts'

type RepairRow = {
  readonly repair_id: number; readonly kind: Repair['kind']; readonly made_at: string; readonly undone_at: string | null; readonly detail: string
}
type Detail = Pick<Repair, 'orders' | 'lines' | 'amountCents'>

function toRepair(row: RepairRow): Repair {
  return { repairId: row.repair_id, kind: row.kind, madeAt: row.made_at, undoneAt: row.undone_at, ...JSON.parse(row.detail) as Detail }
}

/** Newest first; undone ones too. */
export async function readRepairs(reader: Reader): Promise<Repair[]> {
  return (await reader.all<RepairRow>('SELECT * FROM repair ORDER BY repair_id DESC')).map(toRepair)
}

export async function readRepair(reader: Reader, repairId: number): Promise<Repair> {
  const row = await reader.get<RepairRow>('SELECT * FROM repair WHERE repair_id = ?', [repairId])
  if (!row) throw new AppError('repair-not-found')
  return toRepair(row)
}

/** The amount of an order is the sum of its lines that count. */
function sumLines(writer: Writer, orders: string, params: readonly number[]): Promise<number> {
  return writer.run(`
    UPDATE sales_order SET amount_cents = (SELECT sum(amount_cents) FROM order_line WHERE order_line.order_id = sales_order.order_id AND ${lineCounts})
    WHERE order_id IN (${orders})`, params)
}

/** Orders of any version that a repair names. */
const namedOrders = 'SELECT order_id FROM left_out_order JOIN sales_order USING (order_key, content_hash) WHERE repair_id = ?1'
/**
 * Whether what an order repeats is there: the order itself, or the first of those that repeat it as well. Where it went with its import, what
 * repeats it is all there is.
 */
const isRepeated = `(
  EXISTS (SELECT 1 FROM sales_order AS same WHERE same.order_key = same_as_key AND same.superseded_by_batch_id IS NULL)
  OR EXISTS (
    SELECT 1 FROM left_out_order AS other JOIN sales_order AS same USING (order_key, content_hash)
    WHERE other.repair_id = ?1 AND other.same_as_key = left_out_order.same_as_key AND other.order_key < left_out_order.order_key AND same.superseded_by_batch_id IS NULL))`

/** What a repair would leave out of these orders: those that count, or their identical lines that do. */
async function measure(writer: Writer, kind: Repair['kind'], orderIds: string): Promise<Detail> {
  const lines = `FROM sales_order JOIN order_line USING (order_id) JOIN batch USING (batch_id) WHERE order_id IN (SELECT value FROM json_each(?)) AND ${orderCounts} AND ${lineCounts}`
  const measured = await writer.get<Detail>(`
    SELECT count(DISTINCT order_id) AS orders, count(*) AS lines, coalesce(sum(${withoutVat('order_line.amount_cents')}), 0) AS amountCents ${lines}
    ${kind === 'identical-lines' ? 'AND is_identical = 1' : ''}`, [orderIds])
  return measured ?? { orders: 0, lines: 0, amountCents: 0 }
}

/** Leaves the orders, or their identical lines, out of every figure. Those that do not count already are passed over. */
export async function makeRepair(
  writer: Writer,
  { kind, orders, madeAt }: Pick<Repair, 'kind' | 'madeAt'> & { readonly orders: readonly { readonly orderId: number; readonly sameAs?: number }[] },
): Promise<Repair> {
  const detail = await measure(writer, kind, JSON.stringify(orders.map(({ orderId }) => orderId)))
  if (detail.orders === 0) throw new AppError('nothing-to-repair')
  const row = await writer.get<RepairRow>('INSERT INTO repair (kind, made_at, detail) VALUES (?, ?, ?) RETURNING *', [kind, madeAt, JSON.stringify(detail)])
  if (!row) throw new Error('making a repair gave no row')
  await writer.run(`
    INSERT INTO left_out_order (repair_id, order_key, content_hash, same_as_key)
    SELECT DISTINCT ?, sales_order.order_key, sales_order.content_hash, same.order_key
    FROM json_each(?) AS chosen CROSS JOIN sales_order ON sales_order.order_id = chosen.value ->> 0 LEFT JOIN sales_order AS same ON same.order_id = chosen.value ->> 1
    WHERE ${orderCounts}`, [row.repair_id, JSON.stringify(orders.map(({ orderId, sameAs }) => [orderId, sameAs ?? null]))])
  await leaveOutAgain(writer, 0)
  return toRepair(row)
}

/**
 * Applies the repairs that stand to the orders from this id on: what was left out stays so after an import, and after one was undone. What repeats
 * an order counts while that one is not there.
 */
export async function leaveOutAgain(writer: Writer, firstOrderId: number): Promise<void> {
  const standing = await writer.all<RepairRow>('SELECT * FROM repair WHERE undone_at IS NULL ORDER BY repair_id')
  for (const { repair_id: repairId, kind } of standing) {
    const orders = `${namedOrders} AND order_id >= ?2 AND ${orderCounts}`
    if (kind === 'identical-lines') {
      await writer.run(`UPDATE order_line SET left_out_by_repair_id = ?1 WHERE order_id IN (${orders}) AND is_identical = 1 AND ${lineCounts}`, [repairId, firstOrderId])
      await sumLines(writer, orders, [repairId, firstOrderId])
    } else {
      await writer.run(`UPDATE sales_order SET left_out_by_repair_id = ?1 WHERE order_id IN (${orders} AND same_as_key IS NULL)`, [repairId, firstOrderId])
    }
    if (kind === 'equal-orders') {
      await writer.run(`UPDATE sales_order SET left_out_by_repair_id = NULL
        WHERE left_out_by_repair_id = ?1 AND order_id IN (${namedOrders} AND same_as_key IS NOT NULL AND NOT ${isRepeated})`, [repairId])
      await writer.run(`UPDATE sales_order SET left_out_by_repair_id = ?1 WHERE order_id IN (${namedOrders} AND same_as_key IS NOT NULL AND ${orderCounts} AND ${isRepeated})`, [repairId])
    }
  }
}

/** Everything it left out counts again. */
export async function undoRepair(writer: Writer, repairId: number, undoneAt: string): Promise<Repair> {
  const repair = await readRepair(writer, repairId)
  if (repair.undoneAt !== null) return repair
  await writer.run('UPDATE repair SET undone_at = ? WHERE repair_id = ?', [undoneAt, repairId])
  await writer.run('UPDATE sales_order SET left_out_by_repair_id = NULL WHERE left_out_by_repair_id = ?', [repairId])
  await writer.run(`UPDATE order_line SET left_out_by_repair_id = NULL WHERE left_out_by_repair_id = ?1 AND order_id IN (${namedOrders})`, [repairId])
  await sumLines(writer, namedOrders, [repairId])
  return { ...repair, undoneAt }
}
