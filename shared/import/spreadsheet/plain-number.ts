/** Whole numbers may be order numbers: none of their digits is touched. */
const AS_IT_STANDS = /^-?(?:\d+|\d{1,13}\.\d{1,2})$/u
/** Spreadsheets keep seventeen digits and mean fifteen: 0.30000000000000004 is 0.3. */
const DIGITS = 15
const THREE_DECIMALS = /\.\d{3}$/u

/**
 * A number from a spreadsheet with a point before its decimals and nothing between its thousands. It never has exactly three decimals, so that
 * nobody has to wonder whether 1.234 is more than a thousand. What is no number comes back as it is.
 *
 * Example: `plainNumber('0.30000000000000004')` is '0.3', `plainNumber('1.234')` is '1.2340', `plainNumber('1E-3')` is '0.0010'.
 */
export function plainNumber(text: string): string {
  if (AS_IT_STANDS.test(text)) return text
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text
  const short = String(Number(number.toPrecision(DIGITS)))
  const plain = short.includes('e-') ? number.toFixed(DIGITS).replace(/\.?0+$/u, '') : short
  return THREE_DECIMALS.test(plain) ? `${plain}0` : plain
}
