import type { SalesFormat } from '../sales-format.ts'

/**
 * Square's transactions: a row per payment, a refund on a negative row with the same transaction. What was collected
 * includes tax, tips and gift cards sold; the last two are no revenue. Where Square is used decides how dates are written.
 */
export const squareTransactions: SalesFormat = {
  name: 'square-transactions',
  signature: ['Gross Sales', 'Total Collected', 'Card Entry Methods'],
  columns: {
    orderId: ['Transaction ID'],
    date: ['Date'],
    customerId: ['Customer ID'],
    customerName: ['Customer Name'],
    amount: ['Total Collected'],
    status: ['Transaction Status'],
  },
  orderTotal: 'rows',
  deductions: ['Tip', 'Gift Card Sales'],
  rowKinds: [
    { when: { 'Gift Card Sales': /[1-9]/u, 'Net Sales': /^[^1-9]*$/u }, kind: 'gift-card-or-tip' },
    { when: { 'Event Type': /^refund$/iu }, kind: 'refund' },
  ],
  dateOrder: null,
  decimalMark: null,
}
