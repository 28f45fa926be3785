import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'
import { startEngine, temporaryFolder } from '../start-engine.ts'

const HEADER = 'Order number,Date,Customer number,Customer name,SKU,Quantity,Unit price'
/** The till says 62.00. */
const till = [
  HEADER,
  'A1,2024-01-31,7,Anna,S1,2,10.00',
  'A1,2024-13-31,7,Anna,S2,1,5.50',
  'A2,2024-02-13,8,Björn,S1,1,ten',
  'A3,2024-03-14,,,S3,1,2.00',
  'A4,2024-02-30,9,Clara,S3,1,24.50',
]
const mended = ['A1,2024-01-31,7,Anna,S2,1,5.50', 'A2,2024-02-13,8,Björn,S1,1,10.00', 'A4,2024-02-29,9,Clara,S3,1,24.50']

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

function write(name: string, lines: readonly string[]): string {
  const path = join(folder.path, name)
  writeFileSync(path, lines.join('\n'))
  return path
}
const mend = (lineNumber: number, row: string, batchId = 1) => engine.ask('data:mend-row', { batchId, lineNumber, cells: row.split(',') })

async function contents() {
  const connection = await engine.context.workspace.connection()
  expect(await connection.all('PRAGMA foreign_key_check')).toEqual([])
  return connection.all(`SELECT order_key, ordered_on, sales_order.amount_cents AS cents, content_hash, customer_key, count(*) AS lines, sum(order_line.amount_cents) AS lines_cents
    FROM sales_order JOIN order_line USING (order_id) LEFT JOIN customer USING (customer_id) WHERE superseded_by_batch_id IS NULL GROUP BY order_id ORDER BY order_key`)
}

/** What importing the file with these rows in it would have given. */
async function contentsOf(lines: readonly string[]) {
  const other = temporaryFolder()
  const fresh = startEngine(other.path)
  const kept = engine
  try {
    await fresh.import(lines)
    engine = fresh
    return await contents()
  } finally {
    engine = kept
    await fresh.stop()
    other.remove()
  }
}

const mendAll = async () => {
  for (const [i, line] of [3, 4, 6].entries()) expect(await mend(line, mended[i] ?? '')).toEqual({ reason: null })
}
const whole = () => till.map((row, i) => ({ 2: mended[0], 3: mended[1], 5: mended[2] }[i] ?? row))

test('a row that was set aside is shown cell by cell under its headings', async () => {
  await engine.import(till)
  expect(await engine.ask('data:rejected-row', { batchId: 1, lineNumber: 3 })).toEqual({
    lineNumber: 3, reason: 'date-impossible', obstacle: null,
    cells: [
      { name: 'Order number', field: 'orderId', text: 'A1' }, { name: 'Date', field: 'date', text: '2024-13-31' }, { name: 'Customer number', field: 'customerId', text: '7' },
      { name: 'Customer name', field: 'customerName', text: 'Anna' }, { name: 'SKU', field: 'productId', text: 'S2' }, { name: 'Quantity', field: 'quantity', text: '1' },
      { name: 'Unit price', field: 'unitPrice', text: '5.50' },
    ],
  })
  expect(await engine.call('data:rejected-row', { batchId: 1, lineNumber: 2 })).toEqual({ ok: false, error: { code: 'row-not-mendable' } })
})

test('mended rows count, in the order they belong to, as if they had stood in the file like this; the file itself then brings nothing new', async () => {
  await engine.import(till)
  await mendAll()
  expect(await contents()).toEqual(await contentsOf(whole()))
  const [mends, source] = await engine.ask('data:batches', {})
  expect(source).toMatchObject({
    batchId: 1, rowsRead: 5, rowsAccepted: 2, rowsRejected: 0, rejectedByReason: [], netRevenueCents: 2200, controlTotalCents: 6200,
    mended: { rows: 3, amountCents: 4000 },
  })
  expect(mends).toMatchObject({ fileName: 'sales.csv', rowsRead: 3, netRevenueCents: 4000, newOrders: 2, changedOrders: 1, undoneAt: null, mends: { batchId: 1 } })
  expect(await engine.ask('data:batches', {})).toHaveLength(2)
  expect(await engine.ask('data:rejected-rows', { batchId: 1 })).toEqual({ rows: [], total: 0 })

  // The bad rows still stand in the owner's file.
  const again = await engine.import(till)
  expect(again).toMatchObject({ newOrders: 0, changedOrders: 0, knownOrders: 4, rowsRejected: 0, rowsMendedBefore: 3, netRevenueCents: 6200 })
  expect(await contents()).toEqual(await contentsOf(whole()))
  // And a file that was put right outside holds the same.
  expect(await engine.import(whole(), 'mended.csv')).toMatchObject({ newOrders: 0, changedOrders: 0, knownOrders: 4 })
})

