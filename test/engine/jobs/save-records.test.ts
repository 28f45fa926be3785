import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/records')
const tables = ['customer_record', 'product_record', 'subscription', 'acquisition_cost', 'record_customer']

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

/** Imports a fixture by the name it has in the fixtures. */
function importFixture(path: string) {
  const copy = join(folder.path, path.replaceAll('/', '-'))
  copyFileSync(join(fixtures, path), copy)
  return engine.ask('data:import-file', { file: engine.grant(copy) })
}

async function rowsIn() {
  const connection = await engine.context.workspace.connection()
  return Object.fromEntries(await Promise.all(tables.map(async (table) =>
    [table, (await connection.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))?.n] as const)))
}

describe.each(readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv')).sort())('%s', (path) => {
  test('imported twice changes nothing, and undone twice leaves nothing', async () => {
    const before = await rowsIn()
    expect(await engine.ask('workspace:info', {})).toMatchObject({ batches: 0 })
    const first = await importFixture(path)
    expect(await engine.ask('workspace:info', {})).toMatchObject({ batches: 1 })
    expect(first.rowsRead).toBe(first.rowsAccepted + first.rowsRejected)
    expect(first.records).toMatchObject({ known: 0, changed: 0 })
    const rejected = await engine.ask('data:rejected-rows', { batchId: first.batchId })
    expect(rejected.total).toBe(first.rowsRejected)

    const again = await importFixture(path)
    expect(again.records).toEqual({ new: 0, known: first.records?.new, changed: 0 })
    expect(await engine.ask('workspace:info', {})).toMatchObject({ orders: 0, customers: 0, batches: 2 })

    await engine.ask('data:undo-batch', { batchId: first.batchId })
    expect(Object.values(await rowsIn())).not.toEqual(Object.values(before))
    await engine.ask('data:undo-batch', { batchId: again.batchId })
    expect(await rowsIn()).toEqual(before)
  })
})

test('what a later list says anew is counted as changed, field by field, and undo brings the former back', async () => {
  await engine.import(['Klantnummer;Nieuwsbrief;Punten', '7;ja;10', '9;nee;20', '12;ja;'], 'een.csv')
  const later = await engine.import(['Klantnummer;Nieuwsbrief;Punten', '7;nee;', '9;;20', '13;ja;5', '13;ja;6'], 'twee.csv')
  expect(later).toMatchObject({ kind: 'customers', rowsRead: 4, rowsAccepted: 4, rowsRejected: 0, records: { new: 1, known: 1, changed: 1 }, netRevenueCents: 0, controlTotalCents: 0 })
  await engine.ask('data:undo-batch', { batchId: later.batchId })
  const again = await engine.import(['Klantnummer;Nieuwsbrief;Punten', '7;ja;10', '9;;20', '12;;'], 'drie.csv')
  expect(again.records).toEqual({ new: 0, known: 3, changed: 0 })
})

test('columns that are not mapped are not stored, and nothing is stored of who is set aside but the row itself', async () => {
  await engine.import(['Klantnummer;E-mail;Nieuwsbrief;Medische opmerking', '7;zoe@example.nl;ja;suikerziekte'], 'lijst.csv')
  const connection = await engine.context.workspace.connection()
  for (const table of tables) expect(JSON.stringify(await connection.all(`SELECT * FROM ${table}`))).not.toContain('suikerziekte')
  expect(engine.logged).toEqual([])
})

test('the owner overrules what the file is about; without a column it is nothing without it is refused in words', async () => {
  const path = join(folder.path, 'x.csv')
  copyFileSync(join(fixtures, 'customers/ordinary.csv'), path)
  const file = engine.grant(path)
  expect((await engine.ask('data:preview-file', { file, choices: { kind: 'subscriptions' } })).questions).toEqual([{ kind: 'field-column', field: 'startedOn' }])
  expect(await engine.call('data:import-file', { file, choices: { kind: 'subscriptions' } })).toMatchObject({ ok: false, error: { code: 'import-no-column' } })
  expect(await engine.call('data:import-file', { file, choices: { kind: 'sales' } })).toMatchObject({ ok: false, error: { code: 'import-no-date' } })
})

test('a list changes no sale and no figure, but gives a name to who is only a number; whoever shows them asks again', async () => {
  await engine.import(['Order;Datum;Klantnummer;Bedrag', '1;15-01-2026;7;10,00', '2;16-02-2026;7;10,00'], 'kassa.csv')
  const before = await engine.ask('customers:rank', {})
  const told = engine.told.length
  await importFixture('customers/ordinary.csv')
  expect(engine.told.slice(told).some(({ name }) => name === 'data:changed')).toBe(true)
  const after = await engine.ask('customers:rank', {})
  expect(before.rows.map(({ name }) => name)).toEqual(['7'])
  expect(after).toEqual({ ...before, rows: before.rows.map((row) => ({ ...row, name: 'Zoë de Vries' })) })
  expect((await engine.ask('customers:rank', { search: 'zoë' })).matching).toBe(1)
  await engine.ask('data:undo-batch', { batchId: 2 })
  expect(await engine.ask('customers:rank', {})).toEqual(before)
})
