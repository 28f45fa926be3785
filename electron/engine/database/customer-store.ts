import type { Reader } from './connection.ts'
import { lineCounts } from './counting.ts'

const CUSTOMERS_PER_PAGE = 50_000

/** What belongs to customers and not to their value, in the order of `customerIds`. */
export type CustomerTexts = { readonly names: readonly string[]; readonly searchable: readonly string[] }
export type CustomerRecord = { readonly customerKey: string; readonly email: string | null }

/** How a customer without a name is called: by the shop's own number or by e-mail, whichever the key holds. */
function valueOfKey(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}

/** Every customer's name and what else to find them by. */
export async function readCustomerTexts(reader: Reader, customerIds: Int32Array): Promise<CustomerTexts> {
  const names: string[] = []
  const searchable: string[] = []
  let at = 0
  for (let start = 0; start < customerIds.length; start += CUSTOMERS_PER_PAGE) {
    const last = Math.min(start + CUSTOMERS_PER_PAGE, customerIds.length) - 1
    const page = await reader.get<Record<'ids' | 'keys' | 'names' | 'emails', string>>(`
      SELECT json_group_array(customer_id) AS ids, json_group_array(customer_key) AS keys, json_group_array(name) AS names, json_group_array(email) AS emails
      FROM (SELECT * FROM customer WHERE customer_id BETWEEN ? AND ? ORDER BY customer_id)`, [customerIds[start] ?? 0, customerIds[last] ?? 0])
    if (!page) continue
    const keys = JSON.parse(page.keys) as string[]
    const given = JSON.parse(page.names) as string[]
    const emails = JSON.parse(page.emails) as string[]
    for (const [i, id] of (JSON.parse(page.ids) as number[]).entries()) {
      if (id !== customerIds[at]) continue
      const key = valueOfKey(keys[i] ?? '')
      const email = emails[i] ?? ''
      names.push(given[i] || email || key)
      searchable.push(`${email} ${key}`)
      at++
    }
  }
  return { names, searchable }
}

export async function readCustomer(reader: Reader, customerId: number): Promise<CustomerRecord | undefined> {
  const row = await reader.get<{ customer_key: string; email: string }>('SELECT customer_key, email FROM customer WHERE customer_id = ?', [customerId])
  return row && { customerKey: valueOfKey(row.customer_key), email: row.email || null }
}

export type OrderTexts = { readonly orderKey: string; readonly lines: number; readonly products: string[] }

/** The shop's own number, the number of lines and the products of some orders. */
export async function readOrderTexts(reader: Reader, orderIds: readonly number[]): Promise<Map<number, OrderTexts>> {
  const rows = await reader.all<{ order_id: number; order_key: string; lines: number; products: string }>(`
    SELECT order_id, order_key,
      (SELECT count(*) FROM order_line WHERE order_line.order_id = sales_order.order_id AND ${lineCounts}) AS lines,
      (SELECT json_group_array(called) FROM (
        SELECT DISTINCT coalesce(nullif(name, ''), product_key) AS called FROM order_line JOIN product USING (product_id)
        WHERE order_line.order_id = sales_order.order_id)) AS products
    FROM sales_order WHERE order_id IN (SELECT value FROM json_each(?))`, [JSON.stringify(orderIds)])
  return new Map(rows.map((row) => [row.order_id, { orderKey: row.order_key, lines: row.lines, products: JSON.parse(row.products) as string[] }]))
}
