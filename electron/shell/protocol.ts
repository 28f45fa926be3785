/** `app://bundle/`: the only address the window knows. It serves the built page's own files and nothing else. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { Protocol } from 'electron'

export const scheme = 'app'
export const origin = `${scheme}://bundle`
export const startPage = `${origin}/index.html`

/** Tells Electron, before it is ready, that our scheme is as good as https. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** What a page of ours may load and do; styles that a library adds while running carry the nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data: blob:", "font-src 'self'",
    "connect-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  ].join('; ')
}

/** The file that an address stands for, or `null` for any address that is not plainly one of ours. */
export function fileOf(url: string, root: string): string | null {
  // Looked at before the URL parser, which quietly mends `..` and backslashes.
  if (!url.startsWith(`${origin}/`)) return null
  const path = url.slice(origin.length).split(/[?#]/, 1)[0] ?? ''
  if (!/^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(path)) return null
  const file = join(root, path)
  return file.startsWith(root + sep) ? file : null
}

/** Answers requests for `app://bundle/...` from the folder `root`. */
export function serve(root: string): (request: Request) => Promise<Response> {
  return async ({ url, method }) => {
    const file = method === 'GET' ? fileOf(url, root) : null
    const contentType = file && contentTypes[extname(file)]
    const body = file && contentType ? await readFile(file).catch(() => null) : null
    if (!body || !contentType) return new Response(null, { status: 404 })
    const nonce = randomBytes(16).toString('base64')
    const headers = {
      'content-type': contentType,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    }
    if (!contentType.startsWith('text/html')) return new Response(new Uint8Array(body), { headers })
    return new Response(body.toString('utf8').replaceAll('__CSP_NONCE__', nonce), { headers })
  }
}
