import type { SalesFormat } from '../sales-format.ts'

/**
 * The order grid of Magento (Adobe Commerce): a row per order without its items. `Total Refunded` is all that went back up to the day
 * of the export; an order that is closed went back whole. Dates and marks follow the language of the shop.
 */
export const magento: SalesFormat = {
  name: 'magento',
  signature: ['Bill-to Name', 'Purchase Date', ['Grand Total (Base)', 'Grand Total (Purchased)']],
  columns: {
    orderId: ['ID'],
    date: ['Purchase Date'],
    customerEmail: ['Customer Email'],
    customerName: ['Customer Name', 'Bill-to Name'],
    amount: ['Grand Total (Base)', 'Grand Total (Purchased)'],
    refundedAmount: ['Total Refunded'],
    status: ['Status'],
  },
  orderTotal: 'rows',
  statuses: {
    onhold: 'unpaid-order',
    holded: 'unpaid-order',
    paymentreview: 'unpaid-order',
    pendingpaypal: 'unpaid-order',
    suspectedfraud: 'unpaid-order',
    fraud: 'unpaid-order',
  },
  refundedStatuses: ['closed'],
  dateOrder: null,
  decimalMark: null,
}
