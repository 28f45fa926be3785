import { assertNever } from '../result.ts'
import { formulaSafe } from './formula-safe.ts'
import type { Cell, CellKind, Column, Row } from './table.ts'

/** Excel reads CSV by the country it is set to: semicolons and decimal commas in the Netherlands, commas and points in most others. */
export type CsvLayout = { readonly delimiter: ';' | ','; readonly decimalMark: ',' | '.' }

/** Tells Excel that the text is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'
const LINE_END = '\r\n'
/** Blanks at either end would be taken off by some readers; all that anybody uses as a delimiter is quoted, whichever it is here. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/u

/** Whole cents as an amount with two decimals and a point. Example: `amountText(-5)` is '-0.05'. */
export function amountText(cents: number): string {
  const size = Math.abs(cents)
  return `${cents < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Quoted only where its own mark would part it: some readers take what is between quotes for text. */
function numberText(text: string, { delimiter, decimalMark }: CsvLayout): string {
  const written = text.replace('.', decimalMark)
  return written.includes(delimiter) ? `"${written}"` : written
}

function cellText(cell: Cell, kind: CellKind, layout: CsvLayout): string {
  if (cell === null || cell === '') return ''
  switch (kind) {
    case 'text': return quoted(formulaSafe(String(cell)))
    case 'day': case 'moment': return String(cell)
    case 'cents': return numberText(amountText(Number(cell)), layout)
    case 'number': case 'share': return numberText(String(cell), layout)
    default: return assertNever(kind)
  }
}

/**
 * Rows as CSV (RFC 4180): quotes where a cell needs them, CRLF behind every row. Texts cannot become formulas; numbers have no thousands and no
 * currency, so that every spreadsheet reads them as numbers. Example: the text `Anna; Bram` and 1250 cents, in the Dutch layout, are `"Anna; Bram";12,50`.
 */
export function csvRows(columns: readonly Column[], rows: readonly Row[], layout: CsvLayout): string {
  let text = ''
  for (const row of rows) {
    for (let index = 0; index < columns.length; index++) {
      if (index > 0) text += layout.delimiter
      text += cellText(row[index] ?? null, columns[index]?.kind ?? 'text', layout)
    }
    text += LINE_END
  }
  return text
}

/** The first line of a CSV file, with the mark that tells its encoding before it. */
export function csvHeader(columns: readonly Column[], { delimiter }: CsvLayout): string {
  return `${BYTE_ORDER_MARK}${columns.map(({ header }) => quoted(formulaSafe(header))).join(delimiter)}${LINE_END}`
}
