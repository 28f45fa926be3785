const FEWEST_CHARACTERS = 3
const MOST_CHARACTERS = 12

/**
 * A postcode in one way of writing: capitals and digits only. `null` where there is no digit in it, or too little or too much
 * for a postcode of any country.
 *
 * Example: `normalizedPostcode(' 1234 ab')` is '1234AB'; `normalizedPostcode("'07030")` is '07030'.
 */
export function normalizedPostcode(text: string): string | null {
  const plain = text.replace(/^(\s*'*\d+)\.0+\s*$/u, '$1').toUpperCase().replace(/[^A-Z\d]/gu, '')
  return /\d/u.test(plain) && plain.length >= FEWEST_CHARACTERS && plain.length <= MOST_CHARACTERS ? plain : null
}
