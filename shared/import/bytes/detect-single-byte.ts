import { characterOf, type SingleByteEncoding, singleByteEncodings } from './single-byte.ts'

const LETTER = /\p{L}/u
const CAPITAL = /\p{Lu}/u
/** Signs that stand within a word in honest text. */
const WITHIN_WORD = /[’‘´·\u00AD-]/u
/** Quotation marks and dashes, which stand at the edge of words. */
const AT_EDGE = /[‘’“”„‚«»–—…]/u
const CURRENCY = /[€£¥¢]/u
const ASCII_LETTER = /[A-Za-z]/u

/**
 * Which encoding makes sense of the bytes above ASCII. Each such byte speaks for an encoding in which it is a letter beside
 * letters, a currency sign or a quotation mark at the edge of a word, and against one in which it is a sign in the middle of a word, a capital
 * behind a small letter or the sign `¤` that nobody writes. Where none does better, Windows-1252: it is by far the most frequent.
 *
 * Example: the bytes of `Caf\x82` make sense in CP850 only (`Café`; Windows-1252 would read `Caf‚`).
 */
export function detectSingleByte(bytes: Uint8Array): SingleByteEncoding {
  const contexts = new Map<string, { readonly before: number; readonly byte: number; readonly after: number; times: number }>()
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0x80) continue
    const before = bytes[at - 1] ?? 0
    const after = bytes[at + 1] ?? 0
    const key = `${before} ${byte} ${after}`
    const known = contexts.get(key)
    if (known) known.times++
    else contexts.set(key, { before, byte, after, times: 1 })
  }
  const characterAt = (encoding: SingleByteEncoding, byte: number) => (byte < 0x80 ? String.fromCharCode(byte) : characterOf(encoding, byte))
  const scores = singleByteEncodings.map((encoding) => {
    let score = 0
    for (const { before, byte, after, times } of contexts.values()) {
      score += times * sense(characterAt(encoding, before), characterAt(encoding, byte), characterAt(encoding, after))
    }
    return { encoding, score }
  })
  return scores.reduce((best, candidate) => (candidate.score > best.score ? candidate : best)).encoding
}

function sense(before: string, character: string, after: string): number {
  if (LETTER.test(character)) {
    if (CAPITAL.test(character) && /\p{Ll}/u.test(before)) return -1
    return ASCII_LETTER.test(before) || ASCII_LETTER.test(after) ? 1 : 0
  }
  if (CURRENCY.test(character)) return 1
  const withinWord = LETTER.test(before) && LETTER.test(after)
  if (withinWord) return WITHIN_WORD.test(character) ? 0 : -1
  if (character === '¤' || /\p{Cc}|[\u2500-\u259F]/u.test(character)) return -1
  return AT_EDGE.test(character) ? 1 : 0
}
