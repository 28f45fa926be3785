import { expect, test } from 'vitest'
import { readText, texts } from '../../../read-sales.ts'
import { readFixture } from '../../read-fixture.ts'

test('net sales count, not the formatted text; orders on hold and cancelled ones do not; all products stand in one cell', () => {
  const { preview, totals, spent, net, lines, sales, setAside, isEveryRowCounted } = readFixture('woocommerce-analytics/ordinary')
  expect(preview).toMatchObject({ format: 'woocommerce-analytics', questions: [], dateOrder: 'ymd', decimalMark: '.', hasCustomer: true, hasProduct: true })
  expect(totals).toEqual({ 7003: 123450, 7002: 2479, 7001: 5000 })
  expect(spent).toEqual({ 'name:anna jansen': 128450, 'name:bram bakker': 2479 })
  expect(net).toBe(130929)
  expect(lines.map(({ order, product, quantity, cents }) => [order, product, quantity, cents])).toEqual([
    ['7003', 'Theepot', 2, 82300], ['7003', 'Matcha, 100 gram', 1, 41150], ['7002', 'Matcha, 100 gram', 1, 2479], ['7001', 'Theepot', 1, 5000],
  ])
  expect(texts(sales.products.names)).toEqual(['Theepot', 'Matcha, 100 gram'])
  expect(setAside).toEqual([[5, 'unpaid-order', null], [6, 'cancelled-order', null]])
  expect(isEveryRowCounted).toBe(true)
})

test('a refund is a row of its own and joins its order, which keeps its day; a refunded status takes nothing off once more', () => {
  const { orders, totals, spent, lines, isEveryRowCounted } = readFixture('woocommerce-analytics/refund')
  expect(totals).toEqual({ 7101: 3000, 7102: 0 })
  expect(spent).toEqual({ 'name:eva test': 3000, 'name:dirk proef': 0 })
  expect(orders.map(({ key, day }) => [key, day])).toEqual([['7102', '2026-05-05'], ['7101', '2026-05-04']])
  expect(lines.filter(({ cents }) => (cents ?? 0) < 0).map(({ order, product, quantity, cents }) => [order, product, quantity, cents])).toEqual([
    ['7102', 'Kom', -1, -1500], ['7102', 'Schaal', -1, -1500], ['7101', 'Kom', -1, -1500],
  ])
  expect(isEveryRowCounted).toBe(true)
})

test('an older export with its columns in another order, a guest without a name, an order for nothing', () => {
  const { preview, orders, totals, lines, setAside, isEveryRowCounted } = readFixture('woocommerce-analytics/odd')
  expect(preview).toMatchObject({ format: 'woocommerce-analytics', questions: [] })
  expect(totals).toEqual({ 8001: 1818, 8002: 0, 8004: 909 })
  expect(orders.map(({ customer }) => customer)).toEqual([null, 'name:fé de vries', 'name:fé de vries'])
  expect(lines.map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([
    ['Bord 3 × 4 cm, wit', 1, 454], ['Kom &amp; schotel', 2, 909], ['Lepel', 1, 455], ['Proefzakje', 1, 0], [null, 1, 909],
  ])
  expect(setAside).toEqual([[4, 'unpaid-order', null]])
  expect(isEveryRowCounted).toBe(true)
})

test('with headings in the language of the shop it is a table like any other', () => {
  const { preview, lines } = readText('Datum,Bestelling #,N. omzet (opgemaakt),Status,Klant,Klanttype,Verkochte artikelen\n2026-05-01 10:00:00,7001,"€1.250,50",completed,Anna Jansen,nieuw,3\n')
  expect(preview).toMatchObject({ format: 'generic', questions: [] })
  expect(lines.map(({ order, cents }) => [order, cents])).toEqual([['7001', 125050]])
})
