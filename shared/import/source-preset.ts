import type { FilePreview, ImportChoices, SourcePreset } from '../contract/data.ts'
import { AppError } from '../result.ts'
import { plainName } from './columns/synonyms.ts'
import { readHead } from './read-head.ts'
import { HashPair } from './sales/content-hash.ts'

/** A header stands near the beginning. */
const START_BYTES = 1 << 16

/** What was remembered of each source, by its signature. */
export type SourcePresets = Readonly<Record<string, SourcePreset>>

/**
 * The same for all files of one source: told by the names of the columns in their order, whatever separates them or in whatever letters they are
 * written. Null where the table has no header to be known by. It is a number made of the names, and does not hold them.
 * `known` is what no choice of the owner's is: how a spreadsheet comes out. Throws as `readHead` does for what is no table.
 */
export function sourceSignature(head: Uint8Array, isWholeFile: boolean, known: Pick<ImportChoices, 'encoding' | 'delimiter'> = {}): string | null {
  const start = head.subarray(0, START_BYTES)
  try {
    const { header } = readHead(start, isWholeFile && start.length === head.length, known)
    return header === null ? null : signatureOf(header)
  } catch (error) {
    // Whether it is a table at all is not told by so little of it.
    if (error instanceof AppError && start.length < head.length) return null
    throw error
  }
}

/** The signature of a header. Example: `Datum;Bedrag` and `datum,bedrag` have the same, `Bedrag;Datum` another. */
export function signatureOf(header: readonly string[]): string {
  const hash = new HashPair()
  hash.int(header.length)
  for (const name of header) {
    const plain = plainName(name)
    hash.int(plain.length)
    for (let i = 0; i < plain.length; i++) hash.int(plain.charCodeAt(i))
  }
  return hash.value().toString(36)
}

/**
 * What is to be remembered of a source after a file of it came in: what was chosen now, on top of what was remembered before (unless the owner started
 * afresh), and what the file showed of its dates and amounts, so that a later file that shows it less is read alike.
 */
export function presetAfter(before: SourcePreset, { afresh, ...chosen }: ImportChoices, preview: Pick<FilePreview, 'dateOrder' | 'decimalMark'>): SourcePreset {
  return {
    ...(afresh ? {} : before),
    ...(preview.dateOrder === null ? {} : { dateOrder: preview.dateOrder }),
    ...(preview.decimalMark === null ? {} : { decimalMark: preview.decimalMark }),
    ...chosen,
  }
}
