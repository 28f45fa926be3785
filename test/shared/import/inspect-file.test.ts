import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filePreview } from '../../../shared/contract/data.ts'
import { failureOf, inspectFile } from '../../../shared/import/inspect-file.ts'
import { errors } from '../../../shared/i18n/en/errors.ts'
import { createSalesReader } from '../../../shared/import/sales-reader.ts'
import { AppError } from '../../../shared/result.ts'
import { readText } from './read-sales.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test('the preview is what the contract promises, and the plan survives being posted to another thread', () => {
  const bytes = readFileSync(new URL('../../fixtures/import/generic_nl_facturen.csv', import.meta.url))
  const { preview, plan } = inspectFile(bytes, 'facturen.csv', bytes.length)
  expect(filePreview.parse(preview)).toEqual(preview)
  expect(preview).toMatchObject({ fileName: 'facturen.csv', format: 'generic', encoding: 'windows-1252', delimiter: ';', dateOrder: 'dmy', decimalMark: ',' })
  expect(structuredClone(plan)).toEqual(plan)
})

test('the preview shows the first 20 rows as they stand, and three samples of a column', () => {
  const { preview } = readText(`date;amount;name\n${Array.from({ length: 30 }, (_, index) => `2026-01-${String(index + 1).padStart(2, '0')}; ${index}.50;"a ""b"""`).join('\n')}`)
  expect(preview.rows.length).toBe(20)
  expect(preview.rows[1]).toEqual(['2026-01-02', ' 1.50', 'a "b"'])
  expect(preview.columns[1]?.samples).toEqual(['0.50', '1.50', '2.50'])
})

test('a row that the end of the head cuts is not shown', () => {
  const bytes = utf8('date,amount\n2026-01-31,12.50\n2026-02-01,13')
  expect(inspectFile(bytes, 'x.csv', bytes.length + 100).preview.rows).toEqual([['2026-01-31', '12.50']])
  expect(inspectFile(bytes, 'x.csv', bytes.length).preview.rows).toHaveLength(2)
})

test('duplicate, empty and hostile column names are only names', () => {
  const { preview, lines } = readText('date,__proto__,,amount,amount,constructor\n2026-01-31,a,b,5.00,6.00,c\n')
  expect(preview.columns.map(({ name }) => name)).toEqual(['date', '__proto__', '3', 'amount', 'amount', 'constructor'])
  expect(lines.map(({ cents }) => cents)).toEqual([500])
  expect(({} as Record<string, unknown>)['a']).toBe(undefined)
})

test('a file with a header only has no rows and no questions', () => {
  const { preview, sales } = readText('Datum;Klant;Bedrag\n')
  expect(preview).toMatchObject({ hasHeader: true, rows: [], questions: [], hasCustomer: true })
  expect([sales.rowsRead, sales.orders.days.length]).toEqual([0, 0])
})

test('without a date or an amount the owner is asked, and the reader refuses', () => {
  const { preview, plan } = inspectFile(utf8('name,colour\nJan,red\n'), 'x.csv', 20)
  expect(preview.questions).toEqual([{ kind: 'date-column' }, { kind: 'amount-column' }])
  expect(() => createSalesReader(plan)).toThrow(AppError)
  expect(preview.questions.map((question) => errors[failureOf(question).code])).toEqual([errors['import-no-date'], errors['import-no-amount']])
  expect(failureOf({ kind: 'date-order', column: 'Datum', example: '03-04-26' })).toEqual({ code: 'import-ambiguous-dates', params: { column: 'Datum' } })
  expect(failureOf({ kind: 'decimal-mark', column: 'Bedrag', example: '1.234' })).toEqual({ code: 'import-ambiguous-amounts', params: { column: 'Bedrag' } })
})

test('nothing but blanks is an empty file; one endless line is no table', () => {
  expect(() => inspectFile(utf8(' \n\t\n'), 'x.csv', 5)).toThrow(new AppError('file-empty'))
  expect(() => inspectFile(utf8('x'.repeat(1 << 20)), 'x.csv', 10_000_000)).toThrow(new AppError('file-not-text'))
})
