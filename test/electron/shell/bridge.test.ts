import type { IpcMainInvokeEvent } from 'electron'
import { expect, test } from 'vitest'
import { createBridge, type BridgeOptions } from '../../../electron/shell/bridge.ts'

const info = { kind: 'own', orders: 0, customers: 0, batches: 0, firstOrderOn: null, lastOrderOn: null, appVersion: '1.0.0' }
const from = (senderFrame: object | null) => ({ senderFrame }) as IpcMainInvokeEvent
const own = from({ origin: 'app://bundle', parent: null })

function connect(options: Partial<BridgeOptions> = {}) {
  const asked: unknown[] = []
  const logged: string[] = []
  const bridge = createBridge({
    askEngine: async (channel, request) => {
      asked.push([channel, request])
      return { ok: true, value: info }
    },
    handlers: {
      'shell:pick-files': () => ({ files: [{ file: 'token', fileName: 'sales.csv' }] }),
      'shell:pick-save-file': () => ({ file: null, fileName: '' }),
      'shell:save-pdf': () => { throw new RangeError('Anna de Vries') },
      'shell:about': () => ({ appVersion: '1.0.0', electron: '45', isStandIn: false }),
      'shell:open-logs': () => ({}),
    },
    grant: (path) => (path === '/sales.csv' ? 'token' : null),
    onAnswer: () => {},
    checkAnswers: true,
    log: (what, detail) => logged.push([what, detail].join(' ')),
    ...options,
  })
  return { ...bridge, asked, logged }
}

test.each([
  ['no frame', from(null)],
  ['a frame in the page', from({ origin: 'app://bundle', parent: {} })],
  ['another origin', from({ origin: 'https://example.invalid', parent: null })],
  ['a longer origin', from({ origin: 'app://bundle.example', parent: null })],
  ['an origin that is none', from({ origin: 'null', parent: null })],
])('%s is not trusted', async (_who, event) => {
  const { call, fileDropped, asked } = connect()
  expect(await call(event, 'workspace:info', {})).toEqual({ ok: false, error: { code: 'untrusted-sender' } })
  expect(() => fileDropped(event, '/sales.csv')).toThrow('file-not-known')
  expect(asked).toEqual([])
})

test.each(['workspace:destroy', '', '__proto__', 'constructor', 7, null, undefined, ['workspace:info'], { toString: () => 'workspace:info' }])(
  'the channel %j is unknown', async (channel) => {
    const { call, asked } = connect()
    expect(await call(own, channel, {})).toEqual({ ok: false, error: { code: 'unknown-channel' } })
    expect(asked).toEqual([])
  })

test.each([null, undefined, 'x', 7, [], { surplus: 1 }].map((request) => [request]))('the request %j is refused', async (request) => {
  const { call, asked } = connect()
  expect(await call(own, 'workspace:info', request)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  expect(asked).toEqual([])
})

test('what is asked arrives with its defaults, and nothing that was not asked for', async () => {
  const { call, asked } = connect({ checkAnswers: false })
  await call(own, 'customers:rank', { search: 'x', surplus: '../..' })
  expect(asked).toEqual([['customers:rank', { method: 'total-clv', sort: 'value', direction: 'descending', search: 'x', offset: 0, limit: 100 }]])
})

test('an answer that is not as agreed is told in development, and not checked in a packaged app', async () => {
  const askEngine = async () => ({ ok: true, value: { ...info, orders: -1 } } as const)
  expect(await connect({ askEngine }).call(own, 'workspace:info', {})).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  expect(await connect({ askEngine, checkAnswers: false }).call(own, 'workspace:info', {})).toMatchObject({ ok: true })
})

test('a failure of the shell itself is told as a code; what it says is not logged', async () => {
  const { call, logged } = connect()
  expect(await call(own, 'shell:save-pdf', { suggestedName: 'x' })).toEqual({ ok: false, error: { code: 'unexpected' } })
  expect(logged.join()).toContain('RangeError at')
  expect(logged.join()).not.toContain('Anna')
})

test('an error code passes through as it is', async () => {
  const error = { code: 'no-sales-yet', detail: 'none' } as const
  const { call, logged } = connect({ askEngine: async () => ({ ok: false, error }) })
  expect(await call(own, 'workspace:info', {})).toEqual({ ok: false, error })
  expect(logged).toEqual(['answer workspace:info no-sales-yet none'])
})

test('what is logged of a refused request is where it was wrong, not what it said', async () => {
  const { call, logged } = connect()
  await call(own, 'customers:rank', { search: 7, method: 'Anna de Vries', limit: -1 })
  expect(logged.join()).toContain('at limit')
  expect(logged.join()).not.toContain('Anna')
})

test('a dropped file becomes a token', () => {
  expect(connect().fileDropped(own, '/sales.csv')).toBe('token')
  expect(() => connect().fileDropped(own, '')).toThrow('file-not-known')
})
