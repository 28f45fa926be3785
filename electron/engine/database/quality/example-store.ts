import type { QualityExample } from '../../../../shared/contract/quality.ts'
import type { Reader } from '../connection.ts'
import { orderCounts } from '../counting.ts'
import { withoutVat } from '../vat-store.ts'
import type { FoundOrder } from '../../../../shared/data-quality/find-in-sales.ts'
import { unusableDateRows } from './assess-sales.ts'

export type Page = { readonly offset: number; readonly limit: number }
export type ExamplePage = { readonly examples: QualityExample[]; readonly total: number }

type OrderRow = {
  readonly id: number; readonly order_key: string; readonly ordered_on: string; readonly cents: number
  readonly customer: string | null; readonly file_name: string
}
/** A customer without a name is called by e-mail or number. */
const shownName = `coalesce(nullif(name, ''), nullif(email, ''), substr(customer_key, instr(customer_key, ':') + 1))`
const ordersById = `
  SELECT order_id AS id, order_key, ordered_on, ${withoutVat('amount_cents')} AS cents, ${shownName} AS customer, json_extract(summary, '$.fileName') AS file_name, vat_rate
  FROM sales_order JOIN batch USING (batch_id) LEFT JOIN customer USING (customer_id)`

function toExample(row: OrderRow, cents: number, sameAs: string | null): QualityExample {
  return {
    kind: 'order', orderId: row.id, orderKey: row.order_key, orderedOn: row.ordered_on, customer: row.customer,
    amountCents: cents, fileName: row.file_name, sameAs,
  }
}

/** A page of the orders a finding is about. */
export async function readFoundOrders(reader: Reader, found: readonly (FoundOrder & { readonly sameAs?: number })[], { offset, limit }: Page): Promise<ExamplePage> {
  const page = found.slice(offset, offset + limit)
  const ids = page.flatMap(({ orderId, sameAs }) => (sameAs === undefined ? [orderId] : [orderId, sameAs]))
  const rows = await reader.all<OrderRow>(`${ordersById} WHERE order_id IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const examples = page.flatMap(({ orderId, cents, sameAs }) => {
    const row = byId.get(orderId)
    return row ? [toExample(row, cents, sameAs === undefined ? null : byId.get(sameAs)?.order_key ?? null)] : []
  })
  return { examples, total: found.length }
}

/** Sales that name nobody, largest first. */
export async function readOrdersWithoutCustomer(reader: Reader, { offset, limit }: Page): Promise<ExamplePage> {
  const where = `customer_id IS NULL AND amount_cents > 0 AND ${orderCounts}`
  const rows = await reader.all<OrderRow>(`${ordersById} WHERE ${where} ORDER BY amount_cents DESC, order_id LIMIT ? OFFSET ?`, [limit, offset])
  const counted = await reader.get<{ total: number }>(`SELECT count(*) AS total FROM sales_order WHERE ${where}`)
  return { examples: rows.map((row) => toExample(row, row.cents, null)), total: counted?.total ?? 0 }
}

/** Rows that were set aside because of their date, as they stood in the file. */
export async function readUnusableDates(reader: Reader, { offset, limit }: Page): Promise<ExamplePage> {
  const examples = await reader.all<Extract<QualityExample, { kind: 'row' }>>(`
    SELECT 'row' AS kind, json_extract(summary, '$.fileName') AS fileName, line_number AS lineNumber, raw, amount_cents AS amountCents
    FROM (${unusableDateRows}) JOIN batch USING (batch_id) ORDER BY batch_id, line_number LIMIT ? OFFSET ?`, [limit, offset])
  const counted = await reader.get<{ total: number }>(`SELECT count(*) AS total FROM (${unusableDateRows})`)
  return { examples, total: counted?.total ?? 0 }
}

/** What a repair names, in the version that is there now. */
export async function readRepairedOrders(reader: Reader, repairId: number, { offset, limit }: Page): Promise<ExamplePage> {
  const named = `SELECT order_id FROM left_out_order JOIN sales_order USING (order_key, content_hash) WHERE repair_id = ?1 AND superseded_by_batch_id IS NULL`
  const rows = await reader.all<OrderRow & { line_cents: number | null }>(`
    SELECT *, (SELECT sum(${withoutVat('amount_cents')}) FROM order_line WHERE order_line.order_id = id AND order_line.left_out_by_repair_id = ?1) AS line_cents
    FROM (${ordersById}) WHERE id IN (${named}) ORDER BY id LIMIT ?2 OFFSET ?3`, [repairId, limit, offset])
  const counted = await reader.get<{ total: number }>(`SELECT count(*) AS total FROM (${named})`, [repairId])
  return { examples: rows.map((row) => toExample(row, row.line_cents ?? row.cents, null)), total: counted?.total ?? 0 }
}
