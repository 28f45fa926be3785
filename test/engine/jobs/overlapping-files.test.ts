import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'

const header = 'Order number,Date,Customer number,Product,Quantity,Amount'
const sale = ['X,2024-05-10,7,Mug,3,45.00', 'Y,2024-05-11,8,Pot,1,20.00']
const refund = ['X,2024-06-12,7,Mug,-1,-15.00']
const may = [header, ...sale]
const june = [header, ...refund, 'Z,2024-06-20,7,Tea,1,5.00']
const both = [...may, ...june.slice(1)]

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

async function orders() {
  const connection = await engine.context.workspace.connection()
  return connection.all(`SELECT order_key, ordered_on, customer_key, sales_order.amount_cents, sum(order_line.amount_cents) AS lines_cents,
      group_concat(product_key || ' ' || order_line.amount_cents || coalesce(' ' || refunded_on, ''), ',' ORDER BY order_line.amount_cents DESC, refunded_on) AS lines
    FROM sales_order JOIN order_line USING (order_id) LEFT JOIN later_refund USING (order_id, position) LEFT JOIN customer USING (customer_id) LEFT JOIN product USING (product_id)
    WHERE superseded_by_batch_id IS NULL GROUP BY order_id ORDER BY order_key`)
}

async function integrity() {
  const connection = await engine.context.workspace.connection()
  expect(await connection.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(await connection.all('PRAGMA foreign_key_check')).toEqual([])
}

const whole = [
  { order_key: 'X', ordered_on: '2024-05-10', customer_key: 'id:7', amount_cents: 3000, lines_cents: 3000, lines: 'Mug 4500,Mug -1500 2024-06-12' },
  { order_key: 'Y', ordered_on: '2024-05-11', customer_key: 'id:8', amount_cents: 2000, lines_cents: 2000, lines: 'Pot 2000' },
  { order_key: 'Z', ordered_on: '2024-06-20', customer_key: 'id:7', amount_cents: 500, lines_cents: 500, lines: 'Tea 500' },
]

const files = { may, june, both }
const sequences = ['may june', 'june may', 'may june both', 'june both', 'both june', 'both may', 'june both may june']

describe('refunds under the number of their sale, in files that overlap', () => {
  test.each(sequences)('%s', async (sequence) => {
    for (const name of sequence.split(' ')) await engine.import(files[name as keyof typeof files])
    expect(await orders()).toEqual(whole)
    for (const again of [both, may, june]) expect(await engine.import(again)).toMatchObject({ newOrders: 0, changedOrders: 0 })
    expect(await orders()).toEqual(whole)
    await integrity()
  })

  test('what a file adds is said: a refund changes its order', async () => {
    await engine.import(may)
    const added = await engine.import(june)
    expect(added).toMatchObject({ newOrders: 1, changedOrders: 1, knownOrders: 0 })
    const changes = await engine.ask('data:changed-orders', { batchId: added.batchId })
    expect(changes).toMatchObject({ total: 1, rows: [{ orderKey: 'X', before: { amountCents: 4500 }, after: { amountCents: 3000 }, counts: true }] })
  })

  test('undone, a file takes away what it alone held', async () => {
    for (const lines of [may, june]) await engine.import(lines)
    const parts = await orders()
    await engine.ask('data:undo-batch', { batchId: 1 })
    expect(await orders()).toMatchObject([{ order_key: 'X', amount_cents: -1500, ordered_on: '2024-06-12' }, { order_key: 'Z' }])
    await engine.import(may)
    expect(await orders()).toEqual(parts)
    await engine.ask('data:undo-batch', { batchId: 2 })
    expect(await orders()).toMatchObject([{ order_key: 'X', amount_cents: 4500 }, { order_key: 'Y' }])
    await integrity()
  })

  test('undone, the whole leaves the parts that other files hold', async () => {
    for (const lines of [both, may, june]) await engine.import(lines)
    await engine.ask('data:undo-batch', { batchId: 1 })
    expect(await orders()).toEqual(whole)
    await engine.ask('data:undo-batch', { batchId: 3 })
    expect(await orders()).toMatchObject([{ order_key: 'X', amount_cents: 4500 }, { order_key: 'Y' }])
    await engine.ask('data:undo-batch', { batchId: 2 })
    expect(await orders()).toEqual([])
    await integrity()
  })

  test('VAT comes off an order made of parts, and off the whole of which a part was told to have it', async () => {
    const choices = { vat: { included: true, rate: 0.21 } } as const
    const equity = async () => (await engine.ask('customers:rank', { method: 'realized-value' })).customerEquityCents
    const importWith = async (lines: readonly string[]) => {
      writeFileSync(join(folder.path, 'vat.csv'), lines.join('\n'))
      return engine.ask('data:import-file', { file: engine.grant(join(folder.path, 'vat.csv')), choices })
    }
    const { batchId } = await engine.import(both)
    await importWith(may)
    expect(await equity()).toBe(2479 + 1653 + 413)
    await engine.ask('data:undo-batch', { batchId })
    await importWith(june)
    expect(await equity()).toBe(2479 + 1653 + 413)
  })

  test('a file with refunds only does not make the numbering look as if it had started again', async () => {
    await engine.import(may)
    await engine.import([header, ...refund])
    const connection = await engine.context.workspace.connection()
    expect(await connection.all("SELECT * FROM setting WHERE key = 'numbers_restart'")).toEqual([])
  })
})
