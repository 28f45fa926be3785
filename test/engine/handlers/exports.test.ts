import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { ExportLayout, ExportTable } from '../../../shared/contract/exports.ts'
import type { RequestInput } from '../../../shared/contract/index.ts'
import { en } from '../../../shared/i18n/index.ts'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

type Table = RequestInput<'exports:save'>['table']

async function saved(table: Table, layout: ExportLayout = 'csv-comma', language: 'en' | 'nl' = 'en'): Promise<Record<string, string>[]> {
  const path = join(folder.path, 'saved.csv')
  const { rows, bytes } = await engine.ask('exports:save', { table, layout, language, file: engine.grant(path) })
  const text = readFileSync(path)
  expect(text.length).toBe(bytes)
  const { data } = Papa.parse<Record<string, string>>(text.toString().slice(1), { header: true, skipEmptyLines: true, delimiter: layout === 'csv-semicolon' ? ';' : ',' })
  expect(data).toHaveLength(rows)
  return data
}

const cents = (text: string | undefined) => Math.round(Number(text) * 100)
const HEADER = 'Order number,Date,Customer number,Customer name,SKU,Product,Quantity,Unit price'
const sales = [
  HEADER,
  'A1,2024-01-31,7,=Anna,S1,Tea,2,10.00', 'A1,2024-01-31,7,=Anna,S2,Mug,1,5.50', 'A2,2024-02-13,8,Björn,S1,Tea,1,10.00', 'A3,2024-03-14,,,S3,Spoon,1,2.00',
  'A4,2024-03-20,7,=Anna,S1,Tea,-1,10.00', 'A5,soon,8,Björn,S1,Tea,1,10.00',
]

test('the ranking is saved as it is on screen: same method, search and order, and its sum is the customer equity to the cent', async () => {
  await engine.ask('workspace:open-sample', {})
  for (const method of ['total-clv', 'residual-clv', 'realized-value', 'basic-formula'] as const) {
    const { customerEquityCents, total } = await engine.ask('customers:rank', { method })
    const rows = await saved({ kind: 'ranking', method })
    const name = method === 'residual-clv' ? en.exports.columns.expected : en.customers.methods[method]
    expect(rows).toHaveLength(total)
    expect(rows.reduce((sum, row) => sum + cents(row[`${name} (EUR)`]), 0)).toBe(customerEquityCents)
  }
  const question = { search: 'an', sort: 'last-purchase', direction: 'ascending' } as const
  const shown = await engine.ask('customers:rank', { ...question, limit: 500 })
  const rows = await saved({ kind: 'ranking', ...question })
  expect(rows).toHaveLength(shown.matching)
  expect(rows.slice(0, 500).map((row) => [row['Rank'], row['Customer'], row['Last seen']])).toEqual(shown.rows.map((row) => [String(row.rank), row.name, row.lastPurchaseOn ?? '']))
  expect(rows.slice(0, 500).map((row) => [cents(row['Expected, low (EUR)']), cents(row['Expected, high (EUR)'])]))
    .toEqual(shown.rows.map(({ residualRange }) => [residualRange?.p10 ?? 0, residualRange?.p90 ?? 0]))
})

test('a customer’s orders, the products and the list of imports say what is stored', async () => {
  await engine.import(sales)
  const [anna] = (await engine.ask('customers:rank', { search: 'anna' })).rows
  expect(await saved({ kind: 'customer-orders', customerId: anna?.customerId ?? 0 })).toMatchObject([
    { 'Order number': 'A4', 'Date': '2024-03-20', 'Amount (EUR)': '-10.00' },
    { 'Order number': 'A1', 'Date': '2024-01-31', 'Products': 'Tea, Mug', 'Lines': '2', 'Amount (EUR)': '25.50', 'After refunds (EUR)': '15.50' },
  ])
  expect(await engine.call('exports:save', { table: { kind: 'customer-orders', customerId: 999 }, layout: 'xlsx', language: 'en', file: engine.grant(join(folder.path, 'x.xlsx')) }))
    .toMatchObject({ ok: false, error: { code: 'customer-not-found' } })
  expect(await saved({ kind: 'products' })).toMatchObject([
    { 'Product code': 'S1', 'Product': 'Tea', 'Quantity': '2', 'Revenue (EUR)': '20.00', 'Orders': '3', 'Customers': '2', 'First sold': '2024-01-31', 'Last sold': '2024-03-20' },
    { 'Product code': 'S2', 'Revenue (EUR)': '5.50' }, { 'Product code': 'S3', 'Customers': '0' },
  ])
  expect(await saved({ kind: 'import-history' })).toMatchObject([{ 'File': 'sales.csv', 'Rows read': '6', 'Rows set aside': '1', 'Net sales': '27.50', 'Undone on': '' }])
})

test('rows that were set aside are saved with their line, their reason and as they stood in the file', async () => {
  const { batchId } = await engine.import(sales)
  expect(await saved({ kind: 'rejected-rows', batchId })).toEqual([{
    'Line': '7', 'Why': en.data.reasons['date-unreadable'], 'Amount (EUR)': '10.00',
    'Order number': 'A5', 'Date': 'soon', 'Customer number': '8', 'Customer name': 'Björn', 'SKU': 'S1', 'Product': 'Tea', 'Quantity': '1', 'Unit price': '10.00',
  }])
  expect(await saved({ kind: 'rejected-rows', batchId, reason: 'fee' })).toEqual([])
})

