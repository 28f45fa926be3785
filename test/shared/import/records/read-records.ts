import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseIsoDay } from '../../../../shared/calendar.ts'
import { type FilePreview, type ImportChoices, rejectReasons } from '../../../../shared/contract/data.ts'
import { inspectAnyFile } from '../../../../shared/import/inspect-any-file.ts'
import type { ImportedRecords } from '../../../../shared/import/records/imported-records.ts'
import { createRecordReader } from '../../../../shared/import/records/record-reader.ts'

const fixtures = join(import.meta.dirname, '../../../fixtures/records')

export type RecordsRead = {
  readonly preview: FilePreview
  readonly imported: ImportedRecords
  /** What each record says, by its key. */
  readonly values: Readonly<Record<string, ImportedRecords['records'][number]['values']>>
  /** Line and reason of each row set aside. */
  readonly setAside: readonly (readonly [number | undefined, string | undefined])[]
}

/** Reads a file that is not about sales in pieces of `step` bytes, as of 1 December 2026. */
export function readRecords(bytes: Uint8Array, fileName: string, choices: ImportChoices = {}, step = 64): RecordsRead {
  const { preview, plan } = inspectAnyFile(bytes, fileName, bytes.length, choices)
  if (!('kind' in plan)) throw new Error(`${fileName} reads as sales`)
  const reader = createRecordReader({ ...plan, latestDay: parseIsoDay('2026-12-01') ?? 0 })
  for (let start = 0; start < bytes.length; start += step) reader.feed(bytes.subarray(start, start + step))
  const imported = reader.finish()
  return {
    preview,
    imported,
    values: Object.fromEntries(imported.records.map(({ key, values }) => [key, values])),
    setAside: Array.from(imported.rejected.reasons, (reason, index) => [imported.rejected.lineNumbers[index], rejectReasons[reason]] as const),
  }
}

/** Reads one of the fixtures. */
export function readRecordsFile(path: string, choices: ImportChoices = {}): RecordsRead {
  return readRecords(readFileSync(join(fixtures, path)), basename(path), choices)
}
