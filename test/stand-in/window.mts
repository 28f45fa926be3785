/** Windows: each is a page of the Chromium behind the stand-in. */
import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { app, cancellable, session } from './app.mts'
import { cdp } from './chromium.mts'
import { cloner } from './clone.mts'
import { nativeTheme } from './desktop.mts'
import { ipcMain } from './ipc.mts'
import { fromChromium, toChromium } from './proxy.mts'
import { preload, world } from './page.mts'

type Options = {
  x?: number; y?: number; width?: number; height?: number; title?: string; show?: boolean
  webPreferences?: { preload?: string; additionalArguments?: string[]; contextIsolation?: boolean; nodeIntegration?: boolean; sandbox?: boolean }
}
type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

const codec = cloner()
/** Names what the stand-in adds to a page; random, so that no app can come to rely on it. */
const token = `standin${Math.random().toString(36).slice(2)}`
const sessions = new Map<string, WebContents>()
let ids = 0

export function onChromium({ method, params, sessionId }: any) {
  if (method === 'Target.detachedFromTarget') sessions.get(params.sessionId)?.emit('destroyed')
  else sessions.get(sessionId)?.onChromium(method, params)
}

class WebContents extends EventEmitter {
  readonly id = ++ids
  readonly session = session.defaultSession
  readonly mainFrame: { url: string; origin: string; parent: null }
  targetId = ''
  #opened: Promise<void>
  #sessionId = ''
  #destroyed = false
  #url = ''
  #loading = ''
  #world?: number
  #openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(options: Options) {
    super()
    const url = () => this.#url
    this.mainFrame = { get url() { return url() }, get origin() { return url().match(/^\w+:\/\/[^/]*/)?.[0] ?? 'null' }, parent: null }
    this.#opened = this.#open(options)
    this.once('destroyed', () => {
      this.#destroyed = true
      sessions.delete(this.#sessionId)
    })
  }

