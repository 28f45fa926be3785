import { expect, test } from 'vitest'
import { readSpreadsheetFixture } from '../read-fixture.ts'

test('below sixteen rows of notes: receipts with their products, nobody named, the totals at the end set aside', async () => {
  const { preview, orders, totals, lines, net, setAside, isEveryRowCounted } = await readSpreadsheetFixture('zettle-receipts/ordinary.xlsx')
  expect(preview).toMatchObject({ format: 'zettle-receipts', questions: [], hasCustomer: false })
  expect(orders.map(({ day, customer }) => [day, customer])).toEqual([['2026-08-01', null], ['2026-08-01', null], ['2026-08-02', null]])
  expect(totals).toEqual({ 2001: 7600, 2002: 2800, 2003: 12_050 })
  expect(lines.map(({ product, quantity }) => [product, quantity])).toEqual([
    ['Filterkaffe', 2], ['Kanelsnegl', 1], ['Filterkaffe', 1], ['Kanelsnegl', 3], ['Te, grøn', 1],
  ])
  expect([net, setAside]).toEqual([22_450, [[21, 'date-unreadable', null], [22, 'date-unreadable', null], [23, 'date-unreadable', null]]])
  expect(isEveryRowCounted).toBe(true)
})

test('money given back is a receipt of its own, and negative', async () => {
  const { totals, lines, net } = await readSpreadsheetFixture('zettle-receipts/refund.xlsx')
  expect(totals).toEqual({ 2011: 5600, 2012: -2800, 2013: 2000, 2014: -2000 })
  expect(lines.map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([
    ['Filterkaffe', 2, 5600], ['Filterkaffe', -1, -2800], ['Kanelsnegl', 1, 2000], ['Kanelsnegl', -1, -2000],
  ])
  expect(net).toBe(2800)
})

test('another rate of tax in the heading, a receipt just before midnight, one without products and one without a number', async () => {
  const { preview, orders, lines, net } = await readSpreadsheetFixture('zettle-receipts/odd.xlsx')
  expect(preview).toMatchObject({ format: 'zettle-receipts', questions: [] })
  expect(orders.map(({ key, day }) => [key, day])).toEqual([['2021', '2026-08-26'], ['2022', '2026-08-27'], ['2026-08-27', '2026-08-27']])
  expect(lines.map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([['1 Hax', 10, 123_450], [null, 1, 1500], ['Te', 1, 1000]])
  expect(net).toBe(125_950)
})
