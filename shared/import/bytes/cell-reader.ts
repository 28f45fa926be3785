import type { ScannedRow } from './row-scanner.ts'
import { decodeText, encodeUtf8 } from './text-codec.ts'

const QUOTE = 34
const APOSTROPHE = 39
/** What begins a formula: = + - @ and a tab, and after the first two bytes of a full-width form its last. */
const FORMULA = new Set([61, 43, 45, 64, 9])
const WIDE_FORMULA = new Set([0x9D, 0x8B, 0x8D, 0xA0])

/**
 * Gives the cells of a scanned row as `bytes[start..end)`, without quotes and surrounding blanks. One object is used
 * over and over, so that reading a cell allocates nothing.
 */
export class CellReader {
  bytes: Uint8Array = new Uint8Array(0)
  start = 0
  end = 0
  private scratch = new Uint8Array(256)

  /** Moves to a cell; false where the row has no such cell or it is empty. A negative column is one that is not mapped. */
  at(row: ScannedRow, column: number): boolean {
    if (column < 0 || column >= row.cellCount) {
      this.start = this.end = 0
      return false
    }
    this.bytes = row.bytes
    this.start = row.cellStarts[column] ?? 0
    this.end = row.cellEnds[column] ?? 0
    if (row.cellQuoted[column] === 1) this.unquote()
    this.trim()
    if (this.bytes[this.start] === APOSTROPHE && this.start < this.end) this.unprotect()
    return this.start < this.end
  }

  text(): string {
    return decodeText(this.bytes, this.start, this.end)
  }

  /** Moves to a text that is no cell as it stands, such as one of several names in a cell. */
  hold(text: string): void {
    this.bytes = encodeUtf8(text)
    this.start = 0
    this.end = this.bytes.length
  }

  /** `"a ""b"" c"d` holds `a "b" cd`: what follows a closing quote belongs to the cell as it stands. */
  private unquote(): void {
    const { bytes, start, end } = this
    if (this.scratch.length < end - start) this.scratch = new Uint8Array(2 * (end - start))
    const out = this.scratch
    let length = 0
    let open = true
    for (let position = start + 1; position < end; position++) {
      const byte = bytes[position] ?? 0
      if (open && byte === QUOTE) {
        if (position + 1 < end && bytes[position + 1] === QUOTE) position++
        else {
          open = false
          continue
        }
      }
      out[length++] = byte
    }
    this.bytes = out
    this.start = 0
    this.end = length
  }

  /** Takes off the apostrophe that exports put before what a spreadsheet would compute (shared/export/formula-safe.ts). */
  private unprotect(): void {
    const { bytes, end } = this
    let next = this.start
    while (next < end && bytes[next] === APOSTROPHE) next++
    if (next === end) return
    const isWide = bytes[next] === 0xEF && bytes[next + 1] === 0xBC && WIDE_FORMULA.has(bytes[next + 2] ?? 0)
    if (isWide || FORMULA.has(bytes[next] ?? 0)) this.start++
  }

  private trim(): void {
    const { bytes } = this
    let { start, end } = this
    for (;;) {
      if (start < end && isBlank(bytes[start])) start++
      else if (start + 1 < end && bytes[start] === 0xC2 && bytes[start + 1] === 0xA0) start += 2
      else break
    }
    for (;;) {
      if (start < end && isBlank(bytes[end - 1])) end--
      else if (start + 1 < end && bytes[end - 2] === 0xC2 && bytes[end - 1] === 0xA0) end -= 2
      else break
    }
    this.start = start
    this.end = end
  }
}

/** A cell as it stands, quotes undone, blanks kept: for showing. */
export function cellTexts(row: ScannedRow): string[] {
  const texts: string[] = []
  for (let column = 0; column < row.cellCount; column++) {
    const raw = decodeText(row.bytes, row.cellStarts[column] ?? 0, row.cellEnds[column] ?? 0)
    texts.push(row.cellQuoted[column] === 1 ? unquoteText(raw) : raw)
  }
  return texts
}

function unquoteText(raw: string): string {
  const closing = /^"((?:[^"]|"")*)"?(.*)$/s.exec(raw)
  return closing ? (closing[1] ?? '').replaceAll('""', '"') + (closing[2] ?? '') : raw
}

function isBlank(byte: number | undefined): boolean {
  return byte !== undefined && (byte === 32 || (byte >= 9 && byte <= 13))
}
