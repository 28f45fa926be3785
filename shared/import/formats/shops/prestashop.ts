import type { RejectReason } from '../../../contract/data.ts'
import type { SalesFormat } from '../sales-format.ts'

const UNPAID = [
  'awaitingcheckpayment', 'awaitingchequepayment', 'awaitingbankwirepayment', 'awaitingcashondeliveryvalidation', 'awaitingpaypalpayment', 'waitingforpayment', 'onbackordernotpaid',
  'authorizedtobecapturedbymerchant',
]

/**
 * PrestaShop's list of orders: a row per order without its items. Customers are an initial and a surname; a reference may stand for
 * several orders, so the `ID` is the number. Only the status tells of refunds.
 */
export const prestaShop: SalesFormat = {
  name: 'prestashop',
  signature: ['Reference', 'New client', 'Delivery'],
  columns: {
    orderId: ['ID'],
    date: ['Date'],
    customerName: ['Customer'],
    amount: ['Total'],
    status: ['Status'],
  },
  orderTotal: 'rows',
  statuses: { ...Object.fromEntries(UNPAID.map((word) => [word, 'unpaid-order'] as const)), paymenterror: 'cancelled-order' } satisfies Record<string, RejectReason>,
  refundedStatuses: ['refunded', 'terugbetaald'],
  dateOrder: null,
  decimalMark: null,
}
