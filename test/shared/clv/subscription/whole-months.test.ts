import { expect, test } from 'vitest'
import { parseIsoDay } from '../../../../shared/calendar.ts'
import { wholeMonths } from '../../../../shared/clv/subscription/whole-months.ts'

test.each([
  ['2023-01-31', '2023-02-27', 0],
  ['2023-01-31', '2023-02-28', 1],
  ['2024-01-31', '2024-02-28', 0],
  ['2024-01-31', '2024-02-29', 1],
  ['2023-01-31', '2023-03-30', 1],
  ['2023-01-15', '2023-01-15', 0],
  ['2023-12-15', '2024-01-14', 0],
  ['2023-12-15', '2024-01-15', 1],
  ['2020-02-29', '2024-02-28', 47],
  ['2020-02-29', '2024-02-29', 48],
  ['2024-03-01', '2024-01-01', 0],
])('from %s to %s: %i (worked examples)', (from, to, months) => {
  expect(wholeMonths(parseIsoDay(from)!, parseIsoDay(to)!)).toBe(months)
})
