import type { DelimiterName, EncodingName, ImportChoices } from '../contract/data.ts'
import { AppError } from '../result.ts'
import { createDecodeStream } from './bytes/decode-stream.ts'
import { detectEncoding, refuseOtherFiles } from './bytes/detect-encoding.ts'
import { decodeText } from './bytes/text-codec.ts'
import { detectDelimiter, separatorLine } from './columns/detect-delimiter.ts'
import { findHeader } from './columns/find-header.ts'
import { firstRows, type PreviewRow } from './columns/first-rows.ts'

/** The beginning of a table, taken apart. */
export type TableHead = {
  readonly encoding: EncodingName
  /** Decoded, and cut off where the last line is not whole. */
  readonly bytes: Uint8Array
  readonly delimiter: DelimiterName
  /** The names of the columns, null where the table has none. */
  readonly header: readonly string[] | null
  /** Rows before the first data row; empty lines do not count. */
  readonly rowsToSkip: number
  readonly dataRows: string[][]
}

const SPACE = 32
const LINE_FEED = 10
const BLANK = /^[\s\u00A0]*$/u

/** Takes the beginning of a file apart, by its own evidence and what is known of it. Throws an AppError for what is no table. */
export function readHead(head: Uint8Array, isWholeFile: boolean, known: Pick<ImportChoices, 'encoding' | 'delimiter' | 'hasHeader'>): TableHead {
  refuseOtherFiles(head)
  const encoding = known.encoding ?? detectEncoding(head)
  const bytes = decodeHead(head, encoding, isWholeFile)
  const separator = separatorLine(decodeText(bytes, 0, Math.min(bytes.length, 16)))
  const delimiter = known.delimiter ?? separator ?? detectDelimiter(bytes, isWholeFile)
  const rows = firstRows(bytes, delimiter, isWholeFile, Infinity)
  if (!rows.some(isFilled)) {
    const isEndless = rows.length === 0 && bytes.some((byte) => byte > SPACE)
    throw new AppError(isEndless || rows.some(({ broken }) => broken) ? 'file-not-text' : 'file-empty')
  }
  const start = separator === null ? 0 : 1
  const headerIndex = headerAt(rows, start, known.hasHeader)
  const rowsToSkip = headerIndex < 0 ? start : headerIndex + 1
  return {
    encoding,
    bytes: isWholeFile ? bytes : bytes.subarray(0, bytes.lastIndexOf(LINE_FEED) + 1),
    delimiter,
    header: headerIndex < 0 ? null : (rows[headerIndex]?.cells ?? []),
    rowsToSkip,
    dataRows: rows.slice(rowsToSkip).filter(isFilled).map(({ cells }) => cells),
  }
}

function headerAt(rows: readonly PreviewRow[], start: number, hasHeader: boolean | undefined): number {
  if (hasHeader === false) return -1
  const found = findHeader(rows, start)
  return hasHeader === true ? Math.max(found, start) : found
}

function decodeHead(head: Uint8Array, encoding: EncodingName, isWholeFile: boolean): Uint8Array {
  const decoder = createDecodeStream(encoding)
  const first = decoder.push(head)
  const rest = isWholeFile || first.length === 0 ? decoder.finish() : new Uint8Array(0)
  const bytes = new Uint8Array(first.length + rest.length)
  bytes.set(first)
  bytes.set(rest, first.length)
  return bytes
}

function isFilled({ cells, broken }: PreviewRow): boolean {
  return !broken && cells.some((cell) => !BLANK.test(cell))
}
