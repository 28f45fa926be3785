import type { CustomerKeys } from '../../../shared/contract/identity.ts'
import { customerKeyKinds } from '../../../shared/contract/lists.ts'
import type { Reader, SqlValue } from './connection.ts'
import { lineCounts } from './counting.ts'
import { readMerges } from './identity-store.ts'
import { readListedNames } from './records/listed-names.ts'

const CUSTOMERS_PER_PAGE = 50_000

/** What belongs to customers and not to their value, in the order of `customerIds`. */
export type CustomerTexts = { readonly names: readonly string[]; readonly searchable: readonly string[] }

type TextPage = { readonly ids: readonly number[] } & Readonly<Record<'keys' | 'names' | 'emails' | 'phones', readonly string[]>>

/** Every person's name and what else to find them by, from all the customers they were. `customerIds` are those by whom persons go, ascending. */
export async function readCustomerTexts(reader: Reader, customerIds: Int32Array): Promise<CustomerTexts> {
  const { personOf, merged } = await readMerges(reader)
  const listed = await readListedNames(reader)
  const names = Array.from(customerIds, () => '')
  const called = Array.from(customerIds, () => '')
  const searchable = Array.from(customerIds, () => '')
  const add = ({ ids, ...page }: TextPage, placeOf: (id: number) => number) => {
    for (const [i, id] of ids.entries()) {
      const place = placeOf(id)
      if (place < 0) continue
      const email = page.emails[i] ?? ''
      const key = valueOfKey(page.keys[i] ?? '')
      const own = `${email} ${key} ${page.phones[i] ?? ''}`
      searchable[place] = searchable[place] ? `${searchable[place]} ${page.names[i] ?? ''} ${own}` : own
      names[place] ||= page.names[i] ?? ''
      // Who is only a number in the sales goes by the name in a list of customers, where there is one.
      called[place] ||= listed.get(page.keys[i] ?? '') ?? listed.get(`email:${email.toLowerCase()}`) ?? (email || key)
    }
  }
  let at = 0
  for (let start = 0; start < customerIds.length; start += CUSTOMERS_PER_PAGE) {
    const last = Math.min(start + CUSTOMERS_PER_PAGE, customerIds.length) - 1
    const page = await readTexts(reader, 'customer_id BETWEEN ? AND ?', [customerIds[start] ?? 0, customerIds[last] ?? 0])
    add(page, (id) => (id === customerIds[at] ? at++ : -1))
  }
  const placeOf = new Map(merged.length > 0 ? Array.from(customerIds, (id, place) => [id, place]) : [])
  for (let start = 0; start < merged.length; start += CUSTOMERS_PER_PAGE) {
    const page = await readTexts(reader, 'customer_id IN (SELECT value FROM json_each(?))', [JSON.stringify(merged.slice(start, start + CUSTOMERS_PER_PAGE))])
    add(page, (id) => placeOf.get(personOf(id)) ?? -1)
  }
  return { names: names.map((name, place) => name || (called[place] ?? '')), searchable }
}

async function readTexts(reader: Reader, which: string, params: readonly SqlValue[]): Promise<TextPage> {
  const page = await reader.get<Record<keyof TextPage, string>>(`
    SELECT json_group_array(customer_id) AS ids, json_group_array(customer_key) AS keys, json_group_array(name) AS names, json_group_array(email) AS emails,
      json_group_array(phone) AS phones FROM (SELECT * FROM customer WHERE ${which} ORDER BY customer_id)`, params)
  const read = (column: keyof TextPage): unknown => JSON.parse(page?.[column] ?? '[]')
  const texts = (column: Exclude<keyof TextPage, 'ids'>) => read(column) as string[]
  return { ids: read('ids') as number[], keys: texts('keys'), names: texts('names'), emails: texts('emails'), phones: texts('phones') }
}

type CustomerRow = { readonly customer_id: number } & Readonly<Record<'customer_key' | 'name' | 'email' | 'phone' | 'postcode', string>>

/** Everything a person is known by, first the customer by whom the person goes. Any of the person's customers will do to ask by; empty for nobody. */
export async function readCustomerKeys(reader: Reader, customerId: number): Promise<CustomerKeys[]> {
  const rows = await reader.all<CustomerRow>(`
    WITH person (id) AS (SELECT coalesce((SELECT into_customer_id FROM merged_customer WHERE customer_id = ?1), ?1))
    SELECT customer_id, customer_key, name, email, phone, postcode FROM customer, person
    WHERE customer_id = id OR customer_id IN (SELECT merged_customer.customer_id FROM merged_customer WHERE into_customer_id = id)
    ORDER BY customer_id <> id, customer_id`, [customerId])
  return rows.map(keysOf)
}

/** One customer as the data file knows them. */
export function keysOf(row: CustomerRow): CustomerKeys {
  return {
    customerId: row.customer_id, kind: kindOfKey(row.customer_key), customerKey: valueOfKey(row.customer_key),
    name: row.name, email: row.email || null, phone: row.phone || null, postcode: row.postcode || null,
  }
}

/** How a customer without a name is called: by the shop's own number or by e-mail, whichever the key holds. */
function valueOfKey(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}

function kindOfKey(key: string): CustomerKeys['kind'] {
  return customerKeyKinds.find((kind) => key.startsWith(`${kind}:`)) ?? 'name'
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