  async #open({ width = 800, height = 600, webPreferences = {} }: Options) {
    const { contextIsolation = true, nodeIntegration = false, sandbox = true, additionalArguments = [] } = webPreferences
    if (!contextIsolation || nodeIntegration || !sandbox) throw new Error('Electron stand-in: only isolated, sandboxed windows are emulated')
    this.targetId = (await cdp('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })).targetId
    this.#sessionId = (await cdp('Target.attachToTarget', { targetId: this.targetId, flatten: true })).sessionId
    sessions.set(this.#sessionId, this)
    const { windowId } = await cdp('Browser.getWindowForTarget', { targetId: this.targetId })
    await cdp('Browser.setContentsSize', { windowId, width, height })

    const script = webPreferences.preload ? readFileSync(webPreferences.preload, 'utf8') : ''
    const { platform, arch, versions } = process
    const info = { type: 'renderer', sandboxed: true, contextIsolated: true, platform, arch, versions, env: {}, argv: additionalArguments }
    const inject = (source: string, worldName = '') =>
      this.#cdp('Page.addScriptToEvaluateOnNewDocument', { source: `if (window === top && location.href !== 'about:blank') { ${source} }`, worldName })
    await Promise.all([
      this.#cdp('Runtime.enable'),
      this.#cdp('Page.enable'),
      this.#cdp('Fetch.enable', { patterns: [{ resourceType: 'Document' }] }),
      /getPathForFile|sendSync/.test(script) && this.#cdp('Debugger.enable'), // see standinPause
      this.#cdp('Runtime.addBinding', { name: token, executionContextName: token }),
      inject(`(${world})('page', '${token}')`),
      inject(`(${preload})('${token}', (${world})('preload', '${token}'), (${cloner})(), ${JSON.stringify(info)}, (require, module, exports, process) => { ${script}\n})`, token),
      this.setColorScheme(nativeTheme.themeSource),
    ])
  }

  #cdp = (method: string, params?: object) => cdp(method, params, this.#sessionId)

  onChromium(method: string, params: any) {
    switch (method) {
      case 'Runtime.executionContextCreated':
        if (params.context.name === token && params.context.auxData.frameId === this.targetId) this.#world = params.context.id
        break
      case 'Runtime.executionContextsCleared':
        this.#world = undefined
        break
      case 'Page.frameNavigated':
        if (params.frame.parentId || params.frame.url === 'about:blank') break
        this.#url = fromChromium(params.frame.url)
        this.emit('did-navigate', {}, this.#url)
        break
      case 'Page.domContentEventFired': return void (this.#url && this.emit('dom-ready', {}))
      case 'Page.loadEventFired': return void (this.#url && this.emit('did-finish-load', {}))
      case 'Inspector.targetCrashed': return void this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
      case 'Runtime.bindingCalled': return void (params.name === token && this.#receive(codec.decode(params.payload)))
      case 'Fetch.requestPaused': return void this.#navigating(params)
      case 'Debugger.paused': return void this.#paused(params.callFrames[0])
    }
  }

  async #navigating({ requestId, request, frameId }: any) {
    const event = cancellable({ url: fromChromium(request.url), isMainFrame: frameId === this.targetId })
    // DevTools does not tell who asks: the same address again counts as a reload by the user, which is not asked about.
    if (!event.isMainFrame || ![this.#loading, toChromium(this.#url)].includes(request.url)) {
      this.emit('will-frame-navigate', event)
      if (event.isMainFrame) this.emit('will-navigate', event, event.url)
    }
    this.#loading = ''
    if (event.defaultPrevented) await this.#cdp('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    else await this.#cdp('Fetch.continueRequest', { requestId })
  }

  /** The page waits at the `debugger` statement of standinPause: answer its `request`, and let it go on. */
  async #paused({ callFrameId, functionName }: any) {
    const run = async (expression: string) => (await this.#cdp('Debugger.evaluateOnCallFrame', { callFrameId, expression })).result
    if (functionName === 'standinPause') {
      const { value: sync } = await run('request.sync')
      let reply: string
      if (sync) {
        const { channel, args } = codec.decode(sync)
        const event = Object.assign(this.#event(), { returnValue: undefined })
        ipcMain.emit(channel, event, ...args)
        reply = codec.encode(event.returnValue)
      } else {
        reply = (await this.#cdp('DOM.getFileInfo', { objectId: (await run('request.file')).objectId })).path
      }
      await run(`reply = ${JSON.stringify(reply)}`)
    }
    await this.#cdp('Debugger.resume')
  }

  #event = () => ({
    type: 'frame', sender: this, senderFrame: this.mainFrame, ports: [],
    reply: (channel: string, ...args: unknown[]) => this.send(channel, ...args),
  })

  async #receive({ kind, id, channel, args, url }: any) {
    if (kind === 'open') {
      const { action } = this.#openHandler({ url: fromChromium(url) })
      if (action === 'allow') console.error(`Electron stand-in: only the app itself opens windows, so '${url}' was not`)
      return
    }
    if (kind === 'send') return ipcMain.emit(channel, this.#event(), ...args)
    try {
      const handler = ipcMain.handlers.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      this.#deliver({ kind: 'reply', id, result: await handler(this.#event(), ...args) })
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      this.#deliver({ kind: 'reply', id, error: `Error invoking remote method '${channel}': ${error}` })
    }
  }

  #deliver(message: object) {
    const text = codec.encode(message)
    if (!this.#world || this.#destroyed) return
    const functionDeclaration = `function (text) { globalThis['${token}-deliver'](text) }`
    this.#cdp('Runtime.callFunctionOn', { functionDeclaration, executionContextId: this.#world, arguments: [{ value: text }] }).catch(() => {})
  }

  send = (channel: string, ...args: unknown[]) => this.#deliver({ kind: 'event', channel, args })

  async loadURL(url: string) {
    await this.#opened
    const loaded = once(this, 'did-finish-load')
    this.#loading = toChromium(url)
    const { errorText } = await this.#cdp('Page.navigate', { url: this.#loading })
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }
  loadFile = (path: string) => this.loadURL(pathToFileURL(path).href)
  reload = () => void this.loadURL(this.#url)
  getURL = () => this.#url
  isDestroyed = () => this.#destroyed
  setWindowOpenHandler = (handler: OpenHandler) => void (this.#openHandler = handler)
  forcefullyCrashRenderer = () => void this.#cdp('Page.crash').catch(() => {}) // it cannot answer any more
  async executeJavaScript(expression: string) {
    const { result, exceptionDetails } = await this.#cdp('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  close = () => BrowserWindow.fromWebContents(this)?.close()
  async printToPDF({ pageSize = 'Letter', printBackground = false, landscape = false }: { pageSize?: string; printBackground?: boolean; landscape?: boolean } = {}) {
    const inches = { A4: [8.27, 11.7], Letter: [8.5, 11] }[pageSize]
    if (!inches) throw new Error(`Electron stand-in: no page size ${pageSize}`)
    const [paperWidth, paperHeight] = inches
    return Buffer.from((await this.#cdp('Page.printToPDF', { paperWidth, paperHeight, printBackground, landscape })).data, 'base64')
  }
  async capturePage() {
    const png = Buffer.from((await this.#cdp('Page.captureScreenshot')).data, 'base64')
    return { toPNG: () => png }
  }
  /** For BrowserWindow: the size of what the page sees. */
  async setSize({ width, height }: { width: number; height: number }) {
    await this.#opened
    const { windowId } = await cdp('Browser.getWindowForTarget', { targetId: this.targetId })
    await cdp('Browser.setContentsSize', { windowId, width, height })
  }
  /** For desktop.mts. */
  setColorScheme = (source: string) =>
    this.#cdp('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: source === 'system' ? '' : source }] })
}

export const webContents = {
  getAllWebContents: () => BrowserWindow.getAllWindows().map((window) => window.webContents),
  fromId: (id: number) => webContents.getAllWebContents().find((contents) => contents.id === id),
  fromDevToolsTargetId: (id: string) => webContents.getAllWebContents().find((contents) => contents.targetId === id),
}

export class BrowserWindow extends EventEmitter {
  static #all = new Set<BrowserWindow>()
  static getAllWindows = () => [...this.#all]
  static getFocusedWindow = () => this.getAllWindows().at(-1) ?? null
  static fromWebContents = (contents: unknown) => this.getAllWindows().find((window) => window.webContents === contents) ?? null

  readonly id = ++ids
  readonly webContents: WebContents
  #bounds: { x: number; y: number; width: number; height: number }
  #title: string
  #visible: boolean

  constructor(options: Options = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { x = 0, y = 0, width = 800, height = 600, title = app.name, show = true } = options
    this.#bounds = { x, y, width, height }
    this.#title = title
    this.#visible = show
    this.webContents = new WebContents(options)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.once('destroyed', () => {
      BrowserWindow.#all.delete(this)
      this.emit('closed')
      app.windowClosed()
    })
    BrowserWindow.#all.add(this)
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
  }

  close() {
    const event = cancellable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy() {
    void cdp('Target.closeTarget', { targetId: this.webContents.targetId })
    this.webContents.emit('destroyed')
  }
  isDestroyed = () => this.webContents.isDestroyed()
  loadURL = (url: string) => this.webContents.loadURL(url)
  loadFile = (path: string) => this.webContents.loadFile(path)
  show = () => void (this.#visible = true)
  hide = () => void (this.#visible = false)
  isVisible = () => this.#visible
  isMinimized = () => false
  isMaximized = () => false
  maximize() {}
  restore() {}
  focus() {}
  getTitle = () => this.#title
  setTitle = (title: string) => void (this.#title = title)
  getBounds = () => ({ ...this.#bounds })
  getNormalBounds = () => this.getBounds()
  /** There is no frame around a page here: the window is as large as its contents. */
  async setBounds(bounds: object) {
    Object.assign(this.#bounds, bounds)
    await this.webContents.setSize(this.#bounds)
  }
  setContentSize = (width: number, height: number) => this.setBounds({ width, height })
}
