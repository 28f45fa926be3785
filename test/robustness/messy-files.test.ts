import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine/engine-for-each-test.ts'

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

async function importText(text: string | Uint8Array, name = 'messy.csv') {
  const path = join(folder.path, name)
  writeFileSync(path, text)
  const outcome = await engine.call('data:import-file', { file: engine.grant(path) })
  if (!outcome.ok) return { error: outcome.error.code }
  const { batchId, rowsRead, rowsAccepted, rowsRejected, netRevenueCents, controlTotalCents, newOrders } = outcome.value
  expect(rowsRead).toBe(rowsAccepted + rowsRejected)
  const { rows } = await engine.ask('data:rejected-rows', { batchId })
  return { rowsRead, rowsAccepted, netRevenueCents, controlTotalCents, newOrders, setAside: rows.map(({ lineNumber, reason }) => [lineNumber, reason]), raw: rows.map(({ raw }) => raw) }
}

const HEADER = 'order;date;customer;product;amount'
const row = (order: string, amount = '10,00') => `${order};2026-01-31;Anna;Tea;${amount}`

test.each([
  ['an unclosed quote costs its own line', [HEADER, row('1'), '2;2026-01-31;"Anna;Tea;10,00', row('3')].join('\n'), 2, [[3, 'unclosed-quote']]],
  ['a quote in the middle of a cell is text', [HEADER, row('1'), '2;2026-01-31;An"na;Te"a;10,00', row('3')].join('\n'), 3, []],
  ['text behind a closing quote is text', [HEADER, row('1'), '2;2026-01-31;"An"na;Tea;10,00'].join('\n'), 2, []],
  ['mixed line ends', `${HEADER}\r\n${row('1')}\r${row('2')}\n${row('3')}\r\n`, 3, []],
  ['NUL within cells', [HEADER, '1;2026-01-31;An\0na;Tea;10,00\0', row('2')].join('\n'), 2, []],
  ['rows too short and too long', [HEADER, row('1'), '2;2026-01-31;Anna', `${row('3')};;;`, `${row('4')};x;y`].join('\n'), 2, [[3, 'too-few-cells'], [5, 'too-many-cells']]],
  ['duplicate headers', ['order;date;customer;product;amount;amount', `${row('1')};99,00`].join('\n'), 1, []],
  ['empty headers', ['order;date;customer;;amount;', `${row('1')};x`].join('\n'), 1, []],
  ['__proto__ and constructor as headers', ['order;date;customer;__proto__;amount;constructor', `${row('1')};x`].join('\n'), 1, []],
  ['sep= before the header', ['sep=;', HEADER, row('1')].join('\r\n'), 1, []],
  ['sep= with another separator than the most frequent', ['sep=|', HEADER.replaceAll(';', '|'), '1|2026-01-31|Anna;Bert;Cor;Dirk|Tea|10,00'].join('\n'), 1, []],
  ['a cell of ten megabytes', [HEADER, row('1'), `2;2026-01-31;Anna;${'x'.repeat(10 << 20)};10,00`, row('3')].join('\n'), 2, [[3, 'row-too-long']]],
  ['blank lines and a footer', [HEADER, '', row('1'), ';;;;', row('2'), 'Total;;;;20,00', ''].join('\n'), 2, [[6, 'date-missing']]],
] as const)('B2: %s', async (_, text, accepted, setAside) => {
  const found = await importText(text)
  expect(found).toMatchObject({ rowsAccepted: accepted, setAside, netRevenueCents: 1000 * accepted })
  expect(({} as Record<string, unknown>)['Anna']).toBeUndefined()
})

test.each([
  ['nothing at all', '', 'file-empty'],
  ['blanks only', ' \n;;;\n', 'file-empty'],
  ['a header only', `${HEADER}\n`, 'import-nothing-usable'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ...Array.from({ length: 500 }, (_, index) => (index * 37) % 256)]), 'file-not-text'],
] as const)('B2: %s is refused in words', async (_, bytes, code) => {
  expect(await importText(bytes)).toEqual({ error: code })
})

const dated = (...dates: readonly string[]) => [HEADER, ...dates.map((date, index) => `${index + 1};${date};Anna;Tea;10,00`)].join('\n')
async function daysOf(text: string): Promise<unknown> {
  const found = await importText(text)
  if ('error' in found) return found.error
  const connection = await engine.context.workspace.connection()
  const rows = await connection.all<{ ordered_on: string }>('SELECT ordered_on FROM sales_order ORDER BY CAST(order_key AS INTEGER)')
  return { days: rows.map((each) => each.ordered_on), setAside: found.setAside }
}

test.each([
  ['ISO', ['2026-01-31', '2026-02-01'], ['2026-01-31', '2026-02-01']],
  ['ISO with time and offset', ['2026-03-29 03:09:40 +0200', '2026-03-29T23:59:59Z'], ['2026-03-29', '2026-03-29']],
  ['day first, dashes', ['31-01-2026', '01-02-2026'], ['2026-01-31', '2026-02-01']],
  ['day first, points', ['31.01.2026', '1.2.2026'], ['2026-01-31', '2026-02-01']],
  ['month first, slashes', ['01/31/2026', '02/01/2026'], ['2026-01-31', '2026-02-01']],
  ['two-digit years', ['31-01-26', '01-02-26'], ['2026-01-31', '2026-02-01']],
  ['months in words', ['31 jan. 2026', '1 februari 2026'], ['2026-01-31', '2026-02-01']],
  ['American words', ['Jan 31, 2026', 'Feb 1, 2026'], ['2026-01-31', '2026-02-01']],
  ['eight digits', ['20260131', '20260201'], ['2026-01-31', '2026-02-01']],
] as const)('B3: %s', async (_, written, days) => {
  expect(await daysOf(dated(...written))).toEqual({ days, setAside: [] })
})

