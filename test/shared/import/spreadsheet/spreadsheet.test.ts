import { expect, test } from 'vitest'
import { cellColumn } from '../../../../shared/import/spreadsheet/cell-column.ts'
import { csvCell } from '../../../../shared/import/spreadsheet/csv-cell.ts'
import { builtInDateKind, dateKindOf } from '../../../../shared/import/spreadsheet/number-format.ts'
import { plainNumber } from '../../../../shared/import/spreadsheet/plain-number.ts'
import { serialDate } from '../../../../shared/import/spreadsheet/serial-date.ts'

test.each([
  ['dd-mm-yyyy', 'date'], ['[$-413]d mmmm yyyy;@', 'date'], ['mmm-yy', 'date'], ['yyyy\\-mm\\-dd hh:mm:ss', 'date-time'], ['m/d/yy h:mm AM/PM', 'date-time'],
  ['h:mm', 'time'], ['mm:ss', 'time'], ['[h]:mm', null], ['[mm]:ss', null], ['General', null], ['0.00', null], ['#,##0.00 "dm"', null], ['_-* #,##0.00\\ "€"_-;[Red]0', null],
  ['#,##0\\ \\d', null], ['0.00E+00', null], ['@', null], ['', null], ['0;"dd"', null], ['d'.repeat(300), null],
] as const)('the number format %s is %s', (code, kind) => {
  expect(dateKindOf(code)).toBe(kind)
})

test('formats known by number only', () => {
  expect([0, 2, 10, 14, 17, 18, 22, 46, 47, 49, 164].map(builtInDateKind)).toEqual([null, null, null, 'date', 'date', 'time', 'date-time', null, 'time', null, null])
})

test.each([
  [44421.033, 'date-time', false, '2021-08-13 00:47:31'], [44421, 'date-time', false, '2021-08-13 00:00:00'], [44421, 'date', false, '2021-08-13'],
  [44421.5, 'date', false, '2021-08-13 12:00:00'], [44421.5, 'time', false, '12:00:00'], [0.9999999, 'date', false, '1900-01-01'],
  [0, 'date', true, '1904-01-01'], [42959, 'date', true, '2021-08-13'], [1, 'date', false, '1900-01-01'], [59, 'date', false, '1900-02-28'], [61, 'date', false, '1900-03-01'],
  [-1, 'date', false, null], [3e6, 'date', false, null], [Number.NaN, 'date', false, null], [45351, 'date', false, '2024-02-29'],
] as const)('%d as a %s, counted from 1904: %s, is %s', (serial, kind, from1904, shown) => {
  expect(serialDate(serial, kind, from1904)).toBe(shown)
})

test.each([
  ['12', '12'], ['-1234.5', '-1234.5'], ['0.30000000000000004', '0.3'], ['1.234', '1.2340'], ['19.989999999999998', '19.99'], ['1E-3', '0.0010'], ['1.5e3', '1500'], ['1E+100', '1e+100'],
  ['1234567890123456789', '1234567890123456789'], ['123456789012345.678', '123456789012346'], ['', ''], ['abc', 'abc'], ['2.5E-7', '0.00000025'], ['-0.1250', '-0.1250'],
])('the number %s is written as %s', (stored, written) => {
  expect(plainNumber(stored)).toBe(written)
})

test.each([
  ['Anna', 'Anna'], ['Kop, "groot"', '"Kop, ""groot"""'], ['a\r\nb', 'a b'], ['a_x000D_\nb', 'a b'], ['x_y', 'x_y'], ['a_x002C_b', '"a,b"'], ['é €', 'é €'], ['a\u0000b', 'a b'],
])('the text %j is the CSV cell %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell)
})

test('columns by their letters', () => {
  expect(['A1', 'Z9', 'AB12', 'XFD1048576', '12'].map(cellColumn)).toEqual([0, 25, 27, 16383, -1])
})
