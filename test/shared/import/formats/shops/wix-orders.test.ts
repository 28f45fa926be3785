import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'
import { inWords, readBytes, sum } from '../../read-sales.ts'

test('an order is counted once, whether its total is repeated on every row or stands on the first only', () => {
  const { preview, orders, totals, spent, lines, setAside } = readFixture('wix-orders/ordinary')
  expect(preview).toMatchObject({ format: 'wix-orders', questions: [], hasCustomer: true })
  expect(orders.map(({ day }) => day)).toEqual(['2026-12-08', '2026-12-11', '2027-01-03'])
  expect(totals).toEqual({ 10021: 2945, 10022: 1035, 10023: 1145 })
  expect(spent).toEqual({ 'email:fem@example.nl': 4090, 'email:gijs@example.nl': 1035 })
  expect(lines.filter(({ order }) => order === '10021').map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([
    ['ZP-LAV', 2, 1300], ['ZP-OLI', 1, 1150], [null, 0, 495],
  ])
  expect(setAside).toEqual([])
  const text = readFileSync(new URL('../../../../fixtures/import/wix-orders/ordinary.csv', import.meta.url), 'utf8').split('\n')
  const bare = text.with(2, text[2]!.replaceAll(/"(?:29\.45|EUR)"/gu, '""'))
  const { sales } = readBytes(Buffer.from(bare.join('\n')))
  expect([inWords(sales).orders.length, sum(sales.lines.amountCents)]).toEqual([3, 5125])
})

test('refunds in part and in whole, repeated on every row, are taken off once', () => {
  const { totals, spent, net } = readFixture('wix-orders/refund')
  expect(totals).toEqual({ 10031: 650, 10032: 0, 10033: 0 })
  expect(spent).toEqual({ 'email:hugo@example.nl': 650, 'email:isa@example.nl': 0 })
  expect(net).toBe(650)
})

test('a buyer without e-mail, a thousand with a comma, an item without a price, an order that was not paid', () => {
  const { preview, orders, totals, setAside, isEveryRowCounted } = readFixture('wix-orders/odd')
  expect(preview).toMatchObject({ format: 'wix-orders', questions: [] })
  expect(orders.map(({ customer }) => customer)).toEqual(['name:jet bos', 'email:kai@example.nl'])
  expect(totals).toEqual({ 10041: 128_400, 10043: 200 })
  expect(setAside.map(([, reason, cents]) => [reason, cents])).toEqual([['unpaid-order', null], ['unpaid-order', null]])
  expect(isEveryRowCounted).toBe(true)
})
