import { parseIsoDay } from '../../../../shared/calendar.ts'
import { decodeText } from '../../../../shared/import/bytes/text-codec.ts'
import { combineOrders, type Combined, type OrderPart, type OrderPartLine } from '../../../../shared/import/combine-orders.ts'
import type { ImportedSales, TextColumn } from '../../../../shared/import/imported-sales.ts'
import type { Reader } from '../connection.ts'

/** A line that is stored, and where. */
export type StoredPartLine = OrderPartLine & { readonly orderId: number; readonly position: number }
type StoredPart = OrderPart<StoredPartLine>

const ORDERS_PER_QUESTION = 5000

/** The lines of stored orders, with what an order has to say beside them. */
export async function readParts(reader: Reader, orderIds: readonly number[]): Promise<Map<number, StoredPart>> {
  const parts = new Map<number, StoredPart & { lines: StoredPartLine[] }>()
  for (let start = 0; start < orderIds.length; start += ORDERS_PER_QUESTION) {
    const rows = await reader.all<Omit<StoredPartLine, 'orderId'> & { orderId: number; orderedOn: string; customerKey: string | null }>(`
      SELECT order_id AS orderId, position, product_key AS productKey, quantity, order_line.amount_cents AS amountCents,
        unixepoch(refunded_on) / 86400 AS refundedOn, ordered_on AS orderedOn, customer_key AS customerKey
      FROM json_each(?) AS wanted CROSS JOIN sales_order ON order_id = wanted.value JOIN order_line USING (order_id)
        LEFT JOIN later_refund USING (order_id, position) LEFT JOIN product USING (product_id) LEFT JOIN customer USING (customer_id)
      ORDER BY order_id, position`, [JSON.stringify(orderIds.slice(start, start + ORDERS_PER_QUESTION))])
    for (const { orderedOn, customerKey, ...line } of rows) {
      const part = parts.get(line.orderId)
      if (part) part.lines.push(line)
      else parts.set(line.orderId, { day: parseIsoDay(orderedOn) ?? 0, customerKey, lines: [line] })
    }
  }
  return parts
}

/**
 * Holds orders that came in against stored ones with other content, line by line: for those that may be parts of one order only, which
 * takes money given back. The others are not in the answer; `null` is for two that are not the same order.
 */
export async function compareParts(
  reader: Reader, sales: ImportedSales, totals: Float64Array, stored: ReadonlyMap<number, number>,
): Promise<Map<number, Combined<OrderPartLine>['kind'] | null>> {
  const ids = [...stored.values()]
  const withRefunds = new Set<number>()
  for (let start = 0; start < ids.length; start += ORDERS_PER_QUESTION) {
    const rows = await reader.all<{ id: number }>('SELECT value AS id FROM json_each(?) WHERE EXISTS (SELECT 1 FROM order_line WHERE order_id = value AND amount_cents < 0)',
      [JSON.stringify(ids.slice(start, start + ORDERS_PER_QUESTION))])
    for (const { id } of rows) withRefunds.add(id)
  }
  const compared = [...stored].filter(([order, id]) => (totals[order] ?? 0) < 0 || withRefunds.has(id))
  const parts = await readParts(reader, compared.map(([, id]) => id))
  const partOf = compared.length > 0 ? incomingParts(sales) : () => null
  const kinds = new Map<number, Combined<OrderPartLine>['kind'] | null>()
  for (const [order, id] of compared) {
    const [former, latter] = [parts.get(id), partOf(order)]
    if (former && latter) kinds.set(order, combineOrders<OrderPartLine>(former, latter)?.kind ?? null)
  }
  return kinds
}

function incomingParts({ orders, lines, customers, products }: ImportedSales): (order: number) => OrderPart {
  const refundDays = new Map(Array.from(lines.refunds.lines, (line, refund) => [line, lines.refunds.days[refund] ?? null]))
  return (order) => {
    const found: OrderPartLine[] = []
    for (let line = firstLineOf(lines.orders, order); lines.orders[line] === order; line++) {
      found.push({
        productKey: textOrNull(products.keys, lines.products[line] ?? -1),
        quantity: lines.quantities[line] ?? 0,
        amountCents: lines.amountCents[line] ?? 0,
        refundedOn: refundDays.get(line) ?? null,
      })
    }
    return { day: orders.days[order] ?? 0, customerKey: textOrNull(customers.keys, orders.customers[order] ?? -1), lines: found }
  }
}

function textOrNull({ bytes, offsets }: TextColumn, at: number): string | null {
  return at < 0 ? null : decodeText(bytes, offsets[at], offsets[at + 1])
}

/** By halves: lines are sorted by order. */
function firstLineOf(lineOrders: Int32Array, order: number): number {
  let [low, high] = [0, lineOrders.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lineOrders[middle] ?? 0) < order) low = middle + 1
    else high = middle
  }
  return low
}
