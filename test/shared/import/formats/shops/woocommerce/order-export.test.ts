import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inWords, readBytes, readText, sum } from '../../../read-sales.ts'
import { readFixture } from '../../read-fixture.ts'

test('an order of several rows counts its total once; on hold and failed orders do not count', () => {
  const { preview, totals, spent, net, lines, setAside, isEveryRowCounted } = readFixture('woocommerce-order-export/ordinary')
  expect(preview).toMatchObject({ format: 'woocommerce-order-export', questions: [], dateOrder: 'ymd', decimalMark: '.', hasCustomer: true })
  expect(totals).toEqual({ 5001: 4125, 5002: 121540, 5005: 1815 })
  expect(spent).toEqual({ 'email:gast@example.nl': 5940, 'email:hanna@example.nl': 121540 })
  expect(net).toBe(127480)
  expect(lines.filter(({ order }) => order === '5001').map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([
    ['M-1', 1, 1500], ['S-1', 1, 1500], [null, 0, 1125],
  ])
  expect(setAside).toEqual([[5, 'unpaid-order', null], [6, 'unpaid-order', null], [7, 'cancelled-order', null]])
  expect(isEveryRowCounted).toBe(true)
})

test('a refund is taken off once, and a refunded order whole, also where its column is empty', () => {
  const { totals, spent, isEveryRowCounted } = readFixture('woocommerce-order-export/refund')
  expect(totals).toEqual({ 5101: 1815, 5102: 0, 5103: 0 })
  expect(spent).toEqual({ 'email:jan@example.nl': 1815, 'email:kim@example.nl': 0 })
  expect(isEveryRowCounted).toBe(true)
})

test('chosen columns, semicolons, decimal commas, Dutch statuses, a second coupon on a row of its own, a buyer without e-mail', () => {
  const { preview, orders, totals, sales, setAside, isEveryRowCounted } = readFixture('woocommerce-order-export/odd')
  expect(preview).toMatchObject({ format: 'woocommerce-order-export', encoding: 'windows-1252', delimiter: ';', dateOrder: 'dmy', decimalMark: ',', questions: [] })
  expect(totals).toEqual({ 6001: 125050, 6004: 0, 6005: 1210 })
  expect(orders.map(({ customer }) => customer)).toEqual(['email:lot@example.nl', 'email:mia@example.nl', 'name:noor'])
  expect(inWords(sales).lines.find(({ product }) => product === 'V-9')).toMatchObject({ quantity: 2, cents: 100000 })
  expect(setAside).toEqual([[4, 'unpaid-order', null], [5, 'unpaid-order', null]])
  expect(isEveryRowCounted).toBe(true)
})

test('without a price per piece every item has its own line total, without either the first has the whole order', () => {
  const rows = ['1,2026-05-01,Lot,lot@example.nl,60.00,Mok,2,24.79', '1,2026-05-01,Lot,lot@example.nl,60.00,Schaal,1,20.66']
  const withLineTotal = readText(`Order Number,Order Date,First Name (Billing),Email (Billing),Order Total Amount,Name,Quantity,Order Line Total\n${rows.join('\n')}\n`)
  expect(withLineTotal.preview.format).toBe('woocommerce-order-export')
  expect(withLineTotal.lines.map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([['Mok', 2, 2479], ['Schaal', 1, 2066], [null, 0, 1455]])
  const without = readText(`Order Number,Order Date,First Name (Billing),Email (Billing),Order Total Amount,Name,Quantity,Weight\n${rows.join('\n')}\n`)
  expect(without.lines.map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([['Mok', 2, 6000], ['Schaal', 1, 0]])
})

const sample = new URL('../../../../../../../shared/import-samples/woocommerce_advanced_order_export.csv', import.meta.url)

test.runIf(existsSync(sample))('the sample is worth 36.00, not 72.00', () => {
  const { preview, sales } = readBytes(readFileSync(sample))
  expect(preview.format).toBe('woocommerce-order-export')
  expect(sum(sales.lines.amountCents)).toBe(3600)
  expect(inWords(sales).orders).toEqual([{ key: '5001', day: '2026-05-01', customer: 'email:gast@example.nl' }])
})
