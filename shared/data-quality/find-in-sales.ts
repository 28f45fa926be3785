import { netRefunds } from '../customers/net-refunds.ts'
import type { SalesLedger } from '../customers/sales-ledger.ts'
import { countDaysOfMonth } from './days-of-month.ts'
import { groupEqualOrders } from './find-equal-orders.ts'
import { findGaps, type Gaps } from './find-gaps.ts'
import { findOutliers } from './find-outliers.ts'
import { findUnmatchedRefunds } from './find-unmatched-refunds.ts'
import type { QualityFacts } from './quality-facts.ts'

/** All orders that count. Columns of equal length; days are day numbers, amounts cents. */
export type SalesToJudge = {
  readonly ledger: SalesLedger
  /** Those that name nobody. */
  readonly anonymous: { readonly orderIds: Float64Array; readonly days: Int32Array; readonly amountCents: Float64Array }
  /** Orders whose date cannot be right: they say nothing about the shop's rhythm. */
  readonly futureOrderIds: readonly number[]
}

/** An order that something was found about, with the cents it is about. */
export type FoundOrder = { readonly orderId: number; readonly cents: number }
export type FoundInSales = Pick<QualityFacts, 'orders' | 'salesCents' | 'customers' | 'withoutCustomer' | 'commonestDay'> & {
  /** Most money first, as negative amounts; `null` where no order names a customer. */
  readonly unmatchedRefunds: readonly FoundOrder[] | null
  readonly outliers: { readonly orders: readonly FoundOrder[]; readonly boundCents: number } | null
  readonly gaps: Gaps | null
  /** Per group the orders' indices in the ledger. */
  readonly equalGroups: readonly number[][]
}

/**
 * Goes once through all orders for everything that can be found in them alone. A refund that names nobody belongs to no sale that is known. What
 * was given back does not make an order stand out: its amount is what is left of it.
 * Example: one order of 1000 by a customer and one of 500 by nobody: 1500 of sales, 500 of it without a customer.
 */
export function findInSales({ ledger, anonymous, futureOrderIds }: SalesToJudge): FoundInSales {
  const known = ledger.orderIds.length
  const orders = known + anonymous.orderIds.length
  const netted = netRefunds(ledger)
  const orderAt = (place: number): FoundOrder => place < known
    ? { orderId: ledger.orderIds[place]!, cents: ledger.amountCents[place]! }
    : { orderId: anonymous.orderIds[place - known]!, cents: anonymous.amountCents[place - known]! }

  const left = new Float64Array(orders)
  const owners = new Int32Array(orders).fill(-1)
  owners.set(ledger.customers)
  left.set(anonymous.amountCents, known)
  for (let i = 0; i < known; i++) left[i] = ledger.amountCents[i]! > 0 ? netted.netCents[i]! : 0
  const outliers = findOutliers(left, owners)

  const isFuture = new Set(futureOrderIds)
  const ordersOnDay = new Map<number, number>()
  const withoutCustomer = { orders: 0, amountCents: 0 }
  const refundsOfNobody: FoundOrder[] = []
  let salesCents = 0
  for (let place = 0; place < orders; place++) {
    const { orderId, cents } = orderAt(place)
    if (cents > 0) {
      const day = place < known ? ledger.days[place]! : anonymous.days[place - known]!
      salesCents += cents
      if (!isFuture.has(orderId)) ordersOnDay.set(day, (ordersOnDay.get(day) ?? 0) + 1)
    }
    if (place < known) continue
    if (cents < 0) refundsOfNobody.push({ orderId, cents })
    if (cents <= 0) continue
    withoutCustomer.orders++
    withoutCustomer.amountCents += cents
  }

  const unmatched = findUnmatchedRefunds(ledger, netted).map(({ order, cents }) => ({ orderId: ledger.orderIds[order]!, cents: -cents }))
  return {
    orders, salesCents, withoutCustomer,
    customers: ledger.customerIds.length,
    commonestDay: countDaysOfMonth(ordersOnDay),
    unmatchedRefunds: known > 0 ? [...unmatched, ...refundsOfNobody].toSorted((a, b) => a.cents - b.cents) : null,
    outliers: outliers && { orders: outliers.orders.map(orderAt), boundCents: outliers.boundCents },
    gaps: findGaps(Int32Array.from(ordersOnDay.keys()).sort()),
    equalGroups: groupEqualOrders(ledger),
  }
}
