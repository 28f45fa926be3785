/** What pages ask of the main process. */
type Invoked = (event: object, ...args: unknown[]) => unknown

export const handlers = new Map<string, Invoked>()

export const ipcMain = {
  handle(channel: string, handler: Invoked) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
}
