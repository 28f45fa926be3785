import { normalizedPhone } from './phone.ts'

export type CustomerKeyKind = 'id' | 'email' | 'phone' | 'name'

/** What shops write where there is no customer, or none they know. */
const NOBODY: ReadonlySet<string> = new Set([
  '', '0', '-', '--', 'guest', 'gast', 'invité', 'n/a', 'na', 'nan', 'null', 'none', 'nil', 'undefined', 'unknown', 'onbekend', 'unbekannt', 'inconnu', 'anonymous', 'anoniem',
  'guest customer', 'walk-in', 'walk in', 'walkin', 'walk-in customer', 'walk in customer', 'cash customer', 'cash sale', 'counter sale', 'no name', 'customer',
  'gastklant', 'anonieme klant', 'passant', 'passanten', 'kassaklant', 'losse klant', 'losse verkoop', 'contante klant', 'contante verkoop', 'balieverkoop', 'toonbankverkoop', 'geen naam', 'geen klant', 'klant',
  'laufkundschaft', 'laufkunde', 'barverkauf', 'barkunde', 'kein name', 'kunde', 'client de passage', 'client comptoir', 'vente comptoir', 'sans nom', 'client',
])

/**
 * The key under which a customer is known: `id:`, `email:`, `phone:` or `name:` and the value without what spreadsheets and typing
 * add to it; a name with the (normalised) postcode it is sure by is `name-postcode:`. `null` for nobody.
 *
 * Example: `customerKey('id', "'17850.0")` is 'id:17850'; `customerKey('name', '  ANNA  de Vries')` is 'name:anna de vries';
 * `customerKey('phone', '06-12345678')` is 'phone:+31612345678'.
 */
export function customerKey(kind: CustomerKeyKind, text: string, postcode: string | null = null): string | null {
  if (kind === 'phone') {
    const phone = normalizedPhone(text)
    return phone === null ? null : `phone:${phone}`
  }
  const plain = text.replace(/^'+/u, '').trim().replace(/\s+/gu, ' ')
  const value = kind === 'id' ? plain.replace(/^(\d+)\.0+$/u, '$1') : plain.normalize('NFC').toLowerCase()
  if (NOBODY.has(value.toLowerCase())) return null
  return kind === 'name' && postcode !== null ? `name-postcode:${value} ${postcode}` : `${kind}:${value}`
}
