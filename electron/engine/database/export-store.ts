import type { Cell } from '../../../shared/export/table.ts'
import type { CustomerContact } from '../../../shared/export/tables/ranking.ts'
import type { ProductSales } from '../../../shared/export/tables/products.ts'
import type { SalesLine } from '../../../shared/export/tables/sales.ts'
import type { Reader } from './connection.ts'
import { lineCounts, orderCounts } from './counting.ts'

/** So many rows are read and written in a few milliseconds: who else asks something does not notice. */
const ROWS_PER_PAGE = 1000

/** Every line of every order that counts, in the order in which they were imported. */
export async function* readSalesLines(reader: Reader): AsyncGenerator<readonly SalesLine[]> {
  let [order, position] = [-1, -1]
  while (true) {
    // A page is one JSON text: ten times as fast as an object per row. The lines come first, in the order of their key; all else is looked up.
    const page = await reader.get<{ rows: string }>(`
      SELECT json_group_array(json_array(order_id, position, order_key, ordered_on, customer_key, customer_name, email, product_key, product_name, quantity, cents)) AS rows
      FROM (
        SELECT order_line.order_id, position, order_key, ordered_on, coalesce(customer_key, '') AS customer_key, coalesce(customer.name, '') AS customer_name,
          coalesce(email, '') AS email, coalesce(product_key, '') AS product_key, coalesce(product.name, '') AS product_name, quantity, order_line.amount_cents AS cents
        FROM order_line CROSS JOIN sales_order USING (order_id) LEFT JOIN customer USING (customer_id) LEFT JOIN product USING (product_id)
        WHERE (order_line.order_id, position) > (?1, ?2) AND ${orderCounts} AND ${lineCounts}
        ORDER BY order_line.order_id, position LIMIT ${ROWS_PER_PAGE})`, [order, position])
    const rows = JSON.parse(page?.rows ?? '[]') as [number, number, string, string, string, string, string, string, string, number, number][]
    const last = rows.at(-1)
    if (last === undefined) return
    ;[order, position] = last
    yield rows.map(([, , orderKey, orderedOn, customerKey, customerName, email, productKey, productName, quantity, amountCents]) =>
      ({ orderKey, orderedOn, customerKey, customerName, email, productKey, productName, quantity, amountCents }))
  }
}

/** Every product that was sold, the one that brought most first. */
export function readProductSales(reader: Reader): Promise<ProductSales[]> {
  return reader.all<ProductSales>(`
    SELECT product_key AS productKey, name, sold.quantity, sold.cents AS revenueCents, sold.orders, sold.customers, sold.first AS firstSoldOn, sold.last AS lastSoldOn
    FROM (
      SELECT product_id, sum(quantity) AS quantity, sum(order_line.amount_cents) AS cents, count(DISTINCT order_id) AS orders,
        count(DISTINCT customer_id) AS customers, min(ordered_on) AS first, max(ordered_on) AS last
      FROM order_line CROSS JOIN sales_order USING (order_id) WHERE ${orderCounts} AND ${lineCounts} AND product_id IS NOT NULL GROUP BY product_id
    ) AS sold JOIN product USING (product_id) ORDER BY sold.cents DESC, product_key`)
}

/** What some customers are known by and reached at; for a customer without one or the other, ''. */
export async function readContacts(reader: Reader, customerIds: readonly number[]): Promise<Map<number, CustomerContact>> {
  const rows = await reader.all<Record<'customer_id' | 'customer_key' | 'email', Cell>>(
    'SELECT customer_id, customer_key, email FROM customer WHERE customer_id IN (SELECT value FROM json_each(?))', [JSON.stringify(customerIds)])
  return new Map(rows.map(({ customer_id, customer_key, email }) => {
    const key = String(customer_key)
    return [Number(customer_id), { key: key.startsWith('id:') ? key.slice('id:'.length) : '', email: String(email) }]
  }))
}
