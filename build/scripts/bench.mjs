// npm run bench -- <name> [arguments]: runs test/bench/<name>.ts on the project's own Node; one JSON line per figure.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './setup.mjs'

const inProject = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const names = ['import', 'reimport', 'xlsx', 'fit', 'choose', 'backtest', 'rank', 'simulate', 'export']
const [name, ...rest] = process.argv.slice(2)
const file = inProject(`test/bench/${name}.ts`)

if (!names.includes(name) || !existsSync(file)) {
  process.stderr.write(`Usage: npm run bench -- ${names.join('|')} [size]\n`)
  process.exitCode = 2
} else {
  // Imports are measured with the worker that ships.
  ensureBuilt()
  const node = inProject(`node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`)
  process.exitCode = spawnSync(node, [file, ...rest], { stdio: 'inherit' }).status ?? 1
}
