/** Windows: a page each, and what the desktop knows of them. */
import { EventEmitter } from 'node:events'
import { cdp } from './chromium.mts'
import { cancellable, lifecycle, openWindows } from './state.mts'
import { WebContents, type WebPreferences } from './web-contents.mts'

type Bounds = { x: number; y: number; width: number; height: number }
type Options = Partial<Bounds> & { title?: string; show?: boolean; webPreferences?: WebPreferences }

let ids = 0

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => [...openWindows]
  static fromWebContents = (contents: unknown) => this.getAllWindows().find((window) => window.webContents === contents) ?? null

  readonly id = ++ids
  readonly webContents: WebContents
  #bounds: Bounds
  #title: string
  #visible: boolean

  constructor({ x = 0, y = 0, width = 800, height = 600, title = lifecycle.name, show = true, webPreferences = {} }: Options = {}) {
    super()
    if (!lifecycle.isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    this.#bounds = { x, y, width, height }
    this.#title = title
    this.#visible = show
    this.webContents = new WebContents(webPreferences, { width, height })
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.once('destroyed', () => {
      openWindows.delete(this)
      this.emit('closed')
      lifecycle.emit('window-closed')
    })
    openWindows.add(this)
    lifecycle.emit('contents-created', this.webContents)
    lifecycle.emit('window-created', this)
  }

  close() {
    const event = cancellable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy() {
    cdp('Target.closeTarget', { targetId: this.webContents.targetId }).catch(() => {}) // it is closed already
    this.webContents.emit('destroyed')
  }
  isDestroyed = () => this.webContents.isDestroyed()
  loadURL = (url: string) => this.webContents.loadURL(url)
  show() { this.#visible = true }
  hide() { this.#visible = false }
  isVisible = () => this.#visible
  isMinimized = () => false
  isMaximized = () => false
  maximize() {}
  restore() {}
  focus() {}
  getTitle = () => this.#title
  setTitle(title: string) { this.#title = title }
  getBounds = () => ({ ...this.#bounds })
  getNormalBounds = () => this.getBounds()
  /** There is no frame around a page here: the window is as large as its contents. */
  async setBounds(bounds: Partial<Bounds>) {
    Object.assign(this.#bounds, bounds)
    const { width, height } = this.#bounds
    await this.webContents.setSize({ width, height })
  }
  setContentSize = (width: number, height: number) => this.setBounds({ width, height })
}
