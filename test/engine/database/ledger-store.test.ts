import { expect, test } from 'vitest'
import { readLastDay, readLedger } from '../../../electron/engine/database/ledger-store.ts'
import { formatIsoDay } from '../../../shared/calendar.ts'
import { engineForEachTest, type TestEngine } from '../engine-for-each-test.ts'

const HEADER = 'Order number,Date,Customer number,SKU,Quantity,Unit price'
let engine: TestEngine
engineForEachTest((started) => { engine = started.engine })

async function ledger() {
  const connection = await engine.context.workspace.connection()
  const { customerIds, customers, orderIds, days, amountCents, lines } = await connection.snapshot(readLedger)
  const keyOf = async (table: string, id: number | undefined) =>
    (await connection.get<{ key: string }>(`SELECT ${table === 'product' ? 'product_key' : table === 'customer' ? 'customer_key' : 'order_key'} AS key FROM ${table} WHERE rowid = ?`, [id ?? -1]))?.key ?? null
  const orders = await Promise.all(Array.from(days, async (day, i) =>
    [await keyOf('customer', customerIds[customers[i] ?? -1]), formatIsoDay(day), await keyOf('sales_order', orderIds[i]), amountCents[i]]))
  const refundLines = await Promise.all(Array.from(lines.orders, async (order, i) =>
    [await keyOf('sales_order', orderIds[order]), await keyOf('product', lines.products[i]), lines.quantities[i], lines.amountCents[i]]))
  return { orders, refundLines, customers: customerIds.length }
}

test('orders with a customer, sorted by customer, day and order; lines only of whoever brought something back', async () => {
  await engine.import([
    HEADER,
    'A3,2024-03-01,8,S1,1,10.00', 'A1,2024-03-01,7,S1,2,10.00', 'A2,2024-02-01,8,S2,1,5.00', 'A5,2024-03-01,8,S2,1,5.00', 'A5,2024-03-01,8,,1,1.00',
    'A4,2024-05-01,,S1,1,10.00', 'A6,2024-04-01,8,S1,-1,10.00', 'A7,2024-01-15,7,S1,1.5,10.00',
  ])
  expect(await ledger()).toEqual({
    customers: 2,
    orders: [
      ['id:8', '2024-02-01', 'A2', 500], ['id:8', '2024-03-01', 'A3', 1000], ['id:8', '2024-03-01', 'A5', 600], ['id:8', '2024-04-01', 'A6', -1000],
      ['id:7', '2024-01-15', 'A7', 1500], ['id:7', '2024-03-01', 'A1', 2000],
    ],
    refundLines: [['A3', 'S1', 1, 1000], ['A2', 'S2', 1, 500], ['A5', 'S2', 1, 500], ['A5', null, 1, 100], ['A6', 'S1', -1, -1000]],
  })
  const connection = await engine.context.workspace.connection()
  expect(formatIsoDay(await readLastDay(connection) ?? 0)).toBe('2024-05-01')
})

test('a superseded version of an order is not in it', async () => {
  await engine.import([HEADER, 'A1,2024-03-01,7,S1,2,10.00', 'A2,2024-03-02,7,S1,1,10.00'])
  await engine.import([HEADER, 'A1,2024-03-01,7,S1,3,10.00'])
  expect((await ledger()).orders).toEqual([['id:7', '2024-03-01', 'A1', 3000], ['id:7', '2024-03-02', 'A2', 1000]])
})

test('an empty workspace gives an empty ledger', async () => {
  expect(await ledger()).toEqual({ customers: 0, orders: [], refundLines: [] })
  expect(await readLastDay(await engine.context.workspace.connection())).toBeNull()
})
