import type { SalesFormat } from '../sales-format.ts'

/**
 * Amazon's report of all orders, a tab-separated text: a row per item, nobody named. What was paid is the price of all pieces,
 * with shipping and gift wrap, less what Amazon's promotions took off. Taxes are not added: in Europe they are in the
 * prices, elsewhere Amazon keeps them to pay them itself. Refunds are in other reports. Orders that Amazon only delivers
 * were paid elsewhere.
 */
export const amazonOrders: SalesFormat = {
  name: 'amazon-orders',
  signature: ['amazon-order-id', 'purchase-date', 'item-price'],
  columns: {
    orderId: ['amazon-order-id'],
    date: ['purchase-date'],
    amount: ['item-price'],
    quantity: ['quantity'],
    productId: ['sku'],
    productName: ['product-name'],
    status: ['order-status'],
    currency: ['currency'],
  },
  orderTotal: 'rows',
  additions: ['shipping-price', 'gift-wrap-price'],
  deductions: ['item-promotion-discount', 'ship-promotion-discount'],
  rowKinds: [
    { when: { 'item-status': /^cancell?ed$/iu }, kind: 'cancelled-order' },
    { when: { 'item-price': /^$/u, quantity: /^0?$/u }, kind: 'cancelled-order' },
    { when: { 'sales-channel': /^non-amazon/iu }, kind: 'transfer' },
  ],
  dateOrder: 'ymd',
  decimalMark: '.',
}
