import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
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

/** Takes the decisions that are handed to a session and asks for each of them. */
test('every permission is denied and every other request cancelled', () => {
  const answers: unknown[] = []
  secureSession({
    setPermissionRequestHandler: (handler: any) => { handler({}, 'geolocation', (given: unknown) => answers.push(['request', given])) },
    setPermissionCheckHandler: (handler: any) => { answers.push(['check', handler({}, 'clipboard-read')]) },
    setDevicePermissionHandler: (handler: any) => { answers.push(['device', handler({})]) },
    setSpellCheckerEnabled: (on: boolean) => { answers.push(['spelling', on]) },
    webRequest: { onBeforeRequest: (handler: any) => {
      for (const url of ['https://example.invalid/', 'app://bundle/index.html']) handler({ url }, ({ cancel }: any) => answers.push([url, cancel]))
    } },
  } as unknown as Session)
  expect(answers).toEqual([
    ['request', false], ['check', false], ['device', false], ['https://example.invalid/', true], ['app://bundle/index.html', false], ['spelling', false],
  ])
})

test('every way out of the page is closed', () => {
  const contents = Object.assign(new EventEmitter(), { openHandler: () => ({ action: 'allow' }), setWindowOpenHandler(handler: any) { this.openHandler = handler } })
  secureContents(contents as unknown as WebContents)
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
    let prevented = false
    contents.emit(name, { url: 'app://bundle/index.html', preventDefault: () => { prevented = true } })
    expect([name, prevented]).toEqual([name, true])
  }
  expect(contents.openHandler()).toEqual({ action: 'deny' })
})
