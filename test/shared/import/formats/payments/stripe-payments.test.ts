import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('an English dashboard: paid payments count; failed, canceled, uncaptured and test ones do not', () => {
  const { preview, spent, net, setAside, sales } = readFixture('stripe-payments/ordinary')
  expect(preview).toMatchObject({ format: 'stripe-payments', questions: [], decimalMark: '.', dateOrder: 'ymd' })
  expect(spent).toEqual({ 'id:cus_A': 125025, 'email:b@example.nl': 3990 })
  expect([net, sales.currency]).toEqual([129015, 'EUR'])
  expect(setAside).toEqual([[4, 'cancelled-order', null], [5, 'unpaid-order', null], [6, 'test-order', null], [7, 'cancelled-order', null]])
})

test('a European dashboard: what was refunded is taken off its payment', () => {
  const { preview, totals, spent, net } = readFixture('stripe-payments/refund')
  expect(preview).toMatchObject({ format: 'stripe-payments', questions: [], decimalMark: ',' })
  expect(totals).toEqual({ ch_7: 100000, ch_8: 0, ch_9: 1050 })
  expect(spent).toEqual({ 'email:a@example.nl': 100000, 'email:b@example.nl': 1050 })
  expect(net).toBe(101050)
})

test('columns in any order, a payment never finished, one without a customer', () => {
  const { preview, orders, totals, setAside, isEveryRowCounted } = readFixture('stripe-payments/odd')
  expect(preview.format).toBe('stripe-payments')
  expect(totals).toEqual({ ch_10: 125025, ch_12: 500 })
  expect(orders.map(({ day, customer }) => [day, customer])).toEqual([['2025-12-31', 'email:a@example.nl'], ['2026-01-01', null]])
  expect(setAside).toEqual([[3, 'unpaid-order', null]])
  expect(isEveryRowCounted).toBe(true)
})
