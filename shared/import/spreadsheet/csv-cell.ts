const PLAIN = /^[^\p{Cc}",_]*$/u
const ESCAPED_CHARACTER = /_x([0-9A-Fa-f]{4})_/gu

/**
 * A text from a spreadsheet as a cell of CSV (RFC 4180, comma). Line breaks, and characters written as `_x000D_` (ECMA-376 part 1, 22.9.2.19)
 * that cannot be shown, become spaces: a row stays one line, so that line numbers are the row numbers of the sheet.
 *
 * Example: `csvCell('Kop, "groot"')` is '"Kop, ""groot"""'.
 */
export function csvCell(text: string): string {
  if (PLAIN.test(text)) return text
  const shown = text.replaceAll(ESCAPED_CHARACTER, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replaceAll(/\p{Cc}+/gu, ' ')
  return /[",]/u.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}
