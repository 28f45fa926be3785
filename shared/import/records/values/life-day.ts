import { dayNumber } from '../../../calendar.ts'
import type { DateOrder } from '../../../contract/data.ts'
import { LAST_YEAR, splitDate } from '../../values/parse-date.ts'

const OLDEST = 1900
const CENTURY = 100

/**
 * The day number (shared/calendar.ts) of a day in people's lives: unlike a sale it may lie before 1970, and a year of two digits that would lie after
 * `latestDay` is of the century before. 'impossible' for days that do not exist or come after `latestDay`.
 *
 * Example: `parseLifeDay('17-05-55', 'dmy', 20_000)` is the day of 1955-05-17.
 */
export function parseLifeDay(text: string, order: DateOrder | null, latestDay = Infinity): number | 'unreadable' | 'impossible' {
  const parts = splitDate(text)
  if (parts === null) return 'unreadable'
  if (parts.form === 'serial') return parts.day <= latestDay ? parts.day : 'impossible'
  const known = parts.form === 'open' ? ordered(parts, order) : parts
  if (known === null) return 'unreadable'
  const dayIn = (year: number) => (year >= OLDEST && year <= LAST_YEAR ? dayNumber(year, known.month, known.day) : null)
  const day = dayIn(known.year)
  if (day !== null && day <= latestDay) return day
  const earlier = /\d{4}/u.test(text) ? null : dayIn(known.year - CENTURY)
  return earlier ?? 'impossible'
}

function ordered({ first, second, year }: { readonly first: number; readonly second: number; readonly year: number }, order: DateOrder | null) {
  if (order === 'dmy') return { year, month: second, day: first }
  return order === 'mdy' || first === second ? { year, month: first, day: second } : null
}
