import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UtilityProcess } from 'electron'
import { afterAll, expect, test } from 'vitest'
import { mayRestart, startEngine } from '../../../electron/shell/engine-process.ts'
import { utilityProcess } from '../../stand-in/utility.mts'

const folder = mkdtempSync(join(tmpdir(), 'engine-process-'))
afterAll(() => { rmSync(folder, { recursive: true }) })

/** An engine that knows three requests: die, hang, and any other, which it answers with what it was granted. */
const script = join(folder, 'engine.mjs')
writeFileSync(script, `
  const granted = []
  process.parentPort.on('message', ({ data }) => {
    if (data.kind === 'grant') granted.push(data.token)
    if (data.kind === 'shutdown') process.exit(0)
    if (data.kind !== 'call' || data.request === 'hang') return
    if (data.request === 'die') process.kill(process.pid, 'SIGKILL')
    else {
      process.parentPort.postMessage({ kind: 'event', name: 'data:changed', payload: { dataVersion: data.id } })
      process.parentPort.postMessage({ kind: 'answer', id: data.id, result: { ok: true, value: { request: data.request, granted, pid: process.pid } } })
    }
  })
  process.parentPort.postMessage({ kind: 'ready' })
`)
const deaf = join(folder, 'deaf.mjs')
writeFileSync(deaf, "process.parentPort.on('message', () => {}); process.parentPort.postMessage({ kind: 'ready' })")
const stillborn = join(folder, 'stillborn.mjs')
writeFileSync(stillborn, 'process.exit(1)')

function start(path = script) {
  const events: [name: string, payload: unknown][] = []
  const forks: UtilityProcess[] = []
  const engine = startEngine({
    fork: () => {
      const child = utilityProcess.fork(path, [], { stdio: 'ignore' }) as unknown as UtilityProcess
      forks.push(child)
      return child
    },
    grants: () => [{ token: 'one', path: '/one.csv' }],
    onEvent: (name, payload) => events.push([name, payload]),
    log: () => {},
  })
  return { engine, events, forks }
}

test('what is asked before it runs is answered once it does; its events come through', async () => {
  const { engine, events } = start()
  engine.grant({ token: 'two', path: '/two.csv' })
  const answers = await Promise.all([engine.call('workspace:info', 'a'), engine.call('workspace:info', 'b')])
  expect(answers).toMatchObject([{ ok: true, value: { request: 'a', granted: ['one', 'two'] } }, { ok: true, value: { request: 'b' } }])
  expect(events).toEqual([['engine:state', { state: 'running' }], ['data:changed', { dataVersion: 1 }], ['data:changed', { dataVersion: 2 }]])
  await engine.close()
})

test('when it dies all that was under way fails, and the next one knows the same files', async () => {
  const { engine, events, forks } = start()
  await engine.call('workspace:info', 'first')
  const lost = [engine.call('data:import-file', 'hang'), engine.call('workspace:info', 'die')]
  expect(await Promise.all(lost)).toEqual([{ ok: false, error: { code: 'engine-stopped' } }, { ok: false, error: { code: 'engine-stopped' } }])
  expect(await engine.call('workspace:info', 'again')).toMatchObject({ ok: true, value: { granted: ['one'], pid: forks[1]?.pid } })
  expect(events.filter(([name]) => name === 'engine:state')).toEqual(['running', 'restarting', 'running'].map((state) => ['engine:state', { state }]))
  await engine.close()
  expect(forks).toHaveLength(2)
})

test('one that never starts is left alone after three times, and says so', async () => {
  const { engine, events, forks } = start(stillborn)
  expect(await engine.call('workspace:info', {})).toEqual({ ok: false, error: { code: 'engine-stopped' } })
  expect(events).toEqual(['restarting', 'restarting', 'stopped'].map((state) => ['engine:state', { state }]))
  expect(forks).toHaveLength(3)
  expect(await engine.call('workspace:info', {})).toEqual({ ok: false, error: { code: 'engine-stopped' } })
  await engine.close()
})

test('closing waits for its end, and ends one that does not come to it', async () => {
  const { engine, forks } = start()
  await engine.call('workspace:info', {})
  const ended = once(forks[0]!, 'exit')
  await engine.close()
  expect(await ended).toEqual([0])
  expect(await engine.call('workspace:info', {})).toEqual({ ok: false, error: { code: 'engine-stopped' } })

  const stuck = start(deaf)
  await expect.poll(() => stuck.events).toEqual([['engine:state', { state: 'running' }]])
  const killed = once(stuck.forks[0]!, 'exit')
  await stuck.engine.close(1)
  expect(await killed).toEqual([15])
})

test('an engine that keeps dying although it starts is left alone one day', () => {
  const now = 1_000_000
  expect(mayRestart(2, [now], now)).toBe(true)
  expect(mayRestart(3, [now], now)).toBe(false)
  expect(mayRestart(1, Array.from({ length: 59 }, () => now), now)).toBe(true)
  expect(mayRestart(1, Array.from({ length: 60 }, () => now), now)).toBe(false)
  expect(mayRestart(1, Array.from({ length: 60 }, () => now - 600_000), now)).toBe(true)
})
