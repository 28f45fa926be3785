import type { RejectedRow } from '../../contract/data.ts'
import type { Column, Row } from '../table.ts'
import { moneyColumn, type Words } from '../words.ts'

/** The rows of an import that were set aside, each cell below its heading in the file; `null` where it was not kept how the file was read. */
export function rejectedRowsColumns({ exports: { columns } }: Words, currency: string, columnNames: readonly string[] | null): readonly Column[] {
  const cells = columnNames?.map((header): Column => ({ header, kind: 'text' })) ?? [{ header: columns.raw, kind: 'text' }]
  return [{ header: columns.line, kind: 'number' }, { header: columns.reason, kind: 'text' }, moneyColumn(columns.amount, currency), ...cells]
}

/** `cells` are those of the row, as far as it has a heading for them; what stands beyond goes with the last. */
export function rejectedRowsRow({ lineNumber, reason, amountCents }: RejectedRow, cells: readonly string[], headings: number, { data: { reasons } }: Words): Row {
  const shown = cells.length > headings ? [...cells.slice(0, headings - 1), cells.slice(headings - 1).join(' ')] : cells
  return [lineNumber, reasons[reason], amountCents, ...shown]
}
