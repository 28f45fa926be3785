/** What the desktop would show around the windows: menus, dialogs, theme, screens. */
import { EventEmitter } from 'node:events'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import type { Dialog, OpenDialogOptions, SaveDialogOptions, Shell } from 'electron'
import { isHeaded } from './chromium.mts'
import { openWindows } from './state.mts'
import type { BrowserWindow } from './window.mts'

type Template = { id?: string; click?: (...args: unknown[]) => void; submenu?: Template[] | Menu; [option: string]: unknown }

/** Menus are kept, not drawn. A test finds an item and calls its `click()`, as it can under Electron. */
class MenuItem {
  declare id?: string
  declare submenu?: Menu
  click: () => void
  constructor({ click, submenu, ...options }: Template) {
    Object.assign(this, { enabled: true, visible: true, checked: false, ...options })
    if (submenu) this.submenu = submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu)
    this.click = () => click?.(this, [...openWindows].at(-1) ?? null, {})
  }
}
export class Menu {
  static #application: Menu | null = null
  static getApplicationMenu = () => this.#application
  static setApplicationMenu = (menu: Menu | null) => { this.#application = menu }
  static buildFromTemplate(template: Template[]) {
    const menu = new Menu()
    menu.items = template.map((item) => new MenuItem(item))
    return menu
  }
  items: MenuItem[] = []
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

/** What would ask a person fails until a test answers: `app.evaluate(({ dialog }) => { dialog.showOpenDialog = ... })`. */
const unanswered = (name: string) => async (): Promise<any> => {
  throw new Error(`Electron stand-in: ${name} was called, and the test gave no answer`)
}
/** A person who looks at the window is asked by means of the browser: its own dialog for files, a line of text for where to save. */
const asked = {
  async showOpenDialog({ webContents }: BrowserWindow, { properties = [], filters = [] }: OpenDialogOptions) {
    const filePaths = await webContents.chooseFiles(properties.includes('multiSelections'), filters[0]?.extensions ?? ['*'])
    return { canceled: filePaths.length === 0, filePaths }
  },
  async showSaveDialog({ webContents }: BrowserWindow, { defaultPath = '' }: SaveDialogOptions) {
    const filePath = await webContents.ask('Save as', resolve(homedir(), defaultPath))
    return { canceled: !filePath, filePath: filePath ?? '' }
  },
}
export const dialog = isHeaded ? asked : {
  showOpenDialog: unanswered('dialog.showOpenDialog'),
  showSaveDialog: unanswered('dialog.showSaveDialog'),
} satisfies Partial<Dialog>
export const shell = {
  openPath: unanswered('shell.openPath'),
} satisfies Partial<Shell>

class NativeTheme extends EventEmitter {
  #source = 'system'
  get shouldUseDarkColors() { return this.#source === 'dark' }
  get themeSource() { return this.#source }
  set themeSource(source) {
    this.#source = source
    for (const { webContents } of openWindows) void webContents.setColorScheme(source)
    this.emit('updated')
  }
}
export const nativeTheme = new NativeTheme()

/** One screen, large enough for any window. */
const display = { bounds: { x: 0, y: 0, width: 3840, height: 2160 }, workArea: { x: 0, y: 0, width: 3840, height: 2160 } }
export const screen = { getAllDisplays: () => [display] }
