import { once } from 'node:events'
import { request } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createProxy, fromChromium, gate, schemes, toChromium } from '../proxy.mts'

const proxy = createProxy()
const port = () => (proxy.address() as AddressInfo).port
const seen: string[] = []

beforeAll(async () => {
  schemes.set('app', ({ url }) => {
    seen.push(url)
    return new Response('ours', { headers: { 'x-own': 'yes' } })
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
})
afterAll(() => { proxy.close() })

async function ask(path: string) {
  const outgoing = request({ port: port(), path }).end()
  const [response] = await once(outgoing, 'response')
  let body = ''
  for await (const part of response) body += part
  return { status: response.statusCode, own: response.headers['x-own'], body }
}

test('an address of the app goes there and back', () => {
  expect(toChromium('app://main/a?b#c')).toBe('http://main.app.localhost/a?b#c')
  expect(fromChromium('http://main.app.localhost/a?b#c')).toBe('app://main/a?b#c')
  for (const url of ['https://main.app.localhost/', 'http://main.other.localhost/', 'http://app.localhost.example/']) expect(fromChromium(url)).toBe(url)
})

test('the app answers for its scheme, and sees the address as it was asked for', async () => {
  expect(await ask('http://main.app.localhost/a/../b%2e')).toEqual({ status: 200, own: 'yes', body: 'ours' })
  expect(seen).toEqual(['app://main/a/../b%2e'])
})

test('everything else is refused', async () => {
  for (const url of ['http://example.invalid/', 'http://127.0.0.1/', 'http://localhost:8080/', 'ftp://example.invalid/', '/index.html']) {
    expect(await ask(url)).toMatchObject({ status: 502 })
  }
  const tunnel = connect(port(), '127.0.0.1')
  tunnel.write('CONNECT example.invalid:443 HTTP/1.1\r\nHost: example.invalid\r\n\r\n')
  expect(String(await once(tunnel, 'data'))).toContain('502')
  expect(seen).toHaveLength(1)
})

test('the app can refuse its own', async () => {
  gate.beforeRequest = ({ url }, decide) => decide({ cancel: url === 'app://main/forbidden' })
  expect(await ask('http://main.app.localhost/forbidden')).toMatchObject({ status: 502 })
  expect(await ask('http://main.app.localhost/allowed')).toMatchObject({ status: 200 })
})
