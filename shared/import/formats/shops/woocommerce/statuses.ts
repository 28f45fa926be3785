import type { RejectReason } from '../../../../contract/data.ts'

/**
 * WooCommerce's own statuses, which exports write in English or in the shop's language, here in lower-case letters only. An order on
 * hold waits for its money; a draft was never placed. The usual words for failed and cancelled are known already.
 */
export const wooStatuses: Readonly<Record<string, RejectReason>> = Object.fromEntries([
  ...['onhold', 'indewacht', 'inafwachtingvanbetaling', 'wachtendopbetaling', 'inwartestellung', 'zahlungausstehend', 'enattentedepaiement', 'attentepaiement',
    'checkoutdraft', 'draft', 'concept', 'entwurf', 'brouillon'].map((word) => [word, 'unpaid-order'] as const),
  ...['trash', 'prullenbak', 'papierkorb', 'corbeille'].map((word) => [word, 'cancelled-order'] as const),
])

/** WooCommerce gives an order this status when all of its money went back. */
export const wooRefunded: readonly string[] = ['refunded', 'terugbetaald', 'ruckerstattet', 'rembourse', 'remboursee']
