import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { utilityProcess } from '../utility.mts'

const start = (...args: string[]) => utilityProcess.fork(join(import.meta.dirname, 'app', 'utility.js'), args, { stdio: 'ignore' })
type Utility = ReturnType<typeof start>
const answer = async (child: Utility, data: unknown) => {
  child.postMessage(data)
  const [reply] = await once(child, 'message')
  return reply
}

test('it is a process of its own, which hears what was sent before it listened', async () => {
  const child = start('--data-folder=/x')
  const reply = await answer(child, { n: 1 })
  expect(reply).toEqual({ heard: { n: 1 }, pid: child.pid, args: ['--data-folder=/x'], type: 'utility' })
  expect(reply.pid).not.toBe(process.pid)
  child.kill()
  await once(child, 'exit')
})

test('messages are cloned, not written out', async () => {
  const child = start()
  const loop: Record<string, unknown> = { numbers: new Float64Array([1.5, NaN, -0]), when: new Date(5), map: new Map([['a', new Set([1n])]]), none: undefined }
  loop.self = loop
  const { heard } = await answer(child, loop)
  expect(heard.self).toBe(heard)
  expect({ ...heard, self: null }).toEqual({ ...loop, self: null })
  expect(() => child.postMessage({ value: () => 1 })).toThrow('could not be cloned')
  expect(() => child.postMessage({}, [new MessageChannel().port1])).toThrow('message ports')
  child.kill()
  await once(child, 'exit')
})

test.each([
  ['by itself', (child: Utility): unknown => child.postMessage({ exit: 3 }), 3],
  ['by kill()', (child: Utility): unknown => child.kill(), 15],
  ['by kill -9', (child: Utility): unknown => process.kill(child.pid ?? 0, 'SIGKILL'), 9],
] as const)('its end is told when it ends %s', async (_how, end, code) => {
  const child = start()
  await once(child, 'spawn')
  end(child)
  expect(await once(child, 'exit')).toEqual([code])
  expect(child.pid).toBeUndefined()
  child.postMessage('lost, without a fuss')
})
