import { AppError } from '../result.ts'
import { createDecodeStream } from './bytes/decode-stream.ts'
import { RowScanner, type ScannedRow } from './bytes/row-scanner.ts'
import type { ImportedSales } from './imported-sales.ts'
import type { ReadingPlan } from './reading-plan.ts'
import { finishSales } from './sales/finish-sales.ts'
import { lineRows } from './sales/line-rows.ts'
import { SalesCollector } from './sales/sales-collector.ts'
import { totalledRows } from './sales/totalled-rows.ts'

export type SalesReader = {
  /** Takes the next bytes of the file; they may be cut anywhere. */
  readonly feed: (chunk: Uint8Array) => void
  /** Ends the file. Throws an AppError `import-mixed-currencies` where accepted rows are in several currencies. */
  readonly finish: () => ImportedSales
  /** Data rows so far, for showing progress. */
  readonly rowsRead: number
}

/**
 * Reads a sales file, in pieces, the way `inspectFile` planned it. Every data row becomes a line or is set aside with a
 * reason, its line number and its text; none is lost. Bad rows are data, not errors. Throws an AppError
 * `import-no-date` or `import-no-amount` where the plan has no column for them.
 */
export function createSalesReader(plan: ReadingPlan): SalesReader {
  if (plan.columns.date === undefined) throw new AppError('import-no-date')
  if (plan.columns.amount === undefined && plan.columns.unitPrice === undefined) throw new AppError('import-no-amount')
  const sales = new SalesCollector(plan)
  const rows = plan.orderTotal === 'first-row' ? totalledRows(plan, sales) : lineRows(plan, sales)
  const lastColumn = Math.max(...Object.values(plan.columns))
  let rowsToSkip = plan.rowsToSkip
  let rowsRead = 0

  const scanner = new RowScanner(plan.delimiter, {
    row(row) {
      if (rowsToSkip > 0) {
        rowsToSkip--
        return
      }
      if (isBlank(row)) return
      rowsRead++
      if (row.cellCount <= lastColumn) sales.reject(row, 'too-few-cells')
      else if (plan.columnCount >= 0 && hasSurplus(row, plan.columnCount)) sales.reject(row, 'too-many-cells')
      else rows.row(row)
    },
    broken(row, reason) {
      if (rowsToSkip > 0) {
        rowsToSkip--
        return
      }
      rowsRead++
      sales.rejected.add(row, reason, Number.NaN)
    },
  })
  const decoder = createDecodeStream(plan.encoding)

  return {
    feed: (chunk) => scanner.feed(decoder.push(chunk)),
    finish: () => {
      scanner.feed(decoder.finish())
      scanner.finish()
      rows.finish()
      return finishSales(sales, plan.format, rowsRead)
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
