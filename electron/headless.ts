/** The engine without a window: `headless <workspace file> <channel> '<json>'` prints the Result as one line of JSON. */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { shellChannels } from '../shared/contract/channel-names.ts'
import type { Result } from '../shared/result.ts'
import { closeContext, createContext, type EngineContext } from './engine/context.ts'
import { dispatch } from './engine/dispatch.ts'

const USAGE = `Usage: npm run -s headless -- <workspace file> <channel> '<json>'

Runs one channel of the contract (shared/contract) on a workspace file, which is made where there is none, and prints
the Result as one line of JSON. A JSON string "@path" anywhere stands for a file the owner picked, "@orders.zip › januari.csv" for one inside a zip file.
Exits 1 when the Result is an error, 2 when the command itself is wrong.
`

/** Between a zip file and a file in it, as `data:list-files` names them. */
const INSIDE = ' › '

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n\n${USAGE}`)
  process.exit(2)
}

/** Puts a token in the place of each "@path", and remembers what it stands for. */
function grantFiles(value: unknown, files: EngineContext['files']): unknown {
  if (typeof value === 'string' && value.startsWith('@')) {
    const whole = resolve(value.slice(1))
    const [path = '', ...inside] = existsSync(whole) ? [whole] : whole.split(INSIDE)
    const token = value.length <= 200 ? value : `@${whole.slice(-199)}`
    files.grant(token, path, inside.length > 0 ? inside.join(INSIDE) : undefined)
    return token
  }
  if (Array.isArray(value)) return value.map((item) => grantFiles(item, files))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, grantFiles(item, files)]))
  }
  return value
}

function parseRequest(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return refuse('The third argument is not JSON.')
  }
}

const [workspaceFile, channel, json = '{}', ...surplus] = process.argv.slice(2)
if (!workspaceFile || !channel || surplus.length > 0) refuse('Two or three arguments are needed.')
const path = resolve(workspaceFile)
const request = parseRequest(json)

const context = createContext({
  dataFolder: dirname(path),
  workspaceFile: path,
  appVersion: process.env['npm_package_version'] ?? '0.0.0',
  workerUrl: new URL('./engine/jobs/worker.ts', import.meta.url),
  log: (line) => { process.stderr.write(`${line}\n`) },
  emit: () => undefined,
})
const result: Result<unknown> = (shellChannels as readonly string[]).includes(channel)
  ? { ok: false, error: { code: 'unknown-channel', detail: `${channel} needs a window: it is answered by the shell` } }
  : await dispatch(context, channel, grantFiles(request, context.files))
await closeContext(context)
process.stdout.write(`${JSON.stringify(result)}\n`)
process.exitCode = result.ok ? 0 : 1
