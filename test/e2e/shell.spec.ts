import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { addressOf, chooseMenu, dropFiles, expect, launch, openedWindow, pickFiles, saveTo, signalEngine, test } from './fixtures.ts'

test('the window knows nothing of Node and gives only its three functions', async ({ page }) => {
  expect(await page.evaluate(() => ({
    require: typeof (window as { require?: unknown }).require,
    process: typeof (window as { process?: unknown }).process,
    isSecureContext,
    functions: Object.keys(window.stamgast).sort(),
    isFrozen: Object.isFrozen(window.stamgast),
  }))).toEqual({ require: 'undefined', process: 'undefined', isSecureContext: true, functions: ['call', 'on', 'pathOf'], isFrozen: true })
  expect(await page.evaluate(() => {
    try {
      Object.assign(window, { stamgast: null })
    } catch { /* refused, as it should be */ }
    return typeof window.stamgast.call
  })).toBe('function')
})

test('the content security policy is in force', async ({ page, problems }) => {
  await page.evaluate(async () => {
    const seen: string[] = []
    Object.assign(window, { seen })
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
    document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.injected = true' }))
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { display: none }' }))
    document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.invalid/pixel.png' }))
    document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.invalid/' }))
    await fetch('https://example.invalid/').catch(() => {})
  })
  await expect.poll(() => page.evaluate(() => (window as unknown as { seen: string[] }).seen.sort()))
    .toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem'])
  expect(await page.evaluate(() => 'injected' in window)).toBe(false)
  expect(problems.splice(0).filter((problem) => !/Content Security Policy|example\.invalid/.test(problem))).toEqual([])
})

test('every window has the settings of the checklist', async ({ app, page }) => {
  await page.waitForLoadState()
  const settings = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ webContents }) =>
    (webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences()))
  expect(settings).toHaveLength(1)
  expect(settings[0]).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false })
  for (const name of ['experimentalFeatures', 'allowRunningInsecureContent', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'spellcheck']) expect(settings[0]?.[name]).toBe(false)
  expect(settings[0]).not.toHaveProperty('enableBlinkFeatures')
})

test('every address that is not plainly one of ours is not there', async ({ page, app }) => {
  const addresses = [
    '/../main/main.js', '/..%2fmain/main.js', '/%2e%2e/main/main.js', '/%2E%2E%2Fmain%2Fmain.js', '/..\\main\\main.js', '/..%5cmain%5cmain.js',
    '/assets/../../package.json', '/assets/%00.js', '/index.html%00.js', '//index.html', '/index.html/', '/', '/.env', '/nothing.js',
    '/C:/Windows/win.ini', '/%5c%5cserver%5cshare%5cx.js',
  ]
  const statuses = await app.evaluate(async ({ net }, addresses) => {
    const seen: Record<string, number> = {}
    for (const address of addresses) seen[address] = (await net.fetch(`app://bundle${address}`)).status
    return { ...seen, other: (await net.fetch('app://other/index.html')).status, ours: (await net.fetch('app://bundle/index.html')).status }
  }, addresses)
  expect(statuses).toEqual({ ...Object.fromEntries(addresses.map((address) => [address, 404])), other: 404, ours: 200 })
  expect(addressOf(page.url())).toBe('app://bundle/index.html')
})

test('the window goes nowhere and opens nothing', async ({ app, page, problems }) => {
  const url = page.url()
  expect(await page.evaluate(() => window.open('https://example.invalid/'))).toBe(null)
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('a'), { href: 'https://example.invalid/', target: '_blank', textContent: 'outside', id: 'outside' }))
    document.getElementById('outside')?.click()
    location.href = 'https://example.invalid/'
  })
  await expect.poll(() => problems.some((problem) => problem.includes('example.invalid'))).toBe(true)
  problems.splice(0)
  expect(page.url()).toBe(url)
  expect(app.windows()).toHaveLength(1)
  expect(await page.evaluate(() => new Promise((done) => { navigator.geolocation.getCurrentPosition(() => done('given'), ({ code }) => done(code)) }))).toBe(1)
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
})

