import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatIsoDay } from '../../../../shared/calendar.ts'
import type { DateOrder } from '../../../../shared/contract/data.ts'
import { CellReader } from '../../../../shared/import/bytes/cell-reader.ts'
import { DateReader } from '../../../../shared/import/values/date-reader.ts'
import { parseDate } from '../../../../shared/import/values/parse-date.ts'

function read(text: string, order: DateOrder | null): string {
  const parsed = parseDate(text, order)
  return parsed.kind === 'day' ? formatIsoDay(parsed.day) : parsed.kind
}

test.each([
  '2026-03-29', '2026-3-29', '2026/03/29', '2026.03.29', '20260329', '2026-03-29 03:09:40', '2026-03-29T03:09:40Z', '2026-03-29T03:09:40.1234567+02:00',
  '2026-03-29 03:09:40 +0200', '2026-03-29 23:59 -0800', 'Mar 29, 2026', 'March 29 2026', '29 March 2026', '29-Mar-26', '29 mrt 2026', '29 maart 2026', '29. März 2026', '29 mars 2026',
  'Sun Mar 29 2026', 'Sunday, March 29, 2026', 'Sun, 29 Mar 2026 03:09:40 GMT', '29th March 2026', '2026 Mar 29', '2026-Mar-29', 'Mar 29, 2026 9:15:51 AM', 'Mar 29, 2026, 9:15 PM', '46110', '46110.033',
])('%s says itself what it means', (text) => {
  expect(read(text, null)).toBe('2026-03-29')
  expect(read(text, 'mdy')).toBe('2026-03-29')
})

test.each([
  ['29-03-2026', 'dmy', '2026-03-29'], ['29.03.2026, 14:30', 'dmy', '2026-03-29'], ['29/3/26', 'dmy', '2026-03-29'], ['03/29/26', 'mdy', '2026-03-29'], ['3/29/2026 9:15:51 AM', 'mdy', '2026-03-29'],
  ['03-04-2026', 'dmy', '2026-04-03'], ['03-04-2026', 'mdy', '2026-03-04'], ['09/24/69', 'mdy', '2069-09-24'], ['09/24/70', 'mdy', '1970-09-24'], ['29 . 03 . 2026', 'dmy', '2026-03-29'], ['zo 29-03-2026 14:30 uur', 'dmy', '2026-03-29'],
] as const)('%s is read as %s', (text, order, expected) => {
  expect(read(text, order)).toBe(expected)
})

test('months are known in four languages', () => {
  expect(['10-Dez-25', '8 décembre 2024', '1 août 2025', '5 februari 2026', '1 Okt 2025', '7 juil. 2025', '3. Mai 2024'].map((text) => read(text, null)))
    .toEqual(['2025-12-10', '2024-12-08', '2025-08-01', '2026-02-05', '2025-10-01', '2025-07-07', '2024-05-03'])
})

test('days that do not exist are impossible, words are unreadable, nothing is missing', () => {
  expect(['30-02-2026', '31-04-2026', '29-02-2025', '00-01-2026', '13-13-2026', '2026-13-01', '2026-02-30', '0001-01-01', '9999-12-31'].map((text) => read(text, 'dmy')))
    .toEqual(Array.from({ length: 9 }, () => 'impossible'))
  expect(['', '  '].map((text) => read(text, 'dmy'))).toEqual(['missing', 'missing'])
  expect(['morgen', '12', '2026', '12-2026', '1234567', '12:30', '03-04-2026 or so', '2026-03-29x', '1-2-3-4', '12.50'].map((text) => read(text, 'dmy')))
    .toEqual(Array.from({ length: 10 }, () => 'unreadable'))
  expect(read('29-02-2024', 'dmy')).toBe('2024-02-29')
})

test('a date that could be read in two ways is not guessed where the column writes the year first', () => {
  expect(read('03-04-2026', 'ymd')).toBe('unreadable')
  expect(read('03-04-2026', null)).toBe('unreadable')
})

test('a day and a month that are the same number read one way only', () => {
  expect(read('05-05-2026', null)).toBe('2026-05-05')
  expect(read('05/05/26', 'ymd')).toBe('2026-05-05')
})

test('what programs write for no date at all is no day of sale', () => {
  expect(read('1900-01-01', 'ymd')).toBe('impossible')
  expect(read('30-12-1899', 'dmy')).toBe('impossible')
})

test('worked example of the documentation', () => {
  expect(read('31-01-2026', 'dmy')).toBe('2026-01-31')
  expect(read('31-01-2026', 'mdy')).toBe('impossible')
})

test('reading from bytes and reading from text give the same', () => {
  const digits = fc.stringMatching(/^\d{1,4}$/u)
  const text = fc.tuple(digits, fc.constantFrom('-', '/', '.', ''), digits, digits, fc.constantFrom('', ' 08:26', 'T08:26:00', ' 8:26', ' x', 'Z'))
    .map(([first, separator, second, third, time]) => first + separator + second + separator + third + time)
  fc.assert(fc.property(text, fc.constantFrom<DateOrder | null>('dmy', 'mdy', 'ymd', null), (value, order) => {
    const cell = new CellReader()
    cell.bytes = new TextEncoder().encode(value)
    cell.end = cell.bytes.length
    const reader = new DateReader(order)
    const outcome = reader.read(cell)
    const parsed = parseDate(value, order)
    expect(outcome).toBe(parsed.kind)
    if (parsed.kind === 'day') expect(reader.day).toBe(parsed.day)
  }), { numRuns: 5000 })
})
