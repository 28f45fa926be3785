import { formatIsoDay } from '../../calendar.ts'
import type { DateKind } from './number-format.ts'

const SECONDS_PER_DAY = 86_400
/** Day 0 of the usual count is 30 December 1899, seen from 1 March 1900 on. */
const EPOCH = -25_569
/** Files from older Macs count from 1 January 1904. */
const DAYS_TO_1904 = 1462
/** Spreadsheets believe that 1900 was a leap year: what they count before 1 March 1900 is a day short. */
const MISCOUNTED_UNTIL = 60
const LAST_SERIAL = 2_958_465

/**
 * A spreadsheet's day count as its cell means it: `2021-08-13`, `2021-08-13 00:47:31` where it holds a time too, `00:47:31` where the format shows the
 * time only or no whole day has passed. Rounded to the second. `null` where the number is no moment: negative, or after the year 9999.
 *
 * Example: `serialDate(44421.033, 'date-time', false)` is '2021-08-13 00:47:31'; `serialDate(0, 'date', true)` is '1904-01-01'.
 */
export function serialDate(serial: number, kind: Exclude<DateKind, null>, from1904: boolean): string | null {
  const seconds = Math.round((serial + (from1904 ? DAYS_TO_1904 : 0)) * SECONDS_PER_DAY)
  if (!(seconds >= 0 && seconds < (LAST_SERIAL + 1) * SECONDS_PER_DAY)) return null
  const days = Math.floor(seconds / SECONDS_PER_DAY)
  const time = clock(seconds - days * SECONDS_PER_DAY)
  if (kind === 'time' || days === 0) return time
  const date = formatIsoDay(days + EPOCH + (days < MISCOUNTED_UNTIL ? 1 : 0))
  return kind === 'date' && time === '00:00:00' ? date : `${date} ${time}`
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
