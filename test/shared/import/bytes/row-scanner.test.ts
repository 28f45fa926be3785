import * as fc from 'fast-check'
import { parse, unparse } from 'papaparse'
import { expect, test } from 'vitest'
import type { DelimiterName } from '../../../../shared/contract/data.ts'
import { CellReader, cellTexts } from '../../../../shared/import/bytes/cell-reader.ts'
import { MAX_ROW_BYTES, RowScanner } from '../../../../shared/import/bytes/row-scanner.ts'

type Scanned = { line: number; cells: string[] } | { line: number; broken: string; raw: string }

function scan(text: string | Uint8Array, delimiter: DelimiterName = ',', cuts: readonly number[] = []): Scanned[] {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const rows: Scanned[] = []
  const scanner = new RowScanner(delimiter, {
    row: (row) => rows.push({ line: row.lineNumber, cells: cellTexts(row) }),
    broken: (row, reason) => rows.push({ line: row.lineNumber, broken: reason, raw: new TextDecoder().decode(row.bytes.subarray(row.start, Math.min(row.end, row.start + 40))) }),
  })
  const ends = [...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
  let start = 0
  for (const end of ends) {
    scanner.feed(bytes.subarray(start, end))
    start = end
  }
  scanner.finish()
  return rows
}

test('quotes, doubled quotes, delimiters and line breaks between quotes', () => {
  expect(scan('a,"b, c","d ""e"""\n"line\nbreak",x,\n')).toEqual([
    { line: 1, cells: ['a', 'b, c', 'd "e"'] },
    { line: 2, cells: ['line\nbreak', 'x', ''] },
  ])
})

test('line ends may be mixed, and line numbers count every one of them', () => {
  expect(scan('a\r\nb\nc\rd\r\n\n\r\r\n"x\r\ny\rz"\ne')).toEqual([
    { line: 1, cells: ['a'] }, { line: 2, cells: ['b'] }, { line: 3, cells: ['c'] }, { line: 4, cells: ['d'] },
    { line: 8, cells: ['x\r\ny\rz'] }, { line: 11, cells: ['e'] },
  ])
})

test('text behind a closing quote belongs to the cell, a quote inside a cell is a quote', () => {
  expect(scan('"a"b,c"d,"e ""f"" "g\n')).toEqual([{ line: 1, cells: ['ab', 'c"d', 'e "f" g'] }])
})

test('cells between runs of spaces', () => {
  expect(scan(' id  date \t n\r\n 1 2\n\n  \n3\t4  ', 'whitespace')).toEqual([
    { line: 1, cells: ['id', 'date', 'n'] }, { line: 2, cells: ['1', '2'] }, { line: 4, cells: [] }, { line: 5, cells: ['3', '4'] },
  ])
})

test('a quote that never closes costs its own line only', () => {
  expect(scan('a,b\n1,"open\n2,x\n3,y\n')).toEqual([
    { line: 1, cells: ['a', 'b'] }, { line: 2, broken: 'unclosed-quote', raw: '1,"open' }, { line: 3, cells: ['2', 'x'] }, { line: 4, cells: ['3', 'y'] },
  ])
})

test('the next opening quote does not close a quote that was forgotten lines before', () => {
  expect(scan('1,"open\n2,x\n3,"closed"\n4,"two\nlines" ,y\n')).toEqual([
    { line: 1, broken: 'unclosed-quote', raw: '1,"open' }, { line: 2, cells: ['2', 'x'] }, { line: 3, cells: ['3', 'closed'] }, { line: 4, cells: ['4', 'two\nlines ', 'y'] },
  ])
})

test('a quote that is not closed within a megabyte costs its own line only', () => {
  const filler = 'x'.repeat(999)
  const rest = `${filler}\n`.repeat(Math.ceil(MAX_ROW_BYTES / 1000) + 10)
  const rows = scan(`1,"open\n${rest}2,"closed"\n`)
  expect(rows[0]).toEqual({ line: 1, broken: 'unclosed-quote', raw: '1,"open' })
  expect(rows[1]).toEqual({ line: 2, cells: [filler] })
  expect(rows.at(-1)).toEqual({ line: rows.length, cells: ['2', 'closed'] })
})

test('a line of ten megabytes is one row set aside, wherever it is cut', () => {
  const text = `a,b\n${'y'.repeat(10 * MAX_ROW_BYTES)}\r\n1,2\n`
  const expected: Scanned[] = [{ line: 1, cells: ['a', 'b'] }, { line: 2, broken: 'row-too-long', raw: 'y'.repeat(40) }, { line: 3, cells: ['1', '2'] }]
  expect(scan(text)).toEqual(expected)
  expect(scan(text, ',', [1, 100, MAX_ROW_BYTES + 3, MAX_ROW_BYTES + 4, MAX_ROW_BYTES + 5, 10 * MAX_ROW_BYTES + 5])).toEqual(expected)
})

test('a doubled quote across the megabyte is the same wherever it is cut', () => {
  const text = `"${'x'.repeat(MAX_ROW_BYTES - 2)}""y",2\n3,4\n`
  expect(scan(text, ',', [MAX_ROW_BYTES])).toEqual(scan(text))
  expect(scan(text)[1]).toEqual({ line: 2, cells: ['3', '4'] })
})

test('a file full of quotes that never close is set aside line by line, without looking ahead for each of them', () => {
  const lines = 400_000
  const rows = scan('x","y\n'.repeat(lines))
  expect(rows.length).toBe(lines)
  expect(rows[lines - 1]).toEqual({ line: lines, broken: 'unclosed-quote', raw: 'x","y' })
})

const awkward = fc.array(fc.constantFrom('"', '""', ',', ';', '\n', '\r', '\r\n', 'a', 'é', '€', ' ', '1'), { maxLength: 60 }).map((parts) => parts.join(''))

test('where chunks are cut makes no difference', () => {
  fc.assert(fc.property(awkward, fc.array(fc.nat(80), { maxLength: 6 }), fc.constantFrom<DelimiterName>(',', ';', 'whitespace'), (text, cuts, delimiter) => {
    expect(scan(text, delimiter, cuts)).toEqual(scan(text, delimiter))
  }), { numRuns: 2000 })
})

test('every cell read from bytes is the text that is shown, without blanks around it', () => {
  fc.assert(fc.property(awkward, (text) => {
    const cell = new CellReader()
    const scanner = new RowScanner(',', {
      row: (row) => cellTexts(row).forEach((shown, column) => {
        cell.at(row, column)
        expect(cell.text()).toBe(shown.replace(/^[\t-\r \u00A0]+|[\t-\r \u00A0]+$/gu, ''))
      }),
      broken: () => undefined,
    })
    scanner.feed(new TextEncoder().encode(text))
    scanner.finish()
  }), { numRuns: 2000 })
})

test('agrees with Papa Parse on well-formed tables', () => {
  const cell = fc.array(fc.constantFrom('"', ',', ';', '\n', 'a', 'B', 'é', '€', ' ', '1', "'"), { maxLength: 6 }).map((parts) => parts.join(''))
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
  fc.assert(fc.property(table, fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n'), (rows, delimiter, newline) => {
    const text = unparse(rows, { delimiter, newline })
    const expected = parse<string[]>(text, { delimiter, newline }).data
    expect(scan(text, delimiter as DelimiterName).map((row) => ('cells' in row ? row.cells : row))).toEqual(expected)
  }), { numRuns: 1000 })
})
