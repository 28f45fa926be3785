import type { Handlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/result.ts'
import { rateOf } from '../../../shared/vat.ts'
import type { EngineContext } from '../context.ts'
import { readBatches, readRejectedRows, undoBatch } from '../database/batch-store.ts'
import { readPresets, savePresetVat } from '../database/preset-store.ts'
import { nextSalesVersion } from '../database/settings-store.ts'
import { writeBatchVat } from '../database/vat-store.ts'
import { sourceName } from '../files/file-source.ts'
import { listFiles } from '../files/list-files.ts'
import { importFile } from '../jobs/imports/import-file.ts'
import { runInWorker } from '../jobs/run-in-worker.ts'

type DataChannel = 'data:list-files' | 'data:preview-file' | 'data:import-file' | 'data:batches' | 'data:set-batch-vat' | 'data:undo-batch' | 'data:rejected-rows' | 'jobs:cancel'

/** Waits for the imports before it; stopped while it waits it is over at once, stopped later when it has cleaned up behind itself. */
function inTurnUnlessAborted<T>(context: EngineContext, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const refuse = () => { reject(new AppError('cancelled')) }
    signal.addEventListener('abort', refuse)
    context.importsInTurn(async () => {
      signal.removeEventListener('abort', refuse)
      if (signal.aborted) throw new AppError('cancelled')
      return work()
    }).then(resolve, reject)
  })
}

export const dataHandlers: Pick<Handlers<EngineContext>, DataChannel> = {
  async 'data:list-files'({ file }, context) {
    const { files, skipped } = await listFiles(context.files.pathOf(file))
    const [only] = files
    // A file that stands for itself keeps its token: it is known again after the engine was started anew.
    if (only !== undefined && only.entry === undefined && only.folder === undefined) return { files: [{ file, fileName: sourceName(only) }], skipped }
    return { files: files.map((source) => ({ file: context.files.grantInside(source), fileName: sourceName(source) })), skipped }
  },

  async 'data:preview-file'({ file, choices }, context) {
    const source = context.files.sourceOf(file)
    // Whatever is on screen, a file goes into the owner's own shop.
    const presets = await readPresets(await context.workspace.connection('own'))
    const { preview } = await runInWorker('inspect-file', { ...source, choices, presets }, context)
    return preview
  },

  async 'data:import-file'({ file, choices, jobId }, context) {
    const source = context.files.sourceOf(file)
    return context.jobs.run(jobId, (signal, name) => inTurnUnlessAborted(context, signal, async () => {
      const connection = await context.workspace.connection()
      return importFile({ connection, file: source, choices, jobId: name, signal }, context)
    }))
  },

  'data:batches': async (_request, context) => readBatches(await context.workspace.connection()),

  async 'data:set-batch-vat'({ batchId, vat }, context) {
    const connection = await context.workspace.connection()
    const { summary, dataVersion } = await connection.transaction(async (writer) => {
      await writeBatchVat(writer, batchId, rateOf(vat))
      await savePresetVat(writer, batchId, vat, new Date().toISOString())
      const summary = (await readBatches(writer)).find((batch) => batch.batchId === batchId)
      if (!summary) throw new AppError('batch-not-found')
      return { summary, dataVersion: await nextSalesVersion(writer) }
    })
    context.emit('data:changed', { dataVersion })
    return summary
  },

  async 'data:undo-batch'({ batchId }, context) {
    const connection = await context.workspace.connection()
    const { summary, dataVersion } = await connection.transaction(async (writer) => ({
      summary: await undoBatch(writer, batchId, new Date().toISOString()),
      dataVersion: await nextSalesVersion(writer),
    }))
    context.emit('data:changed', { dataVersion })
    return summary
  },

  'data:rejected-rows': async ({ batchId, ...page }, context) => readRejectedRows(await context.workspace.connection(), batchId, page),

  'jobs:cancel': async ({ jobId }, context) => ({ cancelled: await context.jobs.cancel(jobId) }),
}
