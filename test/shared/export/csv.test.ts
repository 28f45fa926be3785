import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { amountText, type CsvLayout, csvHeader, csvRows } from '../../../shared/export/csv.ts'
import type { Column, Row } from '../../../shared/export/table.ts'

const dutch: CsvLayout = { delimiter: ';', decimalMark: ',' }
const international: CsvLayout = { delimiter: ',', decimalMark: '.' }
const columns: Column[] = [
  { header: 'Klant', kind: 'text' }, { header: '=Bedrag (EUR)', kind: 'cents' }, { header: 'Dag', kind: 'day' }, { header: 'Aantal', kind: 'number' }, { header: 'Kans', kind: 'share' },
]
const rows: Row[] = [['Anna; Bram', 1250, '2026-01-31', 1.5, 0.25], ['=1+1', -5, null, -3, null], [' "Zee", \nblauw', 0, null, 0, 1]]

test('Dutch Excel gets semicolons, decimal commas and a mark for UTF-8', () => {
  expect(csvHeader(columns, dutch) + csvRows(columns, rows, dutch)).toBe(
    '\uFEFFKlant;\'=Bedrag (EUR);Dag;Aantal;Kans\r\n"Anna; Bram";12,50;2026-01-31;1,5;0,25\r\n\'=1+1;-0,05;;-3;\r\n" ""Zee"", \nblauw";0,00;;0;1\r\n')
})

test('others get commas and decimal points', () => {
  expect(csvRows(columns, rows, international)).toBe('"Anna; Bram",12.50,2026-01-31,1.5,0.25\r\n\'=1+1,-0.05,,-3,\r\n" ""Zee"", \nblauw",0.00,,0,1\r\n')
})

test.each([['dutch', dutch], ['international', international]] as const)('another reader finds the same cells in the %s layout', (_, layout) => {
  const { data } = Papa.parse<string[]>(csvRows(columns, rows, layout), { delimiter: layout.delimiter, newline: '\r\n', skipEmptyLines: true })
  expect(data.map((cells) => cells[0])).toEqual(['Anna; Bram', "'=1+1", ' "Zee", \nblauw'])
  expect(data.every((cells) => cells.length === columns.length)).toBe(true)
})

test('an amount is exact to the cent, below zero too', () => {
  expect([-5, 0, 7, 100, -123_456_789, 900_719_925_474_099].map(amountText)).toEqual(['-0.05', '0.00', '0.07', '1.00', '-1234567.89', '9007199254740.99'])
})
