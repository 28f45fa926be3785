import type { BatchSummary, ImportChoices, SourcePreset } from '../../../shared/contract/data.ts'
import type { ImportedSales } from '../../../shared/import/imported-sales.ts'
import { type AnyInspection, inspectAnyFile } from '../../../shared/import/inspect-any-file.ts'
import { failureOf } from '../../../shared/import/inspect-file.ts'
import type { Mend, MendedRow } from '../../../shared/import/mends/known-mends.ts'
import { type Reading, sourceOf } from '../../../shared/import/mends/reading-text.ts'
import type { ImportedRecords } from '../../../shared/import/records/imported-records.ts'
import { createRecordReader } from '../../../shared/import/records/record-reader.ts'
import { createSalesReader, type SalesReader } from '../../../shared/import/sales-reader.ts'
import { presetAfter, sourceSignature, type SourcePresets } from '../../../shared/import/source-preset.ts'
import { AppError } from '../../../shared/result.ts'
import { rateOf } from '../../../shared/vat.ts'
import { type FileSource, sourceName } from '../files/file-source.ts'
import { type TableFile, withTable } from '../files/table-file.ts'
import { latestDay } from './imports/latest-day.ts'
import type { ReadingProgress } from './worker-messages.ts'

type Report = (progress: ReadingProgress) => void

type SalesFile = FileSource & { readonly choices?: ImportChoices | undefined; readonly presets?: SourcePresets }
type MendedFile = SalesFile & {
  /** The rows of earlier imports that were mended, by the source of their files (`sourceOf`). */
  readonly mends?: Readonly<Record<string, readonly Mend[]>>
}
/** A file that was read, and what reading a row of it once more takes. */
export type ReadFile = { readonly sales: ImportedSales; readonly source: SourceOutcome; readonly reading: Reading; readonly mended: readonly MendedRow[] }
/** A file that is not about sales, read. */
export type ReadRecords = { readonly records: ImportedRecords; readonly source: SourceOutcome }

/** What an import says of the source its file came from. */
export type SourceOutcome = Pick<BatchSummary, 'remembered' | 'vatRate'> & {
  /** What to remember, and under which signature; null where files of this source cannot be told from others. */
  readonly preset: { readonly signature: string; readonly choices: SourcePreset } | null
}

type Inspected = AnyInspection & { readonly source: SourceOutcome; readonly table: TableFile }

async function startOf(table: TableFile) {
  const { bytes, isWhole } = await table.readStart()
  return { bytes, sizeBytes: isWhole ? bytes.length : bytes.length + 1 }
}

/** The spreadsheet on the sheet that was chosen now, else remembered; a remembered one that is not there any more is forgotten. */
function onSheet(table: TableFile, chosen: string | undefined, remembered: string | undefined): TableFile {
  if (chosen === undefined) return (remembered === undefined ? null : table.onSheet?.(remembered)) ?? table
  const found = table.onSheet?.(chosen)
  if (!found) throw new AppError('sheet-not-there', undefined, { sheet: chosen })
  return found
}

/** A source is known by the sheet that would be read by itself; what was remembered of it may say that it is another. */
async function inspectTable(first: TableFile, { choices = {}, presets = {}, ...file }: SalesFile): Promise<Inspected> {
  const start = await startOf(first)
  const signature = sourceSignature(start.bytes, start.sizeBytes <= start.bytes.length, first.written)
  const known = (signature === null || choices.afresh ? undefined : presets[signature]) ?? {}
  const table = onSheet(first, choices.sheet, known.sheet)
  // What was said of one sheet does not hold for another.
  const preset = table.sheet === (known.sheet ?? first.sheet) ? known : {}
  const { bytes, sizeBytes } = table === first ? start : await startOf(table)
  const { preview, plan } = inspectAnyFile(bytes, sourceName(file), sizeBytes, { ...choices, ...table.written }, preset)
  const remembered = choices.sheet === undefined && table !== first ? ['sheet' as const, ...preview.remembered] : preview.remembered
  return {
    preview: { ...preview, sizeBytes: table.sizeBytes, sheet: table.sheet, sheets: table.sheets, remembered },
    plan,
    table,
    source: { remembered, vatRate: rateOf(preview.vat), preset: signature === null ? null : { signature, choices: presetAfter(preset, choices, preview) } },
  }
}

/** What a file is and how it would be read, and the plan for it. */
export function inspect(file: SalesFile): Promise<AnyInspection> {
  return withTable(file, async (table) => {
    const { preview, plan } = await inspectTable(table, file)
    return { preview, plan }
  })
}

/** Reads a file to the end by what was chosen, remembered and detected. Throws where only the owner can say something first. */
export function readFile(file: MendedFile, report: Report): Promise<ReadFile | ReadRecords> {
  return withTable(file, async (first) => {
    const { preview, plan, source, table } = await inspectTable(first, file)
    const [question] = preview.questions
    if (question) {
      // What only the owner can say is asked first; until then nothing is imported.
      const { code, params } = failureOf(question)
      throw new AppError(code, undefined, params)
    }
    if ('kind' in plan) {
      const reader = createRecordReader({ ...plan, latestDay: latestDay() })
      await feed(table, reader, report)
      return { records: reader.finish(), source }
    }
    const reading = { plan, columnNames: preview.columns.map(({ name }) => name) }
    const reader = createSalesReader({ ...plan, latestDay: latestDay() }, file.mends?.[sourceOf(reading)])
    await feed(table, reader, report)
    return { sales: reader.finish(), source, reading, mended: reader.mended }
  })
}

function feed(table: TableFile, reader: Pick<SalesReader, 'feed' | 'rowsRead'>, report: Report): Promise<void> {
  return table.stream((bytes, fraction) => {
    reader.feed(bytes)
    report({ rowsDone: reader.rowsRead, fraction })
  })
}
