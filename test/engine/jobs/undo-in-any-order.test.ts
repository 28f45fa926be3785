import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { undoBatch } from '../../../electron/engine/database/batch-store.ts'
import type { Connection } from '../../../electron/engine/database/connection.ts'
import { readMends } from '../../../electron/engine/database/rows/mend-store.ts'
import { openWorkspaceFile } from '../../../electron/engine/files/workspace-file.ts'
import { mendRow } from '../../../electron/engine/jobs/imports/mend-rows.ts'
import { saveImport } from '../../../electron/engine/jobs/imports/save-import.ts'
import { inspectFile } from '../../../shared/import/inspect-file.ts'
import { sourceOf } from '../../../shared/import/mends/reading-text.ts'
import { createSalesReader } from '../../../shared/import/sales-reader.ts'
import { temporaryFolder } from '../start-engine.ts'

const RUNS = 60
const HEADER = 'order,date,customer,amount'
const ORDERS = ['A1', 'A2', 'A3'] as const

/** A row of one of three orders, each of one customer and day; without an amount it is set aside. */
type Row = { readonly order: number; readonly amount: number | null }
type Step =
  | { readonly kind: 'import'; readonly rows: readonly Row[] }
  | { readonly kind: 'import-again' | 'undo'; readonly which: number }
  | { readonly kind: 'mend'; readonly which: number; readonly row: number; readonly amount: number }
  | { readonly kind: 'put-back'; readonly which: number; readonly row: number }

const textOf = ({ order, amount }: Row) => `${ORDERS[order]},2024-01-0${order + 1},${order},${amount === null ? 'x' : `${amount}.00`}`

const row = fc.record({ order: fc.nat(ORDERS.length - 1), amount: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 2 }) })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('import' as const), rows: fc.array(row, { minLength: 1, maxLength: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('import-again' as const, 'undo' as const), which: fc.nat(20) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('mend' as const), which: fc.nat(20), row: fc.nat(5), amount: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('put-back' as const), which: fc.nat(20), row: fc.nat(5) }) },
)

/** Amounts of one order, and since which moment it is said to be so. */
type Version = { readonly amounts: readonly number[]; readonly since: number }
type Versions = ReadonlyMap<number, Version>
type ModelBatch = {
  readonly id: number
  readonly rows: readonly Row[]
  /** The rows as they were read, with what was known to be mended. */
  readonly readAs: readonly (number | null)[]
  readonly versions: Versions
  isUndone: boolean
  mends: { readonly id: number; readonly amounts: ReadonlyMap<number, number>; readonly versions: Versions } | null
}

const sorted = (amounts: readonly number[]) => amounts.toSorted((a, b) => a - b)

/** What should count, kept in the plainest way: every import says of its orders what they hold, the last one that is not undone is right. */
class Model {
  readonly batches: ModelBatch[] = []
  private now = 0
  private lastId = 0

  /** The import with this file, and what mending taught of its rows: the amounts per row text, of the newest import that has any. */
  import(rows: readonly Row[]): void {
    const known = new Map<string, { readonly id: number; readonly amounts: number[] }>()
    for (const { id, rows: own, readAs, isUndone, mends } of this.batches) {
      if (isUndone) continue
      const told = new Map<string, { id: number; amounts: number[] }>()
      const tell = (text: string, from: number, amount: number) => {
        const other = told.get(`${from} ${text}`)
        if (other) other.amounts.push(amount)
        else told.set(`${from} ${text}`, { id: from, amounts: [amount] })
      }
      own.forEach((one, i) => {
        const [again, mended] = [readAs[i] ?? null, mends?.amounts.get(i)]
        if (one.amount === null && again !== null) tell(textOf(one), id, again)
        if (mended !== undefined) tell(textOf(one), mends?.id ?? 0, mended)
      })
      for (const [key, { id: from, amounts }] of told) {
        const text = key.slice(key.indexOf(' ') + 1)
        if ((known.get(text)?.id ?? 0) < from) known.set(text, { id: from, amounts })
      }
    }
    const readAs = rows.map((one) => one.amount ?? known.get(textOf(one))?.amounts.shift() ?? null)
    this.batches.push({ id: ++this.lastId, rows, readAs, versions: this.versionsOf(rows, readAs), isUndone: false, mends: null })
  }

  mend(batch: ModelBatch, amounts: ReadonlyMap<number, number>): void {
    if (amounts.size === 0) {
      batch.mends = null
      return
    }
    const touched = new Set([...amounts.keys()].map((i) => batch.rows[i]?.order))
    const all = this.versionsOf(batch.rows, batch.readAs.map((amount, i) => amounts.get(i) ?? amount))
    const before = batch.mends?.versions
    const versions = new Map([...all].filter(([order]) => touched.has(order)).map(([order, version]) => {
      const former = before?.get(order)
      return [order, former && String(former.amounts) === String(version.amounts) ? former : version]
    }))
    batch.mends = { id: ++this.lastId, amounts, versions }
  }

