import { expect, test } from 'vitest'
import { cloner } from '../clone.mts'

const { encode, decode } = cloner()
const values: Record<string, unknown> = {
  primitives: [null, undefined, true, 'é\n\u2028', 0, -0, 1.5, NaN, Infinity, -Infinity, 12345678901234567890n],
  containers: { list: [1, [2, {}]], map: new Map<unknown, unknown>([[{ a: 1 }, new Set([1, 'x'])]]), date: new Date(5), pattern: /a+/gi },
  bytes: [new Float64Array([1.5, NaN, -0]), new Uint8Array([0, 255]), new Uint8Array([1, 2, 3, 4]).subarray(1, 3), new ArrayBuffer(3), new DataView(new ArrayBuffer(8), 2, 4)],
}
test.each(Object.entries(values))('%s come back as structuredClone gives them', (_name, value) => {
  expect(decode(encode(value))).toEqual(structuredClone(value))
})

test('cycles and shared buffers stay so', () => {
  const loop: Record<string, unknown> = {}
  loop.self = loop
  const copy = decode(encode(loop))
  expect(copy.self).toBe(copy)
  const { buffer } = new Uint8Array(4)
  const [a, b] = decode(encode([new Uint8Array(buffer), new Uint8Array(buffer)]))
  expect(a.buffer).toBe(b.buffer)
})

test('a key of the name __proto__ stays a key', () => {
  const copy = decode(encode(JSON.parse('{"__proto__": {"surplus": 1}}')))
  expect(Object.keys(copy)).toEqual(['__proto__'])
  expect(copy.surplus).toBeUndefined()
})

test('what cannot be cloned is refused', () => {
  for (const value of [() => 1, Symbol('x'), Promise.resolve(), new WeakMap()]) expect(() => encode({ value })).toThrow('An object could not be cloned.')
})