test('a row that still cannot be read changes nothing and says why', async () => {
  await engine.import(till)
  const before = await contents()
  const version = engine.told.length
  expect(await mend(3, 'A1,2024-02-31,7,Anna,S2,1,5.50')).toEqual({ reason: 'date-impossible' })
  expect(await mend(3, 'A1,2024-01-31,7,Anna,S2,1,')).toEqual({ reason: 'amount-missing' })
  expect(await mend(3, 'A1,2024-01-31,7,Anna,S2,1,5.50,surplus')).toEqual({ reason: 'too-many-cells' })
  expect(await mend(3, ',,,')).toEqual({ reason: 'date-impossible' })
  expect(await contents()).toEqual(before)
  expect(await engine.ask('data:batches', {})).toHaveLength(1)
  expect(engine.told).toHaveLength(version)
})

test('undoing the mended rows sets them aside again; undoing the import takes them with it', async () => {
  await engine.import(till)
  const before = await contents()
  await mendAll()
  const [mends] = await engine.ask('data:batches', {})
  await engine.ask('data:undo-batch', { batchId: mends?.batchId ?? 0 })
  expect(await contents()).toEqual(before)
  expect(await engine.ask('data:rejected-rows', { batchId: 1 })).toMatchObject({ total: 3 })
  expect((await engine.ask('data:batches', {})).at(-1)).toMatchObject({ batchId: 1, rowsRejected: 3, controlTotalCents: 2200 + 550 + 2450 })
  // Nothing is remembered of a mend that was undone.
  expect(await engine.import(till)).toMatchObject({ rowsRejected: 3, knownOrders: 2, newOrders: 0, changedOrders: 0 })

  await mendAll()
  await engine.ask('data:undo-batch', { batchId: 1 })
  // The second import of the file held what was in it: without the mends.
  expect(await contents()).toEqual(before)
  expect(await engine.ask('data:batches', {}).then((batches) => batches.filter(({ undoneAt }) => undoneAt === null))).toHaveLength(1)
})

test('one row is put back, the others stay as they are', async () => {
  await engine.import(till)
  await mendAll()
  expect(await engine.ask('data:mended-rows', { batchId: 1 })).toMatchObject({ total: 3, rows: [{ lineNumber: 3, original: till[2], mended: mended[0], canPutBack: true }, { lineNumber: 4 }, { lineNumber: 6 }] })
  await engine.ask('data:put-back-row', { batchId: 1, lineNumber: 4 })
  expect(await contents()).toEqual(await contentsOf(whole().map((row, i) => (i === 3 ? till[3] ?? '' : row))))
  expect(await engine.ask('data:rejected-rows', { batchId: 1 })).toMatchObject({ total: 1, rows: [{ lineNumber: 4, raw: till[3] }] })
  await engine.ask('data:put-back-row', { batchId: 1, lineNumber: 3 })
  await engine.ask('data:put-back-row', { batchId: 1, lineNumber: 6 })
  expect(await contents()).toEqual(await contentsOf(till))
  expect(await engine.call('data:put-back-row', { batchId: 1, lineNumber: 6 })).toEqual({ ok: false, error: { code: 'row-not-mendable' } })
})

test('an order that a later file changed keeps that change when another row is mended', async () => {
  await engine.import(till)
  await mend(3, mended[0] ?? '')
  await engine.import([HEADER, 'A1,2024-01-31,7,Anna,S1,9,10.00'], 'later.csv')
  await mend(4, mended[1] ?? '')
  expect((await contents())[0]).toMatchObject({ order_key: 'A1', cents: 9000 })
  // Without the later file what was mended counts.
  await engine.ask('data:undo-batch', { batchId: 3 })
  expect((await contents())[0]).toMatchObject({ order_key: 'A1', cents: 2550, lines: 2 })
})

test('mended rows have the VAT that was said of their import last, and say nothing of other imports', async () => {
  await engine.ask('data:import-file', { file: engine.grant(write('till.csv', till)), choices: { vat: { included: true, rate: 0.21 } } })
  await engine.ask('data:set-batch-vat', { batchId: 1, vat: { included: false } })
  await engine.ask('data:import-file', { file: engine.grant(write('other.csv', [HEADER, mended[1] ?? ''])), choices: { vat: { included: false } } })
  await mend(4, mended[1] ?? '')
  expect((await engine.ask('data:batches', {})).map(({ vatRate }) => vatRate)).toEqual([0, 0, 0])
})

