import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('below the notes: what customers paid, before Amazon’s fees and without the tax that Amazon keeps', () => {
  const { preview, orders, totals, net, setAside } = readFixture('amazon-date-range/ordinary')
  expect(preview).toMatchObject({ format: 'amazon-date-range', questions: [], hasCustomer: false })
  expect(orders.map(({ day, customer }) => [day, customer])).toEqual([['2026-03-01', null], ['2026-03-09', null]])
  expect(totals).toEqual({ '111-1111111-1111111': 4904, '111-2222222-2222222': 1250 })
  expect([net, setAside]).toEqual([6154, []])
})

test('money given back days later is taken off the order it belongs to', () => {
  const { orders, totals, lines } = readFixture('amazon-date-range/refund')
  expect(orders.map(({ day }) => day)).toEqual(['2026-04-01', '2026-04-14'])
  expect(totals).toEqual({ '111-3333333-3333333': 1590, '111-4444444-4444444': 0 })
  expect(lines.map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([
    ['TD-2', 2, 3180], ['TD-2', -1, -1590], ['OW-1', 1, 1250], ['OW-1', -1, -1250],
  ])
})

test('value-added tax that the shop pays itself is part of what was paid; fees and payouts are set aside', () => {
  const { orders, net, setAside, isEveryRowCounted } = readFixture('amazon-date-range/odd')
  expect(orders).toEqual([{ key: '204-5555555-5555555', day: '2026-05-01', customer: null }])
  expect([net, setAside]).toEqual([150_000, [[10, 'fee', 0], [11, 'transfer', 0], [12, 'fee', 0]]])
  expect(isEveryRowCounted).toBe(true)
})
