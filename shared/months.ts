import { dayNumber, MILLISECONDS_PER_DAY } from './calendar.ts'

const MONTHS_PER_YEAR = 12

function dateOf(day: number): Date {
  return new Date(day * MILLISECONDS_PER_DAY)
}

/** The calendar month a day number is in, as a number that counts on over the years. NaN for what is no day. Example: day 0, 1 January 1970, is in month 23640, the next month is 23641. */
export function monthOfDay(day: number): number {
  const date = dateOf(day)
  return date.getUTCFullYear() * MONTHS_PER_YEAR + date.getUTCMonth()
}

/** Writes a month number as `YYYY-MM`; that it is one is not checked. Example: `monthName(23640)` is '1970-01'. */
export function monthName(month: number): string {
  return `${String(Math.floor(month / MONTHS_PER_YEAR)).padStart(4, '0')}-${String(month % MONTHS_PER_YEAR + 1).padStart(2, '0')}`
}

/** Reads `YYYY-MM`; `null` where it is no such month. Example: `parseMonthName('1970-02')` is 23641. */
export function parseMonthName(text: string): number | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text)
  return match ? Number(match[1]) * MONTHS_PER_YEAR + Number(match[2]) - 1 : null
}

/** The day number of a month's last day; NaN for what is no month. Example: of January 1970 it is 30. */
export function lastDayOfMonth(month: number): number {
  const next = month + 1
  return (dayNumber(Math.floor(next / MONTHS_PER_YEAR), next % MONTHS_PER_YEAR + 1, 1) ?? Number.NaN) - 1
}

/**
 * Whole months from one day to a later one, both day numbers: on the same day of the month one more is full, or on the month's last day where it has no
 * such day (the rule of XML Schema part 2, appendix E, for adding months). Negative for an earlier day, NaN for what is no day.
 * Example: from 31 January 2023 the first month is full on 28 February, the second on 31 March; from 29 February 2024 the twelfth on 28 February 2025.
 */
export function monthsBetween(from: number, to: number): number {
  if (from === to) return 0
  const date = dateOf(to)
  const dayOfMonth = date.getUTCDate()
  const months = date.getUTCFullYear() * MONTHS_PER_YEAR + date.getUTCMonth() - monthOfDay(from)
  const isFull = dayOfMonth >= dateOf(from).getUTCDate() || dateOf(to + 1).getUTCDate() === 1
  return isFull ? months : months - 1
}
