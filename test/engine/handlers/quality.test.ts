import { expect, test } from 'vitest'
import type { FindingKind, QualityFinding } from '../../../shared/contract/quality.ts'
import { engineForEachTest, type TestEngine } from '../engine-for-each-test.ts'

let engine: TestEngine
engineForEachTest((started) => { engine = started.engine })

const HEADER = 'Order number,Date,Customer number,Customer e-mail,SKU,Quantity,Unit price'
/** Three months of ordinary sales: an order of 10.00 a day by one of thirty customers. */
const ordinary = Array.from({ length: 90 }, (_, i) =>
  `N${i},${new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10)},${1 + i % 30},buyer${1 + i % 30}@example.com,S1,1,10.00`)

async function finding<K extends FindingKind>(kind: K): Promise<Extract<QualityFinding, { kind: K }> | undefined> {
  const { parts } = await engine.ask('quality:report', {})
  return parts.flatMap((part) => part.findings).find((found): found is Extract<QualityFinding, { kind: K }> => found.kind === kind)
}
async function examples(of: Parameters<typeof engine.ask<'quality:examples'>>[1]['of'], page = {}) {
  return engine.ask('quality:examples', { of, ...page })
}
const ranking = async () => (await engine.ask('customers:rank', { method: 'realized-value', limit: 500 })).rows.map(({ name, valueCents, purchaseCount }) => ({ name, valueCents, purchaseCount }))

test('C10: without sales nothing is known; with ordinary ones only the margin is missing', async () => {
  expect(await engine.ask('quality:report', {})).toMatchObject({ score: null, repairs: [] })
  await engine.import([HEADER, ...ordinary])
  const report = await engine.ask('quality:report', {})
  expect(report.parts.map(({ part, score }) => [part, score])).toEqual([
    ['identity', 100], ['dates', 100], ['refunds', 100], ['duplicates', 100], ['outliers', 100], ['gaps', 100], ['margin', 0],
  ])
  expect(report.score).toBe(85)
  await engine.ask('settings:set', { contributionMarginRate: 0.4 })
  expect((await engine.ask('quality:report', {})).score).toBe(100)
})

test('C10: sales that name nobody are counted, and shown largest first', async () => {
  await engine.import([HEADER, ...ordinary, 'X1,2024-03-05,,,S1,1,40.00', 'X2,2024-03-06,,,S1,2,30.00'])
  expect(await finding('no-customer')).toEqual({ kind: 'no-customer', orders: 2, amountCents: 10_000 })
  expect(await examples({ finding: 'no-customer' }, { limit: 1 })).toEqual({
    total: 2, examples: [{ kind: 'order', orderId: expect.any(Number), orderKey: 'X2', orderedOn: '2024-03-06', customer: null, amountCents: 6000, fileName: 'sales.csv', sameAs: null }],
  })
})

test('C10: rows set aside for their date count once however often they came, and days in the future are left out and put back', async () => {
  const ahead = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
  const lines = [HEADER, ...ordinary, 'D1,2024-02-31,1,,S1,1,12.00', 'D2,someday,1,,S1,1,8.00', `D3,${ahead},1,,S1,1,5.00`]
  await engine.import(lines)
  await engine.import(lines, 'again.csv')
  expect(await finding('unusable-dates')).toEqual({ kind: 'unusable-dates', rows: 2, amountCents: 2000 })
  expect((await examples({ finding: 'unusable-dates' })).examples).toEqual([
    { kind: 'row', fileName: 'sales.csv', lineNumber: 92, raw: 'D1,2024-02-31,1,,S1,1,12.00', amountCents: 1200 },
    { kind: 'row', fileName: 'sales.csv', lineNumber: 93, raw: 'D2,someday,1,,S1,1,8.00', amountCents: 800 },
  ])
  expect(await finding('future-orders')).toEqual({ kind: 'future-orders', orders: 1, amountCents: 500 })
  // A wrong year is no missing period.
  expect(await finding('gaps')).toBeUndefined()
  expect((await engine.ask('workspace:info', {})).lastOrderOn).toBe(ahead)
  const repair = await engine.ask('quality:repair', { kind: 'future-orders' })
  expect((await engine.ask('workspace:info', {})).lastOrderOn).toBe('2024-03-30')
  expect(await finding('future-orders')).toBeUndefined()
  await engine.ask('quality:undo-repair', { repairId: repair.repairId })
  expect((await engine.ask('workspace:info', {})).lastOrderOn).toBe(ahead)
})

