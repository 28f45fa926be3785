import type { DelimiterName } from '../../contract/data.ts'
import { encodeUtf8 } from '../bytes/text-codec.ts'
import { firstRows } from '../columns/first-rows.ts'

const NEEDS_QUOTES = /["\r\n]/u

/**
 * The cells of one row as it stood in its file. A row with a quote that never closes has no cells by the rules; it is cut at every
 * delimiter, and loses the quotes around its cells.
 *
 * Example: `cellsOfRow('A1;"Mug; blue";3,50', ';')` is ['A1', 'Mug; blue', '3,50'].
 */
export function cellsOfRow(raw: string, delimiter: DelimiterName): string[] {
  const [row] = firstRows(encodeUtf8(raw), delimiter, true, 1)
  if (row && !row.broken) return row.cells
  const cells = delimiter === 'whitespace' ? raw.trim().split(/[ \t]+/u) : raw.split(delimiter)
  return cells.map((cell) => cell.replace(/^\s*"|"\s*$/gu, '').replaceAll('""', '"'))
}

/**
 * The row that holds these cells, as its file would write it (RFC 4180): what `cellsOfRow` takes apart again. In a file with blanks
 * between its cells nothing can be quoted.
 *
 * Example: `rowOfCells(['A1', 'Mug; blue', '3,50'], ';')` is 'A1;"Mug; blue";3,50'.
 */
export function rowOfCells(cells: readonly string[], delimiter: DelimiterName): string {
  if (delimiter === 'whitespace') return cells.map((cell) => cell.trim()).join(' ')
  return cells.map((cell) => (cell.includes(delimiter) || NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)
}
