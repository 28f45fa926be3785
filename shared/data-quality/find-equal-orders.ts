import type { SalesLedger } from '../customers/sales-ledger.ts'

/** Two orders of one customer on one day with one amount: indices in the ledger, the first of them and one that repeats it. */
export type EqualOrders = { readonly first: number; readonly repeated: number }

/**
 * Orders that repeat an earlier one: the same customer, day and amount in cents under another number. Refunds and free orders are passed
 * over. They may be one sale that came in twice, or two real ones; who asks has to look further.
 * Example: 500, 700 and 500 on one day for one customer: the third repeats the first.
 */
export function findEqualOrders({ customers, days, amountCents }: Pick<SalesLedger, 'customers' | 'days' | 'amountCents'>): EqualOrders[] {
  const found: EqualOrders[] = []
  const ofDay = new Map<number, number>()
  for (let order = 0; order < days.length; order++) {
    if (customers[order] !== customers[order - 1] || days[order] !== days[order - 1]) ofDay.clear()
    const amount = amountCents[order]!
    if (amount <= 0) continue
    const first = ofDay.get(amount)
    if (first === undefined) ofDay.set(amount, order)
    else found.push({ first, repeated: order })
  }
  return found
}
