/** The app's own schemes, and its session. */
import { EventEmitter } from 'node:events'
import type { Net, Protocol } from 'electron'
import { gate, requestFor, schemes } from './proxy.mts'
import { lifecycle } from './state.mts'

const privileged = new Set<string>()

export const protocol = {
  registerSchemesAsPrivileged(list) {
    if (lifecycle.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of list) if (privileges?.standard && privileges.secure) privileged.add(scheme)
  },
  handle(scheme, handler) {
    if (!privileged.has(scheme)) throw new Error(`Electron stand-in: register "${scheme}" as a standard, secure scheme first`)
    schemes.set(scheme, handler)
  },
} satisfies Partial<Protocol>

/** Only `onBeforeRequest` is obeyed: here every permission is denied, and all traffic but the app's own is refused. */
export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    protocol,
    setPermissionRequestHandler() {},
    setPermissionCheckHandler() {},
    setDevicePermissionHandler() {},
    setSpellCheckerEnabled() {},
    webRequest: { onBeforeRequest(listener: typeof gate.beforeRequest) { gate.beforeRequest = listener } },
  }),
}

export const net = {
  async fetch(input: string | Request) {
    const url = typeof input === 'string' ? input : input.url
    const handler = schemes.get(url.split(':')[0] ?? '')
    if (!handler) throw new Error(`Electron stand-in: net.fetch asks only the app's own schemes, not ${url}`)
    return handler(requestFor(url))
  },
} satisfies Partial<Net>
