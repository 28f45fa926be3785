import type { Handlers } from '../../../shared/contract/index.ts'
import type { EngineContext } from '../context.ts'
import { readBatches, readRejectedRows, undoBatch } from '../database/batch-store.ts'
import { nextDataVersion } from '../database/settings-store.ts'
import { importFile, inspectSalesFile } from '../jobs/import-file.ts'

type DataChannel = 'data:preview-file' | 'data:import-file' | 'data:batches' | 'data:undo-batch' | 'data:rejected-rows' | 'jobs:cancel'

export const dataHandlers: Pick<Handlers<EngineContext>, DataChannel> = {
  async 'data:preview-file'({ file, choices }, context) {
    const { preview } = await inspectSalesFile(context.files.pathOf(file), choices)
    return preview
  },

  async 'data:import-file'({ file, choices, jobId }, context) {
    const path = context.files.pathOf(file)
    const connection = await context.workspace.connection()
    return context.jobs.run(jobId, (signal, name) =>
      context.importsInTurn(() => importFile({ connection, path, choices, jobId: name, signal }, context)))
  },

  'data:batches': async (_request, context) => readBatches(await context.workspace.connection()),

  async 'data:undo-batch'({ batchId }, context) {
    const connection = await context.workspace.connection()
    const { summary, dataVersion } = await connection.transaction(async (writer) => ({
      summary: await undoBatch(writer, batchId, new Date().toISOString()),
      dataVersion: await nextDataVersion(writer),
    }))
    context.emit('data:changed', { dataVersion })
    return summary
  },

  'data:rejected-rows': async ({ batchId, ...page }, context) => readRejectedRows(await context.workspace.connection(), batchId, page),

  'jobs:cancel': async ({ jobId }, context) => ({ cancelled: await context.jobs.cancel(jobId) }),
}
