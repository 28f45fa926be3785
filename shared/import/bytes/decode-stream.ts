import type { EncodingName } from '../../contract/data.ts'
import { singleByteToUtf8 } from './single-byte.ts'
import { utf16ToUtf8 } from './text-codec.ts'

/** Everything after this point is UTF-8 without byte order mark and without NUL bytes, whatever the file was. */
export type DecodeStream = {
  readonly push: (chunk: Uint8Array) => Uint8Array
  readonly finish: () => Uint8Array
}

const NOTHING = new Uint8Array(0)
const UTF8_MARK = [0xEF, 0xBB, 0xBF]

export function createDecodeStream(encoding: EncodingName): DecodeStream {
  if (encoding === 'utf-8') return utf8Stream()
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const convert = utf16ToUtf8(encoding)
    return { push: (chunk) => withoutNul(convert(chunk, false)), finish: () => withoutNul(convert(NOTHING, true)) }
  }
  return { push: (chunk) => withoutNul(singleByteToUtf8(chunk, encoding)), finish: () => NOTHING }
}

/** Passes chunks on as they are; only the first three bytes wait until it is sure whether they are a byte order mark. */
function utf8Stream(): DecodeStream {
  let opening: number[] | null = []
  const settle = () => {
    const bytes = opening ?? []
    opening = null
    return Uint8Array.from(UTF8_MARK.every((byte, index) => bytes[index] === byte) ? bytes.slice(3) : bytes)
  }
  return {
    push: (chunk) => {
      if (opening === null) return withoutNul(chunk)
      const taken = Math.min(UTF8_MARK.length - opening.length, chunk.length)
      opening.push(...chunk.subarray(0, taken))
      if (opening.length < UTF8_MARK.length) return NOTHING
      const start = settle()
      const joined = new Uint8Array(start.length + chunk.length - taken)
      joined.set(start)
      joined.set(chunk.subarray(taken), start.length)
      return withoutNul(joined)
    },
    finish: () => withoutNul(settle()),
  }
}

function withoutNul(bytes: Uint8Array): Uint8Array {
  return bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes
}
