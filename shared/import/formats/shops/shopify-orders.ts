import type { SalesFormat } from '../sales-format.ts'

/**
 * Shopify's order export: a row per item; `Name` is the order's number; total, currency, status and customer are on the
 * order's first row only. `Total` includes tax and shipping, after discount; `Refunded Amount` is undated.
 */
export const shopifyOrders: SalesFormat = {
  name: 'shopify-orders',
  signature: ['Financial Status', 'Lineitem name', 'Paid at', 'Name'],
  columns: {
    orderId: ['Name'],
    date: ['Created at', 'Paid at'],
    customerEmail: ['Email'],
    customerName: ['Billing Name', 'Shipping Name'],
    customerPhone: ['Billing Phone', 'Phone', 'Shipping Phone'],
    customerPostcode: ['Billing Zip', 'Shipping Zip'],
    amount: ['Total'],
    unitPrice: ['Lineitem price'],
    quantity: ['Lineitem quantity'],
    productId: ['Lineitem sku'],
    productName: ['Lineitem name'],
    refundedAmount: ['Refunded Amount'],
    status: ['Financial Status'],
    currency: ['Currency'],
    cancelledAt: ['Cancelled at'],
  },
  orderTotal: 'first-row',
  dateOrder: 'ymd',
  decimalMark: '.',
}
