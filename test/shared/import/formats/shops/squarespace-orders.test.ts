import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('items, shipping, tax and a discount add up to what was paid; dates are month first; empty lines below are nothing', () => {
  const { preview, orders, totals, spent, lines, net, setAside, sales } = readFixture('squarespace-orders/ordinary')
  expect(preview).toMatchObject({ format: 'squarespace-orders', questions: [], dateOrder: 'mdy', hasCustomer: true })
  expect(orders.map(({ day }) => day)).toEqual(['2026-07-25', '2026-08-02', '2026-09-14'])
  expect(totals).toEqual({ '00101': 4850, '00102': 1890, '00103': 1400 })
  expect(spent).toEqual({ 'email:ida@example.com': 6250, 'email:theo@example.com': 1890 })
  expect(lines.filter(({ order }) => order === '00101').map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([
    ['NAP-1', 2, 2800], ['CAN-1', 1, 1400], [null, 0, 650],
  ])
  expect([net, setAside, sales.rowsRead, sales.currency]).toEqual([8140, [], 4, 'USD'])
})

test('refunds in part and in whole are taken off their order; a status alone says that all went back', () => {
  const { totals, spent, net, setAside } = readFixture('squarespace-orders/refund')
  expect(totals).toEqual({ '00201': 4500, '00202': 0, '00203': 0, '00204': 5500 })
  expect(spent).toEqual({ 'email:maya@example.com': 4500, 'email:noah@example.com': 0, 'email:zoe@example.com': 5500 })
  expect([net, setAside]).toEqual([10_000, []])
})

test('days that could be read two ways are month first; a buyer without e-mail, items without a price; what was not paid or was cancelled is set aside', () => {
  const { preview, orders, totals, setAside, isEveryRowCounted } = readFixture('squarespace-orders/odd')
  expect(preview).toMatchObject({ format: 'squarespace-orders', questions: [], dateOrder: 'mdy' })
  expect(orders.map(({ day, customer }) => [day, customer])).toEqual([['2026-01-05', 'email:lena@example.com'], ['2026-03-01', 'name:pia lund']])
  expect(totals).toEqual({ '00301': 3000, '00304': 104_500 })
  expect(setAside).toEqual([[5, 'unpaid-order', null], [6, 'unpaid-order', null], [7, 'cancelled-order', null]])
  expect(isEveryRowCounted).toBe(true)
})
