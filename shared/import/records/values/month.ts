import { formatIsoDay } from '../../../calendar.ts'
import type { DateOrder } from '../../../contract/data.ts'
import { FIRST_YEAR, LAST_YEAR, parseDate } from '../../values/parse-date.ts'
import { monthOf } from '../../values/month-names.ts'

const YEAR_FIRST = /^(\d{4})(?:[-/. ]|[mM])?(\d{1,2})$/u
const MONTH_FIRST = /^(\d{1,2})[-/. ](\d{4})$/u
const NAME_FIRST = /^(\p{L}{3,9})\.?[\s'’/-]*(\d{4}|\d{2})$/u
const NAME_LAST = /^(\d{4})[\s/-]*(\p{L}{3,9})\.?$/u

/**
 * The month a cell names, `YYYY-MM`; of a whole date (in the column's `order`) the month it is in. `null` where it names none.
 *
 * Example: `parseMonth('mrt 2024', null)`, `parseMonth('03-2024', null)`, `parseMonth('202403', null)` and `parseMonth('17-03-2024', 'dmy')` are '2024-03'.
 */
export function parseMonth(text: string, order: DateOrder | null): string | null {
  const trimmed = text.trim()
  const yearFirst = YEAR_FIRST.exec(trimmed)
  if (yearFirst) return written(Number(yearFirst[1]), Number(yearFirst[2]))
  const monthFirst = MONTH_FIRST.exec(trimmed)
  if (monthFirst) return written(Number(monthFirst[2]), Number(monthFirst[1]))
  const nameFirst = NAME_FIRST.exec(trimmed)
  if (nameFirst) return written(fullYear(nameFirst[2] ?? ''), monthOf(nameFirst[1] ?? ''))
  const nameLast = NAME_LAST.exec(trimmed)
  if (nameLast) return written(Number(nameLast[1]), monthOf(nameLast[2] ?? ''))
  const date = parseDate(trimmed, order)
  return date.kind === 'day' ? formatIsoDay(date.day).slice(0, 7) : null
}

function fullYear(digits: string): number {
  return Number(digits.padStart(4, '20'))
}

function written(year: number, month: number | null): string | null {
  if (month === null || month < 1 || month > 12 || year < FIRST_YEAR || year > LAST_YEAR) return null
  return `${year}-${String(month).padStart(2, '0')}`
}
