import type { SalesLedger } from '../../shared/customers/sales-ledger.ts'
import { parseIsoDay } from '../../shared/calendar.ts'
import { dataText } from '../shared/clv/reference-data.ts'

type Purchase = { readonly customer: number; readonly day: number; readonly cents: number }

const day = (text: string) => parseIsoDay(text) ?? 0

/** CDNOW's layouts: customer (and a second number in the sample), YYYYMMDD, pieces, dollars. */
export function cdnow(file: string): Purchase[] {
  return dataText(file).split(/\r?\n/).map((line) => line.trim().split(/\s+/)).filter(([first = '']) => /^\d/.test(first)).map((fields) => {
    const [date = '', , dollars = ''] = fields.slice(-3)
    return { customer: Number(fields[0]), day: day(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`), cents: Math.round(Number(dollars) * 100) }
  })
}

/** Online Retail as the reference was made from it: known customers, no cancellations, positive quantities and prices. */
export function onlineRetail(): Purchase[] {
  return dataText('online_retail.csv.gz').split(/\r?\n/).slice(1).flatMap((line) => {
    const fields = Array.from(line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g), (match) => match[1] ?? '')
    const [invoice = '', , , quantity, at = '', price, customer] = fields
    const cents = Number(quantity) * Number(price) * 100
    return customer && !invoice.startsWith('C') && Number(quantity) > 0 && Number(price) > 0 ? [{ customer: Number(customer), day: day(at.slice(0, 10)), cents }] : []
  })
}

/** Purchases up to and including a day as a ledger; those of one customer on one day are one order. */
export function ledgerUntil(purchases: readonly Purchase[], until: number): SalesLedger {
  const orders = new Map<string, Purchase>()
  for (const { customer, day, cents } of purchases) {
    if (day > until) continue
    const key = `${customer} ${day}`
    orders.set(key, { customer, day, cents: cents + (orders.get(key)?.cents ?? 0) })
  }
  const sorted = [...orders.values()].sort((one, other) => one.customer - other.customer || one.day - other.day)
  const customerIds = Int32Array.from(new Set(sorted.map(({ customer }) => customer)))
  const placeOf = new Map(Array.from(customerIds, (id, place) => [id, place]))
  return {
    customerIds,
    customers: Int32Array.from(sorted, ({ customer }) => placeOf.get(customer) ?? 0),
    orderIds: Float64Array.from(sorted, (_, i) => i + 1),
    days: Int32Array.from(sorted, ({ day }) => day),
    amountCents: Float64Array.from(sorted, ({ cents }) => Math.round(cents)),
    lines: { orders: new Int32Array(), products: new Int32Array(), quantities: new Float64Array(), amountCents: new Float64Array() },
  }
}

/** What the customers of a ledger spent after a day, up to and including another; cents, in their order. */
export function spentAfter(purchases: readonly Purchase[], { customerIds }: SalesLedger, after: number, until: number): Float64Array {
  const spent = new Map<number, number>()
  for (const { customer, day, cents } of purchases) if (day > after && day <= until) spent.set(customer, (spent.get(customer) ?? 0) + cents)
  return Float64Array.from(customerIds, (id) => spent.get(id) ?? 0)
}
