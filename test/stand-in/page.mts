/**
 * What runs inside a window. `world` is injected into the page's own world and
 * into an isolated world (the same Chromium mechanism that Electron's context
 * isolation uses); `preload` then runs the app's preload bundle in the latter.
 * Both are sent as source text, so they close over nothing.
 */

/** One end of the context bridge: values are copied, functions become stubs that call through a synchronous DOM event. */
export function world(name: 'page' | 'preload', token: string) {
  const other = name === 'page' ? 'preload' : 'page'
  const functions: Function[] = []
  let answer: any
  const post = (kind: string, detail: unknown) => window.dispatchEvent(new CustomEvent(`${token}-${kind}`, { detail }))

  const pack = (value: any): any => {
    if (typeof value === 'function') return { fn: functions.push(value) - 1 }
    if (value instanceof Promise) return { promise: pack((done: any, fail: any) => void value.then(done, fail)) }
    if (value instanceof Error) return { error: value.message }
    if (Array.isArray(value)) return { list: value.map(pack) }
    if (value && [Object.prototype, null].includes(Object.getPrototypeOf(value))) {
      return { object: Object.entries(value).map(([key, item]) => [key, pack(item)]) }
    }
    return { value }
  }
  const unpack = (packed: any): any => {
    if ('fn' in packed) return (...args: unknown[]) => call(packed.fn, args)
    if ('promise' in packed) return new Promise(unpack(packed.promise))
    if ('error' in packed) return new Error(packed.error)
    if ('list' in packed) return packed.list.map(unpack)
    if ('object' in packed) return Object.fromEntries(packed.object.map(([key, item]: any) => [key, unpack(item)]))
    return packed.value
  }
  const call = (id: number, args: unknown[]) => {
    answer = null
    post(`to-${other}`, { id, args: args.map(pack) })
    if (!answer) throw new Error('An object could not be cloned.')
    const { thrown, result } = answer
    if (thrown) throw unpack(thrown)
    return unpack(result)
  }
  window.addEventListener(`${token}-to-${name}`, (event: any) => {
    if (!event.detail) return // not cloneable: the caller finds no answer
    let reply: object
    try {
      reply = { result: pack(functions[event.detail.id]!(...event.detail.args.map(unpack))) }
    } catch (error) {
      reply = { thrown: pack(error instanceof Error ? error : new Error(String(error))) }
    }
    post(`answer-${other}`, reply)
  })
  window.addEventListener(`${token}-answer-${name}`, (event: any) => { answer = event.detail })

  const freeze = (value: any): any => {
    if (value && typeof value === 'object' && !ArrayBuffer.isView(value)) Object.values(Object.freeze(value)).forEach(freeze)
    return value
  }
  const expose = (key: string, api: unknown) => {
    if (key in window) throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`)
    Object.defineProperty(window, key, { value: freeze(api), enumerable: true })
  }
  if (name === 'page') {
    functions.push(expose) // the page's function 0
    window.open = (url = '') => (post('open', new URL(url, location.href).href), null)
  }
  return { exposeInMainWorld: (key: string, api: unknown) => call(0, [key, api]) }
}

/** The `electron` module of a sandboxed preload script, over one CDP binding. */
export function preload(token: string, contextBridge: object, codec: any, processInfo: object, script: Function) {
  const listeners = new Map<string, Set<Function>>()
  const pending = new Map<number, any>()
  let calls = 0
  const tell = (message: object) => (globalThis as any)[token](codec.encode(message))
  // A `debugger` statement is a synchronous call: the stand-in reads `request` and sets `reply` while the page is paused there.
  // oxlint-disable-next-line no-unused-vars, no-unassigned-vars, no-debugger -- both are used from outside, through the debugger
  const standInPause = (request: object) => { let reply: any; debugger; return reply }

  const ipcRenderer = {
    on(channel: string, listener: Function) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    off(channel: string, listener: Function) {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
    invoke: (channel: string, ...args: unknown[]) => new Promise((done, fail) => {
      const id = ++calls
      tell({ kind: 'invoke', id, channel, args })
      pending.set(id, { done, fail })
    }),
  }

  ;(globalThis as any)[`${token}-deliver`] = (text: string) => {
    const message = codec.decode(text)
    if (message.kind === 'reply') {
      const call = pending.get(message.id)
      pending.delete(message.id)
      if (message.error) call.fail(new Error(message.error))
      else call.done(message.result)
      return
    }
    for (const listener of Array.from(listeners.get(message.channel) ?? [])) listener({ sender: ipcRenderer }, ...message.args)
  }

  // New windows are never opened: the app's main process is told what was asked for.
  window.addEventListener(`${token}-open`, (event: any) => tell({ kind: 'open', url: event.detail }))
  const onLink = (event: MouseEvent) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href]')
    if (!link || event.defaultPrevented || !(link.target === '_blank' || event.button === 1 || event.ctrlKey || event.shiftKey || event.metaKey)) return
    event.preventDefault()
    tell({ kind: 'open', url: link.href })
  }
  window.addEventListener('click', onLink)
  window.addEventListener('auxclick', onLink)

  const modules: Record<string, unknown> = {
    electron: { contextBridge, ipcRenderer, webUtils: { getPathForFile: (file: File) => standInPause({ file }) } },
  }
  const require = (id: string) => {
    if (!(id in modules)) throw new Error(`module not found: ${id}`)
    return modules[id]
  }
  const module = { exports: {} }
  script(require, module, module.exports, processInfo)
}
