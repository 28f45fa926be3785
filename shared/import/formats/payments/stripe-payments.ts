import type { SalesFormat } from '../sales-format.ts'

/** Stripe's payments: a row per charge with the columns the owner chose, numbers in the language of the dashboard. Refunds are an undated column. */
export const stripePayments: SalesFormat = {
  name: 'stripe-payments',
  signature: ['id', 'Amount', 'Amount Refunded', 'Currency', ['Created (UTC)', 'Created date (UTC)']],
  columns: {
    orderId: ['id'],
    date: ['Created date (UTC)', 'Created (UTC)'],
    customerId: ['Customer ID'],
    customerEmail: ['Customer Email'],
    amount: ['Amount'],
    refundedAmount: ['Amount Refunded'],
    status: ['Status'],
    currency: ['Currency'],
  },
  orderTotal: 'rows',
  statuses: {
    blocked: 'cancelled-order',
    uncaptured: 'unpaid-order',
    incomplete: 'unpaid-order',
    processing: 'unpaid-order',
    requirespaymentmethod: 'unpaid-order',
    requiresconfirmation: 'unpaid-order',
    requiresaction: 'unpaid-order',
    requirescapture: 'unpaid-order',
  },
  rowKinds: [
    { when: { Mode: /^(?!live$)./iu }, kind: 'test-order' },
    { when: { Captured: /^false$/iu }, kind: 'unpaid-order' },
  ],
  dateOrder: 'ymd',
  decimalMark: null,
}
