import type { SalesFormat } from '../sales-format.ts'

/** SumUp's sales report in German: a row per item, without customers. Refunds are rows of their own type; tips are no revenue. */
export const sumUpSales: SalesFormat = {
  name: 'sumup-sales',
  signature: ['Transaktionsnummer', 'Preis (brutto)'],
  columns: {
    orderId: ['Transaktionsnummer'],
    date: ['Datum'],
    amount: ['Preis (brutto)'],
    quantity: ['Menge'],
    productId: ['Sku'],
    productName: ['Beschreibung'],
    currency: ['Währung'],
  },
  orderTotal: 'rows',
  rowKinds: [
    { when: { Beschreibung: /^trinkgeld$/iu }, kind: 'gift-card-or-tip' },
    { when: { Typ: /^verkauf$/iu }, kind: 'sale' },
    { when: { Typ: /^(?:refund|rückerstattung)$/iu }, kind: 'refund' },
    { when: { Typ: /^/u }, kind: 'transfer' },
  ],
  dateOrder: 'dmy',
  decimalMark: null,
}
