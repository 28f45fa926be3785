import type { SalesLedger } from '../../../shared/customers/sales-ledger.ts'
import { seededRandom } from '../../../shared/random.ts'

export type LedgerShop = {
  readonly customers: number
  readonly transaction: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number }
  readonly spend: { readonly p: number; readonly q: number; readonly gamma: number }
  /** The days on which first purchases are spread, and on which the data end. */
  readonly newDays: number
  readonly days: number
  readonly laterDays: number
  readonly seed: number
  /** Day number of the first day. */
  readonly start?: number
  /** How fast buying goes on a day; 1 for always. */
  readonly pace?: (day: number) => number
}

/**
 * Orders of customers who behave as MBG/NBD and Gamma-Gamma say (weeks, whole units of money), as a ledger that ends on `start + days`, and what every one of them
 * spent in the `laterDays` after it, in cents.
 */
export function simulateLedger({ customers, transaction, spend, newDays, days, laterDays, seed, start = 10_000, pace = () => 1 }: LedgerShop): { readonly ledger: SalesLedger; readonly laterCents: Float64Array } {
  const random = seededRandom(seed)
  const orders: { customer: number; day: number; cents: number }[] = []
  const laterCents = new Float64Array(customers)
  for (let customer = 0; customer < customers; customer++) {
    const perDay = random.gamma(transaction.r) / transaction.alpha / 7
    const leaves = random.beta(transaction.a, transaction.b)
    const nu = random.gamma(spend.q) / spend.gamma
    const cents = () => Math.max(1, Math.round((random.gamma(spend.p) / nu) * 100))
    let day = start + Math.floor(random.uniform() * newDays)
    const byDay = new Map([[day, cents()]])
    let wait = -Math.log(1 - random.uniform()) / perDay
    let isThere = random.uniform() >= leaves
    while (isThere && day < start + days + laterDays) {
      day++
      for (wait -= pace(day); wait <= 0 && isThere; wait += -Math.log(1 - random.uniform()) / perDay) {
        byDay.set(day, cents() + (byDay.get(day) ?? 0))
        isThere = random.uniform() >= leaves
      }
    }
    for (const [on, amount] of byDay) {
      if (on <= start + days) orders.push({ customer, day: on, cents: amount })
      else laterCents[customer]! += amount
    }
  }
  return {
    laterCents,
    ledger: {
      customerIds: Int32Array.from({ length: customers }, (_, i) => i + 1),
      customers: Int32Array.from(orders, ({ customer }) => customer),
      orderIds: Float64Array.from(orders, (_, i) => i + 1),
      days: Int32Array.from(orders, ({ day }) => day),
      amountCents: Float64Array.from(orders, ({ cents }) => cents),
      lines: { orders: new Int32Array(), products: new Int32Array(), quantities: new Float64Array(), amountCents: new Float64Array() },
    },
  }
}
