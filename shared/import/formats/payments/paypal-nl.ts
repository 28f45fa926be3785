import type { RowRule } from '../../sales/row-kinds.ts'
import type { SalesFormat } from '../sales-format.ts'

/** Everything PayPal does with money is a row. The kind of row is in `Type`, in newer exports in `Omschrijving`. */
const kindsIn = (column: string): readonly RowRule[] => [
  { when: { [column]: /opname|overboeking|storting|valutaomrekening|reserv|vasthoud|autorisatie|naar bank/iu }, kind: 'transfer' },
  { when: { [column]: /terug|restitutie|storno/iu }, amount: 'negative', kind: 'refund' },
  { when: { [column]: /terug|restitutie|storno/iu }, amount: 'positive', kind: 'transfer' },
]

/**
 * PayPal's activity in Dutch: only what came in and is completed is a sale. Money given back is a negative row of its own; all else
 * that goes out is what the shop paid itself. `Bruto` is before PayPal's costs. The sender's e-mail is not used: on a
 * refund it is the shop's own.
 */
export const paypalNl: SalesFormat = {
  name: 'paypal-nl',
  signature: ['Tijdzone', 'Bruto', 'Kosten'],
  columns: {
    orderId: ['Transactie-ID', 'Transactiereferentie'],
    date: ['Datum'],
    customerName: ['Naam'],
    amount: ['Bruto'],
    currency: ['Valuta'],
  },
  orderTotal: 'rows',
  rowKinds: [
    ...kindsIn('Type'),
    ...kindsIn('Omschrijving'),
    { when: { Status: /^geweigerd$|^geannuleerd$|^mislukt$/iu }, kind: 'cancelled-order' },
    { when: { Status: /^(?!voltooid$)/iu }, kind: 'unpaid-order' },
    { when: {}, amount: 'negative', kind: 'transfer' },
  ],
  dateOrder: 'dmy',
  decimalMark: ',',
}
