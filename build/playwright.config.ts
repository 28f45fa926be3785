import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { defineConfig } from '@playwright/test'
import type { Options } from '../test/e2e/fixtures.ts'

const root = join(import.meta.dirname, '..')
// Without Electron's downloaded binary, Electron's own npm package (and so Playwright) is pointed at the stand-in.
const electron = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const isReal = existsSync(join(electron, 'path.txt')) && !process.env.ELECTRON_OVERRIDE_DIST_PATH
if (!isReal) process.env.ELECTRON_OVERRIDE_DIST_PATH ??= join(root, 'test', 'stand-in')
// The stand-in runs on the Node that the project pins, whatever the machine has.
process.env.PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)

if (!process.env.TEST_WORKER_INDEX) {
  process.stderr.write(isReal
    ? 'The journeys run in Electron itself.\n'
    : "The journeys run in the Electron stand-in, test/stand-in, because Electron's own program is not installed (npx install-electron).\n")
}

/** A packaged Electron cannot be driven: the fuse that would let a debugger in is off. A packaged stand-in can. */
const packaged = { name: 'packaged', use: { executablePath: join(root, 'out', 'rehearsal', 'linux-unpacked', 'stamgast') } }

export default defineConfig<Options>({
  testDir: '../test/e2e',
  outputDir: '../out/test-results',
  workers: 2,
  // A busy computer is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list']],
  projects: [{ name: 'built', testIgnore: 'package.spec.ts' }, ...(isReal ? [] : [packaged])],
})
