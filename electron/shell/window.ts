/** The one window. */
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Log } from './log.ts'
import { startPage } from './protocol.ts'
import { placeOnScreen, type RememberedStore } from './remembered.ts'
import { webPreferences } from './security.ts'

/** As the page's own background, so that nothing flashes before it is drawn. */
const backgrounds = { light: '#faf7f2', dark: '#1b1815' } as const
const smallest = { minWidth: 720, minHeight: 520 } as const

/** A page that crashes at once each time is not loaded for ever. */
const reloadsAfterCrash = 3

export function openWindow(preload: string, remembered: RememberedStore, log: Log): BrowserWindow {
  const { bounds, isMaximized } = remembered.get()
  const window = new BrowserWindow({
    ...placeOnScreen(bounds, screen.getAllDisplays().map(({ workArea }) => workArea)),
    ...smallest,
    title: 'Stamgast',
    show: false,
    backgroundColor: backgrounds[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: { ...webPreferences, preload },
  })
  if (isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => remembered.set({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }))

  let crashes = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('window-gone', reason)
    crashes += 1
    if (reason !== 'clean-exit' && crashes <= reloadsAfterCrash) window.webContents.reload()
  })
  void window.loadURL(startPage)
  return window
}

/** Brings the window to the front, as for a second start of the app. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
