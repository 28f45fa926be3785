import type { SalesFormat } from '../sales-format.ts'

/** The Dutch hospitality till Twelve: a row per product sold, without receipts or customers, so that a day is one order. */
export const twelve: SalesFormat = {
  name: 'twelve',
  signature: ['Betaaltype', 'Prijs (per product)'],
  columns: {
    date: ['Datum'],
    amount: ['Aantal * prijs'],
    unitPrice: ['Prijs (per product)'],
    quantity: ['Aantal'],
    productId: ['Product Id'],
    productName: ['Product'],
  },
  orderTotal: 'rows',
  dateOrder: 'dmy',
  decimalMark: null,
}
