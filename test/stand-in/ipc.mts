/** Messages that reach the main process from its pages. */
import { EventEmitter } from 'node:events'

type Invoked = (event: object, ...args: unknown[]) => unknown

class IpcMain extends EventEmitter {
  handlers = new Map<string, Invoked>()
  handle(channel: string, handler: Invoked) {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }
  removeHandler = (channel: string) => void this.handlers.delete(channel)
}
export const ipcMain = new IpcMain()
