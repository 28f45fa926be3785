import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('payments count, the costs Mollie keeps are set aside', () => {
  const { preview, totals, spent, net, setAside } = readFixture('mollie-settlement/ordinary')
  expect(preview).toMatchObject({ format: 'mollie-settlement', questions: [], hasCustomer: true })
  expect(totals).toEqual({ tr_aaa111: 10000, tr_bbb222: 104995 })
  expect(spent).toEqual({ 'name:j. voorbeeld': 10000, 'name:m. proef': 104995 })
  expect([net, setAside]).toEqual([114995, [[4, 'fee', -288]]])
})

test('a refund counts once, on its own row; a chargeback too', () => {
  const { totals, spent, net } = readFixture('mollie-settlement/refund')
  expect(totals).toEqual({ tr_aaa111: 10000, re_ccc333: -2000, chb_ddd444: -4995 })
  expect(spent).toEqual({ 'name:j. voorbeeld': 8000, nobody: -4995 })
  expect(net).toBe(3005)
})

test('payments that were never finished do not count', () => {
  const { totals, setAside, isEveryRowCounted } = readFixture('mollie-settlement/odd')
  expect(totals).toEqual({ tr_eee3: 2500 })
  expect(setAside).toEqual([[2, 'unpaid-order', null], [3, 'cancelled-order', null], [5, 'fee', -29]])
  expect(isEveryRowCounted).toBe(true)
})
