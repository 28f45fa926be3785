import type { RejectReason } from '../contract/data.ts'
import { createDecodeStream } from './bytes/decode-stream.ts'
import { RowScanner, type RowHandler, type ScannedRow } from './bytes/row-scanner.ts'
import type { ReadingPlan } from './reading-plan.ts'

/** How a table is written, whatever it is about. */
export type TableLayout = Pick<ReadingPlan, 'encoding' | 'delimiter' | 'rowsToSkip' | 'columnCount'> & {
  /** Column index per role; a row that is too short for one of them cannot be read. */
  readonly columns: Readonly<Record<string, number>>
}

type TableRows = {
  readonly row: (row: ScannedRow) => void
  readonly reject: (row: Parameters<RowHandler['broken']>[0], reason: RejectReason) => void
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
  const { columnCount } = layout
  const lastColumn = Math.max(...Object.values(layout.columns))
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
      if (row.cellCount <= lastColumn) reject(row, 'too-few-cells')
      else if (columnCount >= 0 && hasSurplus(row, columnCount)) reject(row, 'too-many-cells')
      else take(row)
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
