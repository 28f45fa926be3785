import type { EncodingName } from '../../contract/data.ts'
import { AppError } from '../../result.ts'
import { detectSingleByte } from './detect-single-byte.ts'
import { isUtf8 } from './text-codec.ts'

/** Share of zero bytes in one half of the byte pairs that Latin text in UTF-16 has and nothing else. */
const UTF16_ZERO_SHARE = 0.4
/** Text has (almost) no control characters; pictures and archives are full of them. */
const BINARY_CONTROL_SHARE = 0.05
const ZIP = [0x50, 0x4B, 0x03, 0x04]
const OLE2 = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
const SPREADSHEET_MARKS = ['[Content_Types].xml', 'xl/', 'opendocument.spreadsheet']

/**
 * Tells what a file's first bytes are written in: byte order mark, else the zero bytes of UTF-16, else UTF-8 if every
 * byte fits it (a character cut off at the end is forgiven), else the one-byte encoding that makes sense of its letters.
 * Throws an AppError for what is no text: `file-empty`, `file-is-xls`, `file-is-spreadsheet`, `file-not-text`.
 */
export function detectEncoding(head: Uint8Array): EncodingName {
  refuseOtherFiles(head)
  if (startsWith(head, [0xEF, 0xBB, 0xBF])) return 'utf-8'
  if (startsWith(head, [0xFF, 0xFE])) return 'utf-16le'
  if (startsWith(head, [0xFE, 0xFF])) return 'utf-16be'
  const utf16 = utf16ByZeros(head)
  if (utf16 !== null) return utf16
  if (looksBinary(head)) throw new AppError('file-not-text')
  return isUtf8(withoutCutCharacter(head)) ? 'utf-8' : detectSingleByte(head)
}

/** Throws for an empty file and for files that announce themselves as something else than text. */
export function refuseOtherFiles(head: Uint8Array): void {
  if (head.length === 0) throw new AppError('file-empty')
  if (startsWith(head, OLE2)) throw new AppError('file-is-xls')
  if (startsWith(head, ZIP)) {
    const names = String.fromCharCode(...head.subarray(0, 4096))
    throw new AppError(SPREADSHEET_MARKS.some((mark) => names.includes(mark)) ? 'file-is-spreadsheet' : 'file-not-text')
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

function utf16ByZeros(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(head.length / 2)
  if (pairs < 2) return null
  let zerosFirst = 0
  let zerosSecond = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) zerosFirst++
    if (head[2 * pair + 1] === 0) zerosSecond++
  }
  if (zerosSecond >= UTF16_ZERO_SHARE * pairs && zerosFirst <= pairs / 100) return 'utf-16le'
  if (zerosFirst >= UTF16_ZERO_SHARE * pairs && zerosSecond <= pairs / 100) return 'utf-16be'
  return null
}

function looksBinary(head: Uint8Array): boolean {
  let controls = 0
  for (const byte of head) {
    const allowed = byte >= 0x20 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 0x1A
    if (!allowed) controls++
  }
  return controls > BINARY_CONTROL_SHARE * head.length
}

/** Cuts a UTF-8 character whose last bytes lie beyond the end: at most three bytes, from its first byte on. */
function withoutCutCharacter(head: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= head.length; back++) {
    const byte = head[head.length - back] ?? 0
    if (byte < 0x80) return head
    if (byte >= 0xC0) {
      const wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return back < wanted ? head.subarray(0, head.length - back) : head
    }
  }
  return head
}
