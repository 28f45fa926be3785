import { expect, test } from 'vitest'
import { salesLines } from '../../bench/generate-sales.ts'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'

const LINES = 30_000
const lines = [...salesLines(LINES)]

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

async function rowsPerTable() {
  const connection = await engine.context.workspace.connection()
  const tables = ['batch', 'customer', 'product', 'sales_order', 'order_line', 'rejected_row']
  return Object.fromEntries(await Promise.all(tables.map(async (table) =>
    [table, (await connection.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))?.n] as const)))
}
const nothing = { batch: 0, customer: 0, product: 0, sales_order: 0, order_line: 0, rejected_row: 0 }

/** Cancels as soon as the import is this far, and answers how that ended. */
function cancelAt(phase: string, fraction: number) {
  return new Promise<boolean>((resolve) => {
    let asked = false
    engine.listen((event) => {
      if (asked || event.name !== 'job:progress' || event.payload.phase !== phase || (event.payload.fraction ?? 1) < fraction) return
      asked = true
      void engine.ask('jobs:cancel', { jobId: event.payload.jobId }).then(({ cancelled }) => { resolve(cancelled) })
    })
  })
}

for (const [phase, fraction] of [['reading', 0.1], ['reading', 0.5], ['reading', 0.9], ['saving', 0], ['saving', 0.5], ['indexing', 0]] as const) {
  test(`cancelled while ${phase}, at ${fraction * 100}%, an import leaves nothing and the next one works`, async () => {
    const cancelled = cancelAt(phase, fraction)
    const outcome = engine.import(lines).catch((error: Error) => error.message)
    expect(await Promise.race([cancelled, outcome])).toSatisfy((first) => first === true || first === 'cancelled')
    expect(await outcome).toBe('cancelled')
    expect(await rowsPerTable()).toEqual(nothing)
    expect(await engine.import(lines.slice(0, 1000), 'again.csv')).toMatchObject({ rowsAccepted: 999 })
  })
}

test('an import that waits for another is cancelled without having begun', async () => {
  const first = engine.import(lines, 'first.csv')
  const second = engine.call('data:import-file', { file: engine.grant(`${folder.path}/first.csv`), jobId: 'second' })
  expect(await engine.ask('jobs:cancel', { jobId: 'second' })).toEqual({ cancelled: true })
  expect(await second).toEqual({ ok: false, error: { code: 'cancelled' } })
  expect(await first).toMatchObject({ rowsAccepted: LINES })
})

test('cancelling what is over, or what nobody started, does nothing', async () => {
  expect(await engine.ask('jobs:cancel', { jobId: 'nobody' })).toEqual({ cancelled: false })
})
