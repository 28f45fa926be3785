import { expect, test } from 'vitest'
import type { ImportChoices, SourcePreset } from '../../../shared/contract/data.ts'
import { inspectFile } from '../../../shared/import/inspect-file.ts'
import { presetAfter, signatureOf, sourceSignature } from '../../../shared/import/source-preset.ts'
import { AppError } from '../../../shared/result.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const signature = (text: string) => sourceSignature(bytesOf(text), true)
function inspect(text: string, choices: ImportChoices = {}, preset: SourcePreset = {}) {
  const bytes = bytesOf(text)
  return inspectFile(bytes, 'x.csv', bytes.length, choices, preset)
}

test('a source is known by its column names in their order, whatever separates them', () => {
  expect(signatureOf(['Datum', 'Bedrag'])).toBe(signatureOf(['datum', ' bedrag ']))
  expect(signatureOf(['Bedrag', 'Datum'])).not.toBe(signatureOf(['Datum', 'Bedrag']))
  expect(signatureOf(['Datum', 'Bedrag', ''])).not.toBe(signatureOf(['Datum', 'Bedrag']))
  const known = signature('Datum;Bedrag;Klant\n03-04-2026;1,50;Anna\n')
  expect(known).toMatch(/^[0-9a-z]+$/)
  expect(signature('datum,bedrag,klant\n2026-05-06,7.00,Bert\n')).toBe(known)
  expect(sourceSignature(Buffer.from('\uFEFFDatum\tBedrag\tKlant\r\n01-02-2026\t9\tC\r\n', 'utf16le'), true)).toBe(known)
  expect(signature('Datum;Bedrag;Naam\n03-04-2026;1,50;Anna\n')).not.toBe(known)
})

test('a table without column names is not known again', () => {
  expect(signature('2026-01-02;Anna;12,50\n2026-01-03;Bert;13,50\n')).toBeNull()
  expect(() => signature('')).toThrow(new AppError('file-empty'))
})

test('only the beginning of a long file is looked at: a line without end says nothing of its source', () => {
  const rows = 'Datum;Bedrag\n' + '03-04-2026;1,50\n'.repeat(10_000)
  expect(signature(rows)).toBe(signature('Datum;Bedrag\n03-04-2026;1,50\n'))
  expect(signature('x'.repeat(100_000))).toBeNull()
})

const ambiguous = 'order,date,amount\n1,03-04-2026,1.234\n2,05-06-2026,2.345\n'

test('what was answered once is not asked again', () => {
  expect(inspect(ambiguous).preview.questions.map(({ kind }) => kind)).toEqual(['date-order', 'decimal-mark'])
  const { preview, plan } = inspect(ambiguous, {}, { dateOrder: 'mdy', decimalMark: ',' })
  expect(preview).toMatchObject({ questions: [], dateOrder: 'mdy', decimalMark: ',', remembered: ['dateOrder', 'decimalMark'] })
  expect(plan).toMatchObject({ dateOrder: 'mdy', decimalMarks: { amount: ',' } })
})

test('what the file itself shows goes before what was remembered, and what is chosen now before both', () => {
  const clear = 'order,date,amount\n1,03-14-2026,1.50\n2,05-06-2026,2.25\n'
  const remembered = { dateOrder: 'dmy', decimalMark: ',' } as const
  expect(inspect(clear, {}, remembered)).toMatchObject({ preview: { remembered: [], dateOrder: 'mdy', decimalMark: '.' }, plan: { dateOrder: 'mdy', decimalMarks: { amount: '.' } } })
  expect(inspect(ambiguous, { dateOrder: 'mdy', decimalMark: '.' }, remembered)).toMatchObject({ preview: { remembered: [] }, plan: { dateOrder: 'mdy', decimalMarks: { amount: '.' } } })
})

test('columns that were chosen once go before a guess', () => {
  const text = 'order,date,total,paid\n1,2026-01-31,10.00,9.00\n'
  expect(inspect(text).plan.columns).toMatchObject({ amount: 2 })
  const columns = [{ index: 1, field: 'date' }, { index: 3, field: 'amount' }] as const
  const { preview, plan } = inspect(text, {}, { columns: [...columns] })
  expect(plan.columns).toEqual({ date: 1, amount: 3 })
  expect(preview.remembered).toEqual(['columns'])
  expect(inspect(text, { columns: [{ index: 1, field: 'date' }, { index: 2, field: 'amount' }] }, { columns: [...columns] }).preview.remembered).toEqual([])
})

test('a source learns what was chosen, keeps what was remembered, and begins anew when told so', () => {
  const showsNothing = { dateOrder: null, decimalMark: null }
  const before = { dateOrder: 'dmy', hasHeader: true } as const
  expect(presetAfter(before, { decimalMark: ',' }, showsNothing)).toEqual({ dateOrder: 'dmy', hasHeader: true, decimalMark: ',' })
  expect(presetAfter(before, { dateOrder: 'mdy' }, { dateOrder: 'mdy', decimalMark: '.' })).toEqual({ dateOrder: 'mdy', hasHeader: true, decimalMark: '.' })
  expect(presetAfter(before, { afresh: true, decimalMark: ',' }, showsNothing)).toEqual({ decimalMark: ',' })
})
