/** Utility processes: real child processes of Node, with Electron's events and messages. */
import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

type Options = { stdio?: 'inherit' | 'ignore' | 'pipe'; serviceName?: string; env?: NodeJS.ProcessEnv; cwd?: string; execArgv?: string[] }

const bootstrap = fileURLToPath(new URL('./utility-bootstrap.mts', import.meta.url))

const running = new Set<UtilityProcess>()
/** For app.mts. */
export const runningUtilities = () => [...running].flatMap(({ pid }) => pid ?? [])

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(path: string, argv: string[], { stdio = 'inherit', env, cwd, execArgv = [] }: Options) {
    super()
    this.#child = fork(bootstrap, [path, ...argv], { serialization: 'advanced', stdio: ['ignore', stdio, stdio, 'ipc'], env: env ?? process.env, cwd, execArgv })
    running.add(this)
    this.#child.on('spawn', () => this.emit('spawn'))
    this.#child.on('message', (data) => this.emit('message', data))
    // Electron, too, answers the number of the signal for a process that one ended.
    this.#child.on('exit', (code, signal) => {
      running.delete(this)
      this.emit('exit', code ?? (signal ? constants.signals[signal] : 1))
    })
    this.#child.on('error', () => {}) // a message to a child that is just ending is lost, as in Electron; its end is told by 'exit'
  }

  get pid() { return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined }
  get stdout() { return this.#child.stdout }
  get stderr() { return this.#child.stderr }

  postMessage(data: unknown, transfer: unknown[] = []) {
    if (transfer.length) throw new Error('Electron stand-in: message ports do not reach a utility process')
    if (this.#child.connected) this.#child.send(data as never, () => {})
  }
  kill = () => this.#child.kill()
}

export const utilityProcess = {
  fork: (path: string, argv: string[] = [], options: Options = {}) => new UtilityProcess(path, argv, options),
}
