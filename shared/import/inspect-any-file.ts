import type { FilePreview, ImportChoices, RecordKind, SourcePreset, TableKind } from '../contract/data.ts'
import { inspectFile, seeColumns } from './inspect-file.ts'
import { readHead } from './read-head.ts'
import type { ReadingPlan } from './reading-plan.ts'
import { detectKind } from './records/detect-kind.ts'
import { inspectRecords } from './records/inspect-records.ts'
import type { RecordPlan } from './records/record-plan.ts'

/** Only the plan of a file that is not about sales has a `kind`. */
export type AnyInspection = { readonly preview: FilePreview; readonly plan: ReadingPlan | RecordPlan }

/** What a file is about, by the owner's choice or else by its header, and how it will be read: as sales (`inspectFile`) or as one of the other kinds. */
export function inspectAnyFile(head: Uint8Array, fileName: string, sizeBytes: number, chosen: ImportChoices = {}, preset: SourcePreset = {}): AnyInspection {
  const asSales = inspectFile(head, fileName, sizeBytes, chosen, preset)
  const kind = chosen.kind ?? preset.kind ?? kindOf(head, sizeBytes, asSales.preview)
  if (kind === 'sales') return asSales
  const { header, dataRows } = readHead(head, sizeBytes <= head.length, { ...asSales.preview })
  return inspectRecords(asSales, seeColumns(header, dataRows), kind, chosen, presetFor(kind, chosen, preset))
}

/** What the owner says of a column does not change what the file is about. */
function kindOf(head: Uint8Array, sizeBytes: number, preview: FilePreview): TableKind {
  const { encoding, delimiter, hasHeader } = preview
  const isAsFound = preview.columns.every(({ evidence }) => evidence !== 'chosen')
  const found = isAsFound ? preview : inspectFile(head, preview.fileName, sizeBytes, { encoding, delimiter, hasHeader }).preview
  return detectKind(found, seeColumns(found.columns.map(({ name }) => name), found.rows))
}

/** Columns that were remembered for another kind of file say nothing of this one. */
function presetFor(kind: RecordKind, { kind: chosenKind }: ImportChoices, preset: SourcePreset): SourcePreset {
  if (chosenKind === undefined || chosenKind === preset.kind) return preset
  const { columns: _ofAnotherKind, ...others } = preset
  return { ...others, kind }
}
