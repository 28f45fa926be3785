/** The first thing a utility process runs: gives the app's script `process.parentPort`, then runs it. */
import { EventEmitter } from 'node:events'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

registerHooks({
  resolve(specifier, context, next) {
    if (/^electron(\/|$)/.test(specifier)) throw new Error('Electron stand-in: a utility process has no "electron" here')
    return next(specifier, context)
  },
})

/** Messages wait until somebody listens, and are cloned (serialization "advanced"), as Electron does. */
class ParentPort extends EventEmitter {
  #hears = false
  override on(name: string, listener: (...args: any[]) => void) {
    super.on(name, listener)
    if (name !== 'message' || this.#hears) return this
    this.#hears = true
    process.on('message', (data) => this.emit('message', { data, ports: [] }))
    return this
  }
  postMessage(data: unknown, transfer: unknown[] = []) {
    if (transfer.length) throw new Error('Electron stand-in: message ports do not leave a utility process')
    if (process.connected) process.send?.(data)
  }
}

process.on('disconnect', () => process.exit()) // the app ended, however it ended
const [node = '', , script = '', ...args] = process.argv
process.argv = [node, script, ...args]
Object.assign(process, { type: 'utility', parentPort: new ParentPort() })
await import(pathToFileURL(script).href)
