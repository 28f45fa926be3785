import type { SalesFormat } from '../sales-format.ts'

/** Square's items: a row per item, a refund on a negative row. Net sales are without tax; tax is added, so that an order is worth the same as in Square's transactions. */
export const squareItems: SalesFormat = {
  name: 'square-items',
  signature: ['Gross Sales', 'Price Point Name', 'Qty'],
  columns: {
    orderId: ['Transaction ID'],
    date: ['Date'],
    customerId: ['Customer ID'],
    customerName: ['Customer Name'],
    amount: ['Net Sales'],
    quantity: ['Qty'],
    productId: ['SKU'],
    productName: ['Item'],
  },
  orderTotal: 'rows',
  additions: ['Tax'],
  rowKinds: [
    { when: { 'Itemization Type': /gift card/iu }, kind: 'gift-card-or-tip' },
    { when: { 'Event Type': /^refund$/iu }, kind: 'refund' },
  ],
  dateOrder: null,
  decimalMark: null,
}
