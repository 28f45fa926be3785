import type { DelimiterName } from '../../contract/data.ts'
import { knownNamesIn } from './find-header.ts'
import { firstRows, type PreviewRow } from './first-rows.ts'

/** Where two fit equally well, the comma comes last: it also stands in amounts. */
const CANDIDATES: readonly DelimiterName[] = ['\t', ';', '|', ',']
const LOOKED_AT = 20
/** Share of rows that must have the same number of cells before anything but the most frequent mark is believed. */
const RELIABLE = 0.6

/** `sep=;` on the first line, as Excel writes it. */
export function separatorLine(text: string): DelimiterName | null {
  const match = /^"?sep=([,;\t|])"?\s*(?:[\r\n]|$)/iu.exec(text)
  return (match?.[1] as DelimiterName | undefined) ?? null
}

/**
 * What stands between the cells: the mark that gives the first 20 rows most consistently the same number of cells, marks
 * between quotes not counted; before all, a mark that makes one of them a header of known names. Runs of spaces where no
 * mark does. A table of one column counts as separated by commas.
 */
export function detectDelimiter(bytes: Uint8Array, isWholeFile: boolean): DelimiterName {
  const score = (delimiter: DelimiterName) => fitness(firstRows(bytes, delimiter, isWholeFile, LOOKED_AT))
  let best: DelimiterName = ','
  let bestScore = 0
  for (const delimiter of CANDIDATES) {
    const candidate = score(delimiter)
    if (candidate > bestScore) {
      best = delimiter
      bestScore = candidate
    }
  }
  if (bestScore >= RELIABLE) return best
  return score('whitespace') >= RELIABLE ? 'whitespace' : best
}

/** Share of rows with the most frequent number of cells above one, and one more for a header. */
function fitness(rows: readonly PreviewRow[]): number {
  const frequencies = new Map<number, number>()
  for (const { cells } of rows) {
    if (cells.length > 1) frequencies.set(cells.length, (frequencies.get(cells.length) ?? 0) + 1)
  }
  const consistency = rows.length === 0 ? 0 : Math.max(0, ...frequencies.values()) / rows.length
  return consistency + (rows.some(({ cells }) => knownNamesIn(cells) >= 2) ? 1 : 0)
}
