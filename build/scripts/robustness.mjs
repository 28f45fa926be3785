// npm run robustness -- <name> [arguments]: runs test/robustness/<name>.ts on the project's own Node: the full counts of what the tests try a few times.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const inProject = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const names = ['kill', 'mutations']
const [name, ...rest] = process.argv.slice(2)

if (!names.includes(name)) {
  process.stderr.write(`Usage: npm run robustness -- ${names.join('|')} [count]\n`)
  process.exitCode = 2
} else {
  const node = inProject(`node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`)
  process.exitCode = spawnSync(node, [inProject(`test/robustness/${name}.ts`), ...rest], { stdio: 'inherit' }).status ?? 1
}
