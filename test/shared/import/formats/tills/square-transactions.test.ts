import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readBytes, sum } from '../../read-sales.ts'
import { readFixture } from '../read-fixture.ts'

test('tax counts, a tip does not; whoever has no number is nobody', () => {
  const { preview, totals, spent, net, setAside, sales } = readFixture('square-transactions/ordinary')
  expect(preview).toMatchObject({ format: 'square-transactions', questions: [], hasCustomer: true })
  expect(totals).toEqual({ SQA1x: 2916, SQA2x: 136250, SQA3x: 436 })
  expect(spent).toEqual({ 'id:CUST1': 2916, 'id:CUST2': 136250, nobody: 436 })
  expect([net, setAside, sales.currency]).toEqual([139602, [], 'EUR'])
})

test('a refund nets the transaction it belongs to, also where it stands first', () => {
  const { orders, totals, spent, net } = readFixture('square-transactions/refund')
  expect(orders[0]).toEqual({ key: 'SQB2y', day: '2026-09-18', customer: 'id:CUST1' })
  expect(totals).toEqual({ SQB2y: 2592, SQB3y: -540 })
  expect(spent).toEqual({ 'id:CUST1': 2592, 'id:CUST2': -540 })
  expect(net).toBe(2052)
})

test('a gift card sold is no revenue, alone or beside a mug; American dates', () => {
  const { orders, totals, setAside, isEveryRowCounted } = readFixture('square-transactions/odd')
  expect(totals).toEqual({ SQC2: 2160, SQC4: 0 })
  expect(orders[1]?.day).toBe('2026-10-05')
  expect(setAside).toEqual([[2, 'gift-card-or-tip', 5000], [4, 'cancelled-order', null]])
  expect(isEveryRowCounted).toBe(true)
})

test('an owner who takes net sales for the amount has no tips to take off', () => {
  const bytes = readFileSync(new URL('../../../../fixtures/import/square-transactions/ordinary.csv', import.meta.url))
  const { preview } = readBytes(bytes)
  const at = (name: string) => preview.columns.findIndex((column) => column.name === name)
  const { sales } = readBytes(bytes, {
    columns: [{ index: at('Transaction ID'), field: 'orderId' }, { index: at('Date'), field: 'date' }, { index: at('Net Sales'), field: 'amount' }],
  })
  expect(sum(sales.lines.amountCents)).toBe(128100)
})
