/** The `electron` module of the app's main process. It has what the app uses: add an API here when the app first needs it. */
export { app, net, protocol, session } from './app.mts'
export { dialog, Menu, MenuItem, nativeTheme, screen, shell } from './desktop.mts'
export { ipcMain } from './ipc.mts'
export { utilityProcess } from './utility.mts'
export { BrowserWindow, webContents } from './window.mts'
