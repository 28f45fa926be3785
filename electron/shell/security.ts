/** The window is closed in: no permissions, no navigation, no second window, no network. */
import type { App, Session, WebContents, WebPreferences } from 'electron'
import { scheme } from './protocol.ts'

/** Every setting of Electron's security checklist is written out, so that a changed default changes nothing here. */
export const webPreferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
}

/** The app's own scheme, and the developer tools' own pages; nothing else is ever requested. */
export function isAllowedAddress(url: string): boolean {
  return url.startsWith(`${scheme}:`) || url.startsWith('devtools:')
}

export function secureSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isAllowedAddress(url) }))
  // Its dictionaries would come from a server.
  session.setSpellCheckerEnabled(false)
}

export function secureContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Also for windows that a mistake might open one day. */
export function secureApp(app: App): void {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => secureContents(contents))
}
