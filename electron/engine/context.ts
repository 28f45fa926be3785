import { join } from 'node:path'
import type { AppEvents, EventName } from '../../shared/contract/index.ts'
import { createFileGrants, type FileGrants } from './file-grants.ts'
import { createJobPool, type JobPool } from './jobs/job-pool.ts'
import { queue } from './queue.ts'
import { createValuations, type Valuations } from './valuation.ts'
import { createWorkspace, type Workspace, type WorkspaceKind } from './workspace.ts'

/** Everything a handler works with. One per process. */
export type EngineContext = {
  readonly appVersion: string
  readonly preferencesFile: string
  /** What runs in a worker thread: beside the engine, in the bundle as in the source. */
  readonly workerUrl: URL
  readonly workspace: Workspace
  readonly files: FileGrants
  readonly jobs: JobPool
  /** Imports wait for one another. */
  readonly importsInTurn: ReturnType<typeof queue>
  /** So do exports: two of them may be to the same file. */
  readonly exportsInTurn: ReturnType<typeof queue>
  /** What is set at the same moment changes the same file, and an answer never overtakes a newer one. */
  readonly settingsInTurn: ReturnType<typeof queue>
  readonly valuations: Valuations
  /** For whoever has to find out what went wrong; nothing personal is ever told to it. */
  readonly log: (line: string) => void
  readonly emit: <E extends EventName>(name: E, payload: AppEvents[E]) => void
}

export type EngineOptions = {
  readonly dataFolder: string
  /** Where the owner's sales are; the data folder's own file when left out. */
  readonly workspaceFile?: string
  /** What is on screen from the start: an engine that died over the sample shop comes back with it. */
  readonly shown?: WorkspaceKind
  readonly appVersion: string
  readonly workerUrl: URL
  readonly log: EngineContext['log']
  readonly emit: EngineContext['emit']
}

export function createContext(options: EngineOptions): EngineContext {
  return {
    appVersion: options.appVersion,
    preferencesFile: join(options.dataFolder, 'preferences.json'),
    workerUrl: options.workerUrl,
    workspace: createWorkspace(options.dataFolder, options.workspaceFile, options.shown),
    files: createFileGrants(),
    jobs: createJobPool(),
    importsInTurn: queue(),
    exportsInTurn: queue(),
    settingsInTurn: queue(),
    valuations: createValuations(options.workerUrl),
    log: options.log,
    emit: options.emit,
  }
}

/** Stops what is running, waits until it has stopped, and closes the files. */
export async function closeContext(context: EngineContext): Promise<void> {
  await context.jobs.cancelAll()
  await context.workspace.close()
}
