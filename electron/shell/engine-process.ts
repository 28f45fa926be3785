/** The engine is a process of its own: started, asked, and started again when it dies. */
import type { UtilityProcess } from 'electron'
import type { AppEvents, EngineChannel, EventName } from '../../shared/contract/index.ts'
import type { FromEngine, ToEngine } from '../../shared/contract/engine-messages.ts'
import type { Result } from '../../shared/result.ts'
import type { Log } from './log.ts'

type Pending = { readonly message: ToEngine & { kind: 'call' }; readonly answer: (result: Result<unknown>) => void }
type Grant = { readonly token: string; readonly path: string }
type EngineState = AppEvents['engine:state']['state']

export type EngineOptions = {
  readonly fork: () => UtilityProcess
  /** Files the engine must know before it hears any call. */
  readonly grants: () => Iterable<Grant>
  readonly onEvent: (name: EventName, payload: unknown) => void
  readonly log: Log
}

/** An engine that dies this often in a row before it is ready is left alone. */
const fruitlessStarts = 3
/** The same when it does start, but keeps dying: at most this many deaths in ten minutes. */
const deathsInTenMinutes = 60

/** Whether an engine that just died may be started again. */
export function mayRestart(fruitless: number, diedAt: readonly number[], now: number): boolean {
  return fruitless < fruitlessStarts && diedAt.filter((time) => now - time < 600_000).length < deathsInTenMinutes
}

export function startEngine({ fork, grants, onEvent, log }: EngineOptions) {
  const inFlight = new Map<number, Pending>()
  const waiting: Pending[] = []
  const diedAt: number[] = []
  let state: EngineState = 'restarting'
  let closing: Promise<void> | undefined
  let calls = 0
  let fruitless = 0
  let engine = start()

  function start(): UtilityProcess {
    const started = fork()
    started.on('message', (message: FromEngine) => { if (started === engine) hear(message) })
    started.once('exit', (code) => ended(code))
    for (const { token, path } of grants()) started.postMessage({ kind: 'grant', token, path } satisfies ToEngine)
    return started
  }

  function become(next: EngineState): void {
    state = next
    onEvent('engine:state', { state })
  }

  function post(call: Pending): void {
    inFlight.set(call.message.id, call)
    engine.postMessage(call.message)
  }

  function hear(message: FromEngine): void {
    switch (message.kind) {
      case 'ready':
        fruitless = 0
        become('running')
        for (const call of waiting.splice(0)) post(call)
        break
      case 'answer': {
        const call = inFlight.get(message.id)
        inFlight.delete(message.id)
        call?.answer(message.result)
        break
      }
      case 'event':
        onEvent(message.name, message.payload)
        break
    }
  }

  function ended(code: number): void {
    const lost = [...inFlight.values()]
    inFlight.clear()
    if (closing) return
    log('engine-exit', `code ${code}, ${lost.length} calls lost`)
    diedAt.push(Date.now())
    fruitless += 1
    const again = mayRestart(fruitless, diedAt, Date.now())
    become(again ? 'restarting' : 'stopped')
    for (const call of [...lost, ...(again ? [] : waiting.splice(0))]) call.answer({ ok: false, error: { code: 'engine-stopped' } })
    if (again) engine = start()
  }

  /** Asks the engine; what is asked while it starts is answered once it runs. */
  function call(channel: EngineChannel, request: unknown): Promise<Result<unknown>> {
    if (state === 'stopped' || closing) return Promise.resolve({ ok: false, error: { code: 'engine-stopped' } })
    return new Promise((answer) => {
      const call: Pending = { message: { kind: 'call', id: ++calls, channel, request }, answer }
      if (state === 'running') post(call)
      else waiting.push(call)
    })
  }

  function grant({ token, path }: Grant): void {
    if (state !== 'stopped' && !closing) engine.postMessage({ kind: 'grant', token, path } satisfies ToEngine)
  }

  /** Asks the engine to finish what it is writing; one that does not end in time is ended. */
  function close(withinMilliseconds = 5000): Promise<void> {
    closing ??= state === 'stopped' ? Promise.resolve() : new Promise((done) => {
      const tooLong = setTimeout(() => engine.kill(), withinMilliseconds)
      engine.once('exit', () => {
        clearTimeout(tooLong)
        done()
      })
      engine.postMessage({ kind: 'shutdown' } satisfies ToEngine)
    })
    return closing
  }

  return { call, grant, close }
}

export type Engine = ReturnType<typeof startEngine>
