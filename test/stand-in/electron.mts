/** The `electron` module of the app's main process. It has what the app uses: add an API here when the app first needs it. */
export { app } from './app.mts'
export { dialog, Menu, nativeTheme, screen, shell } from './desktop.mts'
export { ipcMain } from './ipc.mts'
export { net, protocol, session } from './session.mts'
export { utilityProcess } from './utility.mts'
export { webContents } from './web-contents.mts'
export { BrowserWindow } from './window.mts'
