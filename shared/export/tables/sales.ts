import type { Column, Row } from '../table.ts'
import type { Words } from '../words.ts'

/** One line of an order that counts, with whom and what it is about; '' where that is not known. */
export type SalesLine = {
  readonly orderKey: string
  readonly orderedOn: string
  /** As stored (registers/customer-key.ts): the kind, a colon and the value; '' for nobody. */
  readonly customerKey: string
  readonly customerName: string
  readonly email: string
  readonly phone: string
  readonly postcode: string
  readonly productKey: string
  readonly productName: string
  readonly quantity: number
  readonly amountCents: number
  /** Share of VAT on top of the price that is known to be in the amount; `null` where nobody said. */
  readonly vatRate: number | null
}

/** All sales, a row for every line. The headings are those by which Stamgast recognises its own export (formats/stamgast-sales.ts). */
export function salesColumns({ exports: { columns } }: Words): readonly Column[] {
  return [
    { header: columns.orderNumber, kind: 'text' }, { header: columns.date, kind: 'day' }, { header: columns.customerNumber, kind: 'text' }, { header: columns.email, kind: 'text' },
    { header: columns.customerName, kind: 'text' }, { header: columns.phone, kind: 'text' }, { header: columns.postcode, kind: 'text' }, { header: columns.productCode, kind: 'text' }, { header: columns.product, kind: 'text' },
    { header: columns.quantity, kind: 'number' }, { header: columns.amount, kind: 'cents' }, { header: columns.currency, kind: 'text' }, { header: columns.vat, kind: 'share' },
  ]
}

/** The cells that a customer is known by: number, e-mail, name, telephone number and postcode. */
function customerCells({ customerKey, customerName, email, phone, postcode }: SalesLine): Row {
  const colon = customerKey.indexOf(':')
  const [kind, value] = [customerKey.slice(0, colon), customerKey.slice(colon + 1)]
  switch (kind) {
    case 'id': return [value, email, customerName, phone, postcode]
    case 'phone': return [null, email, customerName, phone || value, postcode]
    case 'name-postcode': return [null, email, customerName, null, postcode || value.slice(value.lastIndexOf(' ') + 1)]
    case 'name': return [null, email, customerName, null, null]
    default: return [null, email, customerName, phone, postcode]
  }
}

/**
 * What is left out is what the customer or the product is not known by: a product known by its name has no code. So the same customers and products
 * come back. Example: a line of `id:7` has customer number 7, one of `email:anna@example.nl` none.
 */
export function salesRow(line: SalesLine, currency: string): Row {
  return [
    line.orderKey, line.orderedOn, ...customerCells(line),
    line.productKey === line.productName ? null : line.productKey, line.productName, line.quantity, line.amountCents, currency, line.vatRate,
  ]
}
