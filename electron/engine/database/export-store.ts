import type { CustomerContact } from '../../../shared/export/tables/ranking.ts'
import type { ProductSales } from '../../../shared/export/tables/products.ts'
import type { SalesLine } from '../../../shared/export/tables/sales.ts'
import type { Reader } from './connection.ts'
import { lineCounts, orderCounts } from './counting.ts'
import { withoutVat } from './vat-store.ts'

/** So many rows are read and written in a few milliseconds: who else asks something does not notice. */
const ROWS_PER_PAGE = 1000

/** The currency that the imported files tell; all of them are in the same one. */
export async function readSalesCurrency(reader: Reader): Promise<string | null> {
  const row = await reader.get<{ currency: string }>(`SELECT summary ->> '$.currency' AS currency FROM batch WHERE undone_at IS NULL AND currency IS NOT NULL LIMIT 1`)
  return row?.currency ?? null
}

/** Every line of every order that counts, in the order in which they were imported; money given back later has its own day. */
export async function* readSalesLines(reader: Reader): AsyncGenerator<readonly SalesLine[]> {
  let [order, position] = [-1, -1]
  while (true) {
    // A page is one JSON text: ten times as fast as an object per row. The lines come first, in the order of their key; all else is looked up.
    const page = await reader.get<{ rows: string }>(`
      SELECT json_group_array(json_array(order_id, position, order_key, ordered_on, customer_key, customer_name, email, phone, postcode,
        product_key, product_name, quantity, cents, vat_rate)) AS rows
      FROM (
        SELECT order_line.order_id, position, order_key, coalesce(refunded_on, ordered_on) AS ordered_on, coalesce(customer_key, '') AS customer_key, coalesce(customer.name, '') AS customer_name,
          coalesce(email, '') AS email, coalesce(phone, '') AS phone, coalesce(postcode, '') AS postcode, vat_rate, coalesce(product_key, '') AS product_key, coalesce(product.name, '') AS product_name, quantity, order_line.amount_cents AS cents
        FROM order_line CROSS JOIN sales_order USING (order_id) CROSS JOIN batch USING (batch_id) LEFT JOIN later_refund USING (order_id, position)
          LEFT JOIN customer USING (customer_id) LEFT JOIN product USING (product_id)
        WHERE (order_line.order_id, position) > (?1, ?2) AND ${orderCounts} AND ${lineCounts}
        ORDER BY order_line.order_id, position LIMIT ${ROWS_PER_PAGE})`, [order, position])
    const rows = JSON.parse(page?.rows ?? '[]') as [number, number, string, string, string, string, string, string, string, string, string, number, number, number | null][]
    const last = rows.at(-1)
    if (last === undefined) return
    ;[order, position] = last
    yield rows.map(([, , orderKey, orderedOn, customerKey, customerName, email, phone, postcode, productKey, productName, quantity, amountCents, vatRate]) =>
      ({ orderKey, orderedOn, customerKey, customerName, email, phone, postcode, productKey, productName, quantity, amountCents, vatRate }))
  }
}

/** Every product that was sold, the one that brought most first; without the VAT that is known to be in the amounts. */
export function readProductSales(reader: Reader): Promise<ProductSales[]> {
  return reader.all<ProductSales>(`
    SELECT product_key AS productKey, name, sold.quantity, sold.cents AS revenueCents, sold.orders, sold.customers, sold.first AS firstSoldOn, sold.last AS lastSoldOn
    FROM (
      SELECT product_id, sum(quantity) AS quantity, sum(${withoutVat('order_line.amount_cents')}) AS cents, count(DISTINCT order_id) AS orders,
        count(DISTINCT customer_id) AS customers, min(ordered_on) AS first, max(ordered_on) AS last
      FROM order_line CROSS JOIN sales_order USING (order_id) CROSS JOIN batch USING (batch_id) WHERE ${orderCounts} AND ${lineCounts} AND product_id IS NOT NULL GROUP BY product_id
    ) AS sold JOIN product USING (product_id) ORDER BY sold.cents DESC, product_key`)
}

type ContactRow = {
  readonly person: number; readonly customer_id: number; readonly customer_key: string; readonly email: string; readonly phone: string; readonly consent: number | null
}

/**
 * What some persons are known by and reached at, each by all the customers they were; '' where there is nothing. Whether they may be e-mailed is what the
 * newest list says of any of their keys, and of their e-mail address.
 */
export async function readContacts(reader: Reader, personIds: readonly number[]): Promise<Map<number, CustomerContact>> {
  const rows = await reader.all<ContactRow>(`
    WITH wanted AS MATERIALIZED (SELECT value AS person FROM json_each(?1)),
    known AS MATERIALIZED (
      SELECT person, customer.* FROM wanted JOIN customer ON customer_id = person
      UNION ALL SELECT person, customer.* FROM wanted JOIN merged_customer ON into_customer_id = person JOIN customer USING (customer_id))
    SELECT person, customer_id, customer_key, email, phone, (
      SELECT email_consent FROM record_customer JOIN customer_record USING (record_key, batch_id)
      WHERE kind = 'customers' AND email_consent IS NOT NULL AND record_customer.customer_key IN (known.customer_key, 'email:' || lower(known.email))
      ORDER BY batch_id DESC LIMIT 1) AS consent
    FROM known ORDER BY person, customer_id <> person, customer_id`, [JSON.stringify(personIds)])
  const contacts = new Map<number, CustomerContact>()
  for (const { person, customer_key, email, phone, consent } of rows) {
    const known = contacts.get(person)
    const key = customer_key.startsWith('id:') ? customer_key.slice('id:'.length) : ''
    contacts.set(person, {
      key: known?.key || key,
      email: known?.email || email,
      phone: known?.phone || phone,
      // Who said no under one name is not to be mailed under another.
      mayBeMailed: known?.mayBeMailed === false || consent === 0 ? false : consent === 1 || (known?.mayBeMailed ?? null),
    })
  }
  return contacts
}
