/** What every journey starts with: the app on a profile of its own, and an eye on what must never happen. */
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import type { Settings } from '../../shared/contract/settings.ts'
import type { StamgastApi } from '../../shared/contract/window-api.ts'

declare global {
  interface Window { readonly stamgast: StamgastApi<File> }
}

export type Options = {
  /** A packaged app's program; without one, Electron runs what `npm run build` made. */
  executablePath: string | undefined
  language: NonNullable<Settings['language']>
  theme: Settings['theme']
}

type Fixtures = {
  app: ElectronApplication
  /** The window, with its page loaded in the language and the theme of the test. */
  page: Page
  /** Requests to outside, violations of the content security policy and errors on the page: the test fails where any is left. */
  problems: string[]
}

/** The page's address as Electron shows it; the stand-in has to show Chromium another one. */
export const addressOf = (url: string) => url.replace(/^http:\/\/bundle\.app\.localhost(?=\/)/, 'app://bundle')

function watch(app: ElectronApplication, problems: string[]): void {
  const context = app.context()
  context.on('request', (request) => {
    if (!/^(?:app:\/\/bundle\/|data:|blob:)/.test(addressOf(request.url()))) problems.push(`request to ${request.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => problems.push(`page error: ${error.error().stack}`))
}

export const test = base.extend<Options & Fixtures>({
  executablePath: [undefined, { option: true }],
  language: ['en', { option: true }],
  theme: ['light', { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from this pattern which fixtures are needed
  problems: async ({}, use, info) => {
    const problems: string[] = []
    await use(problems)
    if (problems.length) throw new Error(`${info.title}: ${problems.join('\n')}`)
  },

  app: async ({ executablePath, language, problems }, use, info) => {
    const app = await launch(info.outputPath('profile'), { executablePath, language })
    watch(app, problems)
    // Playwright traces by itself only the browsers that it starts.
    await app.context().tracing.start({ snapshots: true, sources: true })
    await use(app)
    const failed = info.status !== info.expectedStatus
    if (failed) for (const page of app.windows()) await page.screenshot({ path: info.outputPath('window.png') })
    // Held still by a journey that did not get to letting it go, the engine would keep the app open.
    if (failed) await signalEngine(app, 'SIGCONT').catch(() => {})
    await app.context().tracing.stop(failed ? { path: info.outputPath('trace.zip') } : undefined)
    await app.close()
  },

  page: async ({ app, language, theme }, use) => {
    const page = await openedWindow(app)
    await page.evaluate((settings) => window.stamgast.call('settings:set', settings), { language, theme })
    // Loaded anew, so that every request of a start is seen.
    await page.reload()
    await page.waitForLoadState()
    await use(page)
  },
})
export { expect } from '@playwright/test'

/** Starts the app on the given profile; the `app` fixture does this for you, with a new one for each test. */
export function launch(profile: string, { executablePath, language = 'en', args = [] }: { executablePath?: string | undefined; language?: string; args?: string[] }) {
  const switches = [`--user-data-dir=${profile}`, `--lang=${language}`, ...args]
  return _electron.launch({ executablePath, args: executablePath ? switches : ['.', ...switches] })
}

/** The app's window once its page is there: it starts blank. */
export async function openedWindow(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForURL((url) => addressOf(url.href).startsWith('app://bundle/'))
  return page
}

/** Answers the next dialogs that ask for files, as the owner would. */
export async function pickFiles(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, paths)
}

/** Answers the next dialogs that ask where to save; `null` closes them. */
export async function saveTo(app: ElectronApplication, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
  }, filePath)
}

/** Drags files from outside and drops them on the middle of the window; `beforeDrop` happens while they hang above it. */
export async function dropFiles(page: Page, files: readonly string[], beforeDrop?: () => Promise<void>): Promise<void> {
  await page.getByRole('main').waitFor()
  const session = await page.context().newCDPSession(page)
  const [width, height] = await page.evaluate(() => [innerWidth, innerHeight])
  const at = { x: Math.round((width ?? 0) / 2), y: Math.round((height ?? 0) / 2), data: { items: [], files: [...files], dragOperationsMask: 1 } }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    if (type === 'drop') await beforeDrop?.()
    await session.send('Input.dispatchDragEvent', { type, ...at })
    // A hand is slower than a busy page: what is dropped before the page has answered that it takes it, is lost.
    await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(drawn) }))
  }
  await session.detach()
}

/** Ends the engine's process, holds it still or lets it go on. */
export async function signalEngine(app: ElectronApplication, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void> {
  await app.evaluate(({ app }, signal) => {
    process.kill(app.getAppMetrics().find(({ serviceName }) => serviceName === 'node.mojom.NodeService')!.pid, signal)
  }, signal)
}

/** Chooses an item of the native menu. */
export async function chooseMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, id) => { Menu.getApplicationMenu()?.getMenuItemById(id)?.click() }, id)
}