test('a row without an order number, one for somebody else under a known number, and one of a receipt that starts again', async () => {
  const noNumber = ['Date,Customer number,Amount', '2024-01-31,7,5.00', '2024-01-32,7,6.00']
  await engine.import(noNumber, 'days.csv')
  expect(await engine.ask('data:mend-row', { batchId: 1, lineNumber: 3, cells: ['2024-01-31', '7', '6.00'] })).toEqual({ reason: null })
  expect(await contents()).toMatchObject([{ order_key: 'id:7 2024-01-31', cents: 1100, lines: 2 }])
  await engine.ask('data:undo-batch', { batchId: 1 })

  const shared = [HEADER, 'B1,2024-01-31,7,Anna,S1,1,10.00', 'B1,2024-01-32,6,Zoë,S1,1,20.00', 'B2,2024-02-01,7,Anna,S1,1,1.00']
  const { batchId } = await engine.import(shared, 'shared.csv')
  expect(await mend(3, 'B1,2024-01-31,6,Zoë,S1,1,20.00', batchId)).toEqual({ reason: null })
  expect(await contents()).toEqual(await contentsOf(shared.with(2, 'B1,2024-01-31,6,Zoë,S1,1,20.00')))
  expect(await engine.import(shared, 'shared.csv')).toMatchObject({ newOrders: 0, changedOrders: 0, knownOrders: 3 })
})

test('a till whose receipts start again every day', async () => {
  const header = 'Receipt number,Date,Customer,Amount'
  const week = [
    header, '1,2026-02-02,Anna,3.50', '2,2026-02-02,Bob,8.00', '3,2026-02-02,,1.00', '1,2026-02-03,Dora,3.50', '2,2026-02-03,Anna,x', '3,2026-02-03,Eva,2.00',
    '1,2026-02-04,Bob,6.00', '2,2026-02-99,Carl,7.00', '3,2026-02-04,,4.00',
  ]
  await engine.import(week)
  expect(await mend(6, '2,2026-02-03,Anna,12.00')).toEqual({ reason: null })
  expect(await mend(9, '2,2026-02-04,Carl,7.00')).toEqual({ reason: null })
  const whole = week.with(5, '2,2026-02-03,Anna,12.00').with(8, '2,2026-02-04,Carl,7.00')
  const total = (rows: unknown[]) => rows.reduce((sum: number, row) => sum + (row as { cents: number }).cents, 0)
  expect(total(await contents())).toBe(total(await contentsOf(whole)))
  expect(await engine.import(week)).toMatchObject({ newOrders: 0, changedOrders: 0, rowsRejected: 0 })
  expect(total(await contents())).toBe(4700)
})

test('a row too long to be kept whole, and one of an older import, cannot be mended', async () => {
  await engine.import([HEADER, 'A1,2024-01-31,7,Anna,S1,2,10.00', `A2,2024-02-30,8,${'x'.repeat(3000)},S1,1,1.00`])
  expect(await engine.ask('data:rejected-row', { batchId: 1, lineNumber: 3 })).toMatchObject({ obstacle: 'cut' })
  await expect(mend(3, 'A2,2024-02-29,8,x,S1,1,1.00')).rejects.toThrow('row-not-mendable')
  const connection = await engine.context.workspace.connection()
  await connection.transaction((writer) => writer.exec('UPDATE batch SET reading = NULL'))
  expect(await engine.ask('data:rejected-row', { batchId: 1, lineNumber: 3 })).toMatchObject({ obstacle: 'reading-unknown', cells: [{ text: expect.stringContaining('A2,2024-02-30') }] })
  await expect(mend(3, 'A2,2024-02-29,8,x,S1,1,1.00')).rejects.toThrow('row-not-mendable')
})

test('mended rows have the VAT of their import, also when that is said afterwards', async () => {
  await engine.import(till)
  await engine.ask('data:set-batch-vat', { batchId: 1, vat: { included: true, rate: 0.21 } })
  await mendAll()
  const rates = async () => (await engine.context.workspace.connection()).all('SELECT vat_rate FROM batch WHERE undone_at IS NULL')
  expect(await rates()).toEqual([{ vat_rate: 0.21 }, { vat_rate: 0.21 }])
  await engine.ask('data:set-batch-vat', { batchId: 1, vat: { included: true, rate: 0.09 } })
  expect(await rates()).toEqual([{ vat_rate: 0.09 }, { vat_rate: 0.09 }])
})

