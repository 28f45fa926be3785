/** What several parts of the stand-in know of each other. */
import { EventEmitter } from 'node:events'
import type { BrowserWindow } from './window.mts'

/** Set by app.mts; the windows tell it 'contents-created', 'window-created' and 'window-closed'. */
export const lifecycle = Object.assign(new EventEmitter(), { name: '', isReady: false })

/** In the order in which they were opened. */
export const openWindows = new Set<BrowserWindow>()

/** An event that a listener can cancel. */
export const cancellable = <T extends object>(fields?: T) =>
  Object.assign({ defaultPrevented: false, preventDefault() { this.defaultPrevented = true } }, fields)
