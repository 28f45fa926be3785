import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeContext, createContext } from '../../../electron/engine/context.ts'
import { dispatch } from '../../../electron/engine/dispatch.ts'
import type { Bridge } from '../../../renderer/data/import-store.ts'
import type { EventName } from '../../../shared/contract/index.ts'

type Listener = (payload: never) => void

/** The engine itself behind the store, in this process: what the window's bridge does, without a window. */
export function openEngine() {
  const folder = mkdtempSync(join(tmpdir(), 'import-store-'))
  const listeners = new Map<EventName, Set<Listener>>()
  const context = createContext({
    dataFolder: folder,
    appVersion: '0.0.0',
    workerUrl: new URL('../../../electron/engine/jobs/worker.ts', import.meta.url),
    emit: (name, payload) => { for (const listener of listeners.get(name) ?? []) listener(payload as never) },
  })
  const bridge: Bridge = {
    call: (channel, request) => dispatch(context, channel, request) as never,
    on(name, listener) {
      const heardBy = listeners.get(name) ?? new Set<Listener>()
      listeners.set(name, heardBy.add(listener as Listener))
      return () => { heardBy.delete(listener as Listener) }
    },
  }
  return {
    folder,
    bridge,
    grant: (path: string) => {
      context.files.grant(path, path)
      return { file: path, fileName: path.slice(folder.length + 1) }
    },
    listeners: (name: EventName) => listeners.get(name)?.size ?? 0,
    async close() {
      await closeContext(context)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
