/** The platform's text coder: every place Stamgast runs has it, but it belongs to none of the libraries `shared/` compiles against. */
declare const TextDecoder: new (label: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) => {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

const encoder = new TextEncoder()
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Unicode code points of the Windows-1252 bytes 0x80-0x9F; the five bytes it leaves open stand for themselves. */
const WINDOWS_1252 = [
  0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
  0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
]

export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The text of some bytes: UTF-8, and where they are not UTF-8 after all, Windows-1252, which reads any byte. */
export function decodeText(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const part = bytes.subarray(start, end)
  try {
    return strict.decode(part)
  } catch {
    return strict.decode(windows1252ToUtf8(part))
  }
}

/** The same text as UTF-8. Nothing is allocated beyond the result; text below 0x80 is copied as it is. */
export function windows1252ToUtf8(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 3)
  let length = 0
  for (const byte of bytes) {
    const code = byte >= 0x80 && byte < 0xA0 ? (WINDOWS_1252[byte - 0x80] ?? byte) : byte
    if (code < 0x80) {
      out[length++] = code
    } else if (code < 0x800) {
      out[length++] = 0xC0 | (code >> 6)
      out[length++] = 0x80 | (code & 0x3F)
    } else {
      out[length++] = 0xE0 | (code >> 12)
      out[length++] = 0x80 | ((code >> 6) & 0x3F)
      out[length++] = 0x80 | (code & 0x3F)
    }
  }
  return out.subarray(0, length)
}

/** Turns UTF-16 that arrives in pieces into UTF-8; a character cut in two by a piece's end waits for its other half. */
export function utf16ToUtf8(encoding: 'utf-16le' | 'utf-16be'): (piece: Uint8Array, last: boolean) => Uint8Array {
  const decoder = new TextDecoder(encoding)
  return (piece, last) => encoder.encode(decoder.decode(piece, { stream: !last }))
}
