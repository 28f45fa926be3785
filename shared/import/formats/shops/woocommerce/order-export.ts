import type { SalesFormat } from '../../sales-format.ts'
import { wooRefunded, wooStatuses } from './statuses.ts'

/**
 * Advanced Order Export for WooCommerce (AlgolPlus): a row per item, each with the whole order's total, status and customer.
 * The total includes tax and shipping and is before refunds; `Order Refund Amount` is undated. The owner chooses
 * columns, marks and dates. Guests are known by their e-mail like everyone else.
 */
export const wooCommerceOrderExport: SalesFormat = {
  name: 'woocommerce-order-export',
  signature: ['Order Number', 'First Name (Billing)', 'Order Total Amount'],
  columns: {
    orderId: ['Order Number'],
    date: ['Order Date'],
    customerEmail: ['Email (Billing)'],
    customerName: ['First Name (Billing)'],
    customerLastName: ['Last Name (Billing)'],
    customerPhone: ['Phone (Billing)'],
    customerPostcode: ['Postcode (Billing)'],
    amount: ['Order Total Amount'],
    unitPrice: ['Item Cost'],
    lineAmount: ['Order Line Total'],
    quantity: ['Quantity (- Refund)', 'Quantity'],
    productId: ['SKU'],
    productName: ['Item Name', 'Name'],
    refundedAmount: ['Order Refund Amount'],
    status: ['Order Status'],
    currency: ['Currency'],
  },
  orderTotal: 'first-row',
  statuses: wooStatuses,
  refundedStatuses: wooRefunded,
  dateOrder: null,
  decimalMark: null,
}
