import type { SalesFormat } from '../sales-format.ts'

/**
 * Etsy's sold orders: a row per order, dates as month, day and year whatever the country, customers known by their Etsy
 * name, never by e-mail. The adjusted total is lower after a refund; where it is nought it may never have been filled in.
 */
export const etsyOrders: SalesFormat = {
  name: 'etsy-orders',
  signature: ['Sale Date', 'Buyer User ID', 'Order Value'],
  columns: {
    orderId: ['Order ID'],
    date: ['Sale Date'],
    customerId: ['Buyer User ID'],
    customerName: ['Full Name'],
    customerPostcode: ['Ship Zipcode', 'Delivery Zipcode'],
    amount: ['Order Total'],
    remainingAmount: ['Adjusted Order Total'],
    status: ['Status'],
    currency: ['Currency'],
  },
  orderTotal: 'rows',
  dateOrder: 'mdy',
  decimalMark: '.',
}
