import type { SalesFormat } from '../sales-format.ts'

/**
 * SumUp's transaction report in German: a row per payment, without customers; the amount includes the tip. Its transaction is the
 * number of the sales report, so that whoever imports both counts each sale once.
 */
export const sumUpTransactions: SalesFormat = {
  name: 'sumup-transactions',
  signature: ['Transaktions-ID', 'Trinkgeldbetrag'],
  columns: {
    orderId: ['Transaktions-ID'],
    date: ['Datum'],
    amount: ['Betrag inkl. MwSt.'],
  },
  orderTotal: 'rows',
  deductions: ['Trinkgeldbetrag'],
  rowKinds: [
    { when: { Status: /^(?!erfolgreich$)/iu }, kind: 'cancelled-order' },
    ...['Transaktionsart', 'Zahlungsart'].flatMap((column) => [
      { when: { [column]: /^(?:refund|rückerstattung)$/iu }, kind: 'refund' } as const,
      { when: { [column]: /^(?!umsatz$)/iu }, kind: 'transfer' } as const,
    ]),
  ],
  dateOrder: 'ymd',
  decimalMark: null,
}
