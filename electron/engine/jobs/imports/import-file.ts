import type { BatchSummary, ImportChoices } from '../../../../shared/contract/data.ts'
import type { AppEvents } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/result.ts'
import type { EngineContext } from '../../context.ts'
import type { Connection } from '../../database/connection.ts'
import { readMends } from '../../database/rows/mend-store.ts'
import { readPresets } from '../../database/preset-store.ts'
import { type FileSource, sourceName } from '../../files/file-source.ts'
import { progressPace } from '../progress-pace.ts'
import { runInWorker } from '../run-in-worker.ts'
import { saveImport } from './save-import.ts'
import { saveRecords } from './save-records.ts'

type Phase = AppEvents['job:progress']['phase']

/** Tells how far an import is, anew in every phase. */
function progressTeller(jobId: string, emit: EngineContext['emit']) {
  const begin = (phase: Phase) => ({ phase, at: performance.now(), isTime: progressPace() })
  let current = begin('reading')
  return (phase: Phase, rowsDone: number, fraction: number | null) => {
    if (current.phase !== phase) current = begin(phase)
    const now = performance.now()
    if (!current.isTime(now, fraction)) return
    const seconds = (now - current.at) / 1000
    emit('job:progress', { jobId, phase, rowsDone, rowsPerSecond: seconds > 0 ? Math.round(rowsDone / seconds) : 0, fraction })
  }
}

export type ImportTask = {
  readonly connection: Connection
  readonly file: FileSource
  readonly choices?: ImportChoices | undefined
  readonly jobId: string
  readonly signal: AbortSignal
}

/** Reads a file in a worker and stores it as one batch. Stopped or killed at any moment it leaves nothing behind. */
export async function importFile(task: ImportTask, context: EngineContext): Promise<BatchSummary> {
  const { connection, file, choices, jobId, signal } = task
  const tell = progressTeller(jobId, context.emit)

  const presets = await readPresets(connection)
  const mends = await readMends(connection)
  const read = await runInWorker('read-file', { ...file, choices, presets, mends }, {
    workerUrl: context.workerUrl, signal, onProgress: ({ rowsDone, fraction }) => { tell('reading', rowsDone, fraction) },
  })
  const circumstances = { fileName: sourceName(file), importedAt: new Date().toISOString(), signal }
  if ('records' in read) {
    if (read.records.records.length === 0) throw new AppError('import-nothing-usable')
    const { summary, dataVersion } = await saveRecords(connection, read.records, { ...circumstances, source: read.source })
    context.emit('data:changed', { dataVersion })
    return summary
  }
  const { sales, ...rest } = read
  const lines = sales.lines.orders.length
  if (lines === 0) throw new AppError('import-nothing-usable')
  const { summary, dataVersion } = await saveImport(connection, sales, {
    ...circumstances,
    file: rest,
    onProgress: (phase, rowsDone) => { tell(phase, rowsDone, phase === 'saving' ? rowsDone / lines : null) },
  })
  context.emit('data:changed', { dataVersion })
  return summary
}
