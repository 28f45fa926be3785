import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEngine, temporaryFolder, type TestEngine } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
let engine: TestEngine
beforeAll(() => {
  folder = temporaryFolder()
  engine = startEngine(folder.path)
})
afterAll(async () => {
  await engine.stop()
  folder.remove()
})

test('the sample shop is a workspace of its own, beside the owner\'s', async () => {
  await engine.import(['Order,Date,Customer,Amount', 'A1,2024-01-31,Anna,10.00'])
  const sample = await engine.ask('workspace:open-sample', {})
  expect(sample).toMatchObject({ kind: 'sample', batches: 1 })
  expect(sample.customers).toBeGreaterThan(100)
  expect(existsSync(join(folder.path, 'sample.db'))).toBe(true)
  expect(await engine.ask('workspace:leave-sample', {})).toMatchObject({ kind: 'own', orders: 1 })
  // It is made once.
  expect(await engine.ask('workspace:open-sample', {})).toEqual(sample)
})

test('a page of the ranking, sorted and searched', async () => {
  const ranking = await engine.ask('customers:rank', { limit: 20 })
  expect(ranking.rows.map((row) => row.rank)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  expect(ranking.rows.every((row, i) => i === 0 || row.valueCents <= (ranking.rows[i - 1]?.valueCents ?? 0))).toBe(true)
  expect(ranking.fit).toMatchObject({ model: 'mbg-nbd', converged: true })
  const next = await engine.ask('customers:rank', { offset: 20, limit: 5 })
  expect(next.rows[0]?.rank).toBe(21)
  const wanted = ranking.rows[3]
  const found = await engine.ask('customers:rank', { search: wanted?.name ?? '' })
  expect(found.matching).toBeLessThan(found.total)
  expect(found.rows).toContainEqual(wanted)
})

test('a customer\'s page: orders newest first, with number and products', async () => {
  const { rows: [best] } = await engine.ask('customers:rank', { limit: 1 })
  const detail = await engine.ask('customers:detail', { customerId: best?.customerId ?? 0 })
  expect(detail.customer).toEqual(best)
  expect(detail.orderTotal).toBe(detail.orders.length)
  expect(detail.orders.map((order) => order.orderedOn)).toEqual(detail.orders.map((order) => order.orderedOn).toSorted().toReversed())
  expect(detail.orders.filter((order) => order.kind === 'first')).toHaveLength(1)
  expect(detail.orders.reduce((sum, order) => sum + order.netCents, 0)).toBe(detail.customer.realizedValueCents)
  expect(detail.orders.every((order) => order.products.length > 0 && order.lines >= order.products.length)).toBe(true)
  expect(await engine.call('customers:detail', { customerId: 999_999 })).toEqual({ ok: false, error: { code: 'customer-not-found' } })
})

test('a margin changes the basis at once; another business name changes nothing', async () => {
  const before = await engine.ask('customers:rank', { limit: 5 })
  expect(before.basis).toBe('revenue')
  await engine.ask('settings:set', { businessName: 'Tea for two' })
  expect(await engine.ask('customers:rank', { limit: 5 })).toEqual(before)
  await engine.ask('settings:set', { contributionMarginRate: 0.5 })
  const after = await engine.ask('customers:rank', { limit: 5, method: 'realized-value' })
  expect(after.basis).toBe('gross-profit')
  expect(after.realizedValueCents).toBeLessThan(before.realizedValueCents)
  await engine.ask('settings:set', { contributionMarginRate: null })
})

test('sales that are undone are out of the ranking at once', async () => {
  const before = await engine.ask('customers:rank', { limit: 3 })
  await engine.import(['Order,Date,Customer name,Amount', 'Z1,2026-10-01,Newcomer Jones,999999.00'], 'more.csv')
  const { rows: [newcomer] } = await engine.ask('customers:rank', { limit: 1, method: 'realized-value' })
  expect(newcomer).toMatchObject({ name: 'Newcomer Jones', valueCents: 99_999_900 })
  const [latest] = await engine.ask('data:batches', {})
  await engine.ask('data:undo-batch', { batchId: latest?.batchId ?? 0 })
  expect(await engine.ask('customers:rank', { limit: 3 })).toEqual(before)
})

test('a refund is netted into the order it belongs to, as the timeline shows', async () => {
  await engine.ask('workspace:leave-sample', {})
  await engine.import([
    'Order,Date,Customer,SKU,Quantity,Unit price', 'R1,2024-02-01,Björn,S1,2,10.00', 'R2,2024-03-01,Björn,S2,1,5.00', 'R3,2024-03-02,Björn,S2,-1,5.00', 'R4,2024-04-01,Björn,S1,1,10.00',
  ], 'refunds.csv')
  const { rows: [best] } = await engine.ask('customers:rank', { method: 'realized-value', limit: 1 })
  const { orders } = await engine.ask('customers:detail', { customerId: best?.customerId ?? 0 })
  expect(orders.map(({ orderId, kind, amountCents, netCents }) => ({ orderId, kind, amountCents, netCents }))).toEqual([
    { orderId: 'R4', kind: 'repeat', amountCents: 1000, netCents: 1000 },
    { orderId: 'R3', kind: 'refund', amountCents: -500, netCents: 0 },
    { orderId: 'R2', kind: 'refunded', amountCents: 500, netCents: 0 },
    { orderId: 'R1', kind: 'first', amountCents: 2000, netCents: 2000 },
  ])
})

test('money back never makes a returning customer nor an order, whoever it goes to', async () => {
  const own = temporaryFolder()
  const shop = startEngine(own.path)
  await shop.import([
    'Order,Date,Customer,SKU,Quantity,Unit price',
    // Bought once, half of it returned later; bought once, all of it returned; only ever returned; and a guest who returned.
    'P1,2024-01-10,Partly,S1,2,10.00', 'P2,2024-03-01,Partly,S1,-1,10.00',
    'W1,2024-01-12,Wholly,S1,1,25.00', 'W2,2024-03-02,Wholly,S1,-1,25.00',
    'O1,2024-03-03,Only,S2,-1,7.00',
    'G1,2024-01-15,,S1,1,12.00', 'G2,2024-03-04,,S1,-1,12.00',
    // A customer who does come back, and sends a part of the second order back.
    'B1,2024-01-20,Back,S1,1,30.00', 'B2,2024-02-20,Back,S2,3,10.00', 'B3,2024-03-05,Back,S2,-1,10.00',
  ])
  const { rows, total, realizedValueCents } = await shop.ask('customers:rank', { method: 'realized-value' })
  expect(rows.map(({ name, purchaseCount, realizedValueCents: soFar, averageOrderValueCents, lastPurchaseOn }) => [name, purchaseCount, soFar, averageOrderValueCents, lastPurchaseOn])).toEqual([
    ['Back', 2, 5_000, 2_500, '2024-02-20'],
    ['Partly', 1, 1_000, 1_000, '2024-01-10'],
    ['Wholly', 0, 0, 0, null],
    ['Only', 0, -700, 0, null],
  ])
  expect([total, realizedValueCents]).toEqual([4, 5_300])
  const partly = await shop.ask('customers:detail', { customerId: rows[1]?.customerId ?? 0 })
  expect(partly.inputs).toMatchObject({ purchaseCount: 1, repeatPurchaseCount: 0, activeSpanDays: 0, observedDays: 55 })
  expect(partly.orders.map(({ orderId, kind, netCents }) => [orderId, kind, netCents])).toEqual([['P2', 'refund', 0], ['P1', 'first', 1_000]])
  const [batch] = await shop.ask('data:batches', {})
  expect(batch?.netRevenueCents).toBe(5_300)
  await shop.stop()
  own.remove()
})

const cdnow = join(import.meta.dirname, '../../../../shared/data/cdnow_sample.txt')
const golden = join(import.meta.dirname, '../../../../shared/reference/golden.json')
describe.skipIf(!existsSync(cdnow) || !existsSync(golden))('CDNOW (skipped where ../shared is absent)', () => {
  test('the sample, imported as a file, gives the published fit', async () => {
    const own = temporaryFolder()
    const shop = startEngine(own.path)
    // Master id, sample id, date, units, dollars: the columns are chosen as an owner would, the file has no header.
    const text = readFileSync(cdnow, 'utf8')
    expect(text.length).toBeGreaterThan(0)
    await shop.ask('data:import-file', {
      file: shop.grant(cdnow),
      choices: { hasHeader: false, delimiter: 'whitespace', dateOrder: 'ymd', decimalMark: '.', columns: [{ index: 1, field: 'customerId' }, { index: 2, field: 'date' }, { index: 4, field: 'amount' }] },
    })
    const fit = await shop.ask('models:fit', { observedUntil: '1997-09-30' })
    expect(fit.customers).toBe(2357)
    expect(fit.logLikelihood).toBeCloseTo(-9582.1357, 3)
    expect(await shop.call('models:fit', { observedUntil: '1990-01-01' })).toEqual({ ok: false, error: { code: 'fit-not-possible' } })
    await shop.stop()
    own.remove()
  })
})
