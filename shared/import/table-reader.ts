import type { RejectReason } from '../contract/data.ts'
import { createDecodeStream } from './bytes/decode-stream.ts'
import { RowScanner, type RowHandler, type ScannedRow } from './bytes/row-scanner.ts'
import { encodeUtf8 } from './bytes/text-codec.ts'
import type { ReadingPlan } from './reading-plan.ts'

/** How a table is written, whatever it is about. */
export type TableLayout = Pick<ReadingPlan, 'encoding' | 'delimiter' | 'rowsToSkip' | 'columnCount'> & {
  /** Column index per role; a row that is too short for one of them cannot be read. */
  readonly columns: Readonly<Record<string, number>>
}

/** A row of which only its place is known. */
export type BrokenRow = Parameters<RowHandler['broken']>[0]

export type TableRows = {
  readonly row: (row: ScannedRow) => void
  readonly reject: (row: BrokenRow, reason: RejectReason) => void
}

export type TableReader = {
  /** Takes the next bytes of the file; they may be cut anywhere. */
  readonly feed: (chunk: Uint8Array) => void
  readonly finish: () => void
  /** Data rows so far. */
  readonly rowsRead: number
}

/** Takes a file in pieces and gives each of its data rows once: to `row`, or to `reject` where it is no whole row. */
export function createTableReader(layout: TableLayout, { row: take, reject }: TableRows): TableReader {
  const check = wholeRows(layout, { row: take, reject })
  let rowsToSkip = layout.rowsToSkip
  let rowsRead = 0

  const scanner = new RowScanner(layout.delimiter, {
    row(row) {
      if (rowsToSkip > 0) {
        rowsToSkip--
        return
      }
      if (isBlank(row)) return
      rowsRead++
      check(row)
    },
    broken(row, reason) {
      if (rowsToSkip > 0) {
        rowsToSkip--
        return
      }
      rowsRead++
      reject(row, reason)
    },
  })
  const decoder = createDecodeStream(layout.encoding)

  return {
    feed: (chunk) => scanner.feed(decoder.push(chunk)),
    finish: () => {
      scanner.feed(decoder.finish())
      scanner.finish()
    },
    get rowsRead() {
      return rowsRead
    },
  }
}

function wholeRows(layout: TableLayout, { row: take, reject }: TableRows): (row: ScannedRow) => void {
  const { columnCount } = layout
  const lastColumn = Math.max(...Object.values(layout.columns))
  return (row) => {
    if (row.cellCount <= lastColumn) reject(row, 'too-few-cells')
    else if (columnCount >= 0 && hasSurplus(row, columnCount)) reject(row, 'too-many-cells')
    else take(row)
  }
}

/** Reads rows by themselves, apart from their file, as if they stood on the given line of it. A row without any cell filled is none. */
export function createRowReader(layout: TableLayout, rows: TableRows): (text: string, lineNumber: number) => void {
  const check = wholeRows(layout, rows)
  const scanner = new RowScanner(layout.delimiter, {
    row: (row) => { if (!isBlank(row)) check(row) },
    broken: (row, reason) => { rows.reject(row, reason) },
  })
  return (text, lineNumber) => {
    scanner.lineNumber = lineNumber
    scanner.feed(encodeUtf8(`${text}\n`))
    scanner.finish()
  }
}

/** A row without any cell filled, such as the `;;;` spreadsheets leave below a table. */
function isBlank(row: ScannedRow): boolean {
  for (let column = 0; column < row.cellCount; column++) {
    if (!isEmptyCell(row, column)) return false
  }
  return true
}

function hasSurplus(row: ScannedRow, columnCount: number): boolean {
  for (let column = columnCount; column < row.cellCount; column++) {
    if (!isEmptyCell(row, column)) return true
  }
  return false
}

function isEmptyCell(row: ScannedRow, column: number): boolean {
  const end = row.cellEnds[column] ?? 0
  for (let position = row.cellStarts[column] ?? 0; position < end; position++) {
    if ((row.bytes[position] ?? 0) > 32) return false
  }
  return true
}
