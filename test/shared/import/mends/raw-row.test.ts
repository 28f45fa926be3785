import { expect, test } from 'vitest'
import { cellsOfRow, rowOfCells } from '../../../../shared/import/mends/raw-row.ts'

test('a row comes apart into its cells and goes together again', () => {
  expect(cellsOfRow('A1;"Mug; blue";3,50', ';')).toEqual(['A1', 'Mug; blue', '3,50'])
  expect(rowOfCells(['A1', 'Mug; blue', '3,50'], ';')).toBe('A1;"Mug; blue";3,50')
  for (const delimiter of [',', ';', '\t', '|'] as const) {
    const cells = ['', 'plain', ` a "b"${delimiter}c `, 'two\nlines', "'7", '"', '=1+1', 'Zoë']
    expect(cellsOfRow(rowOfCells(cells, delimiter), delimiter)).toEqual(cells)
  }
})

test('a quote that never closes is no reason to show nothing', () => {
  expect(cellsOfRow('A1,2024-01-31,"Mug 3", 5.00', ',')).toEqual(['A1', '2024-01-31', 'Mug 3', ' 5.00'])
  expect(cellsOfRow('A1,"2024-01-31,7,5.00', ',')).toEqual(['A1', '2024-01-31', '7', '5.00'])
})

test('cells between blanks', () => {
  expect(cellsOfRow('  00111 19970101   1  29.33', 'whitespace')).toEqual(['00111', '19970101', '1', '29.33'])
  expect(rowOfCells(['00111', ' 19970101', '1', '29.33'], 'whitespace')).toBe('00111 19970101 1 29.33')
})
