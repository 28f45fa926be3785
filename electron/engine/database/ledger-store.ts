import { parseIsoDay } from '../../../shared/calendar.ts'
import type { SalesLedger } from '../../../shared/customers/sales-ledger.ts'
import { takeVatOff, type VatRange } from '../../../shared/vat.ts'
import type { Reader, SqlValue } from './connection.ts'
import { lineCounts, orderCounts } from './counting.ts'
import { type Merges, readMerges } from './identity-store.ts'
import { readVatRanges, withoutVat } from './vat-store.ts'

/** A page of columns is one JSON text per column: ten times as fast as an object per row. */
const ORDERS_PER_PAGE = 50_000

type Columns<Name extends string> = Record<Name, number[]>

/** Reads a query's columns by pages of order ids: `?1` and `?2` of the query are the first and the last id of the page. */
export async function readColumns<Name extends string>(
  reader: Reader, names: readonly Name[], query: string, more: readonly SqlValue[] = [],
): Promise<Columns<Name>[]> {
  const range = await reader.get<{ first: number | null; last: number }>('SELECT min(order_id) AS first, max(order_id) AS last FROM sales_order')
  const pages: Columns<Name>[] = []
  const columns = names.map((name) => `json_group_array(${name}) AS ${name}`).join(', ')
  for (let from = range?.first ?? Infinity; from <= (range?.last ?? 0); from += ORDERS_PER_PAGE) {
    const page = await reader.get<Record<Name, string>>(`SELECT ${columns} FROM (${query})`, [from, from + ORDERS_PER_PAGE - 1, ...more])
    if (page) pages.push(Object.fromEntries(names.map((name) => [name, JSON.parse(page[name])])) as Columns<Name>)
  }
  return pages
}

/** One column of all pages. */
export function join<Name extends string, A extends Int32Array | Float64Array>(pages: readonly Columns<Name>[], name: Name, make: (length: number) => A): A {
  const joined = make(pages.reduce((sum, page) => sum + page[name].length, 0))
  let at = 0
  for (const page of pages) {
    joined.set(page[name], at)
    at += page[name].length
  }
  return joined
}
export const int32 = (length: number) => new Int32Array(length)
export const float64 = (length: number) => new Float64Array(length)

/**
 * The orders that count and have a customer, each under the one by whom its person goes, sorted by customer, then day, then order. Amounts are
 * without the VAT that is known to be in them. Lines are read only for customers with a negative order or a negative line: nobody else's are needed to net refunds.
 */
export async function readLedger(reader: Reader): Promise<SalesLedger> {
  const orders = await readColumns(reader, ['customer', 'order_id', 'day', 'cents'], `
    SELECT customer_id AS customer, order_id, unixepoch(ordered_on) / 86400 AS day, amount_cents AS cents FROM sales_order
    WHERE order_id BETWEEN ?1 AND ?2 AND customer_id IS NOT NULL AND ${orderCounts}
    ORDER BY order_id`)
  const merges = await readMerges(reader)
  const customers = join(orders, 'customer', int32).map(merges.personOf)
  const orderIds = join(orders, 'order_id', float64)
  const days = join(orders, 'day', int32)
  const amountCents = join(orders, 'cents', float64)
  const vat = await readVatRanges(reader)
  takeVatOff(amountCents, orderIds, vat)

  const order = sortedBy(customers, days)
  const customerIds = Int32Array.from(new Set(customers)).sort()
  const placeOf = placesById(customerIds)
  for (let i = 0; i < customers.length; i++) customers[i] = placeOf[customers[i] ?? 0] ?? 0
  const sorted = {
    customerIds,
    customers: inOrder(customers, order, int32),
    orderIds: inOrder(orderIds, order, float64),
    days: inOrder(days, order, int32),
    amountCents: inOrder(amountCents, order, float64),
  }
  return { ...sorted, lines: await readRefundLines(reader, sorted.orderIds, { merges, vat }) }
}

/** The place of every id, looked up by the id itself: ids are given out without gaps worth a hash table. */
function placesById(ids: Int32Array | Float64Array): Int32Array {
  let highest = 0
  for (const id of ids) if (id > highest) highest = id
  const places = new Int32Array(highest + 1)
  for (let place = 0; place < ids.length; place++) places[ids[place] ?? 0] = place
  return places
}

