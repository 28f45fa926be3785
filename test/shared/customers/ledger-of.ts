import type { SalesLedger } from '../../../shared/customers/sales-ledger.ts'

/** product, quantity, cents */
export type TestLine = readonly [product: number, quantity: number, cents: number]
export type TestOrder = { readonly customer: number; readonly day: number; readonly cents?: number; readonly lines?: readonly TestLine[] }

/** A ledger from readable orders, sorted as the engine sorts: by customer, then day, then order. Customers without an order get no row. */
export function ledgerOf(orders: readonly TestOrder[]): SalesLedger {
  const sorted = orders.map((order, i) => ({ ...order, id: i + 1 })).sort((a, b) => a.customer - b.customer || a.day - b.day || a.id - b.id)
  const ids = [...new Set(sorted.map(({ customer }) => customer))]
  const position = new Map(ids.map((id, i) => [id, i]))
  const lines = sorted.flatMap((order, position) => (order.lines ?? []).map(([product, quantity, cents]) => ({ position, product, quantity, cents })))
  return {
    customerIds: Int32Array.from(ids),
    customers: Int32Array.from(sorted, ({ customer }) => position.get(customer)!),
    orderIds: Float64Array.from(sorted, ({ id }) => id),
    days: Int32Array.from(sorted, ({ day }) => day),
    amountCents: Float64Array.from(sorted, ({ cents, lines: own = [] }) => cents ?? own.reduce((sum, [, , c]) => sum + c, 0)),
    lines: {
      orders: Int32Array.from(lines, (line) => line.position),
      products: Int32Array.from(lines, ({ product }) => product),
      quantities: Float64Array.from(lines, ({ quantity }) => quantity),
      amountCents: Float64Array.from(lines, ({ cents }) => cents),
    },
  }
}
