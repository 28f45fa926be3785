import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withTable } from '../../../electron/engine/files/table-file.ts'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'
import { type Cell, type Sheet, workbookParts, withParts, xlsxOf } from './xlsx-writer.ts'
import { zettleHeader, zettleReceipts } from './zettle-receipts.ts'
import { zipOf } from './zip-writer.ts'

const DAY = 1
const MOMENT = 2
const TIME = 3
const DOLLAR = 4
const DUTCH_DAY = 5

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

function fileOf(bytes: Buffer, name = 'sales.xlsx'): string {
  const path = join(folder.path, name)
  writeFileSync(path, bytes)
  return path
}

/** What the table's reader makes of the file: its lines of CSV. */
async function linesOf(bytes: Buffer): Promise<string[]> {
  const read = await withTable({ path: fileOf(bytes) }, async (table) => {
    const pieces: Buffer[] = []
    await table.stream((piece) => { pieces.push(Buffer.from(piece)) })
    const start = await table.readStart()
    expect(start).toEqual({ bytes: Buffer.concat(pieces), isWhole: true })
    return Buffer.concat(pieces)
  })
  return read.toString('utf8').replace(/\n$/u, '').split('\n')
}

const xml = (content: (name: string) => string): Cell => ({ xml: content })
const day = (value: number): Cell => ({ value, style: DAY })

test('every kind of cell becomes a cell of CSV', async () => {
  expect(await linesOf(xlsxOf([
    ['Plain', 'with, comma', 'a "quote"', 'two\nlines', 'Åse & Björn <3'],
    [1, 1234.5, 0.1 + 0.2, 1.234, { value: 12.5, style: DOLLAR }],
    [day(44421), { value: 44421.033, style: MOMENT }, { value: 44421.033, style: TIME }, { value: 44421, style: DUTCH_DAY }, { value: -3, style: DAY }],
    [
      xml((name) => `<c r="${name}" t="inlineStr"><is><r><t>Ri</t></r><r><rPr><b/></rPr><t>ch</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>`),
      xml((name) => `<c r="${name}" t="b"><v>1</v></c>`),
      xml((name) => `<c r="${name}" t="e"><v>#N/A</v></c>`),
      xml((name) => `<c r="${name}" t="str"><f>A1&amp;"x"</f><v>Plainx</v></c>`),
      xml((name) => `<c r="${name}"><f>SUM(1,2)</f><v>3</v></c>`),
    ],
    [xml((name) => `<c r="${name}" t="d"><v>2024-05-06T07:08:09</v></c>`), xml((name) => `<c r="${name}"><f>NOW()</f></c>`), xml((name) => `<c r="${name}" t="inlineStr"><is><t><![CDATA[c<d]]></t></is></c>`)],
  ]))).toEqual([
    'Plain,"with, comma","a ""quote""",two lines,Åse & Björn <3',
    '1,1234.5,0.3,1.2340,12.5',
    '2021-08-13,2021-08-13 00:47:31,00:47:31,2021-08-13,-3',
    'Rich,TRUE,#N/A,Plainx,3',
    '2024-05-06T07:08:09,,c<d,,',
  ])
})

test('gaps stay gaps: lines are the rows of the sheet, and rows are as wide as the table', async () => {
  expect(await linesOf(xlsxOf([null, ['Title'], null, [], [null, 'A', 'B', 'C'], [null, 1], [null, null, null, 3]]))).toEqual(['', 'Title', '', '', ',A,B,C', ',1,,', ',,,3'])
  const unnamed = '<worksheet><sheetData><row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="3"><c r="B3"><v>4</v></c><c><v>5</v></c></row></sheetData></worksheet>'
  expect(await linesOf(zipOf(withParts(workbookParts([{ name: 'A', rows: [] }]), [{ name: 'xl/worksheets/sheet1.xml', content: unnamed }])))).toEqual(['1,,2', '', ',4,5'])
})

test('names with a prefix, part names in capitals, and days counted from 1904', async () => {
  const parts = workbookParts([{ name: 'A', rows: [[day(42959)]] }], { from1904: true })
  expect(await linesOf(zipOf(parts))).toEqual(['2021-08-13'])
  const prefixed = parts.map(({ name, content }) => ({ name: name.toUpperCase(), content: name.includes('sheet1') ? String(content).replaceAll(/<(\/?)([a-z])/gu, '<$1x:$2').replace('xmlns=', 'xmlns:x=') : content }))
  expect(await linesOf(zipOf(prefixed))).toEqual(['2021-08-13'])
})

test('the sheet with the table is read, not the one with the notes or the one that is hidden', async () => {
  const table = (name: string): Sheet => ({ name, rows: [['a', 'b', 'c'], [name, 'y', 'z']] })
  const notes: Sheet = { name: 'Notes', rows: [['Sales of 2024'], null, ['for', 'us']] }
  const parts = workbookParts([notes, { ...table('Hidden'), hidden: true }, table('First'), table('Second')])
  expect((await linesOf(zipOf(parts)))[1]).toBe('First,y,z')
  expect((await linesOf(zipOf(workbookParts([{ ...table('Only'), hidden: true }]))))[1]).toBe('Only,y,z')
})

