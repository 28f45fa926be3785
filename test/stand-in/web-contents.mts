/** The page of a window: a page of the Chromium behind the stand-in. */
import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cdp, isHeaded, startPage } from './chromium.mts'
import { cloner } from './clone.mts'
import { nativeTheme } from './desktop.mts'
import { handlers } from './ipc.mts'
import { preload, world } from './page.mts'
import { fromChromium, toChromium } from './proxy.mts'
import { session } from './session.mts'
import { cancellable, openWindows } from './state.mts'

export type WebPreferences = {
  preload?: string; additionalArguments?: string[]; contextIsolation?: boolean; nodeIntegration?: boolean; sandbox?: boolean
  [other: string]: unknown
}
type Size = { width: number; height: number }
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

/** The window that a visible Chromium starts with, for the first who asks. */
async function startWindow(): Promise<string | undefined> {
  if (!isHeaded || sessions.size) return undefined
  for (;;) {
    const { targetInfos } = await cdp('Target.getTargets')
    const found = targetInfos.find(({ type, url }: any) => type === 'page' && url === startPage)
    if (found) return found.targetId
  }
}

export class WebContents extends EventEmitter {
  readonly id = ++ids
  readonly session = session.defaultSession
  readonly mainFrame: { url: string; origin: string; parent: null }
  readonly #preferences: WebPreferences
  readonly #opened: Promise<void>
  targetId = ''
  #sessionId = ''
  #destroyed = false
  #url = ''
  #loading = ''
  /** The preload's world of the page that is there now; another page has another. */
  #world?: { readonly id: number }
  #openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(preferences: WebPreferences, size: Size) {
    super()
    const url = () => this.#url
    this.mainFrame = { get url() { return url() }, get origin() { return url().match(/^\w+:\/\/[^/]*/)?.[0] ?? 'null' }, parent: null }
    this.#preferences = preferences
    this.#opened = this.#open(size)
    this.once('destroyed', () => {
      this.#destroyed = true
      sessions.delete(this.#sessionId)
    })
  }

  async #open(size: Size) {
    const { contextIsolation = true, nodeIntegration = false, sandbox = true, additionalArguments = [], preload: path } = this.#preferences
    if (!contextIsolation || nodeIntegration || !sandbox) throw new Error('Electron stand-in: only isolated, sandboxed windows are emulated')
    this.targetId = await startWindow() ?? (await cdp('Target.createTarget', { url: 'about:blank', newWindow: true, ...size })).targetId
    this.#sessionId = (await cdp('Target.attachToTarget', { targetId: this.targetId, flatten: true })).sessionId
    sessions.set(this.#sessionId, this)
    await this.#resize(size)

    const script = path ? readFileSync(path, 'utf8') : ''
    const { platform, arch, versions } = process
    const info = { type: 'renderer', sandboxed: true, contextIsolated: true, platform, arch, versions, env: {}, argv: additionalArguments }
    const inject = (source: string, worldName = '') =>
      this.#cdp('Page.addScriptToEvaluateOnNewDocument', { source: `if (window === top && location.href !== 'about:blank') { ${source} }`, worldName })
    await Promise.all([
      this.#cdp('Runtime.enable'),
      this.#cdp('Page.enable'),
      this.#cdp('Fetch.enable', { patterns: [{ resourceType: 'Document' }] }),
      script.includes('getPathForFile') && this.#cdp('Debugger.enable'), // see standInPause
      this.#cdp('Runtime.addBinding', { name: token, executionContextName: token }),
      inject(`(${String(world)})('page', '${token}')`),
      inject(`(${String(preload)})('${token}', (${String(world)})('preload', '${token}'), (${String(cloner)})(), ${JSON.stringify(info)}, (require, module, exports, process) => { ${script}\n})`, token),
      this.setColorScheme(nativeTheme.themeSource),
    ])
  }

  #cdp = (method: string, params?: object) => cdp(method, params, this.#sessionId)

