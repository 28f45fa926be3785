import type { ProductSales } from '../../../shared/products/product-sales.ts'
import { dataText } from '../clv/reference-data.ts'
import { ledgerOf, type TestOrder } from '../customers/ledger-of.ts'

/** Sales from readable orders; products are numbered from 0. */
export function salesOf(orders: readonly TestOrder[], productCount = 10): ProductSales {
  const { customers, days, lines, customerIds } = ledgerOf(orders)
  return { customers, days, lines, customerCount: customerIds.length, productCount }
}

type Row = { readonly order: string, readonly product: string | null, readonly customer: string | null, readonly day: number, readonly quantity: number, readonly cents: number }

function salesOfRows(rows: readonly Row[]): ProductSales & { readonly names: readonly string[] } {
  const register = () => {
    const known = new Map<string, number>()
    return { known, of: (key: string) => known.get(key) ?? (known.set(key, known.size), known.size - 1) }
  }
  const [orders, products, customers] = [register(), register(), register()]
  const ordersOfLines = Int32Array.from(rows, ({ order }) => orders.of(order))
  const customerOfOrder = new Int32Array(orders.known.size).fill(-1)
  const days = new Int32Array(orders.known.size)
  rows.forEach(({ customer, day }, line) => {
    customerOfOrder[ordersOfLines[line]!] = customer === null ? -1 : customers.of(customer)
    days[ordersOfLines[line]!] = day
  })
  const lines = {
    orders: ordersOfLines,
    products: Int32Array.from(rows, ({ product }) => (product === null ? -1 : products.of(product))),
    quantities: Float64Array.from(rows, ({ quantity }) => quantity),
    amountCents: Float64Array.from(rows, ({ cents }) => cents),
  }
  return { customers: customerOfOrder, days, lines, customerCount: customers.known.size, productCount: products.known.size, names: [...products.known.keys()] }
}

const MILLISECONDS_PER_DAY = 86_400_000

/** The bakery's baskets: no customers, no prices; NONE is no product. */
export function breadBasket() {
  return salesOfRows(dataText('bread_basket.csv.gz').split('\n').slice(1).map((line) => {
    const [, , order = '', item = ''] = line.trim().split(',')
    return { order, product: item === 'NONE' ? null : item, customer: null, day: 0, quantity: 1, cents: 0 }
  }))
}

let giftShop: ReturnType<typeof salesOfRows> | null = null

/** The gift shop's invoices, read once; a stock code without five digits in front is postage, a fee or a correction. */
export function onlineRetail() {
  const days = new Map<string, number>()
  giftShop ??= salesOfRows(dataText('online_retail.csv.gz').split('\n').slice(1).map((line) => {
    // Only the description, between the first two cells and the last five, can hold commas.
    const cells = line.trim().split(',')
    const [order = '', code = ''] = cells
    const [quantity, date = '', price, customer] = cells.slice(-5)
    const day = days.get(date.slice(0, 10)) ?? Date.parse(date.slice(0, 10)) / MILLISECONDS_PER_DAY
    days.set(date.slice(0, 10), day)
    return { order, product: /^\d{5}/.test(code) ? code : null, customer: customer || null, day, quantity: Number(quantity), cents: Math.round(Number(quantity) * Number(price) * 100) }
  }))
  return giftShop
}
