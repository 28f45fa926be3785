import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'

const HEADER = 'Order number,Date,Customer number,Customer name,SKU,Product,Quantity,Unit price'
const first = [
  HEADER,
  'A1,2024-01-31,7,Anna,S1,Tea,2,10.00',
  'A1,2024-01-31,7,Anna,S2,Mug,1,5.50',
  'A2,2024-02-13,8,Björn,S1,Tea,1,10.00',
  'A3,2024-03-14,,,S3,Spoon,1,2.00',
]

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

/** Everything the tables hold that counts, so that states can be compared. */
async function contents() {
  const connection = await engine.context.workspace.connection()
  return {
    orders: await connection.all(`SELECT order_key, ordered_on, sales_order.amount_cents, customer_key, sum(order_line.amount_cents) AS lines_cents, count(*) AS lines,
      group_concat(product_key || ' ' || quantity, ',' ORDER BY position) AS products
      FROM sales_order JOIN order_line USING (order_id) LEFT JOIN customer USING (customer_id) LEFT JOIN product USING (product_id)
      WHERE superseded_by_batch_id IS NULL GROUP BY order_id ORDER BY order_key`),
    customers: await connection.all('SELECT customer_key, name, email FROM customer ORDER BY customer_key'),
    products: await connection.all('SELECT product_key, name FROM product ORDER BY product_key'),
  }
}

