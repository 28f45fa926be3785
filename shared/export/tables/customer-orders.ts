import type { CustomerDetail } from '../../contract/customers.ts'
import type { Column, Row } from '../table.ts'
import { moneyColumn, type Words } from '../words.ts'

/** One customer's orders, as on their page. */
export function customerOrdersColumns({ exports: { columns } }: Words, currency: string): readonly Column[] {
  return [
    { header: columns.orderNumber, kind: 'text' }, { header: columns.date, kind: 'day' }, { header: columns.kind, kind: 'text' }, { header: columns.products, kind: 'text' },
    { header: columns.lines, kind: 'number' }, moneyColumn(columns.amount, currency), moneyColumn(columns.net, currency),
  ]
}

export function customerOrdersRow(order: CustomerDetail['orders'][number], { customers: { detail } }: Words): Row {
  return [order.orderId, order.orderedOn, detail.orders.kinds[order.kind], order.products.join(', '), order.lines, order.amountCents, order.netCents]
}