test('macros are not looked at, and a picture beside the sheet does no harm', async () => {
  const parts = [...workbookParts([{ name: 'A', rows: [['a', 1]] }]), { name: 'xl/vbaProject.bin', content: 'Sub Auto_Open()' }, { name: 'xl/media/image1.png', content: 'PNG' }]
  expect(await linesOf(zipOf(parts))).toEqual(['a,1'])
})

test('receipts of Zettle: sixteen rows of preamble, three of footer, days as numbers, no customer', async () => {
  const path = fileOf(zettleReceipts())
  const preview = await engine.ask('data:preview-file', { file: engine.grant(path) })
  expect(preview).toMatchObject({ hasHeader: true, hasCustomer: false, questions: [], dateOrder: 'ymd', decimalMark: '.' })
  expect(preview.columns.map(({ name }) => name)).toEqual(zettleHeader)
  const summary = await engine.ask('data:import-file', { file: path })
  expect(summary).toMatchObject({ rowsRead: 6, rowsAccepted: 3, rowsRejected: 3, netRevenueCents: 25_050, customers: 0, firstOrderOn: '2021-08-13', lastOrderOn: '2021-08-15' })
  const { rows } = await engine.ask('data:rejected-rows', { batchId: summary.batchId, offset: 0, limit: 10 })
  expect(rows.map(({ lineNumber }) => lineNumber)).toEqual([21, 22, 23])
})

test('a Dutch list of invoices reads as its CSV does, and again adds nothing', async () => {
  const header = ['Factuurnummer', 'Factuurdatum', 'Klantnummer', 'Klantnaam', 'Omschrijving', 'Totaalbedrag']
  const invoices = [
    ['F2024-001', 45322, '1042', 'Bakkerij Jansen, Utrecht', 'Meel', 1234.5], ['F2024-002', 45351, '1043', 'Café “De Zon”', 'Koffie', 88.995], ['F2024-003', 45352, '1042', 'Bakkerij Jansen, Utrecht', 'Creditnota', -34.5],
    ['F2024-004', 45353, '', '', 'Los', 12.125],
  ] as const
  const path = fileOf(xlsxOf([header, ...invoices.map(([number, serial, customer, name, what, amount]): Cell[] => [number, { value: serial, style: DUTCH_DAY }, customer || null, name || null, what, { value: amount, style: DOLLAR }])]))
  const summary = await engine.ask('data:import-file', { file: engine.grant(path) })
  expect(summary).toMatchObject({ fileName: 'sales.xlsx', rowsRead: 4, rowsAccepted: 4, rowsWithoutCustomer: 1, customers: 2, netRevenueCents: 130_113, firstOrderOn: '2024-01-31', lastOrderOn: '2024-03-02' })
  const again = await engine.ask('data:import-file', { file: path })
  expect(again).toMatchObject({ rowsKnown: 4, newOrders: 0 })
  const asCsv = await engine.import([header.join(';'), 'F2024-001;31-01-2024;1042;"Bakkerij Jansen, Utrecht";Meel;1.234,50', 'F2024-002;29-02-2024;1043;Café “De Zon”;Koffie;89,00'])
  expect(asCsv).toMatchObject({ rowsAccepted: 2, newCustomers: 0, newOrders: 0 })
})

test('what the preview shows says nothing of a choice that a spreadsheet does not leave', async () => {
  const path = fileOf(xlsxOf([['sep=;'], ['Datum', 'Klant', 'Bedrag'], [day(45322), 'Anna', 10], [day(45323), 'Bo', 12.5]]))
  const preview = await engine.ask('data:preview-file', { file: engine.grant(path), choices: { encoding: 'utf-16le', delimiter: ';' } })
  expect(preview).toMatchObject({ sheet: 'Sheet1', encoding: 'utf-8', delimiter: ',', rows: [['2024-01-31', 'Anna', '10'], ['2024-02-01', 'Bo', '12.5']] })
})

test('a text that is named a spreadsheet is read as what it is, and a spreadsheet that is named a text too', async () => {
  const rows: Cell[][] = [['Datum', 'Klant', 'Bedrag'], [day(45322), 'Anna', 10]]
  const csv = fileOf(Buffer.from('Datum;Klant;Bedrag\n31-01-2024;Anna;10,00\n'), 'named.xlsx')
  const xlsx = fileOf(xlsxOf(rows), 'named.csv')
  expect(await engine.ask('data:import-file', { file: engine.grant(csv) })).toMatchObject({ rowsAccepted: 1, netRevenueCents: 1000 })
  expect(await engine.ask('data:import-file', { file: engine.grant(xlsx) })).toMatchObject({ rowsAccepted: 1, netRevenueCents: 1000 })
})
