import type { SalesFormat } from '../sales-format.ts'

/**
 * Mollie's settlement: a row per payment; refunds and chargebacks on negative rows of their own, fees on rows without an
 * ID. `Amount refunded` repeats what those rows say. The payer is known by name only: bank accounts are not kept.
 */
export const mollieSettlement: SalesFormat = {
  name: 'mollie-settlement',
  signature: ['Consumer name', 'Settlement reference'],
  columns: {
    orderId: ['ID'],
    date: ['Date'],
    customerName: ['Consumer name'],
    amount: ['Amount'],
    status: ['Status'],
    currency: ['Currency'],
  },
  orderTotal: 'rows',
  statuses: { open: 'unpaid-order' },
  rowKinds: [
    { when: { ID: /^$/u }, kind: 'fee' },
    { when: { ID: /^(?:re|chb)_/u }, kind: 'refund' },
  ],
  dateOrder: 'ymd',
  decimalMark: '.',
}
