import type { SalesFormat } from './sales-format.ts'

const orderId = ['Order number', 'Bestelnummer']
const customerEmail = ['E-mail', 'E-mailadres']
const productId = ['Product code', 'Productcode']
const currency = ['Currency', 'Valuta']

/** Stamgast's own export of all sales (shared/export/tables/sales.ts), in both languages: lines that were found to be sales before, and are not judged again. */
export const stamgastSales: SalesFormat = {
  name: 'stamgast-sales',
  signature: [orderId, ['Date', 'Datum'], ['Customer number', 'Klantnummer'], customerEmail, ['Customer name', 'Klantnaam'], ['Phone', 'Telefoon'], ['Postcode'], productId, ['Quantity', 'Aantal'], currency],
  columns: {
    orderId,
    date: ['Date', 'Datum'],
    customerId: ['Customer number', 'Klantnummer'],
    customerEmail,
    customerName: ['Customer name', 'Klantnaam'],
    customerPhone: ['Phone', 'Telefoon'],
    customerPostcode: ['Postcode'],
    productId,
    productName: ['Product'],
    quantity: ['Quantity', 'Aantal'],
    amount: ['Amount', 'Bedrag'],
    currency,
  },
  orderTotal: 'rows',
  dateOrder: 'ymd',
  decimalMark: null,
  isJudged: true,
}
