import type { SalesFormat } from '../sales-format.ts'

/**
 * Amazon's report of a date range, below some lines of notes: a row per item sold or refunded, and a row for each fee and
 * each payout, nobody named. What the customer paid is spread over columns, taxes apart; a tax that Amazon withholds to pay
 * it itself is in a column of its own, with the other sign. Rebates are negative. `total` is after Amazon's fees.
 */
export const amazonDateRange: SalesFormat = {
  name: 'amazon-date-range',
  signature: ['date/time', 'settlement id', 'order id', 'product sales', 'selling fees'],
  columns: {
    orderId: ['order id'],
    date: ['date/time'],
    amount: ['product sales'],
    quantity: ['quantity'],
    productId: ['sku'],
    productName: ['description'],
  },
  orderTotal: 'rows',
  additions: [
    'product sales tax', 'shipping credits', 'shipping credits tax', 'gift wrap credits', 'giftwrap credits tax',
    'promotional rebates', 'promotional rebates tax', 'marketplace withheld tax',
  ],
  rowKinds: [
    { when: { type: /^order$/iu }, kind: 'sale' },
    { when: { type: /^refund$/iu }, kind: 'refund' },
    { when: { type: /^transfer$/iu }, kind: 'transfer' },
    { when: { type: /^/u }, kind: 'fee' },
  ],
  dateOrder: null,
  decimalMark: null,
}
