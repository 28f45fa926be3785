import type { DelimiterName, RejectReason } from '../../contract/data.ts'

/** One row as it stands in the scanner's buffer; valid only until the handler returns. */
export type ScannedRow = {
  readonly bytes: Uint8Array
  /** The row's first byte, and the one after its last, line end excluded. */
  readonly start: number
  readonly end: number
  /** Line of the file on which the row starts, 1 for the first. */
  readonly lineNumber: number
  readonly cellCount: number
  readonly cellStarts: Int32Array
  readonly cellEnds: Int32Array
  /** 1 where the cell still holds its quotes, because there are doubled quotes or text behind the closing one. */
  readonly cellQuoted: Uint8Array
}

export type RowHandler = {
  row(row: ScannedRow): void
  /** A line that cannot be read as a row; reading goes on at the next line. */
  broken(row: Pick<ScannedRow, 'bytes' | 'start' | 'end' | 'lineNumber'>, reason: RejectReason): void
}

const LF = 10
const CR = 13
const QUOTE = 34
const SPACE = 32
const TAB = 9

/** No honest row is longer. Beyond it a quote was never closed, or the file is no table. */
export const MAX_ROW_BYTES = 1 << 20
/**
 * After so many rows with a quote that never closes, the file evidently does not put line breaks between quotes, and they
 * are no longer looked for: otherwise each such line would cost another megabyte of looking ahead.
 */
const MAX_UNCLOSED_QUOTES = 100

const COMPLETE = 0
const INCOMPLETE = 1
const UNCLOSED = 2
const TOO_LONG = 3
const MISPLACED = 4

/**
 * Splits UTF-8 bytes that arrive in chunks into rows of cells (RFC 4180: quotes, doubled quotes, line breaks between
 * quotes; LF, CRLF and CR, also mixed). Where the chunks are cut makes no difference to what comes out. Rows are
 * handed on as positions in a buffer, so that a million rows need no million objects. Empty lines are not rows.
 */
export class RowScanner implements ScannedRow {
  bytes: Uint8Array = new Uint8Array(1 << 16)
  start = 0
  end = 0
  lineNumber = 1
  cellCount = 0
  cellStarts = new Int32Array(64)
  cellEnds = new Int32Array(64)
  cellQuoted = new Uint8Array(64)

  private readonly handler: RowHandler
  private readonly delimiter: number
  private readonly whitespace: boolean
  private filled = 0
  private next = 0
  private lineBreaksInRow = 0
  private unclosedQuotes = 0
  private skipping = false

  constructor(delimiter: DelimiterName, handler: RowHandler) {
    this.handler = handler
    this.whitespace = delimiter === 'whitespace'
    this.delimiter = this.whitespace ? SPACE : delimiter.charCodeAt(0)
  }

  feed(chunk: Uint8Array): void {
    this.append(chunk)
    this.scan(false)
  }

  finish(): void {
    this.scan(true)
  }

