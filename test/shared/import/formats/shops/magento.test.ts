import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('paid orders count, four decimals and all; pending, cancelled and held ones do not; a guest is known by e-mail', () => {
  const { preview, totals, spent, net, setAside, isEveryRowCounted } = readFixture('magento/ordinary')
  expect(preview).toMatchObject({ format: 'magento', questions: [], dateOrder: 'ymd', decimalMark: '.', hasCustomer: true, hasProduct: false })
  expect(totals).toEqual({ '000000011': 3625, '000000012': 121000, '000000013': 999 })
  expect(spent).toEqual({ 'email:fleur@example.nl': 4624, 'email:gijs@example.nl': 121000 })
  expect(net).toBe(125624)
  expect(setAside.map(([, reason]) => reason)).toEqual(['unpaid-order', 'cancelled-order', 'unpaid-order'])
  expect(isEveryRowCounted).toBe(true)
})

test('what was refunded up to now is taken off; a closed order is worth nothing', () => {
  const { totals, spent } = readFixture('magento/refund')
  expect(totals).toEqual({ '000000021': 2625, '000000022': 0, '000000023': 0 })
  expect(spent).toEqual({ 'email:fleur@example.nl': 2625, 'email:gijs@example.nl': 0 })
})

test('a Dutch shop: other columns, months in words, amounts with a sign, a customer known by name only', () => {
  const { preview, orders, totals, sales, setAside, isEveryRowCounted } = readFixture('magento/odd')
  expect(preview).toMatchObject({ format: 'magento', delimiter: ';', decimalMark: ',', questions: [] })
  expect(totals).toEqual({ 'B-000000031': 121000, 'B-000000033': 2420 })
  expect(orders.map(({ day, customer }) => [day, customer])).toEqual([['2026-05-31', 'email:iris@example.nl'], ['2026-06-02', 'name:jos jas']])
  expect(sales.currency).toBe('EUR')
  expect(setAside.map(([, reason]) => reason)).toEqual(['unpaid-order', 'unpaid-order'])
  expect(isEveryRowCounted).toBe(true)
})
