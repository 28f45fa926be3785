/** Calling code of the Netherlands: what a number without one is taken to be of. */
const HOME = '31'
/** A number in the Netherlands without its leading nought. */
const HOME_DIGITS = 9
const FEWEST_DIGITS = 8
/** E.164 allows no more. */
const MOST_DIGITS = 15

/**
 * A telephone number in one way of writing: `+` and digits where the country is known, else the digits as they stand. A number that
 * begins with one nought is taken to be of the country with calling code `home`, and so is a Dutch one whose nought a spreadsheet ate.
 * `null` for what is no number of a person: fewer than 8 or more than 15 digits, a masked number, the same digit throughout.
 *
 * Source: ITU-T recommendation E.164 (2010).
 * Example: `normalizedPhone("'06-1234 5678")` and `normalizedPhone('+31 (0)6 12345678')` are both '+31612345678'.
 */
export function normalizedPhone(text: string, home = HOME): string | null {
  const bare = text.trim().replace(/^'+/u, '').replace(/^(\d+)\.0+$/u, '$1').replace(/^tel[.:]?\s*/iu, '').replace(/^(\+|00)([\d\s.-]*)\(0\)/u, '$1$2')
  if (!/^\+?[\d\s().\-/\u00A0]+$/u.test(bare)) return null
  const digits = bare.replace(/\D/gu, '')
  const subscriber = digits.replace(/^0+/u, '')
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS || /^(\d)\1*$|^$/u.test(subscriber)) return null
  if (bare.startsWith('+')) return `+${digits}`
  if (digits.startsWith('00')) return `+${subscriber}`
  if (digits.startsWith('0')) return `+${home}${subscriber}`
  if (digits.startsWith(home) && digits.length === home.length + HOME_DIGITS) return `+${digits}`
  return home === HOME && digits.length === HOME_DIGITS ? `+${home}${digits}` : digits
}
