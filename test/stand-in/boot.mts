/** What Electron's executable does on start: find the app, be its main process, open the browser. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractAll } from '@electron/asar'
import { app } from './electron.mts'

// Every `electron` that the app, or Playwright's loader, imports is the stand-in's.
const url = new URL('./electron.mts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/main)?$/.test(specifier) ? { url, format: 'module', shortCircuit: true } : next(specifier, context),
})

const [, exe = '', ...args] = process.argv
const at = args.indexOf('-r')
const loader = at < 0 ? undefined : args.splice(at, 2)[1]
let forPlaywright = false
for (const arg of args) {
  const [, name, value] = arg.match(/^--([a-z-]+)=?(.*)$/) ?? []
  if (name === 'remote-debugging-port') forPlaywright = true
  else if (name === 'inspect') inspector.open(Number(value), '127.0.0.1')
  else if (name && name !== 'no-sandbox') app.commandLine.appendSwitch(name, value)
}

// A packaged app lies beside its executable; otherwise the first argument names a folder or a script.
const resources = join(dirname(exe), 'resources')
const archive = join(resources, 'app.asar')
const isPackaged = existsSync(archive)
let path = resolve(args.find((arg) => !arg.startsWith('-')) ?? '.')
if (isPackaged) {
  path = mkdtempSync(join(tmpdir(), 'stand-in-')) // plain Node cannot run from inside an archive
  process.on('exit', () => rmSync(path, { recursive: true }))
  extractAll(archive, path)
}
let main = path
if (statSync(path).isDirectory()) {
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  main = join(path, manifest.main ?? 'index.js')
  app.configure({ name: manifest.productName ?? manifest.name, version: manifest.version, path, exe, isPackaged })
}

Object.assign(process, { type: 'browser', resourcesPath: resources, defaultApp: !isPackaged, argv: [exe, ...args] })
const version = readFileSync(new URL('./version', import.meta.url), 'utf8').trim()
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })
Object.defineProperty(process.versions, 'standIn', { value: version, enumerable: true })
process.on('unhandledRejection', console.error) // logged, not fatal, as in Electron
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => app.quit())
if (loader) createRequire(import.meta.url)(loader)
await import(pathToFileURL(main).href)
await app.launch(forPlaywright)