async function integrity() {
  const connection = await engine.context.workspace.connection()
  expect(await connection.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(await connection.all('PRAGMA foreign_key_check')).toEqual([])
}

test('a file is stored as it stands: orders, lines, customers, products', async () => {
  const summary = await engine.import(first)
  expect(summary).toMatchObject({
    batchId: 1, fileName: 'sales.csv', rowsRead: 4, rowsAccepted: 4, rowsRejected: 0, rowsKnown: 0, newOrders: 3, knownOrders: 0, changedOrders: 0,
    customers: 2, newCustomers: 2, rowsWithoutCustomer: 1, netRevenueCents: 3750, controlTotalCents: 3750, refundCents: 0,
    firstOrderOn: '2024-01-31', lastOrderOn: '2024-03-14', undoneAt: null,
  })
  expect(summary.identifiedRevenueShare).toBeCloseTo(3550 / 3750, 12)
  expect(await contents()).toEqual({
    orders: [
      { order_key: 'A1', ordered_on: '2024-01-31', amount_cents: 2550, customer_key: 'id:7', lines_cents: 2550, lines: 2, products: 'S1 2.0,S2 1.0' },
      { order_key: 'A2', ordered_on: '2024-02-13', amount_cents: 1000, customer_key: 'id:8', lines_cents: 1000, lines: 1, products: 'S1 1.0' },
      { order_key: 'A3', ordered_on: '2024-03-14', amount_cents: 200, customer_key: null, lines_cents: 200, lines: 1, products: 'S3 1.0' },
    ],
    customers: [{ customer_key: 'id:7', name: 'Anna', email: '' }, { customer_key: 'id:8', name: 'Björn', email: '' }],
    products: [{ product_key: 'S1', name: 'Tea' }, { product_key: 'S2', name: 'Mug' }, { product_key: 'S3', name: 'Spoon' }],
  })
  await integrity()
})

test('importing the same file again adds nothing, and undoing that leaves the first', async () => {
  await engine.import(first)
  const before = await contents()
  const again = await engine.import(first)
  expect(again).toMatchObject({ batchId: 2, rowsRead: 4, rowsAccepted: 4, rowsKnown: 4, newOrders: 0, knownOrders: 3, changedOrders: 0, newCustomers: 0 })
  expect(await contents()).toEqual(before)
  await engine.ask('data:undo-batch', { batchId: 2 })
  expect(await contents()).toEqual(before)
})

test('a file that overlaps adds what is new only', async () => {
  await engine.import(first)
  const more = await engine.import([HEADER, 'A2,2024-02-13,8,Björn,S1,Tea,1,10.00', 'A4,2024-04-15,9,Clara,S4,Pot,1,30.00', 'A4,2024-04-15,9,Clara,S1,Tea,1,10.00'])
  expect(more).toMatchObject({ rowsAccepted: 3, rowsKnown: 1, newOrders: 1, knownOrders: 1, newCustomers: 1 })
  expect(await engine.ask('workspace:info', {})).toMatchObject({ orders: 4, customers: 3, batches: 2, lastOrderOn: '2024-04-15' })
  await integrity()
})

test('an order that a later file held too stays when the import that brought it is undone, until that file is undone as well', async () => {
  await engine.import(first)
  await engine.import([HEADER, 'A2,2024-02-13,8,Björn,S1,Tea,1,10.00', 'A4,2024-04-15,9,Clara,S4,Pot,1,30.00'])
  await engine.ask('data:undo-batch', { batchId: 1 })
  expect((await contents()).orders).toMatchObject([{ order_key: 'A2', amount_cents: 1000, customer_key: 'id:8' }, { order_key: 'A4' }])
  await integrity()
  await engine.ask('data:undo-batch', { batchId: 2 })
  expect(await contents()).toEqual({ orders: [], customers: [], products: [] })
})

test('a changed order that a later file held too stays changed when the change is undone, until that file is undone as well', async () => {
  await engine.import(first)
  const before = await contents()
  const change = [HEADER, 'A1,2024-01-31,7,Anna,S1,Tea,3,10.00']
  await engine.import(change)
  const changed = await contents()
  expect(await engine.import(change)).toMatchObject({ knownOrders: 1, changedOrders: 0 })
  await engine.ask('data:undo-batch', { batchId: 2 })
  expect(await contents()).toEqual(changed)
  await engine.ask('data:undo-batch', { batchId: 3 })
  expect(await contents()).toEqual(before)
  await integrity()
})

test('a changed order counts in its newest version; undoing brings the former back', async () => {
  await engine.import(first)
  const before = await contents()
  const change = await engine.import([HEADER, 'A1,2024-01-31,7,Anna,S1,Tea,3,10.00'])
  expect(change).toMatchObject({ newOrders: 0, knownOrders: 0, changedOrders: 1 })
  const changed = await contents()
  expect(changed.orders).toHaveLength(3)
  expect(changed.orders[0]).toMatchObject({ order_key: 'A1', amount_cents: 3000, products: 'S1 3.0' })
  await integrity()

  const undone = await engine.ask('data:undo-batch', { batchId: 2 })
  expect(undone.undoneAt).not.toBeNull()
  expect(await contents()).toEqual(before)
  await integrity()
})

test('undoing an older change keeps the newer one, and undoing that too brings back the first', async () => {
  await engine.import(first)
  const before = await contents()
  await engine.import([HEADER, 'A1,2024-01-31,7,Anna,S1,Tea,3,10.00'])
  await engine.import([HEADER, 'A1,2024-01-31,7,Anna,S1,Tea,4,10.00'])
  await engine.ask('data:undo-batch', { batchId: 2 })
  expect((await contents()).orders[0]).toMatchObject({ amount_cents: 4000 })
  await engine.ask('data:undo-batch', { batchId: 3 })
  expect(await contents()).toEqual(before)
  await integrity()
})

test('undoing everything leaves no sale, customer or product, and keeps the summaries', async () => {
  await engine.import(first)
  await engine.ask('data:undo-batch', { batchId: 1 })
  expect(await contents()).toEqual({ orders: [], customers: [], products: [] })
  expect(await engine.ask('workspace:info', {})).toMatchObject({ orders: 0, customers: 0, batches: 0, firstOrderOn: null })
  const batches = await engine.ask('data:batches', {})
  expect(batches).toHaveLength(1)
  expect(batches[0]).toMatchObject({ batchId: 1, newOrders: 3 })
  expect(batches[0]?.undoneAt).not.toBeNull()
  // The same file is new again, under order numbers that were not used before.
  expect(await engine.import(first)).toMatchObject({ batchId: 2, newOrders: 3, knownOrders: 0 })
  expect(await engine.ask('data:undo-batch', { batchId: 99 }).catch((error: Error) => error.message)).toBe('batch-not-found')
})

test('a later file fills in a name that was missing, and leaves one that is there', async () => {
  await engine.import([HEADER, 'A1,2024-01-31,7,,S1,,1,10.00', 'A2,2024-01-31,8,Björn,S2,Mug,1,10.00'])
  await engine.import([HEADER, 'B1,2024-02-28,7,Anna,S1,Tea,1,10.00', 'B2,2024-02-28,8,Bjorn,S2,Cup,1,10.00'])
  const { customers, products } = await contents()
  expect(customers).toEqual([{ customer_key: 'id:7', name: 'Anna', email: '' }, { customer_key: 'id:8', name: 'Björn', email: '' }])
  expect(products).toEqual([{ product_key: 'S1', name: 'Tea' }, { product_key: 'S2', name: 'Mug' }])
})

test('rows set aside are kept with line, reason, amount and text, by page and by reason', async () => {
  const summary = await engine.import([...first, 'A5,2024-02-30,7,Anna,S1,Tea,1,10.00', 'A6,,7,Anna,S1,Tea,1,10.00', 'A7,2024-02-28,7,Anna,S1,Tea,1,ten'])
  expect(summary.rowsRead).toBe(summary.rowsAccepted + summary.rowsRejected)
  expect(summary).toMatchObject({ rowsRead: 7, rowsAccepted: 4, rowsRejected: 3, netRevenueCents: 3750, controlTotalCents: 5750 })
  const all = await engine.ask('data:rejected-rows', { batchId: 1 })
  expect(all).toEqual({
    total: 3,
    rows: [
      { lineNumber: 6, reason: 'date-impossible', amountCents: 1000, raw: 'A5,2024-02-30,7,Anna,S1,Tea,1,10.00' },
      { lineNumber: 7, reason: 'date-missing', amountCents: 1000, raw: 'A6,,7,Anna,S1,Tea,1,10.00' },
      { lineNumber: 8, reason: 'amount-unreadable', amountCents: null, raw: 'A7,2024-02-28,7,Anna,S1,Tea,1,ten' },
    ],
  })
  expect(await engine.ask('data:rejected-rows', { batchId: 1, offset: 1, limit: 1 })).toMatchObject({ total: 3, rows: [{ lineNumber: 7 }] })
  expect(await engine.ask('data:rejected-rows', { batchId: 1, reason: 'date-missing' })).toMatchObject({ total: 1, rows: [{ lineNumber: 7 }] })
})

test('a question that only the owner can answer is not answered for them', async () => {
  const path = ['Order,Date,Customer,Amount', 'A1,03-04-2024,7,10.00', 'A2,05-06-2024,8,20.00']
  const refused = await engine.import(path).catch((error: Error) => error.message)
  expect(refused).toBe('import-ambiguous-dates')
  expect(await engine.ask('data:batches', {})).toEqual([])
  const file = engine.grant(`${folder.path}/sales.csv`)
  expect((await engine.ask('data:preview-file', { file })).questions).toMatchObject([{ kind: 'date-order', column: 'Date' }])
  expect(await engine.ask('data:import-file', { file, choices: { dateOrder: 'mdy' } })).toMatchObject({ newOrders: 2, firstOrderOn: '2024-03-04' })
})

test('two imports at once are one after the other, and the engine says that sales changed', async () => {
  const [one, other] = await Promise.all([engine.import(first, 'one.csv'), engine.import(first, 'two.csv')])
  expect(one.newOrders + other.newOrders).toBe(3)
  expect(one.newOrders * other.newOrders).toBe(0)
  const changes = engine.told.filter((event) => event.name === 'data:changed').map((event) => event.payload)
  expect(changes).toEqual([{ dataVersion: 1 }, { dataVersion: 2 }])
})

test('what is no sales file is refused in words', async () => {
  const refusal = (lines: string[]) => engine.import(lines).catch((error: Error) => error.message)
  expect(await refusal([''])).toBe('file-empty')
  expect(await refusal([HEADER, 'A1,2024-02-30,7,Anna,S1,Tea,1,10.00'])).toBe('import-nothing-usable')
  expect(await engine.call('data:import-file', { file: 'never granted' })).toEqual({ ok: false, error: { code: 'file-not-known' } })
  expect(await engine.call('data:preview-file', { file: engine.grant(`${folder.path}/gone.csv`) })).toEqual({ ok: false, error: { code: 'file-not-found' } })
  expect(await engine.call('data:preview-file', { file: engine.grant(folder.path) })).toEqual({ ok: false, error: { code: 'file-not-readable' } })
})

test('rows are counted as rows of the file, whatever lines their orders have: shipping and refunds are no rows', async () => {
  const shopify = readFileSync(new URL('../../fixtures/import/shopify_orders_export.csv', import.meta.url), 'utf8').trimEnd().split('\n')
  const counts = { rowsRead: 4, rowsAccepted: 3, rowsRejected: 1, netRevenueCents: 12085, controlTotalCents: 12085 }
  expect(await engine.import(shopify)).toMatchObject({ ...counts, format: 'shopify-orders', rowsKnown: 0, newOrders: 2 })
  expect(await engine.import(shopify)).toMatchObject({ ...counts, rowsKnown: 3, newOrders: 0, knownOrders: 2 })
})

test('what was given back is told apart from discounts: of an order, of a row, and shipping with its row', async () => {
  const header = 'date/time,settlement id,type,order id,product sales,shipping credits,promotional rebates,selling fees'
  const summary = await engine.import([header,
    '"Mar 1, 2026 1:02:03 AM PST",1,Order,A,20.00,5.00,-3.00,0', '"Mar 3, 2026 1:02:03 AM PST",1,Refund,A,-20.00,-5.00,3.00,0', '"Mar 4, 2026 1:02:03 AM PST",1,Order,B,10.00,0,-1.00,0'])
  expect(summary).toMatchObject({ format: 'amazon-date-range', netRevenueCents: 900, refundCents: -2200 })
  const shopify = readFileSync(new URL('../../fixtures/import/shopify-orders/ordinary.csv', import.meta.url), 'utf8').trimEnd().split('\n')
  expect(await engine.import(shopify)).toMatchObject({ netRevenueCents: 13_780, refundCents: 0 })
})

test('one sale dated by a slip of the pen decades ahead does not make every customer look gone', async () => {
  const summary = await engine.import([...first, 'A9,2199-01-31,7,Anna,S1,Tea,1,10.00'])
  expect(summary).toMatchObject({ rowsRejected: 1, lastOrderOn: '2024-03-14', netRevenueCents: 3750, controlTotalCents: 4750 })
  expect(await engine.ask('customers:rank', {})).toMatchObject({ observedUntil: '2024-03-14' })
})

test('a customer whose only order turned out to be somebody else’s is no customer any more, until that is undone', async () => {
  await engine.import(first)
  await engine.import([HEADER, 'A2,2024-02-13,9,Clara,S1,Tea,1,10.00', 'A1,2024-01-31,9,Clara,S1,Tea,2,10.00'])
  expect(await engine.ask('workspace:info', {})).toMatchObject({ customers: 1 })
  expect(await engine.ask('customers:rank', {})).toMatchObject({ total: 1 })
  await engine.ask('data:undo-batch', { batchId: 2 })
  expect(await engine.ask('workspace:info', {})).toMatchObject({ customers: 2 })
})

test('amounts that together outgrow whole numbers are no amounts: nothing is stored', async () => {
  const rows = Array.from({ length: 9_100 }, (_, row) => `P${row},2024-01-31,7,Anna,S1,Tea,1,9999999999.99`)
  await expect(engine.import([HEADER, ...rows])).rejects.toThrow('import-nothing-usable')
  expect(await engine.ask('data:batches', {})).toEqual([])
})

describe('receipt numbers that start again', () => {
  const header = 'Receipt number,Date,Customer,Amount'
  const monday = [header, '1,2026-02-02,Anna,3.50', '2,2026-02-02,Bob,8.00', '3,2026-02-02,Carl,4.00']
  const tuesday = [header, '1,2026-02-03,Dora,3.50', '2,2026-02-03,Anna,12.00', '3,2026-02-03,Bob,6.00']
  const sum = async () => (await contents()).orders.reduce((total: number, order) => total + (order as { amount_cents: number }).amount_cents, 0)

  test('the next day is added, and counts once', async () => {
    await engine.import(monday)
    expect(await engine.import(tuesday)).toMatchObject({ newOrders: 3, knownOrders: 0, changedOrders: 0 })
    expect(await sum()).toBe(3700)
    expect(await engine.import(tuesday)).toMatchObject({ newOrders: 0, knownOrders: 3, changedOrders: 0 })
    expect(await engine.import(monday)).toMatchObject({ newOrders: 0, knownOrders: 3, changedOrders: 0 })
    expect(await sum()).toBe(3700)
    await integrity()
  })

  test('also after the first day was undone', async () => {
    await engine.import(monday)
    await engine.import(tuesday)
    await engine.ask('data:undo-batch', { batchId: 1 })
    expect(await engine.import(tuesday)).toMatchObject({ newOrders: 0, knownOrders: 3, changedOrders: 0 })
    expect(await sum()).toBe(2150)
  })

  test('a refund in a later file under the number of its sale does not take the sale away', async () => {
    await engine.import([header, '900,2026-01-10,Anna,50.00', '901,2026-01-10,Bob,9.00'])
    await engine.import([header, '900,2026-02-14,Anna,-50.00'])
    expect(await sum()).toBe(900)
    expect(await engine.ask('customers:rank', { method: 'realized-value' })).toMatchObject({ customerEquityCents: 900 })
  })

  test('the same sales with their days read anew are changes, not new sales', async () => {
    await engine.import([header, '1,2026-02-03,Anna,3.50', '2,2026-02-04,Bob,8.00'])
    expect(await engine.import([header, '1,2026-03-02,Anna,3.50', '2,2026-04-02,Bob,8.00'])).toMatchObject({ newOrders: 0, changedOrders: 2 })
    expect(await sum()).toBe(1150)
  })

  test('in one file too, each day on its own; a day that was there already is known, and another file may hold one of the days', async () => {
    await engine.import(tuesday)
    const week = [...monday, ...tuesday.slice(1), '1,2026-02-04,Anna,9.00', '4,2026-02-04,Carl,1.00']
    expect(await engine.import(week)).toMatchObject({ newOrders: 5, knownOrders: 3, changedOrders: 0 })
    expect(await sum()).toBe(4700)
    for (const again of [week, monday, tuesday, week.toSpliced(1, 3)]) {
      expect(await engine.import(again)).toMatchObject({ newOrders: 0, changedOrders: 0 })
    }
    const changed = await engine.import([header, '1,2026-02-03,Dora,4.50'])
    expect(changed).toMatchObject({ newOrders: 0, changedOrders: 1 })
    expect(await sum()).toBe(4800)
    await engine.ask('data:undo-batch', { batchId: changed.batchId })
    expect(await sum()).toBe(4700)
    expect(await engine.import([header, '1,2026-02-05,Dora,2.00', '2,2026-02-05,Bob,2.00'])).toMatchObject({ newOrders: 2, changedOrders: 0 })
    expect(await sum()).toBe(5100)
    await integrity()
  })
})
