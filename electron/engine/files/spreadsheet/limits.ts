import { AppError } from '../../../../shared/result.ts'

const MEGABYTE = 1024 * 1024

/** What a file may ask of this computer. No honest export of a shop comes near; a file made to harm goes far beyond. */
export const limits = {
  fileBytes: 100 * MEGABYTE,
  /** All parts together, unpacked. */
  inflatedBytes: 200 * MEGABYTE,
  /** How much smaller packing may have made a part; small parts may be anything. */
  ratio: 200,
  ratioFromBytes: MEGABYTE,
  parts: 2000,
  /** What only tells how the document is made up. */
  structureBytes: 16 * MEGABYTE,
  sharedStrings: 4_000_000,
  rows: 1_048_576,
  columns: 200,
  cellCharacters: 32_767,
  xmlDepth: 64,
  xmlAttributes: 256,
} as const

/** `detail` says which limit it was, for the log. */
export function tooLarge(detail: string): AppError {
  return new AppError('spreadsheet-too-large', detail)
}

export function damaged(detail: string): AppError {
  return new AppError('spreadsheet-damaged', detail)
}