test('what the engine does not know is refused', async ({ page }) => {
  const ask = (channel: string, request: unknown) => page.evaluate(
    ({ channel, request }) => (window.stamgast.call as (channel: string, request: unknown) => Promise<unknown>)(channel, request), { channel, request })
  expect(await ask('workspace:destroy', {})).toEqual({ ok: false, error: { code: 'unknown-channel' } })
  expect(await ask('__proto__', {})).toEqual({ ok: false, error: { code: 'unknown-channel' } })
  for (const request of [null, 'x', 7, [], { surplus: 1 }]) expect(await ask('workspace:info', request)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  expect(await ask('customers:rank', { limit: 1e9 })).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  expect(await page.evaluate(() => window.stamgast.call('customers:rank', { search: 'x'.repeat(10_000_000) }))).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  expect(await ask('workspace:info', {})).toMatchObject({ ok: true })
})

test('an engine that dies is started again, and the window hears of it', async ({ app, page }) => {
  await page.evaluate(() => window.stamgast.call('workspace:info', {}))
  await page.evaluate(() => {
    const states: string[] = []
    Object.assign(window, { states })
    window.stamgast.on('engine:state', ({ state }) => states.push(state))
  })
  const states = () => page.evaluate(() => (window as unknown as { states: string[] }).states)
  for (const round of [1, 2]) {
    await signalEngine(app, 'SIGKILL')
    await expect.poll(async () => (await states()).length).toBe(2 * round)
    expect((await states()).slice(-2)).toEqual(['restarting', 'running'])
    expect(await page.evaluate(() => window.stamgast.call('workspace:info', {}))).toMatchObject({ ok: true })
  }
})

test('a page is saved as a PDF where the owner says', async ({ app, page }, info) => {
  const path = info.outputPath('report.pdf')
  await saveTo(app, null)
  expect(await page.evaluate(() => window.stamgast.call('shell:save-pdf', { suggestedName: 'My customers' }))).toEqual({ ok: true, value: { saved: false } })
  await saveTo(app, path)
  expect(await page.evaluate(() => window.stamgast.call('shell:save-pdf', { suggestedName: 'My customers' }))).toEqual({ ok: true, value: { saved: true } })
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  await saveTo(app, info.outputPath('no', 'such', 'folder.pdf'))
  expect(await page.evaluate(() => window.stamgast.call('shell:save-pdf', { suggestedName: 'x' }))).toMatchObject({ ok: false, error: { code: 'unexpected' } })
})

test('picked and dropped files become tokens; the path stays outside the page', async ({ app, page }, info) => {
  const path = info.outputPath('sales.csv')
  writeFileSync(path, 'order,date,customer,amount\n1,2026-01-02,Anna,12.50\n')
  await pickFiles(app, [path])
  const picked = await page.evaluate(() => window.stamgast.call('shell:pick-files', { purpose: 'import' }))
  expect(picked).toMatchObject({ ok: true, value: { files: [{ fileName: 'sales.csv' }] } })
  expect(JSON.stringify(picked)).not.toContain(info.outputDir)

  await page.evaluate(() => {
    window.addEventListener('dragover', (event) => event.preventDefault(), true)
    Object.assign(window, { dropped: new Promise((done) => {
      window.addEventListener('drop', (event) => {
        event.preventDefault()
        event.stopImmediatePropagation()
        done(window.stamgast.pathOf(event.dataTransfer!.files[0]!))
      }, true)
    }) })
  })
  await dropFiles(page, [path])
  const token = await page.evaluate(() => (window as unknown as { dropped: Promise<string> }).dropped)
  expect(token).toMatch(/^[0-9a-f-]{36}$/)
  expect(await page.evaluate((file) => window.stamgast.call('data:preview-file', { file }), token)).toMatchObject({ ok: true, value: { fileName: 'sales.csv' } })
  // A file that a page makes itself is on no disk.
  expect(await page.evaluate(() => window.stamgast.pathOf(new File(['x'], '/etc/passwd')).catch(() => 'refused'))).toBe('refused')
})

test('the menu speaks to the page, in the language of the settings', async ({ app, page }) => {
  const label = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('import')?.label)
  expect(await label()).toBe('Open sales file…')
  await page.evaluate(() => window.stamgast.call('settings:set', { language: 'nl', theme: 'dark' }))
  expect(await label()).toBe('Verkoopbestand openen…')
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  await page.evaluate(() => Object.assign(window, { command: new Promise((done) => { window.stamgast.on('menu:command', ({ command }) => done(command)) }) }))
  await chooseMenu(app, 'plan')
  expect(await page.evaluate(() => (window as unknown as { command: Promise<string> }).command)).toBe('plan')
})

