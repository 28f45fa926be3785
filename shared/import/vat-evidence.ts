import type { FormatName } from '../contract/data.ts'

type Evidence = 'included' | 'excluded' | null

/** What known exports put in their amounts, whatever their headers say. Those that are not listed leave it to the shop. */
const conventions: Readonly<Partial<Record<FormatName, Evidence>>> = {
  'shopify-orders': 'included',
  'woocommerce-analytics': 'excluded',
  'woocommerce-order-export': 'included',
  'woocommerce-webtoffee': 'included',
  'etsy-orders': 'included',
  'etsy-items': 'included',
  'magento': 'included',
  'prestashop': 'included',
  'square-items': 'excluded',
  'stripe-payments': 'included',
  'mollie-settlement': 'included',
  'paypal-nl': 'included',
  'mobilepay': 'included',
  'sumup-sales': 'included',
  'sumup-transactions': 'included',
  'twelve': 'included',
}

const INCLUDED = /\bin[ck]l|\bttc\b|\bbrutto\b/iu
const EXCLUDED = /\bex[ck]l|\bht\b|\bnetto\b/iu
/** Words that say that it is VAT that is in it or not: a netto amount may also be one after fees. */
const VAT = /btw|vat|tax|mwst|moms|tva|\bttc\b|\bht\b/iu

/** What a file says of VAT in its amounts: by the header of their column, else by what its format always does. Example: `Bedrag excl. btw` is `excluded`. */
export function vatOf(format: FormatName, amountName: string): Evidence {
  if (VAT.test(amountName)) {
    if (EXCLUDED.test(amountName)) return 'excluded'
    if (INCLUDED.test(amountName)) return 'included'
  }
  return conventions[format] ?? null
}
