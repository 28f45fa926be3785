/** All that a page gets of Electron: three functions, frozen. It knows names only; main checks everything again. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import { bridge, engineChannels, eventNames, shellChannels, type EventName } from '../shared/contract/channel-names.ts'
import type { StamgastApi } from '../shared/contract/window-api.ts'

type Listener = (payload: never) => void

const channels: ReadonlySet<string> = new Set([...engineChannels, ...shellChannels])
const listeners = new Map<EventName, Set<Listener>>(eventNames.map((name) => [name, new Set()]))
/** The newest payload of each event that nobody listened to yet: a page starts later than what happens around it. */
const unheard = new Map<EventName, unknown>()

ipcRenderer.on(bridge.event, (_event: IpcRendererEvent, name: EventName, payload: unknown) => {
  const heardBy = listeners.get(name)
  if (!heardBy?.size) unheard.set(name, payload)
  else for (const listener of Array.from(heardBy)) listener(payload as never)
})

const api: StamgastApi<File> = {
  async call(channel, request) {
    if (!channels.has(channel)) return { ok: false, error: { code: 'unknown-channel' } }
    return ipcRenderer.invoke(bridge.call, channel, request)
  },
  on(event, listener) {
    const heardBy = listeners.get(event)
    if (!heardBy) throw new Error('Unknown event')
    heardBy.add(listener)
    if (unheard.has(event)) {
      const payload = unheard.get(event)
      unheard.delete(event)
      listener(payload as never)
    }
    return () => { heardBy.delete(listener) }
  },
  pathOf: async (file) => ipcRenderer.invoke(bridge.fileDropped, webUtils.getPathForFile(file)),
}

contextBridge.exposeInMainWorld('stamgast', api)
