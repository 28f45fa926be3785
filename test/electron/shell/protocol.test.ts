import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentSecurityPolicy, fileOf, serve } from '../../../electron/shell/protocol.ts'

const root = mkdtempSync(join(tmpdir(), 'protocol-'))
const ask = (url: string, init?: RequestInit) => serve(join(root, 'renderer'))(Object.defineProperty(new Request('http://x/', init), 'url', { value: url }))

beforeAll(() => {
  mkdirSync(join(root, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(root, 'secret.js'), 'secret')
  writeFileSync(join(root, 'renderer', '.env'), 'secret')
  writeFileSync(join(root, 'renderer', 'notes.txt'), 'of no known kind')
  writeFileSync(join(root, 'renderer', 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">')
  writeFileSync(join(root, 'renderer', 'assets', 'inter-latin.var.woff2'), new Uint8Array([0, 255, 1]))
})
afterAll(() => { rmSync(root, { recursive: true }) })

test.each([
  'app://bundle/../secret.js', 'app://bundle/..%2fsecret.js', 'app://bundle/%2e%2e/secret.js', 'app://bundle/%2E%2E%2Fsecret.js', 'app://bundle/..\\secret.js',
  'app://bundle/..%5csecret.js', 'app://bundle/assets/../../secret.js', 'app://bundle/./index.html', 'app://bundle//index.html', 'app://bundle/index.html/',
  'app://bundle/index.html%00', 'app://bundle/index.html\0.js', 'app://bundle/', 'app://bundle', 'app://bundle/.env', 'app://bundle/notes.txt',
  'app://bundle/nothing.js', 'app://bundle/assets', 'app://bundle.other/index.html', 'app://bundle@other/index.html', 'app://other/index.html',
  'app://bundle/\\\\server\\share\\x.js', 'app://bundle/C:/x.js', 'app://bundle/index.html;x', 'file:///etc/passwd', 'https://bundle/index.html', '',
])('%j is not there', async (url) => {
  expect((await ask(url)).status).toBe(404)
})

test('only reading is answered', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) expect((await ask('app://bundle/index.html', { method })).status).toBe(404)
})

test('the page has the policy, with a nonce of its own each time', async () => {
  const nonces = new Set<string>()
  for (const url of ['app://bundle/index.html', 'app://bundle/index.html?x=../..#/plan']) {
    const response = await ask(url)
    const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1] ?? ''
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce))
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(2)
})

test('the policy is the one that was decided on', () => {
  expect(contentSecurityPolicy('abc')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' data: blob:; font-src 'self'; " +
    "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
})

test('a file comes as it is, under its own type', async () => {
  const response = await ask('app://bundle/assets/inter-latin.var.woff2')
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 1])
  expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-type': 'font/woff2', 'x-content-type-options': 'nosniff' })
})

test('an address stands for a file below the folder', () => {
  expect(fileOf('app://bundle/assets/a-b_c.1.js?v#x', '/srv')).toBe(join('/srv', 'assets', 'a-b_c.1.js'))
})
