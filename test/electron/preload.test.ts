import { expect, test, vi } from 'vitest'
import type { StamgastApi } from '../../shared/contract/window-api.ts'

/** Electron's side of the preload script, as far as it goes for events. */
const electron = vi.hoisted(() => ({ api: undefined as unknown, send: (() => {}) as (...args: unknown[]) => void }))
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (_name: string, api: unknown) => { electron.api = api } },
  ipcRenderer: { on: (_channel: string, listener: (...args: unknown[]) => void) => { electron.send = (...args) => listener({}, ...args) }, invoke: () => undefined },
  webUtils: { getPathForFile: () => '' },
}))

test('what happened before the page listened is told to all who begin to listen together, once', async () => {
  await import('../../electron/preload.ts')
  const { on } = electron.api as StamgastApi<File>
  const heard: string[] = []
  electron.send('menu:command', { command: 'plan' })
  const stops = ['one', 'other'].map((name) => on('menu:command', ({ command }) => heard.push(`${name} ${command}`)))
  // Of what was not told yet, the newest is.
  electron.send('menu:command', { command: 'data' })
  await vi.waitFor(() => expect(heard).toEqual(['one data', 'other data']))
  electron.send('menu:command', { command: 'find' })
  on('menu:command', ({ command }) => heard.push(`late ${command}`))
  expect(heard.slice(2)).toEqual(['one find', 'other find'])
  for (const stop of stops) stop()
})
