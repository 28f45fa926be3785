import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('items per transaction, without customers', () => {
  const { preview, orders, totals, lines, net, setAside } = readFixture('sumup-sales/ordinary')
  expect(preview).toMatchObject({ format: 'sumup-sales', questions: [], hasCustomer: false })
  expect(orders.map(({ day, customer }) => [day, customer])).toEqual([['2026-08-31', null], ['2026-09-01', null]])
  expect(totals).toEqual({ TEGUAAA1: 1500, TEGUAAA2: 450 })
  expect(lines.map(({ product, quantity }) => [product, quantity])).toEqual([['E-1', 2], ['Kuchen', 1], ['E-1', 1]])
  expect([net, setAside]).toEqual([1950, []])
})

test('refunds are taken off by either of their names and with either sign', () => {
  const { lines, net } = readFixture('sumup-sales/refund')
  expect(lines.map(({ quantity, cents }) => [quantity, cents])).toEqual([[2, 900], [-1, -450], [-1, -450]])
  expect(net).toBe(0)
})

test('without the columns of 2026; a tip and a payout are set aside', () => {
  const { preview, totals, setAside, isEveryRowCounted } = readFixture('sumup-sales/odd')
  expect(preview).toMatchObject({ format: 'sumup-sales', questions: [] })
  expect(totals).toEqual({ TEGUCCC1: 101600 })
  expect(setAside).toEqual([[3, 'gift-card-or-tip', 150], [4, 'transfer', -2000]])
  expect(isEveryRowCounted).toBe(true)
})
