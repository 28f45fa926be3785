import type { SalesFormat } from '../sales-format.ts'

/**
 * Wix's order export: a row per item. Whether the rows after the first repeat the order's total or leave it empty differs; it
 * is counted once per order number either way. `Total` includes tax and shipping; `Refunded amount` is undated. Header names occur
 * twice, for billing and delivery: the first is meant.
 */
export const wixOrders: SalesFormat = {
  name: 'wix-orders',
  signature: ['Order number', 'Total order quantity', 'Contact email'],
  columns: {
    orderId: ['Order number'],
    date: ['Date created'],
    customerEmail: ['Contact email'],
    customerName: ['Billing name', 'Recipient name'],
    customerPhone: ['Billing phone', 'Recipient phone'],
    customerPostcode: ['Billing zip/postal code', 'Delivery zip/postal code'],
    amount: ['Total'],
    unitPrice: ['Price'],
    quantity: ['Qty'],
    productId: ['SKU'],
    productName: ['Item'],
    refundedAmount: ['Refunded amount'],
    status: ['Payment status'],
    currency: ['Currency'],
  },
  orderTotal: 'first-row',
  statuses: { notpaid: 'unpaid-order' },
  refundedStatuses: ['refunded', 'fullyrefunded'],
  dateOrder: null,
  decimalMark: '.',
}
