import { singleByteToUtf8 } from './single-byte.ts'

/** The platform's text coder: every place Stamgast runs has it, but it belongs to none of the libraries `shared/` compiles against. */
declare const TextDecoder: new (label: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) => {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

const encoder = new TextEncoder()
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

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
    return strict.decode(singleByteToUtf8(part, 'windows-1252'))
  }
}

/** Turns UTF-16 that arrives in pieces into UTF-8; a character cut in two by a piece's end waits for its other half. */
export function utf16ToUtf8(encoding: 'utf-16le' | 'utf-16be'): (piece: Uint8Array, last: boolean) => Uint8Array {
  const decoder = new TextDecoder(encoding)
  return (piece, last) => encoder.encode(decoder.decode(piece, { stream: !last }))
}