  /** Order by order, what counts. */
  counting(): Record<string, readonly number[]> {
    const newest = new Map<number, Version>()
    for (const { isUndone, versions, mends } of this.batches) {
      if (isUndone) continue
      for (const [order, version] of [...versions, ...(mends?.versions ?? [])]) {
        if ((newest.get(order)?.since ?? 0) < version.since) newest.set(order, version)
      }
    }
    return Object.fromEntries([...newest].sort(([a], [b]) => a - b).map(([order, { amounts }]) => [ORDERS[order], amounts]))
  }

  private versionsOf(rows: readonly Row[], readAs: readonly (number | null)[]): Versions {
    const since = ++this.now
    const amounts = new Map<number, number[]>()
    rows.forEach(({ order }, i) => {
      const amount = readAs[i] ?? null
      if (amount !== null) amounts.set(order, [...(amounts.get(order) ?? []), amount])
    })
    return new Map([...amounts].map(([order, all]) => [order, { amounts: sorted(all), since }]))
  }
}

async function importRows(connection: Connection, rows: readonly Row[]): Promise<void> {
  const bytes = new TextEncoder().encode([HEADER, ...rows.map(textOf)].join('\n'))
  const { plan, preview } = inspectFile(bytes, 'sales.csv', bytes.length, { decimalMark: '.', columns: [
    { index: 0, field: 'orderId' }, { index: 1, field: 'date' }, { index: 2, field: 'customerId' }, { index: 3, field: 'amount' },
  ] })
  const reading = { plan, columnNames: preview.columns.map(({ name }) => name) }
  const reader = createSalesReader(plan, (await readMends(connection))[sourceOf(reading)])
  reader.feed(bytes)
  await saveImport(connection, reader.finish(), {
    fileName: 'sales.csv', importedAt: '2024-02-01T00:00:00.000Z', signal: new AbortController().signal, onProgress: () => undefined,
    file: { source: { remembered: [], vatRate: null, preset: null }, reading, mended: reader.mended },
  })
}

async function counting(connection: Connection): Promise<Record<string, readonly number[]>> {
  const rows = await connection.all<{ key: string; amounts: string; cents: number }>(`
    SELECT order_key AS key, json_group_array(order_line.amount_cents / 100) AS amounts, sales_order.amount_cents AS cents
    FROM sales_order JOIN order_line USING (order_id) WHERE superseded_by_batch_id IS NULL GROUP BY order_id ORDER BY order_key`)
  return Object.fromEntries(rows.map(({ key, amounts, cents }) => {
    const all = JSON.parse(amounts) as number[]
    expect(all.reduce((sum, amount) => sum + amount, 0)).toBe(cents / 100)
    return [key, sorted(all)]
  }))
}

/** Takes the step in the model and in the workspace; steps that cannot be taken are left out. */
async function take(step: Step, model: Model, connection: Connection): Promise<void> {
  const standing = model.batches.filter(({ isUndone }) => !isUndone)
  const batch = 'which' in step ? standing[step.which % Math.max(1, standing.length)] : undefined
  if (step.kind === 'import' || (step.kind === 'import-again' && batch)) {
    // A file of which nothing can be read is no import.
    const rows = step.kind === 'import' ? [{ order: 0, amount: 1 }, ...step.rows] : batch?.rows ?? []
    model.import(rows)
    return importRows(connection, rows)
  }
  if (!batch) return
  if (step.kind === 'undo') {
    const mends = step.which % 2 === 0 ? batch.mends : null
    if (mends) batch.mends = null
    else batch.isUndone = true
    await connection.transaction((writer) => undoBatch(writer, mends?.id ?? batch.id, '2024-02-02T00:00:00.000Z'))
    return
  }
  if (step.kind !== 'mend' && step.kind !== 'put-back') return
  const index = step.row % batch.rows.length
  const amounts = new Map(batch.mends?.amounts)
  const one = batch.rows[index]
  if (!one || batch.readAs[index] !== null) return
  if (step.kind === 'put-back' && !amounts.delete(index)) return
  if (step.kind === 'mend') amounts.set(index, step.amount)
  model.mend(batch, amounts)
  const mended = step.kind === 'mend' ? textOf({ ...one, amount: step.amount }) : null
  expect(await mendRow(connection, batch.id, { lineNumber: index + 2, mended })).toMatchObject({ reason: null })
}

test(`F14: after any of ${RUNS} random sequences of imports, mends and undoing what counts is what never having done the undone would give`, async () => {
  const folder = temporaryFolder()
  let run = 0
  try {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const connection = await openWorkspaceFile(`${folder.path}/${++run}.db`)
      const model = new Model()
      try {
        for (const each of steps) {
          await take(each, model, connection)
          expect(await counting(connection)).toEqual(model.counting())
        }
        for (const batch of model.batches.toReversed().filter((one, i) => !one.isUndone && i % 2 === 0)) {
          batch.isUndone = true
          await connection.transaction((writer) => undoBatch(writer, batch.id, '2024-02-03T00:00:00.000Z'))
          expect(await counting(connection)).toEqual(model.counting())
        }
        expect(await connection.all('PRAGMA foreign_key_check')).toEqual([])
      } finally {
        await connection.close()
      }
    }), { numRuns: RUNS, seed: 2026, endOnFailure: false })
  } finally {
    folder.remove()
  }
}, 300_000)
