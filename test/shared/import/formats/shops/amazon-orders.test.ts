import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('prices of all pieces with shipping and gift wrap, taxes included already; nobody is named', () => {
  const { preview, orders, totals, lines, net, setAside, sales } = readFixture('amazon-orders/ordinary.txt')
  expect(preview).toMatchObject({ format: 'amazon-orders', delimiter: '\t', questions: [], hasCustomer: false })
  expect(orders.map(({ day, customer }) => [day, customer])).toEqual([['2026-03-29', null], ['2026-04-02', null]])
  expect(totals).toEqual({ '403-1111111-1111111': 4829, '171-2222222-2222222': 1885 })
  expect(lines.filter(({ product }) => product !== null).map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([
    ['TD-2', 2, 3180], ['OW-1', 1, 1250], ['TD-2', 1, 1590],
  ])
  expect([net, setAside, sales.currency]).toEqual([6714, [], 'EUR'])
})

test('promotions are taken off; what was cancelled before it was sent counts for nothing, and this report tells of no other refund', () => {
  const { totals, net, setAside, isEveryRowCounted } = readFixture('amazon-orders/refund.txt')
  expect(totals).toEqual({ '403-3333333-3333333': 1000, '403-5555555-5555555': 3180 })
  expect([net, setAside]).toEqual([4180, [[3, 'cancelled-order', null], [5, 'cancelled-order', null]]])
  expect(isEveryRowCounted).toBe(true)
})

test('quotes within a name, a day on the shop’s own clock; orders paid elsewhere, not paid yet, or replaced for nothing are set aside', () => {
  const { preview, orders, lines, net, setAside, isEveryRowCounted, sales } = readFixture('amazon-orders/odd.txt')
  expect(preview).toMatchObject({ format: 'amazon-orders', questions: [] })
  expect(orders).toEqual([{ key: '028-6666666-6666666', day: '2026-05-01', customer: null }])
  expect(lines.map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([['TD-5', 3, 4770]])
  expect(setAside).toEqual([[3, 'transfer', null], [4, 'unpaid-order', null], [5, 'stock-write-off', 0]])
  expect([net, sales.rowsRead, isEveryRowCounted]).toEqual([4770, 4, true])
})
