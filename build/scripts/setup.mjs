/**
 * What every command does before its own work: install what is missing or stale, find or install a browser, build.
 * Plain JavaScript for Node 20, because it runs before anything is installed. It says what it does, on standard error.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const isWindows = process.platform === 'win32'

export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Ends the command with one sentence that says what to do. */
export function stop(sentence) {
  say(sentence)
  process.exit(1)
}

/** Runs a program with its output on ours; answers its exit code (1 where it could not be started). */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
  if (error) say(error.message)
  return status ?? 1
}

/** The Node that the project pins (package `node`), whatever the machine has. */
export const projectNode = () => join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')

/** Runs a package's command line with the project's Node. */
export function runTool(tool, args, options = {}) {
  const manifest = JSON.parse(readFileSync(join(root, 'node_modules', tool, 'package.json'), 'utf8'))
  const name = tool.split('/').at(-1)
  const entry = typeof manifest.bin === 'string' ? manifest.bin : (manifest.bin[name] ?? Object.values(manifest.bin)[0])
  return run(projectNode(), [join(root, 'node_modules', tool, entry), ...args], options)
}

const lockHash = () => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
const installStamp = () => join(root, 'node_modules', '.stamgast-install')

/** Installs the packages when there are none, or other ones than the lockfile names. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) stop(`Stamgast needs Node 20.19 or newer; this is ${process.version}. Install it from nodejs.org and try again.`)
  const isCurrent = existsSync(installStamp()) && readFileSync(installStamp(), 'utf8') === lockHash() && existsSync(projectNode())
  if (isCurrent) return
  say(existsSync(join(root, 'node_modules')) ? 'The installed packages are not those of the lockfile: installing them anew (npm ci) ...' : 'Installing the packages (npm ci); this takes a minute or two ...')
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const code = npm ? run(process.execPath, [npm, ...args]) : run('npm', args, { shell: isWindows })
  if (code !== 0) {
    stop('The packages could not be installed. Check the network; if the message above speaks of node-gyp, install a C++ compiler, make and python3 (Debian: apt-get install g++ make python3) and try again.')
  }
  writeFileSync(installStamp(), lockHash())
}

const browsers = [
  process.env.STANDIN_CHROMIUM,
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
].filter((path) => path !== undefined)

/** The browser that the Electron stand-in drives; installed from Debian's packages where we may. */
export function ensureBrowser() {
  const found = () => browsers.find((path) => existsSync(path))
  if (!found() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('No Chromium here: installing it (apt-get install chromium) ...')
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    run('apt-get', ['-qq', 'update'], quiet)
    run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'], { ...quiet, stdio: ['ignore', 'ignore', 2] })
  }
  const path = found()
  if (!path) stop('Stamgast needs Chromium or Google Chrome here, because Electron itself is not available: install one of them (Debian: apt-get install chromium) and try again.')
  process.env.STANDIN_CHROMIUM = path
  return path
}

/** Newest change, in milliseconds, of the files below some folders. */
function newestChange(paths) {
  let newest = 0
  for (const path of paths) {
    const info = statSync(path)
    if (info.isDirectory()) newest = Math.max(newest, newestChange(readdirSync(path).map((name) => join(path, name))))
    else newest = Math.max(newest, info.mtimeMs)
  }
  return newest
}

/** Builds the app into out/ when a source is newer than what stands there. */
export function ensureBuilt() {
  const stamp = join(root, 'out', '.built')
  const sources = ['electron', 'renderer', 'shared', 'build', 'package.json', 'package-lock.json'].map((path) => join(root, path))
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newestChange(sources)) return
  say('Building the app (vite) ...')
  const code = runTool('vite', ['build', '--app', '--config', 'build/vite.config.ts', '--logLevel', 'warn'])
  if (code !== 0) stop('The build failed; the lines above say where.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, '')
}
