import type { RejectReason } from '../../../contract/data.ts'

/** Words for orders that brought no money, in Dutch, English, German and French; lower-case letters only. */
const NO_SALE: Readonly<Record<string, RejectReason>> = Object.assign(Object.create(null) as Record<string, RejectReason>,
  Object.fromEntries([
    ...['voided', 'void', 'cancelled', 'canceled', 'failed', 'expired', 'declined', 'geannuleerd', 'mislukt', 'verlopen', 'geweigerd', 'storniert', 'abgebrochen',
      'fehlgeschlagen', 'annule', 'annulee', 'echoue', 'echouee', 'expiree'].map((word) => [word, 'cancelled-order'] as const),
    ...['pending', 'unpaid', 'authorized', 'authorised', 'onholdawaitingpayment', 'pendingpayment', 'awaitingpayment', 'onbetaald', 'nietbetaald',
      'inafwachting', 'wachtopbetaling', 'ausstehend', 'unbezahlt', 'enattente', 'impaye', 'impayee', 'nonpaye'].map((word) => [word, 'unpaid-order'] as const),
    ...['test', 'testorder', 'testbestelling', 'testmode', 'testbestellung'].map((word) => [word, 'test-order'] as const),
  ]))

/**
 * Why an order with this status counts for nothing, or null where it counts. A status nobody knows counts: better to show
 * a sale too many than to lose one silently. Refunded orders count, their refund is subtracted. `ofFormat` are the words only one export uses.
 */
export function statusReason(status: string, ofFormat: Readonly<Record<string, RejectReason>> = {}): RejectReason | null {
  const word = statusWord(status)
  return (Object.hasOwn(ofFormat, word) ? ofFormat[word] : NO_SALE[word]) ?? null
}

/** A status as formats list it. Example: `statusWord('On hold')` is 'onhold'. */
export function statusWord(status: string): string {
  return status.normalize('NFD').toLowerCase().replace(/[^a-z]/gu, '')
}
