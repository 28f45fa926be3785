import { expect, test } from 'vitest'
import { undoBatch } from '../../../../electron/engine/database/batch-store.ts'
import type { Writer } from '../../../../electron/engine/database/connection.ts'
import { readLastDay, readLedger } from '../../../../electron/engine/database/ledger-store.ts'
import { makeRepair, readRepairs, undoRepair } from '../../../../electron/engine/database/quality/repair-store.ts'
import { readWorkspaceCounts } from '../../../../electron/engine/database/workspace-store.ts'
import type { RepairKind } from '../../../../shared/contract/quality.ts'
import { engineForEachTest, type TestEngine } from '../../engine-for-each-test.ts'

const HEADER = 'Order number,Date,Customer number,SKU,Quantity,Unit price'
const lines = [
  HEADER,
  'A1,2024-03-01,7,S1,2,10.00', 'A1,2024-03-01,7,S1,2,10.00', 'A1,2024-03-01,7,S1,2,10.00', 'A1,2024-03-01,7,S2,1,1.00',
  'A2,2024-03-05,8,S1,1,10.00', 'A3,2024-05-01,9,S1,1,900.00', 'A4,2024-03-09,8,S1,-1,10.00',
]
const madeAt = '2024-06-01T10:00:00Z'
let engine: TestEngine
engineForEachTest((started) => { engine = started.engine })

/** Everything that counts, wherever it is read. */
async function counting() {
  const connection = await engine.context.workspace.connection()
  const ledger = await connection.snapshot(readLedger)
  const orders = await connection.all<{ order_id: number; order_key: string }>('SELECT order_id, order_key FROM sales_order')
  const keys = new Map(orders.map((order) => [order.order_id, order.order_key]))
  return {
    orders: Object.fromEntries(Array.from(ledger.orderIds, (id, i) => [keys.get(id) ?? '', ledger.amountCents[i]])),
    refundLines: Array.from(ledger.lines.amountCents),
    lastDay: await readLastDay(connection),
    counts: await readWorkspaceCounts(connection),
  }
}
async function write<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
  return (await engine.context.workspace.connection()).transaction(work)
}
function repair(kind: RepairKind, ...keys: string[]) {
  return write(async (writer) => {
    const rows = await writer.all<{ order_id: number }>('SELECT order_id FROM sales_order WHERE order_key IN (SELECT value FROM json_each(?))', [JSON.stringify(keys)])
    return makeRepair(writer, { kind, orders: rows.map((row) => ({ orderId: row.order_id })), madeAt })
  })
}
const undo = (repairId: number) => write((writer) => undoRepair(writer, repairId, madeAt))

test('C10: an order left out counts nowhere, and counts again when the repair is undone', async () => {
  await engine.import(lines)
  const before = await counting()
  const made = await repair('outlier-orders', 'A3')
  expect(made).toMatchObject({ kind: 'outlier-orders', orders: 1, lines: 1, amountCents: 90_000, madeAt, undoneAt: null })

  const after = await counting()
  expect(after.orders).toEqual({ A1: 6100, A2: 1000, A4: -1000 })
  expect(after.counts).toMatchObject({ orders: 3, customers: 2, lastOrderOn: '2024-03-09' })
  expect(after.lastDay).toBe((before.lastDay ?? 0) - 53)

  expect(await undo(made.repairId)).toMatchObject({ undoneAt: madeAt })
  expect(await counting()).toEqual(before)
})

test('C10: identical lines left out take their amount off the order, also where its refunds are netted', async () => {
  await engine.import([...lines, 'A5,2024-03-20,7,S1,-2,10.00'])
  const before = await counting()
  const made = await repair('identical-lines', 'A1')
  expect(made).toMatchObject({ orders: 1, lines: 2, amountCents: 4000 })
  const after = await counting()
  expect(after.orders).toMatchObject({ A1: 2100, A5: -2000 })
  expect(before.refundLines.filter((cents) => cents === 2000)).toHaveLength(3)
  expect(after.refundLines.filter((cents) => cents === 2000)).toHaveLength(1)
  await undo(made.repairId)
  expect(await counting()).toEqual(before)
})

test('C10: what was left out is left out after the same file came in again, before and after its import was undone', async () => {
  const first = await engine.import(lines)
  const before = await counting()
  const made = [await repair('identical-lines', 'A1'), await repair('outlier-orders', 'A3')]
  const after = await counting()

  const again = await engine.import(lines)
  expect(again).toMatchObject({ newOrders: 0, knownOrders: 4 })
  expect(await counting()).toEqual({ ...after, counts: { ...after.counts, batches: 2 } })

  await write((writer) => undoBatch(writer, again.batchId, madeAt))
  await write((writer) => undoBatch(writer, first.batchId, madeAt))
  expect((await counting()).orders).toEqual({})
  await engine.import(lines)
  expect(await counting()).toEqual(after)

  for (const { repairId } of made) await undo(repairId)
  expect(await counting()).toEqual(before)
})

test('C10: other content of an order left out is judged anew; the former content that undo brings back stays left out', async () => {
  await engine.import(lines)
  await repair('outlier-orders', 'A3')
  await repair('identical-lines', 'A1')
  const after = await counting()
  const mended = await engine.import([HEADER, 'A3,2024-05-01,9,S1,1,9.00', 'A1,2024-03-01,7,S1,2,10.00'], 'mended.csv')
  expect((await counting()).orders).toEqual({ A1: 2000, A2: 1000, A3: 900, A4: -1000 })
  await write((writer) => undoBatch(writer, mended.batchId, madeAt))
  expect(await counting()).toEqual(after)
})

test('C10: repairs of one order are undone each by itself, in any order', async () => {
  await engine.import(lines)
  const before = await counting()
  const inLines = await repair('identical-lines', 'A1')
  const whole = await repair('equal-orders', 'A1')
  expect(whole).toMatchObject({ orders: 1, lines: 2, amountCents: 2100 })
  await undo(inLines.repairId)
  expect((await counting()).orders).toEqual({ A2: 1000, A3: 90_000, A4: -1000 })
  await undo(whole.repairId)
  expect(await counting()).toEqual(before)
  expect(await undo(whole.repairId)).toMatchObject({ undoneAt: madeAt })
  expect((await readRepairs(await engine.context.workspace.connection())).map((each) => each.kind)).toEqual(['equal-orders', 'identical-lines'])
})

test('C10: what does not count any more is not repaired', async () => {
  await engine.import(lines)
  await repair('outlier-orders', 'A3')
  await expect(repair('outlier-orders', 'A3')).rejects.toMatchObject({ failure: { code: 'nothing-to-repair' } })
  await expect(undo(99)).rejects.toMatchObject({ failure: { code: 'repair-not-found' } })
  expect(await readRepairs(await engine.context.workspace.connection())).toHaveLength(1)
})
