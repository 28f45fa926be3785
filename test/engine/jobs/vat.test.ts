import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportChoices } from '../../../shared/contract/data.ts'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

const HEADER = 'order,date,customer,product,quantity,price'
const sales = [HEADER, '1,2026-01-31,Anna,Tea,1,121.00', '1,2026-01-31,Anna,Mug,1,0.50', '1,2026-01-31,Anna,Cup,1,0.50', '2,2026-02-28,Bert,Tea,2,60.50', '3,2026-03-31,Bert,Tea,-1,60.50']
function importFile(lines: readonly string[], choices?: ImportChoices, name = 'sales.csv') {
  const path = join(folder.path, name)
  writeFileSync(path, lines.join('\n'))
  return engine.ask('data:import-file', { file: engine.grant(path), choices })
}
const values = async () => (await engine.ask('customers:rank', { method: 'realized-value' })).rows.map(({ name, valueCents }) => [name, valueCents])
const vat = async () => (await engine.ask('workspace:info', {})).vat

test('without an answer amounts count as they stand', async () => {
  expect(await importFile(sales)).toMatchObject({ netRevenueCents: 18_250, vatRate: null, vatCents: null })
  expect(await values()).toEqual([['Anna', 12_200], ['Bert', 6050]])
  expect(await vat()).toBe('unknown')
})

test('VAT is taken off customers’ figures, while the import keeps to the money of its file', async () => {
  expect(await importFile(sales, { vat: { included: true, rate: 0.21 } })).toMatchObject({
    netRevenueCents: 18_250, controlTotalCents: 18_250, refundCents: -6050, vatRate: 0.21, vatCents: 18_250 - 15_083, remembered: [],
  })
  // 122.00 without is 100.83 to the cent.
  expect(await values()).toEqual([['Anna', 10_083], ['Bert', 5000]])
  expect(await vat()).toBe('without')
  const { rows } = await engine.ask('customers:rank', { method: 'realized-value' })
  const bert = await engine.ask('customers:detail', { customerId: rows[1]?.customerId ?? 0, method: 'realized-value' })
  expect(bert.orders).toMatchObject([{ amountCents: -5000, netCents: 0, kind: 'refund' }, { amountCents: 10_000, netCents: 5000 }])
})

test('it is asked once: later files of the source are read alike, another answer takes its place', async () => {
  await importFile(sales, { vat: { included: true, rate: 0.21 } })
  const next = [HEADER, '4,2026-04-30,Cor,Tea,1,10.90']
  expect(await importFile(next, undefined, 'april.csv')).toMatchObject({ vatRate: 0.21, remembered: ['vat'] })
  const told = engine.told.length
  expect(await engine.ask('data:set-batch-vat', { batchId: 2, vat: { included: true, rate: 0.09 } })).toMatchObject({ batchId: 2, vatRate: 0.09, vatCents: 90 })
  expect(engine.told.slice(told)).toMatchObject([{ name: 'data:changed' }])
  expect(await values()).toEqual([['Anna', 10_083], ['Bert', 5000], ['Cor', 1000]])
  expect(await importFile([HEADER, '5,2026-05-31,Dirk,Tea,1,2.18'], undefined, 'mei.csv')).toMatchObject({ vatRate: 0.09, remembered: ['vat'] })
  expect((await engine.ask('data:batches', {})).map(({ vatRate }) => vatRate)).toEqual([0.09, 0.09, 0.21])

  expect(await engine.ask('data:set-batch-vat', { batchId: 1, vat: null })).toMatchObject({ vatRate: null, vatCents: null })
  expect(await vat()).toBe('partly')
  expect(await values()).toEqual([['Anna', 12_200], ['Bert', 6050], ['Cor', 1000], ['Dirk', 200]])
  expect(await importFile([HEADER, '6,2026-06-30,Eva,Tea,1,5.00'], undefined, 'juni.csv')).toMatchObject({ vatRate: null, remembered: [] })
})

test('importing the same file with an answer says it of the orders that are there already', async () => {
  await importFile(sales)
  expect(await importFile(sales, { vat: { included: true, rate: 0.21 } })).toMatchObject({ newOrders: 0, knownOrders: 3, vatRate: 0.21 })
  expect(await values()).toEqual([['Anna', 10_083], ['Bert', 5000]])
  await engine.ask('data:undo-batch', { batchId: 1 })
  expect(await values()).toEqual([['Anna', 10_083], ['Bert', 5000]])
  await engine.ask('data:set-batch-vat', { batchId: 2, vat: { included: false } })
  expect(await values()).toEqual([['Anna', 12_200], ['Bert', 6050]])
  expect(await vat()).toBe('without')
})

test('what was said of an import is not overruled by what is said of another that holds one of its orders', async () => {
  await importFile(sales, { vat: { included: false } }, 'invoices.csv')
  const other = [HEADER, '2,2026-02-28,Bert,Tea,2,60.50', '9,2026-04-30,Cor,Tea,1,12.10']
  expect(await importFile(other, { vat: { included: true, rate: 0.21 } }, 'kassa.csv')).toMatchObject({ newOrders: 1, knownOrders: 1 })
  expect((await engine.ask('data:batches', {})).map(({ vatRate }) => vatRate)).toEqual([0.21, 0])
  await engine.ask('data:undo-batch', { batchId: 2 })
  expect(await values()).toEqual([['Anna', 12_200], ['Bert', 6050]])
})

test('what is said of an import that is not there is refused', async () => {
  expect(await engine.call('data:set-batch-vat', { batchId: 7, vat: null })).toEqual({ ok: false, error: { code: 'batch-not-found' } })
})
