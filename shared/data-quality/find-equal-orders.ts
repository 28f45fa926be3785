import type { SalesLedger } from '../customers/sales-ledger.ts'

/**
 * Orders that may be one sale under several numbers: the same customer, day and amount in cents; per group their indices in the
 * ledger, ascending. Refunds and free orders are passed over.
 * Example: 500, 700 and 500 on one day for one customer: one group, of the first and the third.
 */
export function groupEqualOrders({ customers, days, amountCents }: Pick<SalesLedger, 'customers' | 'days' | 'amountCents'>): number[][] {
  const groups: number[][] = []
  let ofDay = new Map<number, number[]>()
  const close = () => {
    for (const group of ofDay.values()) if (group.length > 1) groups.push(group)
    if (ofDay.size > 0) ofDay = new Map()
  }
  for (let order = 0; order < days.length; order++) {
    if (customers[order] !== customers[order - 1] || days[order] !== days[order - 1]) close()
    const amount = amountCents[order]!
    if (amount <= 0) continue
    const group = ofDay.get(amount)
    if (group) group.push(order)
    else ofDay.set(amount, [order])
  }
  close()
  return groups
}

/** An order of a group: the import it came with, and its content apart from its number. */
export type EqualOrder = { readonly order: number; readonly source: number; readonly content: number }
/** An order that repeats another one, of another import or of its own. */
export type RepeatedOrder = { readonly order: number; readonly sameAs: number; readonly isOtherImport: boolean }

/**
 * Which orders of a group repeat another. Two imports hold the same sales, each of them once: the import with the most orders of the
 * group (the first of those with as many) holds them all, and what the others hold is repeated. Within that import an order
 * is repeated when it has the same content as an earlier one. Example: of two orders of a web shop and one payment
 * the payment is repeated, not one of the orders.
 */
export function findRepeats(group: readonly EqualOrder[]): RepeatedOrder[] {
  const perSource = new Map<number, EqualOrder[]>()
  for (const each of group) perSource.set(each.source, [...perSource.get(each.source) ?? [], each])
  const [kept = [], ...others] = [...perSource.values()].toSorted((a, b) => b.length - a.length)
  const repeats = others.flatMap((orders) => orders.map(({ order }, i) => ({ order, sameAs: kept[i]!.order, isOtherImport: true })))
  const firstWith = new Map<number, number>()
  for (const { order, content } of kept) {
    const first = firstWith.get(content)
    if (first === undefined) firstWith.set(content, order)
    else repeats.push({ order, sameAs: first, isOtherImport: false })
  }
  return repeats
}
