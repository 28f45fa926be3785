import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, formatIsoDay, parseIsoDay } from '../../shared/calendar.ts'
import { lastDayOfMonth, monthName, monthOfDay, monthsBetween, parseMonthName } from '../../shared/months.ts'

const day = (text: string) => parseIsoDay(text)!

test('months count on over the years (worked examples)', () => {
  expect([monthOfDay(0), monthOfDay(30), monthOfDay(31), monthOfDay(-1)]).toEqual([23_640, 23_640, 23_641, 23_639])
  expect(monthName(23_640)).toBe('1970-01')
  expect(parseMonthName('1970-02')).toBe(23_641)
  expect(['1970-13', '1970-00', '1970-1', '70-01', '', '1970-01-01'].map(parseMonthName)).toEqual([null, null, null, null, null, null])
  expect(lastDayOfMonth(23_640)).toBe(30)
  expect(formatIsoDay(lastDayOfMonth(parseMonthName('2024-02')!))).toBe('2024-02-29')
  expect(formatIsoDay(lastDayOfMonth(parseMonthName('2023-12')!))).toBe('2023-12-31')
})

test('what is no day has no month', () => {
  expect([monthOfDay(Number.NaN), monthOfDay(1e12), lastDayOfMonth(Number.NaN), monthsBetween(Number.NaN, 5), monthsBetween(5, Number.NaN), monthsBetween(5, 1e12)])
    .toEqual(Array.from({ length: 6 }, () => Number.NaN))
})

test.each([
  ['2023-01-31', '2023-02-27', 0], ['2023-01-31', '2023-02-28', 1], ['2023-01-31', '2023-03-30', 1], ['2023-01-31', '2023-03-31', 2],
  ['2024-01-31', '2024-02-28', 0], ['2024-01-31', '2024-02-29', 1], ['2024-01-30', '2024-02-29', 1], ['2024-01-29', '2024-02-28', 0],
  ['2024-02-29', '2024-03-28', 0], ['2024-02-29', '2024-03-29', 1], ['2024-02-29', '2025-02-27', 11], ['2024-02-29', '2025-02-28', 12], ['2024-02-29', '2028-02-28', 47], ['2024-02-29', '2028-02-29', 48],
  ['2023-12-15', '2024-01-14', 0], ['2023-12-15', '2024-01-15', 1], ['2023-05-01', '2023-05-31', 0], ['2023-05-01', '2023-06-01', 1], ['2023-05-10', '2023-05-09', -1],
])('F20: from %s to %s are %i whole months', (from, to, months) => {
  expect(monthsBetween(day(from), day(to))).toBe(months)
})

/** The day so many months on, or the last of a month that is too short. */
function monthsOn(from: number, months: number): number {
  const [year, month, dayOfMonth] = formatIsoDay(from).split('-').map(Number)
  const index = year! * 12 + month! - 1 + months
  for (let last = dayOfMonth!; ; last--) {
    const found = dayNumber(Math.floor(index / 12), index % 12 + 1, last)
    if (found !== null) return found
  }
}

test('whole months by counting on from the first day agree', () => {
  fc.assert(fc.property(fc.integer({ min: -30_000, max: 60_000 }), fc.nat(4000), (from, later) => {
    let months = 0
    while (monthsOn(from, months + 1) <= from + later) months++
    expect(monthsBetween(from, from + later)).toBe(months)
    expect(parseMonthName(monthName(monthOfDay(from)))).toBe(monthOfDay(from))
    expect(formatIsoDay(from).slice(0, 7)).toBe(monthName(monthOfDay(from)))
    expect(monthOfDay(lastDayOfMonth(monthOfDay(from)) + 1)).toBe(monthOfDay(from) + 1)
  }))
})
