import { dayNumber } from '../../calendar.ts'
import type { DateOrder } from '../../contract/data.ts'
import type { CellReader } from '../bytes/cell-reader.ts'
import { FIRST_YEAR, LAST_YEAR, parseDate } from './parse-date.ts'

const ZERO = 48
const COLON = 58
const SPACE = 32
const CAPITAL_T = 84

export type DateOutcome = 'day' | 'missing' | 'unreadable' | 'impossible'

/**
 * Reads dates from cells. Three numbers and perhaps a plain time are read from the bytes; everything else goes the
 * thorough way through `parseDate`, which gives the same answer for both.
 */
export class DateReader {
  day = 0
  private readonly order: DateOrder | null
  private readonly latestDay: number
  /** Day numbers met before, by year, month and day: a shop has a few thousand days, a file a million dates. */
  private readonly days = new Map<number, number>()

  /** Days after `latestDay` are impossible, like those that do not exist. */
  constructor(order: DateOrder | null, latestDay = Infinity) {
    this.order = order
    this.latestDay = latestDay
  }

  read(cell: CellReader): DateOutcome {
    if (!this.readPlain(cell.bytes, cell.start, cell.end)) {
      const parsed = parseDate(cell.text(), this.order)
      if (parsed.kind !== 'day') return parsed.kind
      this.day = parsed.day
    }
    return this.day > this.latestDay ? 'impossible' : 'day'
  }

  private readPlain(bytes: Uint8Array, start: number, end: number): boolean {
    let position = start
    let first = 0
    let second = 0
    let third = 0
    let digit: number
    while (position < end && (digit = (bytes[position] ?? 0) - ZERO) >= 0 && digit <= 9) {
      first = first * 10 + digit
      position++
    }
    const firstLength = position - start
    if (firstLength === 8 && position === end) return this.find(Math.floor(first / 10_000), Math.floor(first / 100) % 100, first % 100)
    const separator = bytes[position] ?? 0
    // - . / in this order in ASCII
    if (separator < 45 || separator > 47 || (firstLength !== 4 && firstLength !== 2)) return false
    const secondStart = ++position
    while (position < end && (digit = (bytes[position] ?? 0) - ZERO) >= 0 && digit <= 9) {
      second = second * 10 + digit
      position++
    }
    if (position - secondStart !== 2 || bytes[position] !== separator) return false
    const thirdStart = ++position
    while (position < end && (digit = (bytes[position] ?? 0) - ZERO) >= 0 && digit <= 9) {
      third = third * 10 + digit
      position++
    }
    if (position - thirdStart !== 6 - firstLength || !isPlainTime(bytes, position, end)) return false
    if (firstLength === 4) return this.find(first, second, third)
    if (this.order === 'dmy') return this.find(third, second, first)
    return this.order === 'mdy' && this.find(third, first, second)
  }

  private find(year: number, month: number, day: number): boolean {
    const key = (year * 100 + month) * 100 + day
    let found = this.days.get(key)
    if (found === undefined) {
      const number = year >= FIRST_YEAR && year <= LAST_YEAR ? dayNumber(year, month, day) : null
      if (number === null) return false
      found = number
      this.days.set(key, found)
    }
    this.day = found
    return true
  }
}

/** Nothing, ` 08:26` or `T08:26:00`. */
function isPlainTime(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true
  if ((bytes[start] !== SPACE && bytes[start] !== CAPITAL_T) || (end - start !== 6 && end - start !== 9)) return false
  for (let i = start + 1; i < end; i++) {
    const byte = bytes[i] ?? 0
    if ((i - start) % 3 === 0 ? byte !== COLON : byte < ZERO || byte >= COLON) return false
  }
  return true
}
