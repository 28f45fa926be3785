import { basename } from 'node:path'
import type { BatchSummary, ImportChoices } from '../../../shared/contract/data.ts'
import type { AppEvents } from '../../../shared/contract/index.ts'
import { failureOf, type FileInspection, inspectFile } from '../../../shared/import/inspect-file.ts'
import { AppError } from '../../../shared/result.ts'
import type { EngineContext } from '../context.ts'
import type { Connection } from '../database/connection.ts'
import { readFileStart } from '../files/read-file.ts'
import { runInWorker } from './run-in-worker.ts'
import { saveImport } from './save-import.ts'

type Phase = AppEvents['job:progress']['phase']
const PROGRESS_EVERY_MS = 100

/** How a file will be read, from its first megabyte. */
export async function inspectSalesFile(path: string, choices: ImportChoices | undefined): Promise<FileInspection> {
  const { bytes, sizeBytes } = await readFileStart(path)
  return inspectFile(bytes, basename(path), sizeBytes, choices)
}

/** Tells how far an import is, at most ten times a second and at every new phase. */
function progressTeller(jobId: string, emit: EngineContext['emit']) {
  let told: { readonly phase: Phase; readonly at: number } | null = null
  let started = { phase: 'reading' as Phase, at: performance.now() }
  return (phase: Phase, rowsDone: number, fraction: number | null) => {
    const now = performance.now()
    if (started.phase !== phase) started = { phase, at: now }
    if (told?.phase === phase && now - told.at < PROGRESS_EVERY_MS) return
    told = { phase, at: now }
    const seconds = (now - started.at) / 1000
    emit('job:progress', { jobId, phase, rowsDone, rowsPerSecond: seconds > 0 ? Math.round(rowsDone / seconds) : 0, fraction })
  }
}

export type ImportTask = {
  readonly connection: Connection
  readonly path: string
  readonly choices?: ImportChoices | undefined
  readonly jobId: string
  readonly signal: AbortSignal
}

/** Reads a sales file in a worker and stores it as one batch. Stopped or killed at any moment it leaves nothing behind. */
export async function importFile(task: ImportTask, context: EngineContext): Promise<BatchSummary> {
  const { connection, path, choices, jobId, signal } = task
  const { preview, plan } = await inspectSalesFile(path, choices)
  const [question] = preview.questions
  if (question) {
    // What only the owner can say is asked first; until then nothing is imported.
    const { code, params } = failureOf(question)
    throw new AppError(code, undefined, params)
  }
  const tell = progressTeller(jobId, context.emit)

  const sales = await runInWorker('read-sales', { path, plan }, {
    workerUrl: context.workerUrl, signal, onProgress: ({ rowsDone, fraction }) => { tell('reading', rowsDone, fraction) },
  })
  const lines = sales.lines.orders.length
  if (lines === 0) throw new AppError('import-nothing-usable')
  const { summary, dataVersion } = await saveImport(connection, sales, {
    fileName: preview.fileName,
    importedAt: new Date().toISOString(),
    signal,
    onProgress: (phase, rowsDone) => { tell(phase, rowsDone, phase === 'saving' ? rowsDone / lines : null) },
  })
  context.emit('data:changed', { dataVersion })
  return summary
}