test('orders that an import changed are saved as they were and as they are', async () => {
  await engine.import(sales)
  const { batchId } = await engine.import([HEADER, 'A2,2024-02-13,8,Björn,S1,Tea,3,10.00'], 'again.csv')
  expect(await saved({ kind: 'changed-orders', batchId })).toEqual([{
    'Order number': 'A2', 'Date before': '2024-02-13', 'Date': '2024-02-13', 'Amount before (EUR)': '10.00', 'Amount (EUR)': '30.00',
    'Customer before': 'Björn', 'Customer': 'Björn', 'File before': 'sales.csv', 'File': 'again.csv',
  }])
})

test('who may not be mailed is known by it in the list of customers, from whichever list says so', async () => {
  await engine.import(['Order number,Date,Email,Amount', '1,2024-01-31,Anna@example.nl,10.00', '2,2024-02-13,bram@example.nl,20.00', '3,2024-02-14,clara@example.nl,30.00'])
  await engine.import(['Email Address,First Name,Accepts Marketing', 'anna@example.nl,Anna,no', 'bram@example.nl,Bram,yes'], 'list.csv')
  const rows = await saved({ kind: 'ranking', sort: 'name', direction: 'ascending' })
  expect(Object.fromEntries(rows.map((row) => [row['E-mail']?.toLowerCase(), row['May be e-mailed']]))).toEqual({ 'anna@example.nl': 'no', 'bram@example.nl': 'yes', 'clara@example.nl': '' })
})

test('a plan is saved with the figures on screen, whom it is for, and the scenarios that were kept', async () => {
  await engine.ask('workspace:open-sample', {})
  const simulation = { strategy: 'vip', audience: { kind: 'top-share', share: 0.1 }, assumptions: { perkCents: 500 } } as const
  const outcome = await engine.ask('strategies:simulate', simulation)
  const rows = await saved({ kind: 'outcome', simulation })
  const row = (figure: string) => rows.find((each) => each['Figure'] === figure)
  expect(cents(row(en.plan.outcome.net)?.['Amount (EUR)'])).toBe(Math.round(outcome.net.mean))
  expect(cents(row(en.plan.outcome.net)?.['Low (P10) (EUR)'])).toBe(Math.round(outcome.net.p10))
  expect(row(en.exports.outcome.customers)?.['Number']).toBe(String(outcome.customers))
  expect(row(en.plan.assumptions.words.perkCents.name)).toMatchObject({ Number: '5', Unit: 'amount' })
  const parts = rows.filter((each) => each['Part'] === en.plan.waterfall.title).map((each) => cents(each['Amount (EUR)']))
  expect(parts.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBe(parts.at(-1))

  const audience = await saved({ kind: 'audience', audience: simulation.audience })
  expect(audience).toHaveLength(outcome.customers)
  expect(audience.map((each) => Number(each['Rank'])).slice(0, 3)).toEqual([1, 2, 3])

  await engine.ask('scenarios:save', { name: '=Cheap', ...simulation })
  const scenarios = await saved({ kind: 'scenarios' })
  expect(scenarios[0]).toMatchObject({ 'Scenario': "'=Cheap", 'For whom': 'top 10% by customer value' })
  expect(scenarios.find((each) => each['Assumption'] === en.plan.assumptions.words.perkCents.name)).toMatchObject({ Value: '5' })
})

test('Dutch Excel gets Dutch words, semicolons and decimal commas', async () => {
  await engine.import(sales)
  expect(await saved({ kind: 'sales' }, 'csv-semicolon', 'nl')).toMatchObject([
    { Bestelnummer: 'A1', Datum: '2024-01-31', Klantnummer: '7', Klantnaam: "'=Anna", Productcode: 'S1', Product: 'Tea', Aantal: '2', Bedrag: '20,00', Valuta: 'EUR' },
    { Bedrag: '5,50' }, { Klantnummer: '8' }, { Klantnummer: '' }, { Aantal: '-1', Bedrag: '-10,00' },
  ])
})

test('what cannot be written leaves what was there, and nothing beside it', async () => {
  await engine.import(sales)
  const save = (path: string, table: ExportTable = { kind: 'sales' }) => engine.call('exports:save', { table, layout: 'csv-comma', language: 'en', file: engine.grant(path) })
  expect(await save(join(folder.path, 'nowhere', 'sales.csv'))).toMatchObject({ ok: false, error: { code: 'export-not-writable' } })
  mkdirSync(join(folder.path, 'taken'))
  expect(await save(join(folder.path, 'taken'))).toMatchObject({ ok: false, error: { code: 'export-not-writable' } })

  const path = join(folder.path, 'mine.csv')
  writeFileSync(path, 'my own notes')
  expect(await save(path, { kind: 'rejected-rows', batchId: 999 })).toMatchObject({ ok: false, error: { code: 'batch-not-found' } })
  expect(readFileSync(path, 'utf8')).toBe('my own notes')
  expect(await engine.call('exports:save', { table: { kind: 'sales' }, layout: 'xlsx', language: 'en', file: 'unknown' })).toMatchObject({ ok: false, error: { code: 'file-not-known' } })
  expect(readdirSync(folder.path).filter((name) => name.includes('unfinished'))).toEqual([])
})
