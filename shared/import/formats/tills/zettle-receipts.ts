import type { SalesFormat } from '../sales-format.ts'

/**
 * Zettle's receipts in Danish, a spreadsheet: a row per receipt between notes and totals, its products in one cell. `Total`
 * is what was paid; `Netto` is what is left after the fee (`Afgift`), which is no tax. Money given back is a negative row. Nobody is
 * named: the last digits of a card are many people's.
 */
export const zettleReceipts: SalesFormat = {
  name: 'zettle-receipts',
  signature: ['Kvitteringsnummer', 'Solgt via'],
  columns: {
    orderId: ['Kvitteringsnummer'],
    date: ['Dato'],
    amount: ['Total'],
    productName: ['Beskrivelse'],
  },
  orderTotal: 'rows',
  items: { kind: 'counted', sign: ' x' },
  dateOrder: null,
  decimalMark: null,
}
