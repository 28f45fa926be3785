import type { SalesFormat } from './sales-format.ts'

/** Any table of order lines or orders: columns are found by the words in their header and by what their cells look like. */
export const generic: SalesFormat = {
  name: 'generic',
  signature: [],
  columns: {},
  orderTotal: 'rows',
  dateOrder: null,
  decimalMark: null,
}
