import { expect, test } from 'vitest'
import { columnsWith, evidenceText, isReadAlong, missingParts } from '../../../renderer/data/preview/column-choice.ts'
import type { FieldName, FilePreview } from '../../../shared/contract/data.ts'

function column(index: number, field: FieldName | null): FilePreview['columns'][number] {
  return { index, name: `k${index}`, field, evidence: field ? 'header' : 'none', samples: [] }
}

function preview(...fields: (FieldName | null)[]): FilePreview {
  return {
    fileName: 'kassa.csv', sizeBytes: 100, kind: 'sales', format: 'generic', encoding: 'utf-8', delimiter: ';', hasHeader: true,
    decimalMark: ',', dateOrder: 'dmy', columns: fields.map((field, index) => column(index, field)), rows: [], questions: [],
    remembered: [], currencies: [], vat: null, vatEvidence: null, hasCustomer: fields.some((field) => field?.startsWith('customer')), hasProduct: fields.some((field) => field?.startsWith('product')),
  }
}

test('a chosen field leaves the column that held it, and the others stay', () => {
  const { columns } = preview('date', 'amount', null, 'customerId')
  expect(columnsWith(columns, 2, 'amount')).toEqual([
    { index: 0, field: 'date' }, { index: 2, field: 'amount' }, { index: 3, field: 'customerId' },
  ])
})

test('a column can be left out', () => {
  const { columns } = preview('date', 'amount', 'customerId')
  expect(columnsWith(columns, 2, null)).toEqual([{ index: 0, field: 'date' }, { index: 1, field: 'amount' }])
})

test('what is missing is named, most serious first', () => {
  expect(missingParts(preview('orderId', 'date', 'amount', 'customerEmail', 'productName'))).toEqual([])
  expect(missingParts(preview('orderId', 'date', 'unitPrice', 'quantity', 'productId'))).toEqual(['noCustomer'])
  expect(missingParts(preview('unitPrice'))).toEqual(['noDate', 'noAmount', 'noCustomer', 'noOrder', 'noProduct'])
})

test('the evidence is told in words that fit the field', () => {
  const said = (field: FieldName | null, evidence: FilePreview['columns'][number]['evidence']) => evidenceText({ index: 0, field, evidence }, [])
  expect(said('date', 'cells')).toBe('cellsDate')
  expect(said('unitPrice', 'cells')).toBe('cellsAmount')
  expect(said('customerId', 'header')).toBe('header')
  expect(said(null, 'chosen')).toBe('none')
  expect(said(null, 'none')).toBe('none')
  expect(said(null, 'format')).toBe('formatOnly')
  expect([isReadAlong({ field: null, evidence: 'format' }), isReadAlong({ field: 'date', evidence: 'format' }), isReadAlong({ field: null, evidence: 'none' })]).toEqual([true, false, false])
})

test('a column that the owner left as it was keeps the reason of the guess', () => {
  const guessed = [{ index: 0, field: 'date', evidence: 'cells' }, { index: 1, field: 'amount', evidence: 'header' }] as const
  expect(evidenceText({ index: 0, field: 'date', evidence: 'chosen' }, guessed)).toBe('cellsDate')
  expect(evidenceText({ index: 1, field: 'quantity', evidence: 'chosen' }, guessed)).toBe('chosen')
  expect(evidenceText({ index: 2, field: 'amount', evidence: 'chosen' }, guessed)).toBe('chosen')
})
