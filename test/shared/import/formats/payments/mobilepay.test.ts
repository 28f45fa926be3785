import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'

test('Danish amounts, dates with a clock to the ten-millionth', () => {
  const { preview, orders, spent, net, setAside, sales } = readFixture('mobilepay/ordinary')
  expect(preview).toMatchObject({ format: 'mobilepay', questions: [], hasCustomer: true })
  expect(orders.map(({ day }) => day)).toEqual(['2026-08-26', '2026-08-25'])
  expect(spent).toEqual({ 'name:arne prøve': 107500, 'name:bente prøve': 2500 })
  expect([net, setAside, sales.currency]).toEqual([110000, [], 'DKK'])
})

test('a refund nets its customer', () => {
  const { spent, net } = readFixture('mobilepay/refund')
  expect(spent).toEqual({ 'name:arne prøve': 37500 })
  expect(net).toBe(37500)
})

test('what went to the bank and what MobilePay took is set aside', () => {
  const { orders, totals, setAside, isEveryRowCounted } = readFixture('mobilepay/odd')
  expect([orders[0]?.day, totals]).toEqual(['2026-08-31', { '208E1': 7550 }])
  expect(setAside).toEqual([[3, 'transfer', -7550], [4, 'fee', -75]])
  expect(isEveryRowCounted).toBe(true)
})
