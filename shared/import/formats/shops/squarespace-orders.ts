import type { SalesFormat } from '../sales-format.ts'

/**
 * Squarespace's order export, in Shopify's manner: a row per item; total, currency, status and customer are on the order's
 * first row only. `Total` includes tax and shipping, after discount; `Amount Refunded` is undated. Dates are month first where
 * they are not year first.
 */
export const squarespaceOrders: SalesFormat = {
  name: 'squarespace-orders',
  signature: ['Financial Status', 'Lineitem name', 'Order ID', 'Amount Refunded'],
  columns: {
    orderId: ['Order ID'],
    date: ['Created at', 'Paid at'],
    customerEmail: ['Email'],
    customerName: ['Billing Name', 'Shipping Name'],
    customerPhone: ['Billing Phone', 'Shipping Phone'],
    customerPostcode: ['Billing Zip', 'Shipping Zip'],
    amount: ['Total'],
    unitPrice: ['Lineitem price'],
    quantity: ['Lineitem quantity'],
    productId: ['Lineitem sku'],
    productName: ['Lineitem name'],
    refundedAmount: ['Amount Refunded'],
    status: ['Financial Status'],
    currency: ['Currency'],
    cancelledAt: ['Cancelled at'],
  },
  orderTotal: 'first-row',
  refundedStatuses: ['refunded'],
  dateOrder: 'mdy',
  decimalMark: '.',
}
