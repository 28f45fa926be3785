import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readNamelessRevenue } from '../../../electron/engine/database/ledger-store.ts'
import type { RevenueReport } from '../../../shared/contract/revenue.ts'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

const report = () => engine.ask('revenue:report', {})
const sum = (rows: readonly { readonly revenueCents: number }[]) => rows.reduce((total, { revenueCents }) => total + revenueCents, 0)

/** Every way to look at it comes to the same, to the cent; answers that amount. */
function agreedCents({ total, months, weekdays, products, otherProducts, noProductCents }: RevenueReport): number {
  expect(sum(months)).toBe(total.revenueCents)
  expect(sum(weekdays)).toBe(total.revenueCents)
  expect(sum(products) + otherProducts.revenueCents + noProductCents).toBe(total.revenueCents)
  expect(months.reduce((orders, row) => orders + row.orders, 0)).toBe(total.orders)
  expect(weekdays.reduce((orders, row) => orders + row.orders, 0)).toBe(total.orders)
  return total.revenueCents
}

/** As the ranking and the share with a known customer count it. */
async function netRevenueCents(): Promise<number> {
  const connection = await engine.context.workspace.connection()
  const { ledger } = await engine.context.valuations.sales(connection)
  return ledger.amountCents.reduce((total, cents) => total + cents, 0) + await readNamelessRevenue(connection)
}

const HEADER = 'Order number,Date,Customer number,SKU,Product,Quantity,Unit price'
const sales = [
  HEADER,
  'A1,2024-01-31,7,S1,Tea,2,10.01', 'A1,2024-01-31,7,S2,Mug,1,5.53', 'A2,2024-02-13,8,S1,Tea,1,10.01', 'A3,2024-04-14,,S3,Spoon,1,2.07',
  'A4,2024-04-20,7,S1,Tea,-1,10.01',
]

test('nothing sold is nothing to show', async () => {
  expect(await report()).toMatchObject({ total: { orders: 0, revenueCents: 0 }, firstDay: null, lastDay: null, months: [], weekdays: [], products: [] })
})

test('by month, day of the week and product; refunds on the day they were given', async () => {
  const { netRevenueCents: imported } = await engine.import(sales)
  const told = await report()
  expect(agreedCents(told)).toBe(imported)
  expect(told).toMatchObject({
    total: { orders: 3, pieces: 4, revenueCents: 2762, averageOrderCents: 921 }, firstDay: '2024-01-31', lastDay: '2024-04-20',
    months: [
      { from: '2024-01', until: '2024-01', orders: 1, revenueCents: 2555, knownShare: 1 }, { from: '2024-02', orders: 1, revenueCents: 1001 },
      { from: '2024-03', until: '2024-03', orders: 0, revenueCents: 0 }, { from: '2024-04', orders: 1, pieces: 0, revenueCents: -794, averageOrderCents: -794, knownShare: null },
    ],
    products: [{ name: 'Tea', pieces: 2, revenueCents: 2002, orders: 3 }, { name: 'Mug', revenueCents: 553 }, { name: 'Spoon', revenueCents: 207 }],
  })
  expect(told.total.knownShare).toBeCloseTo(2555 / 2762, 10)
})

test('what was superseded or left out counts nowhere, and what was computed before is forgotten', async () => {
  await engine.import(sales)
  const before = agreedCents(await report())
  await engine.import([HEADER, 'A2,2024-02-13,8,S1,Tea,3,10.01'], 'changed.csv')
  expect(agreedCents(await report())).toBe(before + 2002)

  await engine.import([HEADER, 'B1,2024-05-01,9,S1,Tea,1,10.00', 'B1,2024-05-01,9,S1,Tea,1,10.00'], 'double.csv')
  expect(agreedCents(await report())).toBe(before + 4002)
  await engine.ask('quality:repair', { kind: 'identical-lines' })
  expect(agreedCents(await report())).toBe(before + 3002)
  expect(await netRevenueCents()).toBe(before + 3002)
})

test('VAT is taken out order by order, and all still adds up to the cent', async () => {
  const many = Array.from({ length: 300 }, (_, i) => `N${i % 120},2024-0${1 + i % 120 % 9}-1${i % 120 % 8},${i % 120 % 3 === 0 ? '' : i % 120},S${i % 7},Thing ${i % 7},1,${1 + i % 13}.${10 + i % 83}`)
  const { batchId, netRevenueCents: gross } = await engine.import([HEADER, ...many])
  expect(agreedCents(await report())).toBe(gross)
  await engine.ask('data:set-batch-vat', { batchId, vat: { included: true, rate: 0.21 } })
  const net = agreedCents(await report())
  expect(net).toBe(await netRevenueCents())
  expect(Math.abs(net - gross / 1.21)).toBeLessThan(120)
})

test('a product that has only a number goes by it; of more than fifty the rest is one row', async () => {
  await engine.import(['Order number,Date,Customer number,SKU,Quantity,Unit price', ...Array.from({ length: 53 }, (_, i) => `N${i},2024-03-01,1,S${i},1,${i + 1}.00`)])
  const told = await report()
  expect(agreedCents(told)).toBe(53 * 54 / 2 * 100)
  expect(told.products).toHaveLength(50)
  expect(told.products[0]).toMatchObject({ name: 'S52', revenueCents: 5300 })
  expect(told.otherProducts).toEqual({ products: 3, pieces: 3, revenueCents: 600 })
})

test('saved by month and by day it says the same', async () => {
  await engine.import(sales)
  const saved = async (per: 'day' | 'month', language: 'en' | 'nl') => {
    const path = join(folder.path, `${per}.csv`)
    await engine.ask('exports:save', { table: { kind: 'revenue', per }, layout: 'csv-comma', language, file: engine.grant(path) })
    return Papa.parse<string[]>(readFileSync(path, 'utf8').slice(1), { skipEmptyLines: true }).data
  }
  expect(await saved('month', 'nl')).toEqual([
    ['Maand', 'Bestellingen', 'Aantal', 'Omzet (EUR)', 'Gemiddelde besteding (EUR)', 'Deel met bekende klant'],
    ['2024-01', '1', '3', '25.55', '25.55', '1'], ['2024-02', '1', '1', '10.01', '10.01', '1'], ['2024-03', '0', '0', '0.00', '', ''], ['2024-04', '1', '0', '-7.94', '-7.94', ''],
  ])
  const days = await saved('day', 'en')
  expect(days.slice(1).map(([day, , , amount]) => [day, amount])).toEqual([['2024-01-31', '25.55'], ['2024-02-13', '10.01'], ['2024-04-14', '2.07'], ['2024-04-20', '-10.01']])
})
