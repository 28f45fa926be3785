import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BatchSummary } from '../shared/contract/data.ts'

/** Small exports in the exact shape of real ones, kept beside the project with the figures they must give. */
export const samplesFolder = join(import.meta.dirname, '../../shared/import-samples')
export const hasSamples = existsSync(samplesFolder)
export const whyNoSamples = '../shared/import-samples is not here'

/** The figures of the samples' own README, and those that follow from the rows. Amounts are cents. */
export const samples: readonly { readonly file: string; readonly figures: Partial<BatchSummary> }[] = [
  { file: 'shopify_orders_export.csv', figures: { format: 'shopify-orders', rowsRead: 4, rowsRejected: 1, newOrders: 2, refundCents: -2000, netRevenueCents: 12_085, newCustomers: 2 } },
  { file: 'woocommerce_advanced_order_export.csv', figures: { format: 'woocommerce-order-export', rowsRead: 2, newOrders: 1, netRevenueCents: 3600, controlTotalCents: 3600 } },
  { file: 'stripe_payments_eu_locale.csv', figures: { format: 'stripe-payments', rowsRead: 1, newOrders: 1, netRevenueCents: 125_025, currency: 'EUR' } },
  { file: 'generic_nl_facturen.csv', figures: { format: 'generic', rowsRead: 2, newOrders: 2, refundCents: -12_100, netRevenueCents: 139_150, newCustomers: 1 } },
  { file: 'paypal_nl.csv', figures: { format: 'paypal-nl', rowsRead: 2, rowsRejected: 1, newOrders: 1, netRevenueCents: 103_000 } },
  { file: 'mollie_settlement.csv', figures: { format: 'mollie-settlement', rowsRead: 3, rowsRejected: 1, newOrders: 2, refundCents: -2000, netRevenueCents: 8000, controlTotalCents: 7712 } },
  { file: 'square_transactions.csv', figures: { format: 'square-transactions', rowsRead: 2, newOrders: 2, refundCents: -1296, netRevenueCents: 1620 } },
  { file: 'EtsySoldOrders2026-9.csv', figures: { format: 'etsy-orders', rowsRead: 1, newOrders: 1, netRevenueCents: 7600 } },
  { file: 'mailchimp_audience.csv', figures: { format: 'mailchimp-audience', kind: 'customers', rowsRead: 1, rowsAccepted: 1, newOrders: 0, netRevenueCents: 0 } },
]
