/** The browser behind the stand-in's windows: a real Chromium, driven over a DevTools pipe. */
import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { createProxy } from './proxy.mts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const elsewhere = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** The installed browser, or the one that STANDIN_CHROMIUM names. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.STANDIN_CHROMIUM) return env.STANDIN_CHROMIUM
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/snap/bin']
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** An address that `--app` takes; about:blank it does not. */
export const startPage = 'data:text/html,'

/** Whether a person looks at the windows. */
export const isHeaded = Boolean(process.env.STANDIN_HEADED)

type Call = { done: (result: any) => void; fail: (error: Error) => void }

/** Sends a DevTools command, to the browser or to one page's session. */
export let cdp: (method: string, params?: object, sessionId?: string) => Promise<any>

/** DevTools over the pipe (messages end in NUL): when this process dies, however it dies, Chromium sees it close and ends too. */
function connect(chromium: ChildProcess, onEvent: (event: any) => void) {
  const [, , , toChromium, fromChromium] = chromium.stdio as unknown as [null, null, Readable, Writable, Readable]
  const waiting = new Map<number, Call>()
  let count = 0
  let parts: Buffer[] = []
  const hear = (text: string) => {
    const message = JSON.parse(text)
    if (!message.id) return onEvent(message)
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) call?.fail(new Error(message.error.message))
    else call?.done(message.result)
  }
  fromChromium.on('data', (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      parts.push(chunk.subarray(from, end))
      const text = Buffer.concat(parts).toString('utf8')
      parts = []
      from = end + 1
      hear(text)
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
  })
  toChromium.on('error', () => {}) // it ended: its exit ends this process
  cdp = (method, params = {}, sessionId) => new Promise((done, fail) => {
    waiting.set(++count, { done, fail: (error) => fail(new Error(`${method}: ${error.message}`)) })
    toChromium.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`)
  })
}

/** Starts Chromium with the app's command-line switches. `forPlaywright` also opens the port that Playwright waits for. */
export async function start(switches: string[], forPlaywright: boolean, onEvent: (event: any) => void, onExit: () => void) {
  const browser = findChromium()
  if (!browser) throw new Error('The Electron stand-in needs Chromium: install the package "chromium", or name a browser in STANDIN_CHROMIUM.')
  const proxy = createProxy()
  await new Promise<void>((done) => { proxy.listen(0, '127.0.0.1', done) })
  proxy.unref()

  const chromium = spawn(browser, [
    ...switches,
    // A visible window without tabs or an address bar; web-contents.mts takes it for the app's first one.
    ...(isHeaded ? [`--app=${startPage}`] : ['--headless', '--no-startup-window']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []), // Chromium's own sandbox refuses root; --test-type spares the bar that warns of it
    '--no-first-run', '--no-default-browser-check', '--disable-gpu', '--disable-quic', '--disable-sync', '--disable-breakpad',
    '--disable-background-networking', '--disable-component-update', '--deny-permission-prompts', '--password-store=basic',
    '--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding',
    '--remote-debugging-pipe', ...(forPlaywright ? ['--remote-debugging-port=0'] : []),
    `--proxy-server=127.0.0.1:${(proxy.address() as AddressInfo).port}`, '--proxy-bypass-list=<-loopback>',
  ], { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  process.on('exit', () => chromium.kill())
  chromium.on('exit', onExit)
  chromium.on('error', (error) => { throw error })

  // Of all that Chromium says only the one line that Playwright, too, waits for is passed on.
  let said = ''
  const listening = new Promise<void>((done) => {
    if (!forPlaywright) done()
    chromium.stderr?.on('data', (chunk) => {
      said = (said + chunk).slice(-10_000)
      const line = said.match(/DevTools listening on ws:\S+\n/)?.[0]
      if (!forPlaywright || !line) return
      forPlaywright = false
      process.stderr.write(line)
      done()
    })
  })
  connect(chromium, onEvent)
  await listening
}
