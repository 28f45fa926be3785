import { isAmount } from './column-evidence.ts'
import type { PreviewRow } from './first-rows.ts'
import { namesOf, synonyms } from './synonyms.ts'
import { splitDate } from '../values/parse-date.ts'

/** Notes above a table are seldom longer. */
const LOOKED_AT = 20
/** A row below the first is only taken for the header if it has so many names that are known. */
const CERTAIN = 3

const knownNames: ReadonlySet<string> = new Set(Object.values(synonyms).flat())

/** The index of the header among the rows, -1 where the table has none. `start` is the first row that may be it. */
export function findHeader(rows: readonly PreviewRow[], start: number): number {
  const first = rows[start]
  if (first === undefined) return -1
  const known = knownNamesIn(first.cells)
  if (known < CERTAIN) {
    const later = rows.findIndex(({ cells }, index) => index > start && index < start + LOOKED_AT && knownNamesIn(cells) >= CERTAIN)
    if (later > 0) return later
  }
  const values = first.cells.filter((cell) => isAmount(cell) || splitDate(cell) !== null).length
  return values === 0 || (known >= 2 && values <= 1) ? start : -1
}

/** How many of these cells are names of columns that Stamgast knows. */
export function knownNamesIn(cells: readonly string[]): number {
  return cells.filter((cell) => namesOf(cell).some((name) => knownNames.has(name))).length
}
