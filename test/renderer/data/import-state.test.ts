import { expect, test } from 'vitest'
import { asChosen, mergeChoices, questionsAfter, whatHoldsImportBack, type ReadyFlow } from '../../../renderer/data/import-state.ts'
import type { FilePreview, ImportQuestion } from '../../../shared/contract/data.ts'

const dates: ImportQuestion = { kind: 'date-order', column: 'Datum', example: '03-04-2024' }
const amounts: ImportQuestion = { kind: 'decimal-mark', column: 'Bedrag', example: '1.234' }

function preview(questions: ImportQuestion[], fields: FilePreview['columns'][number]['field'][] = ['date', 'amount']): FilePreview {
  return {
    fileName: 'kassa.csv', sizeBytes: 100, kind: 'sales', format: 'generic', encoding: 'utf-8', delimiter: ';', hasHeader: true, decimalMark: null, dateOrder: null,
    columns: fields.map((field, index) => ({ index, name: index === 0 ? 'Datum' : 'Bedrag', field, evidence: 'header', samples: [] })),
    rows: [], questions, remembered: [], currencies: [], vat: null, vatEvidence: null, hasCustomer: false, hasProduct: false,
  }
}

function ready(flow: Partial<ReadyFlow>): ReadyFlow {
  return {
    status: 'ready', picked: { file: 'token', fileName: 'kassa.csv' }, preview: preview([]), guessed: [], choices: {}, lastRead: { preview: preview([]), choices: {}, questions: [] }, questions: [], isChecking: false, problem: null, ...flow,
  }
}

test('an answered question stays on screen next to what is still open', () => {
  expect(questionsAfter([], preview([dates, amounts]), {})).toEqual([dates, amounts])
  expect(questionsAfter([dates, amounts], preview([amounts]), { dateOrder: 'dmy' })).toEqual([dates, amounts])
})

test('an answer about a column that is no longer used goes away', () => {
  expect(questionsAfter([dates], preview([], [null, 'amount']), { dateOrder: 'dmy' })).toEqual([])
})

test('a question without an answer is not kept: the file no longer raises it', () => {
  expect(questionsAfter([dates], preview([]), {})).toEqual([])
})

test('another delimiter forgets what was said about columns, everything else stays', () => {
  const columns = [{ index: 0, field: 'date' as const }]
  expect(mergeChoices({ columns, dateOrder: 'dmy' }, { delimiter: ';' })).toEqual({ dateOrder: 'dmy', delimiter: ';' })
  expect(mergeChoices({ columns, delimiter: ';' }, { delimiter: ';' })).toEqual({ columns, delimiter: ';' })
  expect(mergeChoices({ columns }, { encoding: 'windows-1252' })).toEqual({ columns, encoding: 'windows-1252' })
})

test('a preview is shown with the choices in it before it is read by them', () => {
  const read = preview([])
  expect(asChosen(read, {})).toEqual(read)
  const choices = { kind: 'customers', encoding: 'windows-1252', delimiter: ',', hasHeader: false, decimalMark: ',', dateOrder: 'dmy', vat: { included: false }, sheet: 'May' } as const
  expect(asChosen(read, choices)).toEqual({ ...read, ...choices })
  expect(asChosen(read, { columns: [{ index: 1, field: 'date' }] }).columns).toEqual([
    { ...read.columns[0], field: null, evidence: 'none' }, { ...read.columns[1], field: 'date', evidence: 'chosen' },
  ])
  expect(asChosen(read, { columns: [{ index: 0, field: 'date' }, { index: 1, field: 'amount' }] })).toEqual(read)
})

test('import waits for a date, an amount and every answer', () => {
  expect(whatHoldsImportBack(ready({}))).toBeNull()
  expect(whatHoldsImportBack(ready({ isChecking: true }))).toBe('checking')
  expect(whatHoldsImportBack(ready({ preview: preview([], [null, 'amount']) }))).toBe('noDate')
  expect(whatHoldsImportBack(ready({ preview: preview([], ['date', null]) }))).toBe('noAmount')
  expect(whatHoldsImportBack(ready({ preview: preview([dates]) }))).toBe('question')
})
