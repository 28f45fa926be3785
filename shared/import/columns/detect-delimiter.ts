import type { DelimiterName } from '../../contract/data.ts'
import { firstRows } from './first-rows.ts'

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
 * between quotes not counted. Runs of spaces where no mark does. A table of one column counts as separated by commas.
 */
export function detectDelimiter(bytes: Uint8Array, isWholeFile: boolean): DelimiterName {
  let best: DelimiterName = ','
  let bestScore = 0
  for (const delimiter of CANDIDATES) {
    const score = consistency(cellCounts(bytes, delimiter, isWholeFile))
    if (score > bestScore + 1e-9) {
      best = delimiter
      bestScore = score
    }
  }
  if (bestScore >= RELIABLE) return best
  return consistency(cellCounts(bytes, 'whitespace', isWholeFile)) >= Math.max(RELIABLE, bestScore) ? 'whitespace' : best
}

function cellCounts(bytes: Uint8Array, delimiter: DelimiterName, isWholeFile: boolean): number[] {
  return firstRows(bytes, delimiter, isWholeFile, LOOKED_AT).map(({ cells }) => cells.length)
}

/** Share of rows with the most frequent number of cells above one. */
function consistency(counts: readonly number[]): number {
  const frequencies = new Map<number, number>()
  for (const count of counts) {
    if (count > 1) frequencies.set(count, (frequencies.get(count) ?? 0) + 1)
  }
  return counts.length === 0 ? 0 : Math.max(0, ...frequencies.values()) / counts.length
}
