import { expect, test } from 'vitest'
import { faultyCell, isMendable, sortCells } from '../../../renderer/data/rows/mend-form.ts'
import type { RowForm } from '../../../shared/contract/rows.ts'

const form = (...cells: RowForm['cells']): RowForm => ({ lineNumber: 3, reason: 'date-missing', obstacle: null, cells })
const date = { name: 'Date', field: 'date', text: '' } as const
const price = { name: 'Price', field: 'unitPrice', text: 'ten' } as const
const quantity = { name: 'Quantity', field: 'quantity', text: '' } as const
const note = { name: 'Note', field: null, text: 'x' }
const surplus = { name: null, field: null, text: 'y' }

test('the cell that the reason is about comes forward; of several the empty one', () => {
  expect(faultyCell(form(note, date), 'date-missing')).toBe(1)
  expect(faultyCell(form(date, price), 'amount-unreadable')).toBe(1)
  expect(faultyCell(form(date, price, quantity), 'amount-unreadable')).toBe(2)
  expect(faultyCell(form(date, surplus), 'too-many-cells')).toBe(1)
  expect(faultyCell(form(date), 'unclosed-quote')).toBe(-1)
})

test('columns that are used are in sight, and so is what stands beyond the headings; each cell keeps its place', () => {
  const { used, others } = sortCells(form(note, date, { ...surplus, text: '' }, surplus))
  expect(used.map(({ index }) => index)).toEqual([1, 3])
  expect(others.map(({ index }) => index)).toEqual([0, 2])
})

test('rows that are no sale are not faulty', () => {
  expect(['fee', 'cancelled-order', 'stock-write-off', 'row-too-long'].filter((reason) => isMendable(reason as 'fee'))).toEqual([])
  expect(isMendable('amount-missing')).toBe(true)
})
