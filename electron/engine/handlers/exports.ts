import type { Handlers } from '../../../shared/contract/index.ts'
import { wordsIn } from '../../../shared/export/words.ts'
import type { EngineContext } from '../context.ts'
import { readWorkspaceSettings } from '../database/settings-store.ts'
import { openTable } from '../exports/open-table.ts'
import { runInWorker } from '../jobs/run-in-worker.ts'
import { writeTable } from '../exports/write-table.ts'

export const exportsHandlers: Pick<Handlers<EngineContext>, 'exports:save'> = {
  async 'exports:save'({ table, layout, language, file, jobId }, context) {
    const path = context.files.pathOf(file)
    return context.jobs.run(jobId, (signal) => context.exportsInTurn(async () => {
      const connection = await context.workspace.connection()
      // All of a table comes from one commit, also while an import is under way.
      return connection.snapshot(async (reader) => {
        const settings = await readWorkspaceSettings(reader)
        const opened = await openTable(table, {
          reader, settings, words: wordsIn(language),
          valuation: () => context.valuations.value(connection, settings),
          ranges: (valued, rows) => runInWorker('range-columns', { valued, rows }, { workerUrl: context.workerUrl, signal }),
        })
        return writeTable(path, opened, layout, signal)
      })
    }))
  },
}
