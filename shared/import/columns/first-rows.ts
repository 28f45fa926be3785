import type { DelimiterName } from '../../contract/data.ts'
import { cellTexts } from '../bytes/cell-reader.ts'
import { RowScanner } from '../bytes/row-scanner.ts'

export type PreviewRow = { readonly cells: string[]; readonly broken: boolean }

const STEP = 1 << 13

/**
 * The first rows of decoded bytes, by the same scanner that reads the whole file, so that preview and reading cannot
 * disagree. A row that may go on behind the end of the bytes is left out, unless they are the whole file.
 */
export function firstRows(bytes: Uint8Array, delimiter: DelimiterName, isWholeFile: boolean, limit: number): PreviewRow[] {
  const rows: PreviewRow[] = []
  const scanner = new RowScanner(delimiter, {
    row: (row) => {
      if (rows.length < limit) rows.push({ cells: cellTexts(row), broken: false })
    },
    broken: () => {
      if (rows.length < limit) rows.push({ cells: [], broken: true })
    },
  })
  for (let start = 0; start < bytes.length && rows.length < limit; start += STEP) scanner.feed(bytes.subarray(start, start + STEP))
  if (isWholeFile && rows.length < limit) scanner.finish()
  return rows
}
