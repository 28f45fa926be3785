import type { SalesFormat } from '../sales-format.ts'

/** Etsy's sold order items: a row per item with its own total. Shipping and tax are the whole order's, repeated on every row, and are not counted. Nothing tells of refunds. */
export const etsyItems: SalesFormat = {
  name: 'etsy-items',
  signature: ['Sale Date', 'Item Name', 'Listing ID'],
  columns: {
    orderId: ['Order ID'],
    date: ['Sale Date'],
    customerId: ['Buyer'],
    customerName: ['Ship Name'],
    customerPostcode: ['Ship Zipcode', 'Delivery Zipcode'],
    amount: ['Item Total'],
    quantity: ['Quantity'],
    productId: ['Listing ID'],
    productName: ['Item Name'],
    currency: ['Currency'],
  },
  orderTotal: 'rows',
  dateOrder: 'mdy',
  decimalMark: '.',
}
