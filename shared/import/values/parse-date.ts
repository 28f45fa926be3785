import { dayNumber } from '../../calendar.ts'
import type { DateOrder } from '../../contract/data.ts'
import { monthOf } from './month-names.ts'

/** What a date cell says, before anyone decides whether 03-04 is in March or in April. */
export type DateParts =
  | { readonly form: 'year-first' | 'named'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly form: 'open'; readonly first: number; readonly second: number; readonly year: number }
  | { readonly form: 'serial'; readonly day: number }

export type ParsedDate =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'missing' | 'unreadable' | 'impossible' }

/** Two-digit years from here on are of the last century: 70 is 1970, 69 is 2069. */
const PIVOT_YEAR = 70
/** Sales on record are younger; what programs write for no date at all (1 January 1900) is older. */
export const FIRST_YEAR = 1970
export const LAST_YEAR = 2199
/** Spreadsheets count days from 30 December 1899. */
const SERIAL_EPOCH = -25_569
const FIRST_SERIAL = 25_569
/** No date with its time is longer; longer cells are not looked into. */
const MAX_LENGTH = 64

const TIME = /^[T,\s]*(?:(?:om|at|um|à)\s+)?(?:\d{1,2}(?:[:.h]\d{2}){1,2}(?:[.,]\d+)?|\d{1,2}(?=\s*[ap]))?\s*(?:[ap]\.?m\.?|uur|uhr)?\s*(?:z|utc|gmt|[a-z]{3,4})?\s*(?:[-+]\d{2}:?\d{2})?$/iu
const WEEKDAY = /^[\p{L}]{2,10}\.?,?\s+(?=\d|\p{L})/u
const YEAR_FIRST = /^(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)(.*)$/u
const COMPACT = /^((?:19|20|21)\d{2})(\d{2})(\d{2})(?!\d)(.*)$/u
const NUMBERS = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)\.?(.*)$/u
const DAY_MONTH = /^(\d{1,2})(?:\.|st|nd|rd|th|er|e)?[\s-]*(?:of\s+|de\s+)?(\p{L}{3,9})\.?[\s,-]*(\d{4}|\d{2})(?!\d)(.*)$/u
const MONTH_DAY = /^(\p{L}{3,9})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})(?!\d)(.*)$/u
const YEAR_MONTH = /^(\d{4})[\s-]+(\p{L}{3,9})\.?[\s-]+(\d{1,2})(?!\d)(.*)$/u
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/u

/**
 * Takes a date apart: `2026-03-29T03:09:40+02:00`, `20260329`, `29-3-26`, `Dec 8, 2024`, `10-Dez-25`, `8 décembre 2024`, a
 * spreadsheet's day count such as 44421.033. A time and an offset are read over: the date is the one on the
 * shop's own clock. `null` where the text is no date.
 */
export function splitDate(text: string): DateParts | null {
  const trimmed = text.trim()
  if (trimmed.length > MAX_LENGTH || !/\d/u.test(trimmed)) return null
  const serial = SERIAL.exec(trimmed)
  if (serial) return Number(serial[1]) >= FIRST_SERIAL ? { form: 'serial', day: Number(serial[1]) + SERIAL_EPOCH } : null
  return splitNumeric(trimmed) ?? splitNamed(trimmed)
}

function splitNumeric(text: string): DateParts | null {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return known('year-first', yearFirst[1], Number(yearFirst[3]), yearFirst[4], yearFirst[5])
  const compact = COMPACT.exec(text)
  if (compact) return known('year-first', compact[1], Number(compact[2]), compact[3], compact[4])
  const numbers = NUMBERS.exec(text.replace(WEEKDAY, ''))
  if (!numbers || !TIME.test(numbers[5] ?? '')) return null
  return { form: 'open', first: Number(numbers[1]), second: Number(numbers[3]), year: fullYear(numbers[4] ?? '') }
}

function splitNamed(text: string): DateParts | null {
  for (const candidate of [text, text.replace(WEEKDAY, '')]) {
    const dayMonth = DAY_MONTH.exec(candidate)
    if (dayMonth) return known('named', dayMonth[3], monthOf(dayMonth[2] ?? ''), dayMonth[1], dayMonth[4])
    const monthDay = MONTH_DAY.exec(candidate)
    const month = monthDay ? monthOf(monthDay[1] ?? '') : null
    if (monthDay && month !== null) return known('named', monthDay[3], month, monthDay[2], monthDay[4])
    const yearMonth = YEAR_MONTH.exec(candidate)
    if (yearMonth) return known('named', yearMonth[1], monthOf(yearMonth[2] ?? ''), yearMonth[3], yearMonth[4])
  }
  return null
}

function known(form: 'year-first' | 'named', year: string | undefined, month: number | null, day: string | undefined, rest: string | undefined): DateParts | null {
  if (month === null || !TIME.test(rest ?? '')) return null
  return { form, year: fullYear(year ?? ''), month, day: Number(day) }
}

function fullYear(digits: string): number {
  const year = Number(digits)
  return digits.length > 2 ? year : year + (year < PIVOT_YEAR ? 2000 : 1900)
}

/**
 * The day number (shared/calendar.ts) of a date cell. `order` is the column's; under 'ymd' or `null` a date that could be
 * read in two ways is unreadable (05-05-2026 is one day either way). Days that do not exist, and years outside 1970-2199, are impossible.
 *
 * Example: `parseDate('31-01-2026', 'dmy')` is the day of 2026-01-31, and 'mdy' makes it impossible.
 */
export function parseDate(text: string, order: DateOrder | null): ParsedDate {
  if (text.trim() === '') return { kind: 'missing' }
  const parts = splitDate(text)
  if (parts === null) return { kind: 'unreadable' }
  if (parts.form === 'serial') return { kind: 'day', day: parts.day }
  if (parts.form !== 'open') return existing(parts.year, parts.month, parts.day)
  if (order === 'dmy') return existing(parts.year, parts.second, parts.first)
  if (order === 'mdy' || parts.first === parts.second) return existing(parts.year, parts.first, parts.second)
  return { kind: 'unreadable' }
}

function existing(year: number, month: number, day: number): ParsedDate {
  const found = year >= FIRST_YEAR && year <= LAST_YEAR ? dayNumber(year, month, day) : null
  return found === null ? { kind: 'impossible' } : { kind: 'day', day: found }
}
