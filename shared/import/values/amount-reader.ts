import type { DecimalMark } from '../../contract/data.ts'
import type { CellReader } from '../bytes/cell-reader.ts'
import { MAX_CENTS, parseAmount } from './parse-amount.ts'

const MINUS = 45
const ZERO = 48
/** Longer runs of digits go the thorough way. */
const MAX_QUICK_DIGITS = 14

export type AmountOutcome = 'amount' | 'missing' | 'unreadable' | 'too-large'

/**
 * Reads amounts from cells. Plain digits with a mark are read from the bytes; everything else goes the thorough way
 * through `parseAmount`, which gives the same answer for both.
 */
export class AmountReader {
  value = 0
  scale = 0
  /** Currency written in the cell, if any. */
  currency: string | null = null
  private readonly mark: DecimalMark | null
  private readonly markByte: number
  private readonly groupByte: number

  constructor(mark: DecimalMark | null) {
    this.mark = mark
    this.markByte = mark === null ? -1 : mark.charCodeAt(0)
    this.groupByte = mark === null ? -1 : mark === '.' ? 44 : 46
  }

  read(cell: CellReader): AmountOutcome {
    if (this.readPlain(cell.bytes, cell.start, cell.end)) return 'amount'
    const parsed = parseAmount(cell.text(), this.mark)
    if (parsed.kind !== 'amount') return parsed.kind
    this.value = parsed.value
    this.scale = parsed.scale
    this.currency = parsed.currency
    return 'amount'
  }

  private readPlain(bytes: Uint8Array, start: number, end: number): boolean {
    const negative = bytes[start] === MINUS
    let position = negative ? start + 1 : start
    if (position >= end || end - position > MAX_QUICK_DIGITS) return false
    let value = 0
    let scale = 0
    let digitsInGroup = 0
    let groups = 0
    let afterMark = false
    for (; position < end; position++) {
      const byte = bytes[position] ?? 0
      const digit = byte - ZERO
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit
        if (afterMark) scale++
        else digitsInGroup++
      } else if (afterMark || digitsInGroup === 0 || (groups > 0 && digitsInGroup !== 3)) {
        return false
      } else if (byte === this.markByte) {
        afterMark = true
      } else if (byte === this.groupByte && digitsInGroup <= 3) {
        groups++
        digitsInGroup = 0
      } else {
        return false
      }
    }
    if ((groups > 0 && digitsInGroup !== 3) || scale > 9 || (scale < 3 && value * 100 > MAX_CENTS) || (afterMark && scale === 0)) return false
    this.value = negative && value !== 0 ? -value : value
    this.scale = scale
    this.currency = null
    return true
  }
}
