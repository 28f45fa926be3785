import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('products without receipts: a day is an order of nobody', () => {
  const { preview, orders, totals, lines, net } = readFixture('twelve/ordinary')
  expect(preview).toMatchObject({ format: 'twelve', delimiter: ';', dateOrder: 'dmy', questions: [], hasCustomer: false })
  expect(orders.map(({ day, customer }) => [day, customer])).toEqual([['2026-02-04', null], ['2026-02-05', null]])
  expect(totals).toEqual({ '2026-02-04': 495, '2026-02-05': 1850 })
  expect(lines.map(({ product, quantity }) => [product, quantity])).toEqual([['12', 2], ['13', 1], ['12', 10]])
  expect(net).toBe(2345)
})

test('a product taken back is taken off its day', () => {
  const { totals } = readFixture('twelve/refund')
  expect(totals).toEqual({ '2026-02-04': 185 })
})

test('Dutch decimals, columns in another order, a row without an amount', () => {
  const { preview, totals, setAside, isEveryRowCounted } = readFixture('twelve/odd')
  expect(preview).toMatchObject({ format: 'twelve', decimalMark: ',', questions: [] })
  expect(totals).toEqual({ '2025-12-31': 101250, '2026-01-01': 0 })
  expect(setAside).toEqual([[3, 'amount-missing', null]])
  expect(isEveryRowCounted).toBe(true)
})
