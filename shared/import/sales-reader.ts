import { AppError } from '../result.ts'
import type { ImportedSales } from './imported-sales.ts'
import { KnownMends, type Mend, type MendedRow } from './mends/known-mends.ts'
import type { ReadingPlan } from './reading-plan.ts'
import { finishSales } from './sales/finish-sales.ts'
import { lineRows } from './sales/line-rows.ts'
import { SalesCollector } from './sales/sales-collector.ts'
import { totalledRows } from './sales/totalled-rows.ts'
import { createRowReader, createTableReader, type TableRows } from './table-reader.ts'

export type SalesReader = {
  /** Takes the next bytes of the file; they may be cut anywhere. */
  readonly feed: (chunk: Uint8Array) => void
  /** Ends the file. Throws an AppError `import-mixed-currencies` where accepted rows are in several currencies. */
  readonly finish: () => ImportedSales
  /** Data rows so far, for showing progress. */
  readonly rowsRead: number
  /** The currencies of the rows that count so far. */
  readonly currencies: readonly string[]
  /** The rows that were read as they were mended before, in the order of the file. */
  readonly mended: readonly MendedRow[]
}

/**
 * Reads a sales file, in pieces, the way `inspectFile` planned it. Every data row becomes a line or is set aside with a
 * reason, its line number and its text; none is lost. Bad rows are data, not errors. Throws an AppError
 * `import-no-date` or `import-no-amount` where the plan has no column for them.
 *
 * `mends` are the rows of such files that were mended before: where the same row stands in this file, it is read as it was mended.
 */
export function createSalesReader(plan: ReadingPlan, mends: readonly Mend[] = []): SalesReader {
  if (plan.columns.date === undefined) throw new AppError('import-no-date')
  if (plan.columns.amount === undefined && plan.columns.unitPrice === undefined) throw new AppError('import-no-amount')
  const sales = new SalesCollector(plan)
  const rows = plan.orderTotal === 'first-row' ? totalledRows(plan, sales) : lineRows(plan, sales)
  const reading: TableRows = {
    row: (row) => { rows.row(row) },
    reject: (row, reason) => { sales.rejected.add(row, reason, Number.NaN) },
  }
  const known = new KnownMends(mends)
  const table = createTableReader(plan, mends.length === 0 ? reading : known.before(reading, createRowReader(plan, reading)))
  return {
    feed: table.feed,
    finish: () => {
      table.finish()
      rows.finish()
      return finishSales(sales, plan.format, table.rowsRead)
    },
    get rowsRead() {
      return table.rowsRead
    },
    get currencies() {
      return sales.currencies.all
    },
    mended: known.applied,
  }
}
