import { EventEmitter } from 'node:events'
import type { CallbackResponse, Session, WebContents } from 'electron'
import { expect, test } from 'vitest'
import { isAllowedAddress, secureContents, secureSession, webPreferences } from '../../../electron/shell/security.ts'

test('every setting is on the safe side', () => {
  expect(webPreferences).toEqual({
    sandbox: true, contextIsolation: true, webSecurity: true,
    nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
    allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, navigateOnDragDrop: false, spellcheck: false,
  })
})

test('only our own addresses and the developer tools are loaded', () => {
  for (const url of ['app://bundle/index.html', 'devtools://devtools/bundled/inspector.html']) expect(isAllowedAddress(url)).toBe(true)
  for (const url of ['http://localhost/', 'https://example.invalid/', 'ws://x/', 'file:///etc/passwd', 'data:text/html,x', 'chrome://gpu', 'application://x', '']) {
    expect(isAllowedAddress(url)).toBe(false)
  }
})

type Handler<Name extends keyof Session> = Session[Name] extends (handler: infer H) => void ? NonNullable<H> : never

test('every permission is denied and every other request cancelled', () => {
  const answers: unknown[] = []
  // Asks for each decision in the moment that it is handed over.
  secureSession({
    setPermissionRequestHandler: (handler: Handler<'setPermissionRequestHandler'>) => {
      handler({} as WebContents, 'geolocation', (given) => answers.push(['request', given]), { isMainFrame: true, requestingUrl: 'app://bundle/' })
    },
    setPermissionCheckHandler: (handler: () => boolean) => { answers.push(['check', handler()]) },
    setDevicePermissionHandler: (handler: () => boolean) => { answers.push(['device', handler()]) },
    setSpellCheckerEnabled: (on: boolean) => { answers.push(['spelling', on]) },
    webRequest: { onBeforeRequest: (handler: (details: { url: string }, decide: (answer: CallbackResponse) => void) => void) => {
      for (const url of ['https://example.invalid/', 'app://bundle/index.html']) handler({ url }, ({ cancel }) => answers.push([url, cancel]))
    } },
  } as unknown as Session)
  expect(answers).toEqual([
    ['request', false], ['check', false], ['device', false], ['https://example.invalid/', true], ['app://bundle/index.html', false], ['spelling', false],
  ])
})

test('every way out of the page is closed', () => {
  const decisions: unknown[] = []
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: (handler: () => unknown) => decisions.push(handler()) })
  secureContents(contents as unknown as WebContents)
  expect(decisions).toEqual([{ action: 'deny' }])
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
    let prevented = false
    contents.emit(name, { url: 'app://bundle/index.html', preventDefault: () => { prevented = true } })
    expect([name, prevented]).toEqual([name, true])
  }
})
