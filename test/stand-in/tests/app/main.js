// The smallest app that touches what the stand-in promises. Its pages have no content security policy: the walls are the stand-in's.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, protocol, session, utilityProcess } from 'electron'

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.seconds = []
if (app.requestSingleInstanceLock()) app.on('second-instance', (_event, argv, folder) => app.seconds.push({ argv: argv.slice(1), folder }))
else app.quit()

app.whenReady().then(() => {
  app.asked = []
  session.defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
    app.asked.push(url)
    decide({ cancel: url.endsWith('/forbidden') })
  })
  protocol.handle('app', ({ url }) => {
    if (url.endsWith('/index.html')) return new Response(readFileSync(join(import.meta.dirname, 'index.html')), { headers: { 'content-type': 'text/html' } })
    return new Response(`you asked ${url}`, { headers: { 'content-type': 'text/plain' } })
  })
  ipcMain.handle('echo', (_event, value) => value)
  app.unanswered = []
  ipcMain.handle('later', () => new Promise((done) => { app.unanswered.push(done) }))
  ipcMain.handle('fail', () => { throw new TypeError('on purpose') })
  ipcMain.handle('sender', ({ senderFrame }) => ({ origin: senderFrame.origin, isMain: senderFrame.parent === null }))
  app.engine = utilityProcess.fork(join(import.meta.dirname, 'utility.js'), [], { stdio: 'ignore' })
  const window = new BrowserWindow({ webPreferences: { preload: join(import.meta.dirname, 'preload.cjs') } })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', (event) => event.preventDefault())
  window.webContents.once('did-finish-load', () => {
    window.webContents.send('hello', { n: 1 })
    if (process.argv.includes('--quit')) app.quit()
  })
  window.loadURL('app://main/index.html')
})
app.on('window-all-closed', () => app.quit())
