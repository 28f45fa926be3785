import type { SalesFormat } from '../../sales-format.ts'
import { wooStatuses } from './statuses.ts'

/**
 * WooCommerce's own export of Analytics, Orders, in English: a row per order, and a negative row of the same order per refund, so that
 * the status of a refunded order says nothing more. Net sales are without tax and shipping. All products stand in one cell,
 * the customer is known by name only.
 */
export const wooCommerceAnalytics: SalesFormat = {
  name: 'woocommerce-analytics',
  signature: ['Order #', 'Customer type', 'Items sold'],
  columns: {
    orderId: ['Order #'],
    date: ['Date'],
    customerName: ['Customer'],
    amount: ['Net Sales', 'N. Revenue'],
    productName: ['Product(s)'],
    status: ['Status'],
  },
  orderTotal: 'rows',
  items: { kind: 'counted', sign: '×' },
  statuses: wooStatuses,
  dateOrder: null,
  decimalMark: '.',
}
