import { parseArgs } from 'node:util'
import type { FromEngine, ToEngine } from '../../shared/contract/engine-messages.ts'
import { assertNever } from '../../shared/result.ts'
import { closeContext, createContext } from './context.ts'
import { dispatch } from './dispatch.ts'

/** What Electron gives a utility process; the engine never imports its types. */
type ParentPort = {
  postMessage(message: FromEngine): void
  on(event: 'message', listener: (event: { data: ToEngine }) => void): void
}

const parentPort = (process as typeof process & { parentPort?: ParentPort }).parentPort
if (!parentPort) throw new Error('The engine runs as a utility process; without a window use `npm run headless`.')

const port = parentPort

function send(message: FromEngine): void {
  port.postMessage(message)
}

const { values } = parseArgs({ options: { 'data-folder': { type: 'string' }, 'app-version': { type: 'string' }, shown: { type: 'string' } }, strict: false })
if (typeof values['data-folder'] !== 'string') throw new Error('The engine needs --data-folder=<path>.')

const fromSource = import.meta.url.endsWith('.ts')
const context = createContext({
  dataFolder: values['data-folder'],
  shown: values.shown === 'sample' ? 'sample' : 'own',
  appVersion: typeof values['app-version'] === 'string' ? values['app-version'] : '0.0.0',
  workerUrl: new URL(fromSource ? './jobs/worker.ts' : './worker.js', import.meta.url),
  log: (line) => { process.stderr.write(`${line}\n`) },
  emit: (name, payload) => { send({ kind: 'event', name, payload }) },
})

port.on('message', ({ data: message }) => {
  switch (message.kind) {
    case 'call':
      void dispatch(context, message.channel, message.request).then((result) => {
        send({ kind: 'answer', id: message.id, result })
      })
      return
    case 'grant':
      context.files.grant(message.token, message.path)
      return
    case 'shutdown':
      void closeContext(context).finally(() => process.exit(0))
      return
    default:
      assertNever(message)
  }
})
send({ kind: 'ready' })
