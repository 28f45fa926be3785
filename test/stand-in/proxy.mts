/**
 * All of Chromium's traffic comes here. What is for a scheme of the app is answered by the app; everything else is
 * refused, so nothing reaches a network.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Handler = (request: Request) => Response | Promise<Response>
type BeforeRequest = (details: { url: string; method: string }, decide: (answer: { cancel?: boolean }) => void) => void

/** Schemes registered with `protocol.handle`, by name ("app"). */
export const schemes = new Map<string, Handler>()

/** The app's `webRequest.onBeforeRequest` listener: asked first about every request, as in Electron. */
export const gate: { beforeRequest: BeforeRequest | null } = { beforeRequest: null }

/**
 * Chromium knows no custom schemes, so it sees app://main/page as http://main.app.localhost/page: a real
 * origin and a secure context.
 */
export const toChromium = (url: string) =>
  url.replace(/^([a-z][a-z0-9-]*):\/\/([^/?#]+)/, (all, scheme, host) => (schemes.has(scheme) ? `http://${host}.${scheme}.localhost` : all))
export const fromChromium = (url: string) =>
  url.replace(/^http:\/\/([^/?#]+)\.([a-z][a-z0-9-]*)\.localhost(?=[/?#]|$)/, (all, host, scheme) => (schemes.has(scheme) ? `${scheme}://${host}` : all))

const isCancelled = (details: { url: string; method: string }) => new Promise<boolean>((done) => {
  if (gate.beforeRequest) gate.beforeRequest(details, ({ cancel }) => done(cancel === true))
  else done(false)
})

/** A request whose address stands as it was asked for: Node's own parsing would mend it. */
export function requestFor(url: string, init?: RequestInit): Request {
  const request = new Request(url, init)
  Object.defineProperty(request, 'url', { value: url })
  return request
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<unknown> {
  const { url: asked = '', method = 'GET' } = incoming
  const url = fromChromium(asked)
  if (/^http:\/\/[^/]+\/favicon\.ico$/.test(asked)) return outgoing.writeHead(204).end() // Electron asks for none
  const handler = schemes.get(url.split(':')[0] ?? '')
  if (!handler || await isCancelled({ url, method })) return outgoing.writeHead(502).end()
  const body = ['GET', 'HEAD'].includes(method) ? undefined : (Readable.toWeb(incoming) as ReadableStream)
  const headers = incoming.headersDistinct as Record<string, any>
  const response = await handler(requestFor(url, { method, headers, body, duplex: 'half' } as RequestInit))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  return response.body ? pipeline(Readable.fromWeb(response.body as any), outgoing) : outgoing.end()
}

export function createProxy(): Server {
  const proxy = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      console.error(error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  })
  proxy.on('connect', (_request, socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'))
  proxy.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'))
  return proxy
}
