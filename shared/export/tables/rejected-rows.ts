import type { RejectedRow } from '../../contract/data.ts'
import type { Column, Row } from '../table.ts'
import { moneyColumn, type Words } from '../words.ts'

/** The rows of an import that were set aside, as they stood in the file. */
export function rejectedRowsColumns({ exports: { columns } }: Words, currency: string): readonly Column[] {
  return [
    { header: columns.line, kind: 'number' }, { header: columns.reason, kind: 'text' }, moneyColumn(columns.amount, currency), { header: columns.raw, kind: 'text' },
  ]
}

export function rejectedRowsRow({ lineNumber, reason, amountCents, raw }: RejectedRow, { data: { reasons } }: Words): Row {
  return [lineNumber, reasons[reason], amountCents, raw]
}
