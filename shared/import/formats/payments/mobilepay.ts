import type { SalesFormat } from '../sales-format.ts'

/** MobilePay's sales overview (Denmark): a row per payment, refunds on negative rows of their own. Telephone numbers are masked, so a payer is known by name only. */
export const mobilePay: SalesFormat = {
  name: 'mobilepay',
  signature: ['MP-number', 'MyShop-Number'],
  columns: {
    orderId: ['TransactionID'],
    date: ['Date and time', 'Date'],
    customerName: ['Customer name'],
    amount: ['Amount'],
    currency: ['Currency'],
  },
  orderTotal: 'rows',
  rowKinds: [
    { when: { Event: /^payment$/iu }, kind: 'sale' },
    { when: { Event: /^refund$/iu }, kind: 'refund' },
    { when: { Event: /fee/iu }, kind: 'fee' },
    { when: { Event: /^/u }, kind: 'transfer' },
  ],
  dateOrder: 'ymd',
  decimalMark: ',',
}
