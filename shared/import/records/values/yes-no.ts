import { plainName } from '../../columns/synonyms.ts'
import { splitDate } from '../../values/parse-date.ts'

const YES: ReadonlySet<string> = new Set([
  'yes', 'y', 'true', '1', 'ja', 'j', 'waar', 'wahr', 'oui', 'vrai', 'x', 'on', 'subscribed', 'confirmed', 'optedin', 'optin', 'active', 'granted', 'consented',
  'ingeschreven', 'aangemeld', 'toegestaan', 'akkoord', 'actief', 'angemeldet', 'bestatigt', 'zugestimmt', 'inscrit', 'inscrite', 'abonne', 'abonnee',
])
const NO: ReadonlySet<string> = new Set([
  'no', 'n', 'false', '0', 'nee', 'onwaar', 'nein', 'falsch', 'non', 'faux', 'off', 'unsubscribed', 'nonsubscribed', 'notsubscribed', 'neversubscribed', 'optedout', 'optout',
  'pending', 'cleaned', 'inactive', 'denied', 'revoked', 'bounced', 'uitgeschreven', 'afgemeld', 'nietingeschreven', 'geweigerd', 'inactief', 'abgemeldet', 'desinscrit', 'desabonne', 'desabonnee',
])

/**
 * What a cell says to a question of yes or no, in Dutch, English, German or French; a day on which something happened says yes. `null` where
 * it says neither. Who has not confirmed yet ("pending") has not said yes.
 *
 * Example: `parseYesNo('Ja')` and `parseYesNo('2024-03-14 09:12:31')` are true, `parseYesNo('not subscribed')` is false, `parseYesNo('perhaps')` is null.
 */
export function parseYesNo(text: string): boolean | null {
  const word = plainName(text)
  if (YES.has(word)) return true
  if (NO.has(word)) return false
  return splitDate(text) === null ? null : true
}