test('C10: refunds that belong to no sale, gaps and dates on one day of the month are found', async () => {
  await engine.import([HEADER, ...ordinary, 'R1,2024-02-01,99,,S1,-1,30.00', 'R2,2024-03-30,1,,S1,-1,10.00', 'R3,2024-03-30,,,S1,-1,4.00'])
  expect(await finding('unmatched-refunds')).toEqual({ kind: 'unmatched-refunds', orders: 2, amountCents: 3400 })
  expect((await examples({ finding: 'unmatched-refunds' })).examples).toMatchObject([{ orderKey: 'R1', amountCents: -3000, customer: '99' }, { orderKey: 'R3', customer: null }])
  expect(await finding('gaps')).toBeUndefined()
  await engine.import([HEADER, 'G1,2024-06-01,1,,S1,1,10.00'], 'later.csv')
  expect(await finding('gaps')).toEqual({ kind: 'gaps', gaps: 1, days: 62 })
  expect(await examples({ finding: 'gaps' })).toEqual({ total: 1, examples: [{ kind: 'gap', from: '2024-03-31', until: '2024-05-31', days: 62 }] })

  expect(await finding('one-day-of-month')).toBeUndefined()
  const monthly = Array.from({ length: 400 }, (_, i) => `M${i},2024-0${1 + i % 6}-01,${i % 30},,S1,1,10.00`)
  for (const { batchId } of await engine.ask('data:batches', {})) await engine.ask('data:undo-batch', { batchId })
  await engine.import([HEADER, ...monthly], 'monthly.csv')
  expect(await finding('one-day-of-month')).toEqual({ kind: 'one-day-of-month', orders: 400, dayOfMonth: 1 })
})

test('C10: equal orders of two imports, identical lines and an outlier are repaired with a click each; undone the ranking is as before', async () => {
  await engine.import([
    HEADER, ...ordinary, 'L1,2024-03-01,5,,S1,1,25.00', 'L1,2024-03-01,5,,S1,1,25.00', 'Q1,2024-03-02,6,,S1,1,30.00', 'Q2,2024-03-02,6,,S2,1,30.00', 'B1,2024-03-03,8,,S1,1,9000.00',
  ])
  await engine.import([HEADER, 'P77,2024-01-31,1,,other,1,10.00'], 'payments.csv')
  const before = { ranking: await ranking(), report: await engine.ask('quality:report', {}), info: await engine.ask('workspace:info', {}) }
  // Q1 and Q2 are of one import and hold different things: two purchases.
  expect(await finding('equal-orders')).toEqual({ kind: 'equal-orders', orders: 1, betweenImports: 1, amountCents: 1000 })
  expect((await examples({ finding: 'equal-orders' })).examples).toMatchObject([{ orderKey: 'P77', sameAs: 'N30', fileName: 'payments.csv' }])
  expect(await finding('identical-lines')).toEqual({ kind: 'identical-lines', orders: 1, lines: 1, amountCents: 2500 })
  expect(await finding('outlier-orders')).toEqual({ kind: 'outlier-orders', orders: 1, amountCents: 900_000, boundCents: 5000 })
  const outliers = (await examples({ finding: 'outlier-orders' })).examples
  expect(outliers).toMatchObject([{ orderKey: 'B1', customer: 'buyer8@example.com' }])

  engine.told.length = 0
  const chosen = outliers.flatMap((example) => (example.kind === 'order' ? [example.orderId] : []))
  const made = [
    await engine.ask('quality:repair', { kind: 'equal-orders' }),
    await engine.ask('quality:repair', { kind: 'identical-lines' }),
    await engine.ask('quality:repair', { kind: 'outlier-orders', orderIds: chosen }),
  ]
  expect(made.map(({ kind, orders, lines, amountCents }) => [kind, orders, lines, amountCents])).toEqual([
    ['equal-orders', 1, 1, 1000], ['identical-lines', 1, 1, 2500], ['outlier-orders', 1, 1, 900_000],
  ])
  expect(engine.told.filter((event) => event.name === 'data:changed')).toHaveLength(3)
  const repaired = await engine.ask('quality:report', {})
  expect(repaired.score ?? 0).toBeGreaterThan(before.report.score ?? 0)
  expect(repaired.repairs.map((repair) => repair.kind)).toEqual(['outlier-orders', 'identical-lines', 'equal-orders'])
  const values = new Map((await ranking()).map((row) => [row.name, row.valueCents]))
  expect([1, 5, 8].map((buyer) => values.get(`buyer${buyer}@example.com`))).toEqual([3000, 5500, 3000])
  expect((await examples({ repairId: made[1]?.repairId ?? 0 })).examples).toMatchObject([{ orderKey: 'L1', amountCents: 2500 }])
  expect((await examples({ repairId: made[2]?.repairId ?? 0 })).examples).toMatchObject([{ orderKey: 'B1', amountCents: 900_000 }])

  expect(await engine.call('quality:repair', { kind: 'equal-orders' })).toMatchObject({ ok: false, error: { code: 'nothing-to-repair' } })
  for (const { repairId } of made) await engine.ask('quality:undo-repair', { repairId })
  expect({ ranking: await ranking(), info: await engine.ask('workspace:info', {}) }).toEqual({ ranking: before.ranking, info: before.info })
  const after = await engine.ask('quality:report', {})
  expect(after).toEqual({ ...before.report, repairs: after.repairs })
  expect(after.repairs.every((repair) => repair.undoneAt !== null)).toBe(true)
})

