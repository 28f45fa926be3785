import { expect, test } from 'vitest'
import { columnLetters, sheetRows } from '../../../shared/export/xlsx/sheet-xml.ts'
import { xmlText } from '../../../shared/export/xlsx/xml-text.ts'

test('the worked examples of the functions hold', () => {
  expect(xmlText('a < b')).toBe('a &lt; b')
  expect(columnLetters(27)).toBe('AB')
  expect(sheetRows([{ header: 'Bedrag', kind: 'cents' }], [[1250]], 2)).toBe('<row r="2"><c r="A2" s="1"><v>12.50</v></c></row>')
})

test('B9: a text is a text, whatever it looks like: no formula, no markup, nothing XML cannot hold', () => {
  const cell = (text: string) => sheetRows([{ header: '', kind: 'text' }], [[text]], 2).replace(/^.*preserve">|<\/t>.*$/gsu, '')
  expect(sheetRows([{ header: '', kind: 'text' }], [['=1+1']], 2)).toBe('<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c></row>')
  expect(cell('<b>&"')).toBe('&lt;b&gt;&amp;"')
  expect(cell('a\0b\u0007c\uD800d')).toBe('a\uFFFDb\uFFFDc\uFFFDd')
  expect(cell('😀\u202E')).toBe('😀\u202E')
  expect(cell('_x0041_')).toBe('_x005F_x0041_')
  expect(cell('x'.repeat(40_000))).toHaveLength(32_767)
})

test('days and moments are numbers that count from 1900; what is no day stays text', () => {
  const columns = [{ header: '', kind: 'day' }, { header: '', kind: 'moment' }] as const
  expect(sheetRows(columns, [['2021-08-13', '2021-08-13 12:00']], 2)).toBe('<row r="2"><c r="A2" s="2"><v>44421</v></c><c r="B2" s="3"><v>44421.5</v></c></row>')
  expect(sheetRows(columns, [['soon', null]], 2)).toContain('>soon<')
})