  private append(chunk: Uint8Array): void {
    const rest = this.filled - this.next
    if (rest + chunk.length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.bytes.length, rest + chunk.length))
      larger.set(this.bytes.subarray(this.next, this.filled))
      this.bytes = larger
    } else {
      this.bytes.copyWithin(0, this.next, this.filled)
    }
    this.bytes.set(chunk, rest)
    this.next = 0
    this.filled = rest + chunk.length
  }

  private scan(last: boolean): void {
    while (this.next < this.filled) {
      if (this.skipping) {
        if (!this.skipLine(last)) return
        continue
      }
      this.start = this.next
      this.lineBreaksInRow = 0
      this.cellCount = 0
      const outcome = this.whitespace ? this.scanWhitespaceRow(last) : this.scanRow(last)
      if (outcome === INCOMPLETE) return
      if (outcome === COMPLETE) {
        if (this.end > this.start) this.handler.row(this)
        this.lineNumber += this.lineBreaksInRow + 1
      } else {
        if (outcome === UNCLOSED) this.unclosedQuotes++
        this.rejectFirstLine(outcome === TOO_LONG ? 'row-too-long' : 'unclosed-quote')
      }
    }
  }

  private scanRow(last: boolean): number {
    const { bytes, delimiter, filled } = this
    const limit = this.start + MAX_ROW_BYTES
    const bound = Math.min(filled, limit)
    let position = this.start
    for (;;) {
      const cellStart = position
      const lineBreaksBefore = this.lineBreaksInRow
      let quoted = 0
      let plainEnd = -1
      if (position < bound && bytes[position] === QUOTE) {
        position++
        for (;;) {
          let byte = 0
          while (position < bound && (byte = bytes[position] ?? 0) !== QUOTE && byte !== LF && byte !== CR) position++
          if (position >= bound) return bound === limit || last ? UNCLOSED : INCOMPLETE
          if (byte !== QUOTE) {
            if (this.unclosedQuotes >= MAX_UNCLOSED_QUOTES) return UNCLOSED
            if (byte === LF || bytes[position + 1] !== LF || position + 1 >= filled) this.lineBreaksInRow++
            position++
            continue
          }
          if (position + 1 >= filled && !last) return INCOMPLETE
          if (position + 1 >= filled || bytes[position + 1] !== QUOTE) break
          quoted = 1
          position += 2
        }
        plainEnd = position++
        const spansLines = this.lineBreaksInRow > lineBreaksBefore
        if (spansLines && position < bound && this.isText(bytes[position] ?? 0)) return MISPLACED
      }
      const afterQuotes = position
      let byte = 0
      while (position < bound && (byte = bytes[position] ?? 0) !== delimiter && byte !== LF && byte !== CR) position++
      const atEnd = position >= bound
      if (atEnd && bound === limit) return TOO_LONG
      if (atEnd && !last) return INCOMPLETE
      if (plainEnd < 0) this.addCell(cellStart, position, 0)
      else if (quoted === 0 && position === afterQuotes) this.addCell(cellStart + 1, plainEnd, 0)
      else this.addCell(cellStart, position, 1)
      if (!atEnd && byte === delimiter) {
        position++
        continue
      }
      return this.endRow(position, last)
    }
  }

  /**
   * Text right behind a closing quote is let pass, but not behind a quote that was opened lines before: then this one is
   * rather the opening quote of another cell, and the first was never closed.
   */
  private isText(byte: number): boolean {
    return byte !== this.delimiter && byte !== LF && byte !== CR && !isBlank(byte)
  }

  /** Cells between runs of spaces, as in research files; no quotes. */
  private scanWhitespaceRow(last: boolean): number {
    const { bytes, filled } = this
    const limit = this.start + MAX_ROW_BYTES
    const bound = Math.min(filled, limit)
    let position = this.start
    for (;;) {
      while (position < bound && isBlank(bytes[position] ?? 0)) position++
      const cellStart = position
      let byte = 0
      while (position < bound && !isBlank(byte = bytes[position] ?? 0) && byte !== LF && byte !== CR) position++
      const atEnd = position >= bound
      if (atEnd && bound === limit) return TOO_LONG
      if (atEnd && !last) return INCOMPLETE
      if (position > cellStart) this.addCell(cellStart, position, 0)
      if (atEnd || byte === LF || byte === CR) return this.endRow(position, last)
    }
  }

  private addCell(start: number, end: number, quoted: number): void {
    if (this.cellCount === this.cellStarts.length) this.growCells()
    this.cellStarts[this.cellCount] = start
    this.cellEnds[this.cellCount] = end
    this.cellQuoted[this.cellCount] = quoted
    this.cellCount++
  }

  private growCells(): void {
    const grow = <T extends Int32Array | Uint8Array>(larger: T, old: T): T => {
      larger.set(old)
      return larger
    }
    const capacity = 2 * this.cellStarts.length
    this.cellStarts = grow(new Int32Array(capacity), this.cellStarts)
    this.cellEnds = grow(new Int32Array(capacity), this.cellEnds)
    this.cellQuoted = grow(new Uint8Array(capacity), this.cellQuoted)
  }

  private endRow(position: number, last: boolean): number {
    const after = this.afterLineEnd(position, last)
    if (after < 0) return INCOMPLETE
    this.end = position
    this.next = after
    return COMPLETE
  }

  /** The position behind the line end at `position`; -1 where a CR may still be followed by its LF. */
  private afterLineEnd(position: number, last: boolean): number {
    if (position >= this.filled) return position
    if (this.bytes[position] === LF) return position + 1
    if (position + 1 >= this.filled && !last) return -1
    return position + 1 < this.filled && this.bytes[position + 1] === LF ? position + 2 : position + 1
  }

  private lineEndFrom(position: number): number {
    const { bytes, filled } = this
    while (position < filled && bytes[position] !== LF && bytes[position] !== CR) position++
    return position
  }

  /** Gives up on the row but only on its first line: what follows is read anew. */
  private rejectFirstLine(reason: RejectReason): void {
    this.end = this.lineEndFrom(this.start)
    this.handler.broken(this, reason)
    this.next = this.end
    this.skipping = true
  }

  private skipLine(last: boolean): boolean {
    const end = this.lineEndFrom(this.next)
    this.next = end
    if (end >= this.filled) return false
    const after = this.afterLineEnd(end, last)
    if (after < 0) return false
    this.next = after
    this.lineNumber++
    this.skipping = false
    return true
  }
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB
}
