import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeContext, createContext } from '../../electron/engine/context.ts'
import { dispatch } from '../../electron/engine/dispatch.ts'
import type { AppEvents, EngineChannel, EventName, RequestInput, Response } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/result.ts'

type Told = { [E in EventName]: { readonly name: E; readonly payload: AppEvents[E] } }[EventName]

/** A folder that is gone when the test is over. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'stamgast-test-'))
  return { path, remove: () => { rmSync(path, { recursive: true, force: true }) } }
}

const workerSource = new URL('../../electron/engine/jobs/worker.ts', import.meta.url)
/** The worker as it ships, once the app is built: what is measured should not be reading the source. */
export const builtWorker = new URL('../../out/main/worker.js', import.meta.url)

/** `npm test` builds first, and tests the worker that ships: hundreds of threads that each read all of the source anew are slow, and crashed Node. */
const testedWorker = process.env.STAMGAST_BUILT_WORKER ? builtWorker : workerSource

/** The real engine in this process: real files, real SQLite, real worker threads. */
export function startEngine(folder: string, workspaceFile?: string, workerUrl = testedWorker) {
  const told: Told[] = []
  const logged: string[] = []
  const listeners = new Set<(event: Told) => void>()
  const context = createContext({
    dataFolder: folder,
    ...(workspaceFile === undefined ? {} : { workspaceFile }),
    appVersion: '0.0.0',
    workerUrl,
    log: (line) => { logged.push(line) },
    emit: (name, payload) => {
      const event = { name, payload } as Told
      told.push(event)
      for (const listener of listeners) listener(event)
    },
  })
  const call = <C extends EngineChannel>(channel: C, request: RequestInput<C>) =>
    dispatch(context, channel, request) as Promise<Result<Response<C>>>
  return {
    context,
    told,
    logged,
    listen: (listener: (event: Told) => void) => { listeners.add(listener) },
    call,
    /** The value, or an exception with the error's code. */
    async ask<C extends EngineChannel>(channel: C, request: RequestInput<C>): Promise<Response<C>> {
      const result = await call(channel, request)
      if (!result.ok) throw new Error(result.error.code)
      return result.value
    },
    grant(path: string): string {
      context.files.grant(path, path)
      return path
    },
    /** Writes a file of these lines and imports it. */
    async import(lines: readonly string[], name = 'sales.csv'): Promise<Response<'data:import-file'>> {
      const path = join(folder, name)
      writeFileSync(path, lines.join('\n'))
      return this.ask('data:import-file', { file: this.grant(path) })
    },
    stop: () => closeContext(context),
  }
}

export type TestEngine = ReturnType<typeof startEngine>
