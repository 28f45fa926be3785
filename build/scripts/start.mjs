/**
 * `npm start`: opens Stamgast. Electron where its binary is there or can be fetched, else the stand-in in a visible
 * browser window; with no display the tour, which prints what it found. It says which of these it does.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser, ensureBuilt, ensureInstalled, projectNode, root, run, say } from './setup.mjs'

const FETCH_LIMIT_MS = 60_000

const electronFolder = join(root, 'node_modules', 'electron')
const hasElectron = () => existsSync(join(electronFolder, 'path.txt'))

/** Electron's package brings no binary: it is fetched once, here, and never waited for longer than a minute. */
function fetchElectron() {
  say(`Electron's program is not here yet: trying to fetch it (at most ${FETCH_LIMIT_MS / 1000} seconds) ...`)
  run(projectNode(), [join(electronFolder, 'install.js')], { timeout: FETCH_LIMIT_MS, stdio: 'ignore' })
  say(hasElectron() ? 'Fetched.' : 'It cannot be fetched from here.')
}

ensureInstalled()
ensureBuilt()

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
const appArgs = process.argv.slice(2)
if (!hasDisplay) {
  say('There is no display here: taking the tour in a headless window instead.')
  ensureBrowser()
  process.exitCode = run(projectNode(), [join(root, 'build', 'scripts', 'tour.mjs')], { stdio: ['ignore', 'inherit', 'inherit'] })
} else {
  if (!hasElectron()) fetchElectron()
  if (hasElectron()) {
    say('Opening Stamgast in Electron.')
    process.exitCode = run(projectNode(), [join(electronFolder, 'cli.js'), '.', ...appArgs], { stdio: 'inherit' })
  } else {
    ensureBrowser()
    say('Opening Stamgast in the Electron stand-in, a window of the browser that is installed here (see test/stand-in/README.md).')
    process.exitCode = run(projectNode(), [join(root, 'test', 'stand-in', 'electron'), '.', ...appArgs], {
      stdio: 'inherit', env: { ...process.env, STANDIN_HEADED: '1' },
    })
  }
}
