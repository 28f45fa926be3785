/** What makes a spreadsheet take a text for a formula when it opens a CSV file, in the plain and in the full-width forms (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/u
const NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/u

/**
 * A text that no spreadsheet computes when it opens a CSV file: with an apostrophe before what would start a formula, unless it is a plain number
 * (OWASP ASVS 5.0, 1.2.10). One that starts so behind apostrophes of its own gets one more, so that taking one off always gives the text back.
 *
 * Example: `formulaSafe('=1+1')` is "'=1+1"; `formulaSafe('-12,50')` and `formulaSafe("'t Hof")` stay as they are.
 */
export function formulaSafe(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}
