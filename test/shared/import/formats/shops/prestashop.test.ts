import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('paid orders count under their ID; unpaid, failed and cancelled ones do not', () => {
  const { preview, totals, spent, net, sales, setAside, isEveryRowCounted } = readFixture('prestashop/ordinary')
  expect(preview).toMatchObject({ format: 'prestashop', questions: [], delimiter: ';', dateOrder: 'ymd', decimalMark: ',', hasCustomer: true })
  expect(totals).toEqual({ 15: 6180, 14: 121000, 13: 2420 })
  expect(spent).toEqual({ 'name:j. klaassen': 8600, 'name:l. lammers': 121000 })
  expect([net, sales.currency]).toEqual([129600, 'EUR'])
  expect(setAside).toEqual([[5, 'unpaid-order', null], [6, 'cancelled-order', null], [7, 'cancelled-order', null]])
  expect(isEveryRowCounted).toBe(true)
})

test('a refunded order is worth nothing, in English and in Dutch', () => {
  const { totals, spent } = readFixture('prestashop/refund')
  expect(totals).toEqual({ 23: 0, 22: 0, 21: 2420 })
  expect(spent).toEqual({ 'name:j. klaassen': 2420, 'name:l. lammers': 0 })
})

test('one reference for two orders, a company beside the customer, dollars’ way of writing, a buyer without a name', () => {
  const { preview, orders, totals, setAside, isEveryRowCounted } = readFixture('prestashop/odd')
  expect(preview).toMatchObject({ format: 'prestashop', dateOrder: 'mdy', decimalMark: '.', questions: [] })
  expect(totals).toEqual({ 32: 2000, 31: 102420, 30: 1000 })
  expect(orders.map(({ customer }) => customer)).toEqual(['name:o. ot', 'name:o. ot', null])
  expect(setAside).toEqual([[2, 'unpaid-order', null]])
  expect(isEveryRowCounted).toBe(true)
})