  async #resize(size: Size) {
    const { windowId } = await cdp('Browser.getWindowForTarget', { targetId: this.targetId })
    await cdp('Browser.setContentsSize', { windowId, ...size })
  }

  onChromium(method: string, params: any): void {
    switch (method) {
      case 'Runtime.executionContextCreated':
        if (params.context.name === token && params.context.auxData.frameId === this.targetId) this.#world = { id: params.context.id }
        break
      case 'Runtime.executionContextsCleared':
        this.#world = undefined
        break
      case 'Page.frameNavigated':
        if (params.frame.parentId || params.frame.url === 'about:blank') break
        this.#url = fromChromium(params.frame.url)
        this.emit('did-navigate', {}, this.#url)
        break
      case 'Page.domContentEventFired':
        if (this.#url) this.emit('dom-ready', {})
        break
      case 'Page.loadEventFired':
        if (this.#url) this.emit('did-finish-load', {})
        break
      case 'Inspector.targetCrashed':
        this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
        break
      case 'Runtime.bindingCalled':
        if (params.name === token) void this.#receive(codec.decode(params.payload))
        break
      case 'Fetch.requestPaused':
        void this.#navigating(params)
        break
      case 'Debugger.paused':
        void this.#paused(params.callFrames[0])
        break
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

  /** The page waits at the `debugger` statement of standInPause: answer its `request`, and let it go on. */
  async #paused({ callFrameId, functionName }: any) {
    if (functionName === 'standInPause') {
      const run = async (expression: string) => (await this.#cdp('Debugger.evaluateOnCallFrame', { callFrameId, expression })).result
      const { path } = await this.#cdp('DOM.getFileInfo', { objectId: (await run('request.file')).objectId })
      await run(`reply = ${JSON.stringify(path)}`)
    }
    await this.#cdp('Debugger.resume')
  }

  async #receive({ kind, id, channel, args, url }: any) {
    if (kind === 'open') {
      const { action } = this.#openHandler({ url: fromChromium(url) })
      if (action === 'allow') console.error(`Electron stand-in: only the app itself opens windows, so '${url}' was not`)
      return
    }
    const asker = this.#world
    try {
      const handler = handlers.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      this.#deliver({ kind: 'reply', id, result: await handler({ type: 'frame', sender: this, senderFrame: this.mainFrame }, ...args) }, asker)
    } catch (error) {
      this.#deliver({ kind: 'reply', id, error: `Error invoking remote method '${channel}': ${String(error)}` }, asker)
    }
  }

  /** To the page with this world, if it is still there. A reply is for the page that asked: the next one numbers its questions anew. */
  #deliver(message: object, reader: { readonly id: number } | undefined) {
    const text = codec.encode(message)
    if (!reader || reader !== this.#world || this.#destroyed) return
    const functionDeclaration = `function (text) { globalThis['${token}-deliver'](text) }`
    this.#cdp('Runtime.callFunctionOn', { functionDeclaration, executionContextId: reader.id, arguments: [{ value: text }] }).catch(() => {}) // the page is gone
  }

  send(channel: string, ...args: unknown[]) { this.#deliver({ kind: 'event', channel, args }, this.#world) }

  async loadURL(url: string) {
    await this.#opened
    const loaded = once(this, 'did-finish-load')
    this.#loading = toChromium(url)
    const { errorText } = await this.#cdp('Page.navigate', { url: this.#loading })
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }
  reload() { void this.loadURL(this.#url) }
  getURL = () => this.#url
  isDestroyed = () => this.#destroyed
  getLastWebPreferences = () => ({ ...this.#preferences })
  setWindowOpenHandler(handler: OpenHandler) { this.#openHandler = handler }
  forcefullyCrashRenderer() { this.#cdp('Page.crash').catch(() => {}) } // it cannot answer any more
  async executeJavaScript(expression: string) {
    const { result, exceptionDetails } = await this.#cdp('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  async printToPDF({ pageSize = 'Letter', printBackground = false, landscape = false }: { pageSize?: string; printBackground?: boolean; landscape?: boolean } = {}) {
    const inches = { A4: [8.27, 11.7], Letter: [8.5, 11] }[pageSize]
    if (!inches) throw new Error(`Electron stand-in: no page size ${pageSize}`)
    const [paperWidth, paperHeight] = inches
    return Buffer.from((await this.#cdp('Page.printToPDF', { paperWidth, paperHeight, printBackground, landscape })).data, 'base64')
  }

  /** For desktop.mts: the browser's own dialog for choosing files; an empty list when it was closed. */
  async chooseFiles(multiple: boolean, extensions: string[]): Promise<string[]> {
    const accept = extensions.includes('*') ? '' : extensions.map((extension) => `.${extension}`).join()
    const choose = (multiple: boolean, accept: string) => new Promise<File[]>((done) => {
      const input = Object.assign(document.createElement('input'), { type: 'file', multiple, accept })
      input.addEventListener('change', () => done(Array.from(input.files ?? [])))
      input.addEventListener('cancel', () => done([]))
      input.click()
    })
    const expression = `(${String(choose)})(${multiple}, ${JSON.stringify(accept)})`
    const { result: list } = await this.#cdp('Runtime.evaluate', { expression, awaitPromise: true, userGesture: true })
    const { result: items } = await this.#cdp('Runtime.getProperties', { objectId: list.objectId, ownProperties: true })
    const files = items.filter(({ name }: any) => /^\d+$/.test(name))
    return Promise.all(files.map(async ({ value }: any) => (await this.#cdp('DOM.getFileInfo', { objectId: value.objectId })).path))
  }
  /** For desktop.mts: a line of text from the person; `null` when the question was closed. */
  ask = (question: string, suggested: string): Promise<string | null> => this.executeJavaScript(`prompt(${JSON.stringify(question)}, ${JSON.stringify(suggested)})`)

  /** For window.mts: the size of what the page sees. */
  async setSize(size: Size) {
    await this.#opened
    await this.#resize(size)
  }
  /** For desktop.mts. */
  setColorScheme = (source: string) =>
    this.#cdp('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: source === 'system' ? '' : source }] })
}

/** Playwright finds a page's window by this. */
export const webContents = {
  fromDevToolsTargetId: (id: string) => [...openWindows].find((window) => window.webContents.targetId === id)?.webContents,
}