test('C10: what repeats a sale of another import counts when that import is undone, once, and is left out again when it comes back', async () => {
  const first = await engine.import([HEADER, 'A1,2024-01-31,1,,S1,2,10.00', 'A2,2024-02-20,2,,S1,3,10.00'])
  await engine.import([HEADER, 'B1,2024-01-31,1,,S9,2,10.00', 'B2,2024-02-20,2,,S9,3,10.00'], 'payments.csv')
  await engine.import([HEADER, 'C1,2024-01-31,1,,S8,2,10.00'], 'till.csv')
  const values = async () => (await ranking()).map((row) => [row.name, row.valueCents])
  const once = [['2', 3000], ['1', 2000]]
  const made = await engine.ask('quality:repair', { kind: 'equal-orders' })
  expect(made).toMatchObject({ orders: 3, amountCents: 7000 })
  expect(await values()).toEqual(once)
  await engine.ask('data:undo-batch', { batchId: first.batchId })
  expect(await values()).toEqual(once)
  await engine.import([HEADER, 'A1,2024-01-31,1,,S1,2,10.00', 'A2,2024-02-20,2,,S1,3,10.00'])
  expect(await values()).toEqual(once)
  expect((await examples({ repairId: made.repairId })).total).toBe(3)
  await engine.ask('quality:undo-repair', { repairId: made.repairId })
  expect(await values()).toEqual([['1', 6000], ['2', 6000]])
})

test('C10: customers who may be one person count until the owner has said so', async () => {
  // One telephone number, two addresses: only the owner knows.
  await engine.import(['Order number,Date,Customer e-mail,Phone,Amount', 'A1,2024-01-01,anna@example.com,+31612345678,10.00', 'A2,2024-01-02,anna.b@example.com,+31612345678,10.00', 'A3,2024-01-03,c@example.com,,10.00', 'A4,2024-01-04,d@example.com,,10.00'])
  expect(await finding('probably-one')).toEqual({ kind: 'probably-one', customers: 1 })
  expect((await engine.ask('quality:report', {})).parts[0]).toMatchObject({ part: 'identity', score: 75 })
  const { groups } = await engine.ask('identity:list', { state: 'suggested' })
  await engine.ask('identity:decide', { evidence: groups[0]?.evidence ?? [], decision: 'merge' })
  expect(await finding('probably-one')).toBeUndefined()
})

