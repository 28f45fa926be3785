import type { Column, Row } from '../table.ts'
import type { Words } from '../words.ts'

/** One line of an order that counts, with whom and what it is about; '' where that is not known. */
export type SalesLine = {
  readonly orderKey: string
  readonly orderedOn: string
  /** As stored: `id:`, `email:` or `name:` and the value, '' for nobody. */
  readonly customerKey: string
  readonly customerName: string
  readonly email: string
  readonly productKey: string
  readonly productName: string
  readonly quantity: number
  readonly amountCents: number
}

/** All sales, a row for every line. The headings are those by which Stamgast recognises its own export (formats/stamgast-sales.ts). */
export function salesColumns({ exports: { columns } }: Words): readonly Column[] {
  return [
    { header: columns.orderNumber, kind: 'text' }, { header: columns.date, kind: 'day' }, { header: columns.customerNumber, kind: 'text' }, { header: columns.email, kind: 'text' },
    { header: columns.customerName, kind: 'text' }, { header: columns.productCode, kind: 'text' }, { header: columns.product, kind: 'text' },
    { header: columns.quantity, kind: 'number' }, { header: columns.amount, kind: 'cents' }, { header: columns.currency, kind: 'text' },
  ]
}

/**
 * What is left out is what a reader fills in by itself: the number of a customer known by e-mail or name, and the code of a product known by its
 * name. So the same customers and products come back.
 */
export function salesRow(line: SalesLine, currency: string): Row {
  const [, kind = '', value = ''] = /^([a-z]+):(.*)$/su.exec(line.customerKey) ?? []
  return [
    line.orderKey, line.orderedOn, kind === 'id' ? value : null, line.email, line.customerName,
    line.productKey === line.productName ? null : line.productKey, line.productName, line.quantity, line.amountCents, currency,
  ]
}
