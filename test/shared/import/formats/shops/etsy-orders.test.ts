import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inWords, readBytes } from '../../read-sales.ts'
import { readFixture } from '../read-fixture.ts'

test('order totals count whether or not the adjusted total is filled in; dates are month first; buyers are known by their Etsy name', () => {
  const { preview, orders, totals, spent, net, sales, isEveryRowCounted } = readFixture('etsy-orders/ordinary')
  expect(preview).toMatchObject({ format: 'etsy-orders', questions: [], dateOrder: 'mdy', decimalMark: '.', hasCustomer: true })
  expect(totals).toEqual({ 3812345671: 7600, 3812345672: 2500, 3812345673: 1250 })
  expect(orders.map(({ day }) => day)).toEqual(['2026-09-03', '2026-09-04', '2026-10-05'])
  expect(spent).toEqual({ 'id:annaj': 8850, 'id:bramb': 2500 })
  expect([net, sales.currency]).toEqual([11350, 'EUR'])
  expect(isEveryRowCounted).toBe(true)
})

test('what is missing from the adjusted total was refunded', () => {
  const { totals, spent } = readFixture('etsy-orders/refund')
  expect(totals).toEqual({ 3812345701: 4650, 3812345702: 3000 })
  expect(spent).toEqual({ 'id:annaj': 4650, 'id:casco': 3000 })
})

test('British headings, thousands, a day that does not exist, a buyer without Etsy name, a cancelled order', () => {
  const { preview, orders, totals, sales, setAside, isEveryRowCounted } = readFixture('etsy-orders/odd')
  expect(preview).toMatchObject({ format: 'etsy-orders', questions: [] })
  expect(totals).toEqual({ 3900000001: 125000, 3900000003: 1000 })
  expect(orders.map(({ day, customer }) => [day, customer])).toEqual([['2026-02-01', 'id:dora_k'], ['2026-02-03', 'name-postcode:een gast AB12CD']])
  expect(sales.currency).toBe('GBP')
  expect(setAside).toEqual([[3, 'date-impossible', 1000], [5, 'cancelled-order', null]])
  expect(isEveryRowCounted).toBe(true)
})

const sample = new URL('../../../../../../shared/import-samples/EtsySoldOrders2026-9.csv', import.meta.url)

test.runIf(existsSync(sample))('the sample is one order of 76.00, of which nothing went back', () => {
  const { preview, sales } = readBytes(readFileSync(sample))
  expect(preview).toMatchObject({ format: 'etsy-orders', questions: [] })
  const { orders, lines } = inWords(sales)
  expect(orders).toEqual([{ key: '3812345671', day: '2026-09-03', customer: 'id:annaj' }])
  expect(lines.map(({ cents }) => cents)).toEqual([7600])
})