test('C10: what the products cost makes the margin known for what they sold', async () => {
  await engine.import(['Order number,Date,Customer number,SKU,Quantity,Unit price', 'A1,2024-01-01,1,S1,1,30.00', 'A2,2024-01-02,2,S2,1,10.00'])
  expect(await finding('no-margin')).toEqual({ kind: 'no-margin', share: 1, amountCents: 4000 })
  await engine.import(['SKU,Product,Cost price', 'S1,Tea,12.00'], 'products.csv')
  expect(await finding('no-margin')).toEqual({ kind: 'no-margin', share: 0.25, amountCents: 1000 })
  await engine.ask('settings:set', { contributionMarginRate: 0.4 })
  expect(await finding('no-margin')).toBeUndefined()
})

test('C10: amounts are without the VAT that is known to be in them, as the customers are', async () => {
  const { batchId } = await engine.import([HEADER, ...ordinary, 'X1,2024-03-05,,,S1,1,121.00', 'B1,2024-03-03,8,,S1,1,1210.00', 'L1,2024-03-01,5,,S1,1,24.20', 'L1,2024-03-01,5,,S1,1,24.20'])
  await engine.ask('data:set-batch-vat', { batchId, vat: { included: true, rate: 0.21 } })
  expect(await finding('no-customer')).toMatchObject({ amountCents: 10_000 })
  expect((await examples({ finding: 'no-customer' })).examples).toMatchObject([{ amountCents: 10_000 }])
  expect(await finding('outlier-orders')).toMatchObject({ orders: 2, amountCents: 110_000 })
  expect(await finding('identical-lines')).toMatchObject({ amountCents: 2000 })
  const repair = await engine.ask('quality:repair', { kind: 'identical-lines' })
  expect(repair.amountCents).toBe(2000)
  expect((await examples({ repairId: repair.repairId })).examples).toMatchObject([{ orderKey: 'L1', amountCents: 2000 }])
})

test('C10: rows that were mended are not set aside any more, also of an order of which lines were left out', async () => {
  const { batchId } = await engine.import([HEADER, ...ordinary, 'L1,2024-03-01,5,,S1,1,25.00', 'L1,2024-03-01,5,,S1,1,25.00', 'L1,2024-03-99,5,,S2,1,5.00'])
  expect(await finding('unusable-dates')).toMatchObject({ rows: 1 })
  await engine.ask('quality:repair', { kind: 'identical-lines' })
  await engine.ask('data:mend-row', { batchId, lineNumber: 94, cells: ['L1', '2024-03-01', '5', '', 'S2', '1', '5.00'] })
  expect(await finding('unusable-dates')).toBeUndefined()
  const batches = await engine.ask('data:batches', {})
  expect(batches.map((batch) => batch.netRevenueCents).toSorted((a, b) => a - b)).toEqual([500, 95_000])
  // The order has other content now, so its lines are judged anew.
  expect(await finding('identical-lines')).toMatchObject({ orders: 1, lines: 1, amountCents: 2500 })
})

test('C10: a large shop is judged apart from the other questions, by the same rules', async () => {
  const orders = Array.from({ length: 51_000 }, (_, i) => `N${i},2024-0${1 + i % 6}-${10 + i % 18},${i % 100 === 0 ? '' : 1 + i % 900},,S1,1,${10 + i % 5}.00`)
  await engine.import([HEADER, ...orders, 'B1,2024-03-03,8,,S1,1,9000.00'])
  expect(await finding('no-customer')).toEqual({ kind: 'no-customer', orders: 510, amountCents: 510_000 })
  expect(await finding('outlier-orders')).toMatchObject({ orders: 1, amountCents: 900_000 })
  expect((await examples({ finding: 'outlier-orders' })).examples).toMatchObject([{ orderKey: 'B1', customer: '8' }])
}, 120_000)
