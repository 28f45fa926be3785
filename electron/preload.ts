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
  if (!heardBy?.size || unheard.has(name)) unheard.set(name, payload)
  else tell(name, payload)
})

function tell(event: EventName, payload: unknown): void {
  for (const listener of Array.from(listeners.get(event) ?? [])) listener(payload as never)
}

function tellUnheard(event: EventName): void {
  if (!unheard.has(event) || !listeners.get(event)?.size) return
  const payload = unheard.get(event)
  unheard.delete(event)
  tell(event, payload)
}

const api: StamgastApi<File> = {
  async call(channel, request) {
    if (!channels.has(channel)) return { ok: false, error: { code: 'unknown-channel' } }
    return ipcRenderer.invoke(bridge.call, channel, request)
  },
  on(event, listener) {
    const heardBy = listeners.get(event)
    if (!heardBy) throw new Error('Unknown event')
    heardBy.add(listener)
    // The parts of a page begin to listen one after the other in one task: it is for all of them.
    if (unheard.has(event) && heardBy.size === 1) setTimeout(() => tellUnheard(event))
    return () => { heardBy.delete(listener) }
  },
  pathOf: async (file) => ipcRenderer.invoke(bridge.fileDropped, webUtils.getPathForFile(file)),
}

contextBridge.exposeInMainWorld('stamgast', api)
