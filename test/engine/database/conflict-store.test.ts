import { expect, test } from 'vitest'
import { engineForEachTest, type TestEngine } from '../engine-for-each-test.ts'

const HEADER = 'Order number,Date,Customer number,Customer name,Amount'
let engine: TestEngine
engineForEachTest((started) => { engine = started.engine })

test('B5: an order that came with another content is listed with both sides, and which of them counts', async () => {
  await engine.import([HEADER, 'A1,2024-01-31,7,Anna,25.50', 'A2,2024-02-13,8,Björn,10.00', 'A3,2024-02-14,,,2.00', 'A4,2024-02-15,9,,3.00'], 'january.csv')
  expect(await engine.ask('data:changed-orders', { batchId: 1 })).toEqual({ rows: [], total: 0 })
  await engine.import([HEADER, 'A1,2024-01-31,7,Anna,30.00', 'A2,2024-02-13,8,Björn,10.00', 'A3,2024-02-15,8,Björn,2.00', 'A4,2024-02-15,9,,4.00'], 'february.csv')
  const { rows, total } = await engine.ask('data:changed-orders', { batchId: 2 })
  expect(total).toBe(3)
  expect(rows[0]).toEqual({
    orderKey: 'A1',
    counts: true,
    before: { orderedOn: '2024-01-31', amountCents: 2550, customer: 'Anna', batchId: 1, fileName: 'january.csv', importedAt: expect.any(String) },
    after: { orderedOn: '2024-01-31', amountCents: 3000, customer: 'Anna', batchId: 2, fileName: 'february.csv', importedAt: expect.any(String) },
  })
  expect(rows.slice(1)).toMatchObject([
    { orderKey: 'A3', before: { orderedOn: '2024-02-14', customer: null }, after: { orderedOn: '2024-02-15', customer: 'Björn' } },
    { orderKey: 'A4', before: { customer: '9', amountCents: 300 }, after: { customer: '9', amountCents: 400 } },
  ])
  expect(await engine.ask('data:changed-orders', { batchId: 2, offset: 1, limit: 1 })).toMatchObject({ total: 3, rows: [{ orderKey: 'A3' }] })
})

test('a change that a later import changed once more no longer counts; undone, it comes back, and an undone import changes nothing', async () => {
  const change = (amount: string, name: string) => engine.import([HEADER, `A1,2024-01-31,7,Anna,${amount}`], name)
  await change('1.00', 'one.csv')
  await change('2.00', 'two.csv')
  await change('3.00', 'three.csv')
  expect(await engine.ask('data:changed-orders', { batchId: 2 })).toMatchObject({ rows: [{ counts: false, before: { amountCents: 100 }, after: { amountCents: 200 } }] })
  expect(await engine.ask('data:changed-orders', { batchId: 3 })).toMatchObject({ rows: [{ counts: true, before: { amountCents: 200 }, after: { amountCents: 300 } }] })
  await engine.ask('data:undo-batch', { batchId: 2 })
  expect(await engine.ask('data:changed-orders', { batchId: 2 })).toEqual({ rows: [], total: 0 })
  expect(await engine.ask('data:changed-orders', { batchId: 3 })).toMatchObject({ rows: [{ before: { amountCents: 100, fileName: 'one.csv' }, after: { amountCents: 300 } }] })
  expect(await engine.call('data:changed-orders', { batchId: 9 })).toEqual({ ok: false, error: { code: 'batch-not-found' } })
})

test('B5: one order number for two customers of a file is listed with each of them', async () => {
  await engine.import([HEADER, 'A1,2024-01-31,8,Björn,5.00', 'A1,2024-02-01,7,Anna,25.00', 'A1,2024-02-03,9,Clara,1.00', 'A2,2024-02-13,8,Björn,10.00'])
  const { rows, total } = await engine.ask('data:shared-numbers', { batchId: 1 })
  expect(total).toBe(1)
  expect(rows).toMatchObject([{
    orderKey: 'A1',
    versions: [
      { customer: 'Anna', amountCents: 2500, orderedOn: '2024-02-01', fileName: 'sales.csv' },
      { customer: 'Björn', amountCents: 500 }, { customer: 'Clara', amountCents: 100 },
    ],
  }])
  await engine.ask('data:undo-batch', { batchId: 1 })
  expect(await engine.ask('data:shared-numbers', { batchId: 1 })).toEqual({ rows: [], total: 0 })
})

test('orders without a number are no shared numbers', async () => {
  await engine.import(['Date,Customer number,Amount', '2024-01-31,7,5.00', '2024-01-31,8,6.00'])
  expect(await engine.ask('data:shared-numbers', { batchId: 1 })).toEqual({ rows: [], total: 0 })
})
