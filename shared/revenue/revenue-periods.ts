import { DAYS_PER_WEEK } from '../calendar.ts'
import type { RevenueMonths, RevenueWeekday } from '../contract/revenue.ts'
import { monthName, monthOfDay } from '../months.ts'
import { addRevenue, type DayRevenue, totalsOf } from './revenue-by-day.ts'

const monthsRow = (from: number, until: number, days: readonly DayRevenue[]): RevenueMonths => ({ from: monthName(from), until: monthName(until), ...totalsOf(addRevenue(days)) })

/**
 * Revenue by calendar month, oldest first: a row for each of the last `most` months with a sale, a row for every run of months without one
 * in between, and everything before in one row. `days` are those of `revenueByDay`; without any the list is empty.
 * Example: of sales in January, February and May the rows are January, February, March to April with nothing, and May; with `most` 1 January to February is one row.
 */
export function revenueByMonth(days: readonly DayRevenue[], most: number): RevenueMonths[] {
  const byMonth = [...Map.groupBy(days, ({ day }) => monthOfDay(day))]
  const older = byMonth.slice(0, Math.max(0, byMonth.length - most))
  const rows: RevenueMonths[] = []
  const [first, last] = [older[0], older.at(-1)]
  if (first && last) rows.push(monthsRow(first[0], last[0], older.flatMap(([, ofMonth]) => ofMonth)))
  byMonth.slice(older.length).forEach(([month, ofMonth], at) => {
    const next = (byMonth[older.length + at - 1]?.[0] ?? month) + 1
    if (next < month) rows.push(monthsRow(next, month - 1, []))
    rows.push(monthsRow(month, month, ofMonth))
  })
  return rows
}

/** 1 for Monday to 7 for Sunday. Example: day 0, 1 January 1970, was a Thursday: 4 (ISO 8601). */
export function weekdayOf(day: number): number {
  return (((day + 3) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK + 1
}

/** Revenue by day of the week, Monday first, with the number of such days that had a sale; all seven, or none without sales. */
export function revenueByWeekday(days: readonly DayRevenue[]): RevenueWeekday[] {
  if (days.length === 0) return []
  const byWeekday = Map.groupBy(days, ({ day }) => weekdayOf(day))
  return Array.from({ length: DAYS_PER_WEEK }, (_, at) => {
    const ofWeekday = byWeekday.get(at + 1) ?? []
    return { weekday: at + 1, days: ofWeekday.length, ...totalsOf(addRevenue(ofWeekday)) }
  })
}
