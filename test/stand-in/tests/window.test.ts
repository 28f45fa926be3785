import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const standIn = join(import.meta.dirname, '..')
const profile = mkdtempSync(join(tmpdir(), 'stand-in-test-'))
const path = join(profile, 'sales of März.csv')
const env = { ...process.env, PATH: [join(standIn, '..', '..', 'node_modules', '.bin'), process.env.PATH].join(delimiter) } as Record<string, string>
const args = [join(import.meta.dirname, 'app'), `--user-data-dir=${profile}`]
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  writeFileSync(path, 'x\n')
  app = await _electron.launch({ executablePath: join(standIn, 'electron'), args, env })
  page = await app.firstWindow()
  await page.waitForURL('http://main.app.localhost/index.html')
})
afterAll(async () => {
  await app.close()
  rmSync(profile, { recursive: true, force: true })
})

/** Processes that name the profile: Linux tells them all. */
const processesOf = (profile: string) => readdirSync('/proc').filter((pid) => {
  try {
    return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)
  } catch {
    return false // it ended meanwhile
  }
})

test('values, errors and events cross the bridge; the page cannot change it', async () => {
  expect(await page.evaluate(async () => {
    const { small } = window as any
    const echoed = await small.echo({ numbers: new Float64Array([1, -0, NaN]), map: new Map([[1, 'a']]) })
    return {
      numbers: [echoed.numbers instanceof Float64Array, ...Array.from(echoed.numbers, String)],
      zero: Object.is(echoed.numbers[1], -0),
      map: echoed.map.get(1),
      hello: await small.hello(),
      sender: await small.sender(),
      failed: await small.fail().catch((error: Error) => error.message),
      uncloned: await (async () => small.echo(new WeakMap()))().catch((error: Error) => error.message),
      isFrozen: Object.isFrozen(small),
      hidden: [typeof (window as any).require, typeof (window as any).process, typeof (window as any).ipcRenderer],
    }
  })).toEqual({
    numbers: [true, '1', '0', 'NaN'], zero: true, map: 'a', hello: { n: 1 }, sender: { origin: 'app://main', isMain: true },
    failed: "Error invoking remote method 'fail': TypeError: on purpose", uncloned: 'An object could not be cloned.',
    isFrozen: true, hidden: ['undefined', 'undefined', 'undefined'],
  })
  expect(await page.evaluate(() => { try { return (window as any).small.refuse() } catch (error) { return (error as Error).message } })).toBe('not so')
})

test('an answer goes to the page that asked, not to the one that came in its place', async () => {
  const answer = (text: string) => app.evaluate(({ app }, text) => (app as any).unanswered.shift()(text), text)
  // Loaded anew, each page asks its first question.
  await page.reload()
  await page.evaluate(() => { void (window as any).small.later() })
  await page.reload()
  await page.evaluate(() => { (window as any).asked = (window as any).small.later() })
  await answer('to the former page')
  await answer('to this page')
  expect(await page.evaluate(() => (window as any).asked)).toBe('to this page')
})

test('nothing of the page reaches a server, even one on this machine', async () => {
  let hits = 0
  const server = createServer((_request, response) => {
    hits += 1
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
  expect(await page.evaluate(async (port) => {
    const image = (url: string) => new Promise((done) => {
      const image = new Image()
      image.addEventListener('load', () => done('loaded'))
      image.addEventListener('error', () => done('refused'))
      image.src = url
    })
    const socket = new WebSocket(`ws://127.0.0.1:${port}/`)
    const socketEnd = new Promise((done) => {
      socket.addEventListener('open', () => done('open'))
      socket.addEventListener('error', () => done('refused'))
    })
    const got = await fetch(`http://127.0.0.1:${port}/`, { mode: 'no-cors' }).then(({ type }) => type, () => 'refused')
    navigator.sendBeacon(`http://127.0.0.1:${port}/`, 'x')
    return [await image(`http://127.0.0.1:${port}/`), await image(`http://localhost:${port}/`), await socketEnd, got]
  }, port)).toEqual(['refused', 'refused', 'refused', 'opaque']) // the opaque answer is the proxy's own "502"
  expect(hits).toBe(1)
  server.close()
})

test('onBeforeRequest is asked, with the address that Electron would show', async () => {
  expect(await page.evaluate(() => Promise.all(['allowed', 'forbidden'].map((name) => fetch(`/${name}`).then(({ status }) => status))))).toEqual([200, 502])
  expect(await app.evaluate(({ app }) => (app as any).asked)).toEqual(expect.arrayContaining(['app://main/index.html', 'app://main/allowed', 'app://main/forbidden']))
})

test('navigation is asked about, and no window is opened', async () => {
  await page.getByRole('link').click()
  expect(await page.evaluate(() => window.open('https://example.invalid/'))).toBe(null)
  expect(page.url()).toBe('http://main.app.localhost/index.html')
  expect(app.windows()).toHaveLength(1)
})

test('a picked and a dropped file have their path; one that the page makes has none', async () => {
  await page.locator('input').setInputFiles(path)
  expect(await page.evaluate(() => (window as any).small.pathOf(document.querySelector('input')!.files![0]))).toBe(path)
  await page.evaluate(() => {
    addEventListener('dragover', (event) => event.preventDefault())
    addEventListener('drop', (event) => {
      event.preventDefault()
      document.title = (window as any).small.pathOf(event.dataTransfer!.files[0])
    })
  })
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data: { items: [], files: [path], dragOperationsMask: 1 } })
  }
  await expect.poll(() => page.title()).toBe(path)
  expect(await page.evaluate(() => (window as any).small.pathOf(new File(['x'], '/etc/passwd')))).toBe('')
})

