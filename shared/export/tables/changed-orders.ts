import type { ChangedOrder } from '../../contract/rows.ts'
import type { Column, Row } from '../table.ts'
import { moneyColumn, type Words } from '../words.ts'

/** The orders that an import brought in another content than was known, before and after. */
export function changedOrdersColumns({ exports: { columns } }: Words, currency: string): readonly Column[] {
  return [
    { header: columns.orderNumber, kind: 'text' }, { header: columns.dateBefore, kind: 'day' }, { header: columns.date, kind: 'day' },
    moneyColumn(columns.amountBefore, currency), moneyColumn(columns.amount, currency), { header: columns.customerBefore, kind: 'text' }, { header: columns.customer, kind: 'text' },
    { header: columns.fileBefore, kind: 'text' }, { header: columns.file, kind: 'text' },
  ]
}

export function changedOrdersRow({ orderKey, before, after }: ChangedOrder): Row {
  return [
    orderKey, before.orderedOn, after.orderedOn, before.amountCents, after.amountCents, before.customer, after.customer, before.fileName, after.fileName,
  ]
}
