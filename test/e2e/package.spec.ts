import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { expect, test } from './fixtures.ts'

/** The folder of the packaged app; this file belongs to the project `packaged` only. */
function folderOf(executablePath: string | undefined): string {
  if (!executablePath) throw new Error('This test looks at a packaged app')
  return dirname(executablePath)
}

test('the package holds the bundles and the native module, and no more', ({ executablePath }) => {
  const archive = join(folderOf(executablePath), 'resources', 'app.asar')
  const files = listPackage(archive, { isPack: false }).filter((path) => /\.\w+$|LICENSE$/.test(path))
  const allowed = /^\/(?:package\.json|LICENSE|out\/main\/.+\.js|out\/preload\/preload\.cjs|out\/renderer\/(?:index\.html|assets\/.+\.(?:js|css|woff2|svg|png))|node_modules\/(?:(?:bindings|file-uri-to-path)\/.+\.js(?:on)?|sqlite3\/(?:package\.json|LICENSE|lib\/[\w-]+\.js|build\/Release\/node_sqlite3\.node)))$/
  expect(files.filter((path) => !allowed.test(path))).toEqual([])
  for (const needed of ['/out/main/main.js', '/out/main/engine.js', '/out/main/worker.js', '/out/preload/preload.cjs', '/out/renderer/index.html']) expect(files).toContain(needed)
  expect(existsSync(`${archive}.unpacked/node_modules/sqlite3/build/Release/node_sqlite3.node`)).toBe(true)
  const manifest = JSON.parse(extractFile(archive, 'package.json').toString())
  expect(Object.keys(manifest.dependencies)).toEqual(['sqlite3'])
  expect(manifest.devDependencies).toBeUndefined()
})

test('the fuses are set', ({ executablePath }) => {
  folderOf(executablePath)
  // Sentinel, a byte for the version, a byte for the number of fuses, then one character each: "1" is on.
  const [, wire] = /dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX(?:.|\n){2}([01r]{9})/.exec(readFileSync(executablePath ?? '', 'latin1')) ?? []
  const names = [
    'runAsNode', 'cookieEncryption', 'nodeOptions', 'nodeCliInspect', 'embeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar',
    'loadBrowserProcessSpecificV8Snapshot', 'grantFileProtocolExtraPrivileges', 'wasmTrapHandlers',
  ]
  expect(names.filter((_name, index) => wire?.[index] === '1')).toEqual(['cookieEncryption', 'embeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar', 'wasmTrapHandlers'])
})

test('what runs is the package', async ({ app, page }) => {
  expect(await app.evaluate(({ app }) => [app.isPackaged, app.getName()])).toEqual([true, 'Stamgast'])
  const answer = await page.evaluate(() => window.stamgast.call('shell:about', {}))
  expect(answer).toMatchObject({ ok: true, value: { appVersion: JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')).version } })
})
