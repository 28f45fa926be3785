import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ExportLayout } from '../../../shared/contract/exports.ts'
import { exportLayouts } from '../../../shared/contract/lists.ts'
import { startEngine, temporaryFolder, type TestEngine } from '../start-engine.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/import')
const files = readdirSync(fixtures, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
const onlineRetail = join(import.meta.dirname, '../../../../shared/data/online_retail.csv.gz')
const hasOnlineRetail = existsSync(onlineRetail)

let folder: ReturnType<typeof temporaryFolder>
let first: TestEngine
let second: TestEngine
beforeEach(() => {
  folder = temporaryFolder()
  first = startEngine(folder.path, join(folder.path, 'first.db'))
  second = startEngine(folder.path, join(folder.path, 'second.db'))
})
afterEach(async () => {
  await first.stop()
  await second.stop()
  folder.remove()
})

/** What counts, by the shop's own numbers: what was sold when, to whom, for how much. */
async function contents(engine: TestEngine) {
  const connection = await engine.context.workspace.connection()
  const lines = await connection.all<{ line: string }>(`SELECT json_array(order_key, ordered_on, sales_order.amount_cents, content_hash, customer_key, product_key, quantity, order_line.amount_cents) AS line
    FROM sales_order JOIN order_line USING (order_id) LEFT JOIN customer USING (customer_id) LEFT JOIN product USING (product_id)
    WHERE superseded_by_batch_id IS NULL ORDER BY order_key, line`)
  const customers = await connection.all<{ customer: string }>('SELECT json_array(customer_key, name, email, phone, postcode) AS customer FROM customer ORDER BY customer_key')
  const products = await connection.all<{ product: string }>(`SELECT json_array(product_key, name) AS product FROM product
    WHERE product_id IN (SELECT product_id FROM order_line) ORDER BY product_key`)
  return { lines: lines.map(({ line }) => line), customers: customers.map(({ customer }) => customer), products: products.map(({ product }) => product) }
}

/** `null` for a file that cannot be imported at all; what only an owner can say is answered as most Dutch owners would. */
async function importInto(engine: TestEngine, path: string) {
  const file = engine.grant(path)
  for (const choices of [{}, { dateOrder: 'dmy' }, { decimalMark: ',' }] as const) {
    const imported = await engine.call('data:import-file', { file, choices })
    if (imported.ok) return imported.value
  }
  return null
}

async function save(layout: ExportLayout, language: 'en' | 'nl' = 'nl'): Promise<string> {
  const path = join(folder.path, `saved ${language}.${layout === 'xlsx' ? 'xlsx' : 'csv'}`)
  await first.ask('exports:save', { table: { kind: 'sales' }, layout, language, file: first.grant(path) })
  return path
}

/** B8: what is saved and imported into an empty workspace is the same sales; what is imported back is known to the last order. */
async function expectRoundTrip(layout: ExportLayout, language: 'en' | 'nl' = 'nl') {
  const path = await save(layout, language)
  const before = await contents(first)
  const there = await importInto(second, path)
  expect(there).toMatchObject({ format: 'stamgast-sales', rowsRejected: 0, rowsRead: before.lines.length })
  expect(await contents(second)).toEqual(before)
  expect(await importInto(first, path)).toMatchObject({ newOrders: 0, changedOrders: 0, newCustomers: 0, rowsKnown: before.lines.length })
  expect(await contents(first)).toEqual(before)
}

const nameOf = (path: string) => path.slice(fixtures.length + 1)
const cases = files.map((path, index) => [nameOf(path), exportLayouts[index % exportLayouts.length] ?? 'xlsx', path] as const)
const own = files.filter((path) => nameOf(path).startsWith('stamgast-sales')).flatMap((path) => exportLayouts.map((layout) => [nameOf(path), layout, path] as const))

describe('B8: every fixture comes back as it was', () => {
  test.each([...cases, ...own])('%s by way of %s', async (_, layout, path) => {
    if (await importInto(first, path) === null) return
    // A cell of a spreadsheet is read as one line, so that line numbers are those of its rows.
    const hasLineBreaks = JSON.stringify(await contents(first)).includes('\\\\n')
    await expectRoundTrip(layout === 'xlsx' && hasLineBreaks ? 'csv-semicolon' : layout, layout === 'csv-comma' ? 'en' : 'nl')
  })
})

describe.skipIf(!hasOnlineRetail)(`B8: the real online retail file${hasOnlineRetail ? '' : ' (skipped: ../shared/data/online_retail.csv.gz is not here)'}`, () => {
  test('comes back as it was, to the last of its lines', async () => {
    const path = join(folder.path, 'online_retail.csv')
    writeFileSync(path, gunzipSync(readFileSync(onlineRetail)))
    expect(await importInto(first, path)).toMatchObject({ rowsRead: 541_909 })
    await expectRoundTrip('csv-semicolon')
  }, 240_000)
})