function inOrder<A extends Int32Array | Float64Array>(values: A, order: Int32Array, make: (length: number) => A): A {
  const sorted = make(order.length)
  for (let i = 0; i < order.length; i++) sorted[i] = values[order[i] ?? 0] ?? 0
  return sorted
}

/** A stable order of the rows by customer and day; the rows come in the order of their ids, which stays for equal days. */
function sortedBy(customers: Int32Array, days: Int32Array): Int32Array {
  return distribute(distribute(Int32Array.from(days.keys()), days), customers)
}

/** One pass of a counting sort. */
function distribute(rows: Int32Array, keys: Int32Array): Int32Array {
  let low = Infinity
  let high = -Infinity
  for (const key of keys) {
    if (key < low) low = key
    if (key > high) high = key
  }
  const places = new Int32Array(rows.length === 0 ? 1 : high - low + 2)
  for (const key of keys) places[key - low + 1] = (places[key - low + 1] ?? 0) + 1
  for (let i = 1; i < places.length; i++) places[i] = (places[i] ?? 0) + (places[i - 1] ?? 0)
  const sorted = new Int32Array(rows.length)
  for (const row of rows) {
    const key = (keys[row] ?? 0) - low
    const place = places[key] ?? 0
    sorted[place] = row
    places[key] = place + 1
  }
  return sorted
}

/** What holds for orders and for their lines. */
type Known = { readonly merges: Merges; readonly vat: readonly VatRange[] }

async function readRefundLines(reader: Reader, ledgerOrderIds: Float64Array, { merges: { personOf, merged }, vat }: Known): Promise<SalesLedger['lines']> {
  // Without NOT INDEXED the planner walks the index by customer, for the UNION's sake, and looks up every row.
  const returned = await reader.get<{ customers: string }>(`
    SELECT json_group_array(customer_id) AS customers FROM (
      SELECT customer_id FROM sales_order NOT INDEXED WHERE amount_cents < 0 AND customer_id IS NOT NULL AND ${orderCounts}
      UNION
      SELECT customer_id FROM order_line CROSS JOIN sales_order USING (order_id)
      WHERE order_line.amount_cents < 0 AND customer_id IS NOT NULL AND ${orderCounts})`)
  // What one of a person's customers brought back may have been bought by another.
  const persons = new Set((JSON.parse(returned?.customers ?? '[]') as number[]).map(personOf))
  const customers = [...persons, ...merged.filter((customer) => persons.has(personOf(customer)))]
  const pages = await readColumns(reader, ['order_id', 'product', 'quantity', 'cents'], `
    SELECT order_id, coalesce(product_id, -1) AS product, quantity, order_line.amount_cents AS cents
    FROM sales_order JOIN order_line USING (order_id)
    WHERE order_id BETWEEN ?1 AND ?2 AND ${orderCounts} AND ${lineCounts} AND customer_id IN (SELECT value FROM json_each(?3))
    ORDER BY order_id, position`, [JSON.stringify(customers)])
  const orders = join(pages, 'order_id', int32)
  const amountCents = join(pages, 'cents', float64)
  takeVatOff(amountCents, orders, vat)
  const placeOf = placesById(ledgerOrderIds)
  for (let i = 0; i < orders.length; i++) orders[i] = placeOf[orders[i] ?? 0] ?? 0
  return {
    orders,
    products: join(pages, 'product', int32),
    quantities: join(pages, 'quantity', float64),
    amountCents,
  }
}

/** The last day any order was seen, with a customer or without: the end of the data. */
export async function readLastDay(reader: Reader): Promise<number | null> {
  const row = await reader.get<{ day: string | null }>(`SELECT max(ordered_on) AS day FROM sales_order WHERE ${orderCounts}`)
  return row?.day ? parseIsoDay(row.day) : null
}

/** What the orders that count and name nobody come to in cents, without the VAT that is known to be in them. */
export async function readNamelessRevenue(reader: Reader): Promise<number> {
  const row = await reader.get<{ cents: number }>(`
    SELECT coalesce(sum(${withoutVat('amount_cents')}), 0) AS cents FROM sales_order JOIN batch USING (batch_id) WHERE customer_id IS NULL AND ${orderCounts}`)
  return row?.cents ?? 0
}
