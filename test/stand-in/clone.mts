/**
 * Structured clone as text: what crosses between Node and the page.
 *
 * Both sides run this same function (the page gets its source), so it closes
 * over nothing. A value is a slot: a JSON primitive, or a one-element array
 * that points into a table, so cycles and shared buffers survive.
 */
export function cloner() {
  type Entry = [tag: string, ...parts: any[]]
  const types: Record<string, any> = {
    Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array,
    Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView,
  }
  const toText = (buffer: any) =>
    typeof Buffer === 'undefined' ? (new Uint8Array(buffer) as any).toBase64() : Buffer.from(buffer).toString('base64')
  const toBytes = (text: string) => {
    if (typeof Buffer === 'undefined') return (Uint8Array as any).fromBase64(text).buffer
    const bytes = Buffer.from(text, 'base64')
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  }

  function encode(root: unknown): string {
    const table: Entry[] = []
    const seen = new Map<unknown, number>()
    const slot = (value: any): unknown => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
      if (Number.isFinite(value) && !Object.is(value, -0)) return value
      if (!seen.has(value)) {
        seen.set(value, table.length)
        const entry: Entry = ['?']
        table.push(entry)
        entry.splice(0, 1, ...describe(value))
      }
      return [seen.get(value)]
    }
    const describe = (value: any): Entry => {
      if (value === undefined) return ['undefined']
      if (typeof value === 'number') return ['number', Object.is(value, -0) ? '-0' : String(value)]
      if (typeof value === 'bigint') return ['bigint', String(value)]
      const tag = Object.prototype.toString.call(value).slice(8, -1)
      if (tag === 'Array') return ['Array', ...value.map(slot)]
      if (tag === 'Map') return ['Map', ...[...value].flat().map(slot)]
      if (tag === 'Set') return ['Set', ...[...value].map(slot)]
      if (tag === 'Date') return ['Date', +value]
      if (tag === 'RegExp') return ['RegExp', value.source, value.flags]
      if (value instanceof Error) return ['Error', value.name, value.message, value.stack ?? '']
      if (tag === 'ArrayBuffer') return ['ArrayBuffer', toText(value)]
      if (ArrayBuffer.isView(value)) return ['View', tag, slot(value.buffer), value.byteOffset, (value as any).length ?? value.byteLength]
      if (tag !== 'Object') throw new Error('An object could not be cloned.')
      return ['Object', ...Object.entries(value).flatMap(([key, item]) => [key, slot(item)])]
    }
    const top = slot(root)
    return JSON.stringify([top, table])
  }

  function decode(text: string): any {
    const [top, table] = JSON.parse(text) as [unknown, Entry[]]
    const made: any[] = []
    const read = (value: any) => (Array.isArray(value) ? make(value[0]) : value)
    const make = (index: number): any => {
      if (index in made) return made[index]
      const keep = (value: any) => (made[index] = value)
      const [tag, ...parts] = table[index]!
      switch (tag) {
        case 'undefined': return undefined
        case 'number': return Number(parts[0])
        case 'bigint': return BigInt(parts[0])
        case 'Date': return keep(new Date(parts[0]))
        case 'RegExp': return keep(new RegExp(parts[0], parts[1]))
        case 'ArrayBuffer': return keep(toBytes(parts[0]))
        case 'View': return keep(new types[parts[0]](read(parts[1]), parts[2], parts[3]))
        case 'Error': return keep(Object.assign(new Error(parts[1]), { name: parts[0], stack: parts[2] }))
        case 'Array': { const list = keep([]); for (const part of parts) list.push(read(part)); return list }
        case 'Set': { const set = keep(new Set()); for (const part of parts) set.add(read(part)); return set }
        case 'Map': { const map = keep(new Map()); for (let i = 0; i < parts.length; i += 2) map.set(read(parts[i]), read(parts[i + 1])); return map }
        default: {
          const object = keep({})
          // Defined, not assigned: "__proto__" is a key like any other.
          for (let i = 0; i < parts.length; i += 2) {
            Object.defineProperty(object, parts[i], { value: read(parts[i + 1]), writable: true, enumerable: true, configurable: true })
          }
          return object
        }
      }
    }
    return read(top)
  }

  return { encode, decode }
}
