/** The app's life: one instance, one window, one engine. Each part lives in shell/. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, nativeTheme, protocol, session, shell, utilityProcess } from 'electron'
import { bridge } from '../shared/contract/channel-names.ts'
import { events, type AppEvents, type EventName } from '../shared/contract/index.ts'
import { settings } from '../shared/contract/settings.ts'
import { workspaceInfo, type WorkspaceInfo } from '../shared/contract/workspace.ts'
import { connectBridge } from './shell/bridge.ts'
import { createShellHandlers } from './shell/dialogs.ts'
import { startEngine, type Engine } from './shell/engine-process.ts'
import { createFileGrants } from './shell/file-grants.ts'
import { filesAmong, grantFiles } from './shell/files.ts'
import { openLog, placeOf } from './shell/log.ts'
import { languageOf, setMenu } from './shell/menu.ts'
import { registerScheme, scheme, serve } from './shell/protocol.ts'
import { openRemembered } from './shell/remembered.ts'
import { secureApp, secureSession } from './shell/security.ts'
import { focusWindow, openWindow } from './shell/window.ts'

const built = join(import.meta.dirname, '..')
let window: BrowserWindow | undefined
let engine: Engine | undefined
/** Which shop is on screen, for an engine that has to be started again. */
let shown: WorkspaceInfo['kind'] = 'own'
let isEngineClosed = false

secureApp(app)
registerScheme(protocol)
if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  const userData = app.getPath('userData')
  const logsFolder = app.getPath('logs')
  const dataFolder = join(userData, 'workspaces')
  mkdirSync(dataFolder, { recursive: true })
  const log = openLog(logsFolder)
  const remembered = openRemembered(join(userData, 'window.json'))
  const grants = createFileGrants((grant) => engine?.grant(grant))

  const language = () => languageOf(remembered.get().language, app.getLocale())
  const openLogs = () => void shell.openPath(logsFolder)
  const command = (name: AppEvents['menu:command']['command']) => send('menu:command', { command: name })
  const refreshMenu = () => setMenu(language(), { command, openLogs })

  function send<E extends EventName>(name: E, payload: AppEvents[E]): void {
    if (window && !window.isDestroyed()) window.webContents.send(bridge.event, name, payload)
  }

  /** What the engine tells goes to the page as it was agreed, or not at all. */
  function forward(name: EventName, payload: unknown): void {
    const checked = events[name].safeParse(payload)
    if (checked.success) send(name, checked.data as never)
    else log(`event ${name} was not as agreed`)
  }

  function openFiles(paths: readonly string[]): void {
    if (window) focusWindow(window)
    const files = grantFiles(paths, grants.grant)
    if (files.length) send('files:opened', { files })
  }

  /** The window's colours and the menu's words follow what the owner chose. */
  function followSettings(value: unknown): void {
    const { theme, language: chosen } = settings.parse(value)
    if (theme === remembered.get().theme && chosen === remembered.get().language) return
    remembered.set({ theme, language: chosen })
    nativeTheme.themeSource = theme
    refreshMenu()
  }

  process.on('uncaughtException', (error) => log('uncaught', placeOf(error)))
  process.on('unhandledRejection', (error) => log('unhandled', placeOf(error)))

  const openedEarly: string[] = filesAmong(process.argv.slice(1), process.cwd())
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (window) openFiles([path])
    else openedEarly.push(path)
  })
  app.on('second-instance', (_event, argv, folder) => openFiles(filesAmong(argv.slice(1), folder)))
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (!engine || isEngineClosed) return
    // Quitting waits for the engine, then goes on; who asks twice waits as well.
    event.preventDefault()
    void engine.close().finally(() => {
      isEngineClosed = true
      app.quit()
    })
  })

  void app.whenReady().then(() => {
    nativeTheme.themeSource = remembered.get().theme
    secureSession(session.defaultSession)
    protocol.handle(scheme, serve(join(built, 'renderer')))
    const running = startEngine({
      fork: () => utilityProcess.fork(
        join(built, 'main', 'engine.js'),
        [`--data-folder=${dataFolder}`, `--app-version=${app.getVersion()}`, `--shown=${shown}`],
        { serviceName: 'Stamgast engine', stdio: app.isPackaged ? 'ignore' : 'inherit' },
      ),
      grants: grants.all,
      onEvent: forward,
      log,
    })
    engine = running
    connectBridge(ipcMain, {
      askEngine: running.call,
      handlers: createShellHandlers({ grant: grants.grant, language, logsFolder }),
      grant: grants.grant,
      onAnswer: (channel, value) => {
        if (channel === 'settings:get' || channel === 'settings:set') followSettings(value)
        if (channel === 'workspace:open-sample' || channel === 'workspace:leave-sample') shown = workspaceInfo.parse(value).kind
      },
      checkAnswers: !app.isPackaged,
      log,
    })
    refreshMenu()
    window = openWindow(join(built, 'preload', 'preload.cjs'), remembered, log)
    window.webContents.once('did-finish-load', () => openFiles(openedEarly))
  })
}