test('the window comes back as it was', async ({ executablePath }, info) => {
  const profile = info.outputPath('profile')
  const first = await launch(profile, { executablePath })
  const page = await openedWindow(first)
  await page.evaluate(() => window.stamgast.call('settings:set', { language: 'nl', theme: 'dark' }))
  await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setBounds({ x: 40, y: 50, width: 901, height: 702 }))
  await first.close()
  const second = await launch(profile, { executablePath })
  await openedWindow(second)
  expect(await second.evaluate(({ BrowserWindow, nativeTheme }) => ({ ...BrowserWindow.getAllWindows()[0]!.getBounds(), theme: nativeTheme.themeSource })))
    .toEqual({ x: 40, y: 50, width: 901, height: 702, theme: 'dark' })
  await second.close()
})

test('a file that Stamgast is opened with is shown', async ({ executablePath }, info) => {
  const path = info.outputPath('sales.csv')
  writeFileSync(path, 'order,date,customer,amount\n1,2026-01-02,Anna,12.50\n')
  const app = await launch(info.outputPath('profile'), { executablePath, args: [path] })
  const page = await openedWindow(app)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('sales.csv')
  await app.close()
})

test('a second start brings the first window to the front, with the file it was given', async ({ app, page, executablePath }, info) => {
  const path = info.outputPath('more sales.csv')
  writeFileSync(path, 'order,date,customer,amount\n1,2026-01-02,Anna,12.50\n')
  await page.evaluate(() => Object.assign(window, { opened: new Promise((done) => { window.stamgast.on('files:opened', ({ files }) => done(files)) }) }))
  const program = executablePath ?? String(createRequire(import.meta.url)('electron'))
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [] // Playwright adds it to its own starts
  const second = spawn(program, [...(executablePath ? [] : ['.']), ...asRoot, `--user-data-dir=${info.outputPath('profile')}`, path], { stdio: 'ignore' })
  expect(await once(second, 'exit')).toEqual([0, null])
  expect(await page.evaluate(() => (window as unknown as { opened: Promise<unknown> }).opened)).toMatchObject([{ fileName: 'more sales.csv' }])
  expect(app.windows()).toHaveLength(1)
})

test('a page that crashes is loaded again', async ({ app, page, problems }) => {
  await app.evaluate(({ BrowserWindow }) => new Promise<void>((done) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    webContents.once('did-finish-load', () => done())
    webContents.forcefullyCrashRenderer()
  }))
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(`stamgast.call('workspace:info', {})`))).toMatchObject({ ok: true })
  expect(page.isClosed()).toBe(false)
  problems.splice(0)
})

test('the log tells what went wrong, and nothing of what was in it', async ({ app, page }) => {
  await page.evaluate(() => window.stamgast.call('customers:rank', { search: 'Anna de Vries', limit: -1 }))
  const log = readFileSync(`${await app.evaluate(({ app }) => app.getPath('logs'))}/stamgast.log`, 'utf8')
  expect(log).toContain('refused bad-request customers:rank')
  expect(log).not.toContain('Anna')
  expect(existsSync(`${await app.evaluate(({ app }) => app.getPath('userData'))}/workspaces`)).toBe(true)
})
