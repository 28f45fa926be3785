import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('completed incoming payments count; withdrawals and payments that did not come through do not', () => {
  const { preview, orders, totals, net, setAside } = readFixture('paypal-nl/ordinary')
  expect(preview).toMatchObject({ format: 'paypal-nl', questions: [], dateOrder: 'dmy', decimalMark: ',', hasCustomer: true })
  expect(orders).toEqual([
    { key: 'TX1', day: '2026-03-06', customer: 'name:anna jansen' },
    { key: 'TX3', day: '2026-03-08', customer: 'name:baran proef' },
  ])
  expect(totals).toEqual({ TX1: 103000, TX3: 2495 })
  expect([net, setAside]).toEqual([105495, [[3, 'transfer', -5000], [5, 'unpaid-order', null], [6, 'cancelled-order', null]]])
})

test('money given back nets its customer; what the shop itself paid, and got back, is no sale', () => {
  const { spent, net, setAside } = readFixture('paypal-nl/refund')
  expect(spent).toEqual({ 'name:anna jansen': 6000 })
  expect([net, setAside]).toEqual([6000, [[4, 'transfer', -1999], [5, 'transfer', 1999]]])
})

test('the newer columns: purchases of the shop in dollars, their conversion and their funding are set aside', () => {
  const { preview, totals, setAside, sales, isEveryRowCounted } = readFixture('paypal-nl/odd')
  expect(preview.format).toBe('paypal-nl')
  expect([totals, sales.currency]).toEqual([{ 'O-1': 125000 }, 'EUR'])
  expect(setAside).toEqual([[3, 'transfer', -1046], [4, 'transfer', -927], [5, 'transfer', 1046], [6, 'transfer', 927]])
  expect(isEveryRowCounted).toBe(true)
})