test('a person is asked by means of the browser', async () => {
  const window = await app.browserWindow(page)
  page.once('filechooser', (chooser) => chooser.setFiles(path))
  // Whoever asks the page something after that knows that the browser leaves choosing to us.
  await page.title()
  expect(await window.evaluate(({ webContents }) => webContents.chooseFiles(true, ['csv']))).toEqual([path])
  page.once('dialog', (dialog) => dialog.accept(`${dialog.defaultValue()}!`))
  expect(await window.evaluate(({ webContents }) => webContents.ask('Save as', 'x.pdf'))).toBe('x.pdf!')
  page.once('dialog', (dialog) => dialog.dismiss())
  expect(await window.evaluate(({ webContents }) => webContents.ask('Save as', 'x.pdf'))).toBe(null)
})

test('a window is as large as it is told to be', async () => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setBounds({ x: 0, y: 0, width: 640, height: 480 }))
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 480])
  expect((await app.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({ pageSize: 'A4' })).toString('latin1', 0, 5)))).toBe('%PDF-')
})

test('a second start with the same profile tells the first, and says nothing', async () => {
  const second = spawn(join(standIn, 'electron'), [...args, 'sales.csv'], { env, cwd: tmpdir() })
  let said = ''
  for (const stream of [second.stdout, second.stderr]) stream.on('data', (chunk) => { said += chunk })
  expect(await once(second, 'close')).toEqual([0, null])
  expect(said).toBe('')
  await expect.poll(() => app.evaluate(({ app }) => (app as any).seconds)).toEqual([{ argv: [...args, 'sales.csv'], folder: tmpdir() }])
})

test('it starts and quits without a word', async () => {
  const own = mkdtempSync(join(tmpdir(), 'stand-in-test-'))
  const quiet = spawn(join(standIn, 'electron'), [args[0]!, `--user-data-dir=${own}`, '--quit'], { env })
  let said = ''
  for (const stream of [quiet.stdout, quiet.stderr]) stream.on('data', (chunk) => { said += chunk })
  expect(await once(quiet, 'close')).toEqual([0, null])
  expect(said).toBe('')
  await vi.waitFor(() => expect(processesOf(own)).toEqual([]), { timeout: 10_000 })
  rmSync(own, { recursive: true, force: true })
})

test('killed, it leaves neither a browser nor a utility process', async () => {
  const own = mkdtempSync(join(tmpdir(), 'stand-in-test-'))
  const killed = await _electron.launch({ executablePath: join(standIn, 'electron'), args: [args[0]!, `--user-data-dir=${own}`], env })
  await (await killed.firstWindow()).waitForURL('http://main.app.localhost/index.html')
  const engine = await killed.evaluate(({ app }) => (app as any).engine.pid as number)
  expect(processesOf(own).length).toBeGreaterThan(1)
  process.kill(killed.process().pid!, 'SIGKILL')
  await vi.waitFor(() => expect(processesOf(own)).toEqual([]), { timeout: 10_000 })
  await vi.waitFor(() => expect(() => process.kill(engine, 0)).toThrow('ESRCH'), { timeout: 10_000 })
  rmSync(own, { recursive: true, force: true })
})
