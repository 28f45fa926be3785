import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('the amount without the tip, as in the sales report of the same transaction', () => {
  const { preview, totals, net, setAside } = readFixture('sumup-transactions/ordinary')
  expect(preview).toMatchObject({ format: 'sumup-transactions', questions: [], hasCustomer: false })
  expect(totals).toEqual(readFixture('sumup-sales/ordinary').totals)
  expect([net, setAside]).toEqual([1950, [[4, 'cancelled-order', null]]])
})

test('refunds are taken off with either sign, their tip included', () => {
  const { totals, net } = readFixture('sumup-transactions/refund')
  expect(totals).toEqual({ TEGUBBB1: 1500, TEGUBBB2: -1500, TEGUBBB3: -450, TEGUBBB4: 3105 })
  expect(net).toBe(2655)
})

test('the older name of a column; a payout and a payment still to come are set aside', () => {
  const { totals, setAside, isEveryRowCounted } = readFixture('sumup-transactions/odd')
  expect(totals).toEqual({ TEGUDDD1: 1700 })
  expect(setAside).toEqual([[3, 'transfer', -1676], [4, 'cancelled-order', null]])
  expect(isEveryRowCounted).toBe(true)
})