test('B3: dates that could be read either way are asked, days that do not exist or lie far ahead are set aside', async () => {
  expect(await daysOf(dated('01/02/2026', '03/04/2026'))).toBe('import-ambiguous-dates')
  expect(await daysOf(dated('31-01-2026', '30-02-2026', '29-02-2027', '31-01-2062', '', '13-13-2026'))).toEqual({
    days: ['2026-01-31'], setAside: [[3, 'date-impossible'], [4, 'date-impossible'], [5, 'date-impossible'], [6, 'date-missing'], [7, 'date-impossible']],
  })
})

const amounts = (...written: readonly string[]) => [HEADER, ...written.map((amount, index) => `${index + 1};2026-01-31;Anna;Tea;${amount}`)].join('\n')
test.each([
  ['thousands points and decimal commas', ['1.234,50', '€ 1.234,50', '1.234,50 €', '-€ 12,00', '€ -12,00', '(12,00)', '12,00-', '5,-', '€ 5,–'], [123450, 123450, 123450, -1200, -1200, -1200, -1200, 500, 500]],
  ['thousands commas and decimal points', ['"1,234.50"', '$1,234.50', '-$12.00', '(12.00)', '12.00-', 'USD 3.10', '3.10 USD'], [123450, 123450, -1200, -1200, -1200, 310, 310]],
  ['blanks of all kinds between the thousands', ['1 234,50', '1\u00A0234,50', '1\u202F234,50', '1’234,50', '1\'234,50'], [123450, 123450, 123450, 123450, 123450]],
  ['the minus sign of typesetters', ['−12,00', '–12,00', '12,00'], [-1200, -1200, 1200]],
  ['four decimals', ['12.0000', '0.3333', '1.5000'], [1200, 33, 150]],
] as const)('B4: %s', async (_, written, cents) => {
  expect(await importText(amounts(...written))).toMatchObject({ setAside: [] })
  const connection = await engine.context.workspace.connection()
  const rows = await connection.all<{ amount_cents: number }>('SELECT amount_cents FROM sales_order ORDER BY CAST(order_key AS INTEGER)')
  expect(rows.map((each) => each.amount_cents)).toEqual(cents)
})

test('B4: nothing, dashes, words and impossible numbers are set aside by reason; zero is a gift', async () => {
  const found = await importText(amounts(...Array.from({ length: 8 }, () => '10,00'), '', '-', '--', 'gratis', '1e308', '99999999999999999999', '0,00'))
  expect(found).toMatchObject({ rowsAccepted: 9, netRevenueCents: 8000 })
  expect(found).toMatchObject({ setAside: [
    [10, 'amount-missing'], [11, 'amount-missing'], [12, 'amount-missing'], [13, 'amount-unreadable'], [14, 'amount-too-large'], [15, 'amount-too-large'],
  ] })
})

test('B4: amounts that could be read either way are asked', async () => {
  expect(await importText(amounts('1.234', '5.678'))).toEqual({ error: 'import-ambiguous-amounts' })
})

test('B4: several currencies stop the import', async () => {
  expect(await importText(['order;date;customer;amount;currency', '1;2026-01-31;Anna;10,00;EUR', '2;2026-01-31;Anna;10,00;USD'].join('\n'))).toEqual({ error: 'import-mixed-currencies' })
})

test('B5: the same order again is known, with other content it is changed, and its lines count once', async () => {
  expect(await importText([HEADER, row('1'), row('1', '5,00'), row('2')].join('\n'))).toMatchObject({ newOrders: 2, netRevenueCents: 2500 })
  const path = join(folder.path, 'again.csv')
  writeFileSync(path, [HEADER, row('1'), row('1', '6,00'), row('2'), row('3')].join('\n'))
  expect(await engine.ask('data:import-file', { file: engine.grant(path) })).toMatchObject({ newOrders: 1, knownOrders: 1, changedOrders: 1 })
  const ranking = await engine.ask('customers:rank', { method: 'realized-value' })
  expect([ranking.total, ranking.realizedValueCents]).toEqual([1, 3600])
})

test('B9: HTML, scripts, right-to-left marks and emoji in names come back as they stand', async () => {
  const names = ['<script>alert(1)</script>', '<b>Bo & Zn</b>', '\u202Egnikcart\u202C', '👩‍🚀 Ada', 'שלום', '=1+1', '@SUM(A1)', '{{name}}', '$t(data.title)']
  expect(await importText(['order;date;customer;amount', ...names.map((name, index) => `${index};2026-01-31;${name};${index + 1},00`)].join('\n'))).toMatchObject({ rowsAccepted: names.length })
  const { rows } = await engine.ask('customers:rank', { method: 'realized-value' })
  expect(rows.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  const found = await engine.ask('customers:rank', { method: 'realized-value', search: '<script>' })
  expect(found.rows.map(({ name }) => name)).toEqual([names[0]])
})
