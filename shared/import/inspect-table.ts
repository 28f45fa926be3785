import type { FilePreview, ImportChoices } from '../contract/data.ts'
import { firstRows } from './columns/first-rows.ts'
import { decodeHead, inspectFile, isFilled, seeColumns } from './inspect-file.ts'
import type { ReadingPlan } from './reading-plan.ts'
import { detectKind } from './records/detect-kind.ts'
import { inspectRecords } from './records/inspect-records.ts'
import type { RecordPlan } from './records/record-plan.ts'

/** Only the plan of a file that is not about sales has a `kind`. */
export type TableInspection = { readonly preview: FilePreview; readonly plan: ReadingPlan | RecordPlan }

/** What a file is about, by the owner's choice or else by its header, and how it will be read: as sales (`inspectFile`) or as one of the other kinds. */
export function inspectTable(head: Uint8Array, fileName: string, sizeBytes: number, choices: ImportChoices = {}): TableInspection {
  const asSales = inspectFile(head, fileName, sizeBytes, choices)
  const { columns: chosen, ...others } = choices
  // What the owner says of a column does not change what the file is about.
  const kind = choices.kind ?? kindOf(chosen === undefined ? asSales.preview : inspectFile(head, fileName, sizeBytes, others).preview)
  if (kind === 'sales') return asSales

  const { preview, plan } = asSales
  const isWholeFile = sizeBytes <= head.length
  const rows = firstRows(decodeHead(head, plan.encoding, isWholeFile), plan.delimiter, isWholeFile, Infinity)
  const cells = rows.slice(plan.rowsToSkip).filter(isFilled).map((row) => row.cells)
  return inspectRecords(asSales, seeColumns(preview.hasHeader ? preview.columns.map(({ name }) => name) : null, cells), kind, choices)
}

function kindOf(preview: FilePreview) {
  return detectKind(preview, seeColumns(preview.columns.map(({ name }) => name), preview.rows))
}
