import { basename } from 'node:path'
import type { BatchSummary, ImportChoices, SourcePreset } from '../../../shared/contract/data.ts'
import { fitShop, type FitResult } from '../../../shared/clv/fit.ts'
import { valueCustomers } from '../../../shared/clv/value-customers.ts'
import type { ClvSettings, ValuedCustomers } from '../../../shared/clv/valued-customers.ts'
import { type NettedOrders, netRefunds } from '../../../shared/customers/net-refunds.ts'
import type { SalesLedger } from '../../../shared/customers/sales-ledger.ts'
import { summarizePurchases } from '../../../shared/customers/summarize-purchases.ts'
import type { ImportedSales } from '../../../shared/import/imported-sales.ts'
import { failureOf, type FileInspection, inspectFile } from '../../../shared/import/inspect-file.ts'
import type { Mend, MendedRow } from '../../../shared/import/mends/known-mends.ts'
import { type Reading, sourceOf } from '../../../shared/import/mends/reading-text.ts'
import { createSalesReader } from '../../../shared/import/sales-reader.ts'
import { presetAfter, sourceSignature, type SourcePresets } from '../../../shared/import/source-preset.ts'
import { AppError } from '../../../shared/result.ts'
import { type TableFile, withTable } from '../files/table-file.ts'
import { latestDay } from './latest-day.ts'
import type { ReadingProgress } from './worker-messages.ts'


type Report = (progress: ReadingProgress) => void
type History = { readonly ledger: SalesLedger; readonly observedUntilDay: number }

type SalesFile = { readonly path: string; readonly choices?: ImportChoices | undefined; readonly presets?: SourcePresets }
type MendedFile = SalesFile & {
  /** The rows of earlier imports that were mended, by the source of their files (`sourceOf`). */
  readonly mends?: Readonly<Record<string, readonly Mend[]>>
}
/** A file that was read, and what reading a row of it once more takes. */
export type ReadFile = { readonly sales: ImportedSales; readonly source: SourceOutcome; readonly reading: Reading; readonly mended: readonly MendedRow[] }

/** What an import says of the source its file came from. */
export type SourceOutcome = Pick<BatchSummary, 'remembered'> & {
  /** What to remember, and under which signature; null where files of this source cannot be told from others. */
  readonly preset: { readonly signature: string; readonly choices: SourcePreset } | null
}

async function inspectTable(table: TableFile, { path, choices = {}, presets = {} }: SalesFile): Promise<FileInspection & { readonly source: SourceOutcome }> {
  const { bytes, isWhole } = await table.readStart()
  const sizeBytes = isWhole ? bytes.length : bytes.length + 1
  const signature = sourceSignature(bytes, isWhole, table.written)
  const preset = (signature === null || choices.afresh ? undefined : presets[signature]) ?? {}
  const { preview, plan } = inspectFile(bytes, basename(path), sizeBytes, { ...choices, ...table.written }, preset)
  return {
    preview: { ...preview, sizeBytes: table.sizeBytes, sheet: table.sheet },
    plan,
    source: { remembered: preview.remembered, preset: signature === null ? null : { signature, choices: presetAfter(preset, choices, preview) } },
  }
}

function inspect(file: SalesFile): Promise<FileInspection> {
  return withTable(file.path, (table) => inspectTable(table, file))
}

function readSales(file: MendedFile, report: Report): Promise<ReadFile> {
  return withTable(file.path, async (table) => {
    const { preview, plan, source } = await inspectTable(table, file)
    const [question] = preview.questions
    if (question) {
      // What only the owner can say is asked first; until then nothing is imported.
      const { code, params } = failureOf(question)
      throw new AppError(code, undefined, params)
    }
    const reading = { plan, columnNames: preview.columns.map(({ name }) => name) }
    const reader = createSalesReader({ ...plan, latestDay: latestDay() }, file.mends?.[sourceOf(reading)])
    await table.stream((bytes, fraction) => {
      reader.feed(bytes)
      report({ rowsDone: reader.rowsRead, fraction })
    })
    return { sales: reader.finish(), source, reading, mended: reader.mended }
  })
}

function fitModels({ ledger, observedUntilDay }: History): FitResult {
  return fitShop(summarizePurchases(ledger, netRefunds(ledger, observedUntilDay), observedUntilDay))
}

function value({ ledger, observedUntilDay, settings }: History & { readonly settings: ClvSettings }): { valued: ValuedCustomers; netted: NettedOrders } {
  const netted = netRefunds(ledger, observedUntilDay)
  return { netted, valued: valueCustomers({ summary: summarizePurchases(ledger, netted, observedUntilDay), settings }) }
}

/** What may run in a worker thread: a name, plain data in, plain data out. */
export const workerJobs = { 'inspect-file': inspect, 'read-sales': readSales, 'fit-models': fitModels, 'value-customers': value } as const
export type WorkerJobs = typeof workerJobs
export type WorkerJobName = keyof WorkerJobs
export type WorkerOutputs = { [J in WorkerJobName]: Awaited<ReturnType<WorkerJobs[J]>> }
