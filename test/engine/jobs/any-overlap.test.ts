import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { undoBatch } from '../../../electron/engine/database/batch-store.ts'
import type { Connection } from '../../../electron/engine/database/connection.ts'
import { readLedger } from '../../../electron/engine/database/ledger-store.ts'
import { openWorkspaceFile } from '../../../electron/engine/files/workspace-file.ts'
import { saveImport } from '../../../electron/engine/jobs/imports/save-import.ts'
import { formatIsoDay } from '../../../shared/calendar.ts'
import { encodeUtf8 } from '../../../shared/import/bytes/text-codec.ts'
import { readBytes } from '../../shared/import/read-sales.ts'
import { temporaryFolder } from '../start-engine.ts'

const MONTHS = 4
const FIRST_DAY = 19_723
type Row = { readonly order: number; readonly customer: number | null; readonly day: number; readonly product: number; readonly quantity: number }

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

/** A sale of some lines on one day, and pieces of it that came back on later days, with or without the name of the customer. */
const sale = fc.record({
  customer: fc.integer({ min: 1, max: 3 }),
  day: fc.nat(60),
  lines: fc.array(fc.record({ product: fc.nat(2), quantity: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 3 }),
  refunds: fc.array(fc.record({ after: fc.integer({ min: 1, max: 60 }), product: fc.nat(2), isNamed: fc.boolean() }), { maxLength: 3 }),
})
const shop = fc.array(sale, { minLength: 2, maxLength: 6 }).map((sales) => sales.flatMap(({ customer, day, lines, refunds }, order): Row[] => [
  ...lines.map((line) => ({ order, customer, day, ...line })),
  ...refunds.map(({ after, product, isNamed }) => ({ order, customer: isNamed ? customer : null, day: day + after, product, quantity: -1 })),
]))
/** A file has some months of the shop; a number undoes the import of that place, if there is one. */
const steps = fc.array(fc.oneof(
  { weight: 3, arbitrary: fc.subarray(Array.from({ length: MONTHS }, (_, month) => month), { minLength: 1 }).map((months) => ({ months })) },
  { weight: 1, arbitrary: fc.nat(5).map((undo) => ({ undo })) },
), { minLength: 2, maxLength: 7 })

const monthOf = (day: number) => Math.min(MONTHS - 1, Math.floor(day / 30))
function read(rows: readonly Row[]) {
  const text = ['Order number,Date,Customer number,Product,Quantity,Amount', ...rows.toSorted((a, b) => a.day - b.day || a.order - b.order).map(({ order, customer, day, product, quantity }) => (
    `N${order},${formatIsoDay(FIRST_DAY + day)},${customer ?? ''},Product ${product},${quantity},${(quantity * (product + 1) * 5).toFixed(2)}`))]
  return readBytes(encodeUtf8(text.join('\n')))
}

async function importRows(connection: Connection, rows: readonly Row[]): Promise<number | null> {
  if (rows.length === 0) return null
  const { sales, plan } = read(rows)
  const { summary } = await saveImport(connection, sales, {
    fileName: 'sales.csv', importedAt: '', signal: new AbortController().signal, onProgress: () => undefined,
    file: { source: { remembered: [], vatRate: null, preset: null }, reading: { plan, columnNames: [] }, mended: [] },
  })
  return summary.batchId
}

/** Every order that counts, as it stands in the ledger and in the file. */
async function contents(connection: Connection) {
  const ledger = await connection.snapshot(readLedger)
  const perCustomer: Record<string, number> = {}
  const customers = await connection.all<{ customer_id: number; customer_key: string }>('SELECT customer_id, customer_key FROM customer')
  for (const [place, customer] of ledger.customers.entries()) {
    const key = customers.find(({ customer_id: id }) => id === ledger.customerIds[customer])?.customer_key ?? ''
    perCustomer[key] = (perCustomer[key] ?? 0) + (ledger.amountCents[place] ?? 0)
  }
  const orders = await connection.all(`SELECT order_key, ordered_on, customer_key, sales_order.amount_cents, sum(order_line.amount_cents) AS lines_cents, count(*) AS lines
    FROM sales_order JOIN order_line USING (order_id) LEFT JOIN customer USING (customer_id) WHERE superseded_by_batch_id IS NULL GROUP BY order_id ORDER BY order_key`)
  return { perCustomer, orders }
}

test('whatever the order in which overlapping files come in and are undone, what counts is what the files that are left say together', async () => {
  let run = 0
  await fc.assert(fc.asyncProperty(shop, steps, async (rows, todo) => {
    const [connection, expected] = await Promise.all(['tried', 'expected'].map((name) => openWorkspaceFile(`${folder.path}/${name}${run}.db`)))
    run++
    if (!connection || !expected) throw new Error('no files')
    const batches: { readonly id: number | null; readonly months: readonly number[]; isUndone: boolean }[] = []
    for (const step of todo) {
      if ('months' in step) {
        batches.push({ id: await importRows(connection, rows.filter(({ day }) => step.months.includes(monthOf(day)))), months: step.months, isUndone: false })
        continue
      }
      const batch = batches[step.undo]
      if (!batch || batch.isUndone) continue
      batch.isUndone = true
      const { id } = batch
      if (id !== null) await connection.transaction((writer) => undoBatch(writer, id, ''))
    }
    const left = new Set(batches.filter(({ isUndone }) => !isUndone).flatMap(({ months }) => months))
    await importRows(expected, rows.filter(({ day }) => left.has(monthOf(day))))
    expect(await contents(connection)).toEqual(await contents(expected))
    expect(await connection.all('PRAGMA foreign_key_check')).toEqual([])
    await Promise.all([connection.close(), expected.close()])
  }), { numRuns: 60, seed: 20_261_122 })
})