test('another currency than the sales that count is refused, also where its file names none', async () => {
  const header = 'order,date,customer,amount,currency'
  await engine.import([header, '9,2024-01-31,Anna,10.00,EUR'], 'euro.csv')
  await engine.import([header, '1,2024-01-31,Anna,10.00,', '2,2024-01-32,Anna,10.00,'], 'none.csv')
  const cells = ['2', '2024-01-31', 'Anna', '10.00']
  await expect(engine.ask('data:mend-row', { batchId: 2, lineNumber: 3, cells: [...cells, 'USD'] })).rejects.toThrow('import-other-currency')
  expect(await engine.ask('data:mend-row', { batchId: 2, lineNumber: 3, cells: [...cells, 'EUR'] })).toEqual({ reason: null })
})

test('another currency than its file’s is refused', async () => {
  const header = 'order,date,customer,amount,currency'
  await engine.import([header, '1,2024-01-31,Anna,10.00,EUR', '2,2024-01-32,Anna,10.00,EUR'])
  const cells = ['2', '2024-01-31', 'Anna', '10.00', 'USD']
  await expect(engine.ask('data:mend-row', { batchId: 1, lineNumber: 3, cells })).rejects.toThrow('import-mixed-currencies')
})

describe('exports with the total of an order on its first row', () => {
  const header = 'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Refunded Amount'
  const firstRow = (name: string, day: string, total: string, item: string, price: string, refunded = '') =>
    `${name},${name}@x.nl,paid,${day},EUR,,,,${total},,,${day},1,${item},${price},,${refunded}`
  const nextRow = (name: string, item: string, price: string) => `${name},${name}@x.nl,,,,,,,,,,,1,${item},${price},,`
  const good = [
    header, firstRow('#1', '2024-01-31 10:00:00 +0100', '30.00', 'Tea', '10.00', '5.00'), nextRow('#1', 'Mug', '15.00'),
    firstRow('#2', '2024-02-01 10:00:00 +0100', '21.95', 'Tea', '10.00'), nextRow('#2', 'Pot', '7.00'), nextRow('#2', 'Lid', '3.00'),
    firstRow('#3', '2024-02-02 10:00:00 +0100', '5.00', 'Spoon', '5.00'),
  ]

  test('a mended first row brings the further rows of its order along', async () => {
    const bad = good.with(3, firstRow('#2', 'yesterday', '21.95', 'Tea', '10.00'))
    expect(await engine.import(bad)).toMatchObject({ format: 'shopify-orders', rowsRejected: 3, netRevenueCents: 3000 })
    expect(await mend(4, good[3] ?? '')).toEqual({ reason: null })
    expect(await contents()).toEqual(await contentsOf(good))
    expect(await engine.ask('data:mended-rows', { batchId: 1 })).toMatchObject({ total: 3, rows: [{ mended: good[3] }, { mended: null }, { mended: null }] })
    expect(await engine.import(bad)).toMatchObject({ newOrders: 0, changedOrders: 0, knownOrders: 3, rowsRejected: 0 })
  })

  test('what was refunded of a mended order is read alike, whatever orders were mended with it', async () => {
    const bad = good.with(1, firstRow('#1', 'yesterday', '30.00', 'Tea', '10.00', '5.00')).with(5, nextRow('#2', 'Lid', '3..0'))
    expect(await engine.import(bad)).toMatchObject({ rowsRejected: 3 })
    expect(await mend(6, good[5] ?? '')).toEqual({ reason: null })
    expect(await mend(2, good[1] ?? '')).toEqual({ reason: null })
    expect(await contents()).toEqual(await contentsOf(good))
    expect(await engine.import(good)).toMatchObject({ newOrders: 0, changedOrders: 0, knownOrders: 3 })
  })

  test('a mended further row joins its order, whose total stays what it was', async () => {
    const bad = good.with(2, nextRow('#1', 'Mug', 'x')).with(5, nextRow('#2', 'Lid', '3..0'))
    expect(await engine.import(bad)).toMatchObject({ rowsRejected: 2, netRevenueCents: 2500 + 2195 + 500 })
    expect(await mend(3, good[2] ?? '')).toEqual({ reason: null })
    expect(await mend(6, good[5] ?? '')).toEqual({ reason: null })
    expect(await contents()).toEqual(await contentsOf(good))
    expect((await engine.ask('data:batches', {})).at(-1)).toMatchObject({ mended: { rows: 2, amountCents: 0 } })
    expect(await engine.import(bad)).toMatchObject({ newOrders: 0, changedOrders: 0, knownOrders: 3, rowsRejected: 0 })
  })
})
