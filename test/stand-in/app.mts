/** The application: its name, its folders, and its life from start to quit. */
import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandLine } from 'electron'
import { cdp, start } from './chromium.mts'
import { requestLock } from './instance.mts'
import { cancellable, lifecycle, openWindows } from './state.mts'
import { runningUtilities } from './utility.mts'
import { onChromium } from './web-contents.mts'

class App extends EventEmitter {
  isPackaged = false
  #about = { version: '', path: '', exe: '' }
  #switches = new Map<string, string>()
  #paths = new Map<string, string>()
  #ready = Promise.withResolvers<void>()
  #quitting = false

  /** For boot.mts. */
  configure(about: { name: string; isPackaged: boolean; version: string; path: string; exe: string }) {
    lifecycle.name = about.name
    this.isPackaged = about.isPackaged
    this.#about = about
    lifecycle.on('contents-created', (contents) => this.emit('web-contents-created', {}, contents))
    lifecycle.on('window-created', (window) => this.emit('browser-window-created', {}, window))
    lifecycle.on('window-closed', () => {
      if (openWindows.size === 0 && !this.#quitting && !this.emit('window-all-closed')) this.quit()
    })
  }

  /** For boot.mts, once the app's main module has run. */
  async launch(forPlaywright: boolean) {
    this.#switches.set('user-data-dir', this.getPath('userData'))
    await start([...this.#switches].map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`)), forPlaywright, onChromium, () => this.#chromiumEnded())
    const { product } = await cdp('Browser.getVersion')
    Object.defineProperty(process.versions, 'chrome', { value: product.split('/')[1], enumerable: true })
    lifecycle.isReady = true
    this.emit('ready', {}, {})
    this.#ready.resolve()
  }

  commandLine = {
    appendSwitch: (name: string, value = '') => { this.#switches.set(name, value) },
    hasSwitch: (name: string) => this.#switches.has(name),
    getSwitchValue: (name: string) => this.#switches.get(name) ?? '',
  } satisfies Partial<CommandLine>
  whenReady = () => this.#ready.promise
  isReady = () => lifecycle.isReady
  enableSandbox() {}
  requestSingleInstanceLock = () =>
    requestLock(this.getPath('userData'), ({ argv, folder }) => { this.emit('second-instance', {}, argv, folder) })
  getName = () => lifecycle.name
  getVersion = () => this.#about.version
  getAppPath = () => this.#about.path
  getLocale = () => this.#switches.get('lang') ?? 'en-US'
  /** Only what finding a utility process takes. */
  getAppMetrics = () => [
    { pid: process.pid, type: 'Browser' },
    ...runningUtilities().map((pid) => ({ pid, type: 'Utility', serviceName: 'node.mojom.NodeService' })),
  ]
  setPath = (name: string, path: string) => { this.#paths.set(name, path) }
  getPath(name: string): string {
    switch (name) {
      case 'exe': return this.#about.exe
      case 'temp': return tmpdir()
      case 'home': return homedir()
      case 'appData': return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
      case 'userData': return this.#paths.get(name) ?? this.#switches.get('user-data-dir') ?? join(this.getPath('appData'), lifecycle.name)
      case 'logs': return join(this.getPath('userData'), 'logs')
      default: return this.#paths.get(name) ?? join(homedir(), name.charAt(0).toUpperCase() + name.slice(1))
    }
  }

  /** A visible Chromium ends when the person closes its last window; the app then still has its own way to quit. */
  #chromiumEnded() {
    if (!lifecycle.isReady) throw new Error('Electron stand-in: Chromium ended before it was ready')
    setTimeout(() => this.exit(1), 10_000)
    for (const { webContents } of openWindows) webContents.emit('destroyed')
    this.quit()
  }

  quit() {
    if (!lifecycle.isReady) return this.exit() // nothing is open yet
    if (this.#quitting || this.#cancelled('before-quit')) return
    this.#quitting = true
    for (const window of openWindows) window.close()
    this.#quitting = false // a window that would not close ends the attempt
    if (openWindows.size || this.#cancelled('will-quit')) return
    this.emit('quit', {}, 0)
    this.exit()
  }
  exit(code = 0) { process.exit(code) }
  #cancelled(name: string) {
    const event = cancellable()
    this.emit(name, event)
    return event.defaultPrevented
  }
}
export const app = new App()
