import { formatIsoDay } from '../../../shared/calendar.ts'
import type { CustomerDetail } from '../../../shared/contract/customers.ts'
import { isPurchase, type NettedOrders } from '../../../shared/customers/net-refunds.ts'
import type { SalesLedger } from '../../../shared/customers/sales-ledger.ts'

type ShownOrder = CustomerDetail['orders'][number]
export type CustomerOrder = Pick<ShownOrder, 'orderedOn' | 'amountCents' | 'netCents' | 'kind'> & { readonly id: number }

/** A customer's orders, newest first, each with what it is in the customer's history. `row` is the customer's place in the ledger. */
export function customerOrders(ledger: SalesLedger, netted: NettedOrders, row: number): CustomerOrder[] {
  const orders: CustomerOrder[] = []
  let bought = false
  for (let order = ledger.customers.indexOf(row); order >= 0 && ledger.customers[order] === row; order++) {
    const amountCents = ledger.amountCents[order] ?? 0
    const purchase = isPurchase(ledger, netted, order)
    orders.push({
      id: ledger.orderIds[order] ?? 0,
      orderedOn: formatIsoDay(ledger.days[order] ?? 0),
      amountCents,
      netCents: netted.netCents[order] ?? 0,
      kind: amountCents < 0 ? 'refund' : !purchase ? 'refunded' : bought ? 'repeat' : 'first',
    })
    bought ||= purchase
  }
  return orders.toReversed()
}
