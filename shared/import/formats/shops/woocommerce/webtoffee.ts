import type { SalesFormat } from '../../sales-format.ts'
import { wooRefunded, wooStatuses } from './statuses.ts'

/**
 * WebToffee's order export for WooCommerce: a row per order with a group of columns per product, their totals without tax. All guests
 * have customer number 0, so that everyone is known by the e-mail of the bill. Refunds are a text.
 */
export const wooCommerceWebToffee: SalesFormat = {
  name: 'woocommerce-webtoffee',
  signature: ['order_id', 'billing_email', 'order_total', ['wt_import_key', 'refund_items', 'line_item_1']],
  columns: {
    orderId: ['order_number', 'order_id'],
    date: ['order_date', 'paid_date'],
    customerEmail: ['billing_email'],
    customerName: ['billing_first_name'],
    customerLastName: ['billing_last_name'],
    customerPhone: ['billing_phone'],
    customerPostcode: ['billing_postcode'],
    amount: ['order_total'],
    status: ['status'],
    currency: ['order_currency'],
  },
  orderTotal: 'rows',
  items: { kind: 'numbered', id: 'Product Item # SKU', name: 'Product Item # Name', quantity: 'Product Item # Quantity', amount: 'Product Item # Total' },
  statuses: wooStatuses,
  refundsText: 'refund_items',
  refundedStatuses: wooRefunded,
  dateOrder: null,
  decimalMark: '.',
}
