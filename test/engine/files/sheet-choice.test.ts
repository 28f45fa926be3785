import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'
import { type Cell, workbookParts } from './xlsx-writer.ts'
import { zipOf } from './zip-writer.ts'

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

const totals: Cell[][] = [['date', 'customer', 'amount'], ['2026-01-31', 'everyone', 99], ['2026-02-28', 'everyone', 98], ['2026-03-31', 'everyone', 97]]
const orders: Cell[][] = [['date', 'customer', 'amount'], ['2026-01-15', 'Anna', 10]]
function book(name: string, sheets = [{ name: 'Totals', rows: totals }, { name: 'Orders', rows: orders }]): string {
  const path = join(folder.path, name)
  writeFileSync(path, zipOf(workbookParts(sheets)))
  return engine.grant(path)
}

test('the sheet with the table is read, the owner may choose another, and the next file of that source is read on it', async () => {
  const file = book('january.xlsx')
  expect(await engine.ask('data:preview-file', { file })).toMatchObject({ sheet: 'Totals', sheets: ['Totals', 'Orders'], rows: totals.slice(1).map((cells) => cells.map(String)) })
  expect(await engine.ask('data:preview-file', { file, choices: { sheet: 'Orders' } })).toMatchObject({ sheet: 'Orders', remembered: [], rows: [['2026-01-15', 'Anna', '10']] })
  expect(await engine.ask('data:import-file', { file, choices: { sheet: 'Orders' } })).toMatchObject({ netRevenueCents: 1000, remembered: [] })

  const next = book('february.xlsx')
  expect(await engine.ask('data:preview-file', { file: next })).toMatchObject({ sheet: 'Orders', remembered: ['sheet'] })
  expect(await engine.ask('data:import-file', { file: next })).toMatchObject({ knownOrders: 1, newOrders: 0, remembered: ['sheet'] })
  expect(await engine.ask('data:preview-file', { file: next, choices: { afresh: true } })).toMatchObject({ sheet: 'Totals', remembered: [] })
  // The sheet is not in every file.
  expect(await engine.ask('data:preview-file', { file: book('march.xlsx', [{ name: 'Totals', rows: totals }]) })).toMatchObject({ sheet: 'Totals', remembered: [] })
})

test('a sheet that is not there is said to be', async () => {
  expect(await engine.call('data:preview-file', { file: book('x.xlsx'), choices: { sheet: 'Nowhere' } })).toMatchObject({ ok: false, error: { code: 'sheet-not-there', params: { sheet: 'Nowhere' } } })
})

test('a table of two columns behind an empty sheet is found', async () => {
  const file = book('two.xlsx', [{ name: 'Empty', rows: [] }, { name: 'Small', rows: [['date', 'amount'], ['2026-01-15', 10]] }])
  expect(await engine.ask('data:preview-file', { file })).toMatchObject({ sheet: 'Small', sheets: ['Empty', 'Small'] })
})
