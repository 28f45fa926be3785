import type { Bridge } from '../../../renderer/data/import-store.ts'
import type { EventName } from '../../../shared/contract/index.ts'
import { startEngine, temporaryFolder } from '../../engine/start-engine.ts'

type Listener = (payload: never) => void

/** The engine itself behind the store, in this process: what the window's bridge does, without a window. */
export function openEngine() {
  const folder = temporaryFolder()
  const engine = startEngine(folder.path)
  const listeners = new Map<EventName, Set<Listener>>()
  engine.listen(({ name, payload }) => { for (const listener of listeners.get(name) ?? []) listener(payload as never) })
  const bridge: Bridge = {
    call: async (channel, request) => engine.call(channel as never, request as never),
    on(name, listener) {
      const heardBy = listeners.get(name) ?? new Set<Listener>()
      listeners.set(name, heardBy.add(listener))
      return () => { heardBy.delete(listener) }
    },
  }
  return {
    folder: folder.path,
    bridge,
    grant: (path: string) => ({ file: engine.grant(path), fileName: path.slice(folder.path.length + 1) }),
    listeners: (name: EventName) => listeners.get(name)?.size ?? 0,
    async close() {
      await engine.stop()
      folder.remove()
    },
  }
}
