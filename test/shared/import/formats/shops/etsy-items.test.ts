import { expect, test } from 'vitest'
import { texts } from '../../read-sales.ts'
import { readFixture } from '../read-fixture.ts'

test('items make their order; shipping, which every row of it repeats, is not counted', () => {
  const { preview, totals, spent, lines, sales, net, isEveryRowCounted } = readFixture('etsy-items/ordinary')
  expect(preview).toMatchObject({ format: 'etsy-items', questions: [], dateOrder: 'mdy', hasCustomer: true })
  expect(totals).toEqual({ 3812345671: 6800, 3812345672: 2000 })
  expect(spent).toEqual({ 'id:annaj': 6800, 'id:bramb': 2000 })
  expect(lines.map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([['1001', 2, 4800], ['1002', 1, 2000], ['1002', 1, 2000]])
  expect(texts(sales.products.names)).toEqual(['Mok, handgedraaid', 'Schaal'])
  expect([net, sales.currency]).toEqual([8800, 'EUR'])
  expect(isEveryRowCounted).toBe(true)
})

test('a negative row nets its order', () => {
  const { orders, totals } = readFixture('etsy-items/refund')
  expect(totals).toEqual({ 3812345701: 0, 3812345702: 2000 })
  expect(orders).toHaveLength(2)
})

test('columns in another order, a file saved again with the day first, a buyer without Etsy name', () => {
  const { preview, orders, totals, sales, isEveryRowCounted } = readFixture('etsy-items/odd')
  expect(preview).toMatchObject({ format: 'etsy-items', dateOrder: 'dmy', questions: [] })
  expect(totals).toEqual({ 3900000001: 125000, 3900000002: 2400, 3900000003: 2400 })
  expect(orders.map(({ day, customer }) => [day, customer])).toEqual([['2026-02-01', 'id:dora_k'], ['2026-02-13', 'id:dora_k'], ['2026-05-01', 'name:een gast']])
  expect(texts(sales.products.names)).toEqual(['Mok <b>"Zee"</b>', 'Mok'])
  expect(isEveryRowCounted).toBe(true)
})
