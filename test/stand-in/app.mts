/** The application, its custom schemes and its session. */
import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandLine, Net, Protocol } from 'electron'
import { cdp, start } from './chromium.mts'
import { requestLock } from './instance.mts'
import { gate, requestFor, schemes } from './proxy.mts'
import { runningUtilities } from './utility.mts'
import { BrowserWindow, onChromium } from './window.mts'

/** An event that a listener can cancel. */
export const cancellable = <T extends object>(fields?: T) =>
  Object.assign({ defaultPrevented: false, preventDefault() { this.defaultPrevented = true } }, fields)

class App extends EventEmitter {
  name = ''
  isPackaged = false
  #about = { version: '', path: '', exe: '' }
  #switches = new Map<string, string>()
  #paths = new Map<string, string>()
  #ready = Promise.withResolvers<void>()
  #isReady = false
  #quitting = false

  /** For boot.mts. */
  configure(about: { name: string; isPackaged: boolean; version: string; path: string; exe: string }) {
    this.name = about.name
    this.isPackaged = about.isPackaged
    this.#about = about
  }

  /** For boot.mts, once the app's main module has run. */
  async launch(forPlaywright: boolean) {
    this.#switches.set('user-data-dir', this.getPath('userData'))
    await start([...this.#switches].map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`)), forPlaywright, onChromium)
    const { product } = await cdp('Browser.getVersion')
    Object.defineProperty(process.versions, 'chrome', { value: product.split('/')[1], enumerable: true })
    this.#isReady = true
    this.emit('ready', {}, {})
    this.#ready.resolve()
  }

  commandLine = {
    appendSwitch: (name: string, value = '') => void this.#switches.set(name, value),
    hasSwitch: (name: string) => this.#switches.has(name),
    getSwitchValue: (name: string) => this.#switches.get(name) ?? '',
  } satisfies Partial<CommandLine>
  whenReady = () => this.#ready.promise
  isReady = () => this.#isReady
  enableSandbox() {}
  setAppUserModelId() {}
  requestSingleInstanceLock = () =>
    requestLock(this.getPath('userData'), ({ argv, folder }) => { this.emit('second-instance', {}, argv, folder) })
  getName = () => this.name
  getVersion = () => this.#about.version
  getAppPath = () => this.#about.path
  /** Only what finding a utility process takes. */
  getAppMetrics = () => [{ pid: process.pid, type: 'Browser' }, ...runningUtilities().map((pid) => ({ pid, type: 'Utility', serviceName: 'node.mojom.NodeService' }))]
  getLocale = () => this.#switches.get('lang') ?? 'en-US'
  setPath = (name: string, path: string) => void this.#paths.set(name, path)
  getPath(name: string): string {
    switch (name) {
      case 'exe': return this.#about.exe
      case 'temp': return tmpdir()
      case 'home': return homedir()
      case 'appData': return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
      case 'userData': return this.#paths.get(name) ?? this.#switches.get('user-data-dir') ?? join(this.getPath('appData'), this.name)
      case 'logs': return join(this.getPath('userData'), 'logs')
      default: return this.#paths.get(name) ?? join(homedir(), name.charAt(0).toUpperCase() + name.slice(1))
    }
  }

  quit() {
    if (!this.#isReady) return this.exit() // nothing is open yet
    if (this.#quitting || this.#cancelled('before-quit')) return
    this.#quitting = true
    for (const window of BrowserWindow.getAllWindows()) window.close()
    this.#quitting = false // a window that would not close ends the attempt
    if (BrowserWindow.getAllWindows().length || this.#cancelled('will-quit')) return
    this.emit('quit', {}, 0)
    this.exit()
  }
  exit = (code = 0) => process.exit(code)
  #cancelled(name: string) {
    const event = cancellable()
    this.emit(name, event)
    return event.defaultPrevented
  }

  /** For window.mts. */
  windowClosed() {
    if (BrowserWindow.getAllWindows().length || this.#quitting) return
    if (!this.emit('window-all-closed')) this.quit()
  }
}
export const app = new App()

const privileged = new Set<string>()
export const protocol = {
  registerSchemesAsPrivileged(list) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of list) if (privileges?.standard && privileges.secure) privileged.add(scheme)
  },
  handle(scheme, handler) {
    if (!privileged.has(scheme)) throw new Error(`Electron stand-in: register "${scheme}" as a standard, secure scheme first`)
    schemes.set(scheme, handler)
  },
  unhandle: (scheme) => void schemes.delete(scheme),
  isProtocolHandled: (scheme) => schemes.has(scheme),
} satisfies Partial<Protocol>

/** Only `onBeforeRequest` is obeyed: here every permission is denied, and all traffic but the app's own is refused. */
const defaultSession = Object.assign(new EventEmitter(), {
  protocol,
  setPermissionRequestHandler() {},
  setPermissionCheckHandler() {},
  setDevicePermissionHandler() {},
  setSpellCheckerEnabled() {},
  webRequest: { onBeforeRequest: (listener: typeof gate.beforeRequest) => void (gate.beforeRequest = listener) },
})
export const session = { defaultSession }

export const net = {
  async fetch(input: string | Request) {
    const url = typeof input === 'string' ? input : input.url
    const handler = schemes.get(url.split(':')[0] ?? '')
    if (!handler) throw new Error(`Electron stand-in: net.fetch asks only the app's own schemes, not ${url}`)
    return handler(requestFor(url))
  },
} satisfies Partial<Net>
