// Runs electron/headless.ts on the project's own Node, which understands TypeScript; the Node that started npm may not.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const inProject = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const node = inProject(`node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`)
const child = spawn(node, [inProject('electron/headless.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  process.stderr.write(`Node 24 could not be started: ${error.message}. Run npm install first.\n`)
  process.exitCode = 2
})
child.on('exit', (code, signal) => { process.exitCode = code ?? (signal ? 1 : 2) })
