import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('items with their tax make the total that Square collected', () => {
  const { preview, totals, lines, spent, net } = readFixture('square-items/ordinary')
  expect(preview).toMatchObject({ format: 'square-items', questions: [], hasCustomer: true })
  expect(totals).toEqual({ SQA1x: 2916, SQA2x: 136250 })
  expect(lines.map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([
    ['M-1', 1, 1500], [null, 0, 120], ['P-1', 1, 1200], [null, 0, 96], ['Vaas', 50, 125000], [null, 0, 11250],
  ])
  expect(spent).toEqual({ 'id:CUST1': 2916, 'id:CUST2': 136250 })
  expect(net).toBe(139166)
})

test('an item brought back nets its transaction, tax included', () => {
  const { totals, spent } = readFixture('square-items/refund')
  expect(totals).toEqual({ SQB2y: 1944 })
  expect(spent).toEqual({ 'id:CUST1': 1944 })
})

test('columns in another order, a note of two lines, a gift card beside a mug', () => {
  const { preview, totals, setAside, isEveryRowCounted } = readFixture('square-items/odd')
  expect(preview).toMatchObject({ format: 'square-items', dateOrder: 'mdy', questions: [] })
  expect(totals).toEqual({ SQC1: 2160 })
  expect(setAside).toEqual([[2, 'gift-card-or-tip', 5000]])
  expect(isEveryRowCounted).toBe(true)
})
