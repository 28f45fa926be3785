import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportChoices } from '../../../shared/contract/data.ts'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

const january = 'Factuurnr;Datum;Klant;Bedrag\n1;03-01-2026;Anna;10,50\n2;05-01-2026;Bert;20,25\n'
const february = 'factuurnr,datum,klant,bedrag\n3,03-02-2026,Anna,"1.234"\n4,05-02-2026,Bert,"2.345"\n'

function file(name: string, text: string): string {
  const path = join(folder.path, name)
  writeFileSync(path, text)
  return engine.grant(path)
}
const importFile = (name: string, text: string, choices?: ImportChoices) => engine.call('data:import-file', { file: file(name, text), choices })
const preview = (name: string, text: string, choices?: ImportChoices) => engine.ask('data:preview-file', { file: file(name, text), choices })

test('what only the owner can say is asked with the first file of a source, and never again', async () => {
  expect(await importFile('januari.csv', january)).toMatchObject({ ok: false, error: { code: 'import-ambiguous-dates' } })
  // Nothing was imported, so nothing was learned.
  expect(await preview('februari.csv', february)).toMatchObject({ questions: [{ kind: 'date-order' }, { kind: 'decimal-mark' }], remembered: [] })

  expect(await importFile('januari.csv', january, { dateOrder: 'dmy' })).toMatchObject({ ok: true, value: { firstOrderOn: '2026-01-03', remembered: [] } })
  expect(await preview('februari.csv', february)).toMatchObject({ questions: [], dateOrder: 'dmy', decimalMark: ',', remembered: ['dateOrder', 'decimalMark'] })
  expect(await importFile('februari.csv', february)).toMatchObject({
    ok: true, value: { lastOrderOn: '2026-02-05', netRevenueCents: 357_900, remembered: ['dateOrder', 'decimalMark'] },
  })
  expect(await engine.ask('data:batches', {})).toMatchObject([{ remembered: ['dateOrder', 'decimalMark'] }, { remembered: [] }])
})

test('undoing the import keeps what was learned, another choice takes its place, and the owner can begin anew', async () => {
  await importFile('januari.csv', january, { dateOrder: 'dmy' })
  await engine.ask('data:undo-batch', { batchId: 1 })
  expect(await importFile('januari.csv', january)).toMatchObject({ ok: true, value: { firstOrderOn: '2026-01-03' } })

  expect(await preview('januari.csv', january, { afresh: true })).toMatchObject({ questions: [{ kind: 'date-order' }], remembered: [] })
  expect(await importFile('januari.csv', january, { afresh: true })).toMatchObject({ ok: false, error: { code: 'import-ambiguous-dates' } })
  expect(await importFile('februari.csv', february, { dateOrder: 'mdy' })).toMatchObject({ ok: true, value: { firstOrderOn: '2026-03-02' } })
  expect(await preview('januari.csv', january)).toMatchObject({ dateOrder: 'mdy', remembered: ['dateOrder'] })
})

test('columns, too, are as last time; another source is asked', async () => {
  const columns = [{ index: 1, field: 'date' as const }, { index: 3, field: 'amount' as const }]
  expect(await importFile('januari.csv', january, { dateOrder: 'dmy', columns })).toMatchObject({ ok: true, value: { customers: 0 } })
  expect(await preview('februari.csv', february)).toMatchObject({ hasCustomer: false, remembered: ['columns', 'dateOrder', 'decimalMark'] })
  expect(await preview('maart.csv', january.replace('Factuurnr', 'Bonnummer'))).toMatchObject({ hasCustomer: true, remembered: [], questions: [{ kind: 'date-order' }] })
})

test('what is remembered holds nothing of what stood in the file, and is as if not there where it cannot be read', async () => {
  await importFile('januari.csv', january, { dateOrder: 'dmy' })
  const connection = await engine.context.workspace.connection('own')
  const [row] = await connection.all<{ signature: string; choices: string }>('SELECT signature, choices FROM source_preset')
  expect(JSON.parse(row?.choices ?? '')).toEqual({ dateOrder: 'dmy', decimalMark: ',' })
  expect(row?.signature).toMatch(/^[0-9a-z]{5,12}$/)
  await connection.transaction((writer) => writer.exec(`UPDATE source_preset SET choices = '{"decimalMark":"x"}'`))
  expect(await preview('februari.csv', february)).toMatchObject({ remembered: [] })
})
