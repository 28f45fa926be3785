/**
 * `npm run pack:rehearsal`: packages the app for Linux, unpacked, on the Electron stand-in, in out/rehearsal. It needs no
 * download, and shows what a real package would hold and how its fuses are set.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, root, runTool, stop } from './setup.mjs'

ensureBuilt()
rmSync(join(root, 'out', 'rehearsal'), { recursive: true, force: true })
const code = runTool('electron-builder', ['--config', 'build/electron-builder.config.mjs', '--linux', '--dir'], {
  env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: join(root, 'test', 'stand-in'), DEBUG: '' },
})
if (code !== 0) stop('The package could not be made; the lines above say why.')
