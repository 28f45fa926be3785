import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayNumber } from '../../../shared/calendar.ts'
import type { ImportChoices } from '../../../shared/contract/data.ts'
import { AppError } from '../../../shared/result.ts'
import { columnBytes, inWords, readBytes, readText, readWithPlan, rowsAccepted, sum, texts } from './read-sales.ts'

function readFixture(name: string, choices: ImportChoices = {}) {
  const bytes = readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url))
  const { preview, sales } = readBytes(bytes, choices)
  expect(sales.rowsRead).toBe(rowsAccepted(sales) + sales.rejected.reasons.length)
  return { preview, sales, ...inWords(sales) }
}

const NOTHING = Number.NaN

test('ragged rows: surplus cells and missing fields are set aside, missing remarks are not', () => {
  const { lines, rejected } = readFixture('ragged_rows.csv')
  expect(lines.map(({ line, cents }) => [line, cents])).toEqual([[2, 500], [3, 600], [5, 700]])
  expect(rejected).toEqual([
    { line: 4, reason: 'too-few-cells', cents: NOTHING, raw: '2026-01-31;Kees' },
    { line: 6, reason: 'too-many-cells', cents: NOTHING, raw: '2026-01-31;Eva;8,00;x;surplus' },
  ])
})

test('blank lines are no rows, and a total below the table is set aside without its amount', () => {
  const { sales, lines, rejected } = readFixture('blank_lines_and_footers.csv')
  expect(sales.rowsRead).toBe(3)
  expect(lines.map(({ line, cents }) => [line, cents])).toEqual([[5, 500], [8, 600]])
  expect(rejected).toEqual([{ line: 10, reason: 'date-unreadable', cents: NOTHING, raw: 'Totaal;;11,00' }])
})

test('an unclosed quote costs one row', () => {
  const { sales, lines, rejected } = readFixture('unclosed_quote.csv')
  expect(lines.map(({ line, cents }) => [line, cents])).toEqual([[2, 500], [4, 700], [5, 800]])
  expect(rejected).toEqual([{ line: 3, reason: 'unclosed-quote', cents: NOTHING, raw: '2026-01-31,"Piet,6.00' }])
  expect(texts(sales.customers.names)).toEqual(['Jan', 'Kees', 'Anna "B"'])
})

test('NUL bytes are dropped', () => {
  const { lines, orders } = readFixture('nul_bytes.csv')
  expect([orders[0]?.customer, lines[0]?.cents]).toEqual(['name:jan', 500])
})

test('line numbers count physical lines, also those between quotes', () => {
  const { lines, rejected, orders } = readFixture('mixed_line_ends.csv')
  expect(lines.map(({ line, cents }) => [line, cents])).toEqual([[2, 500], [3, 600], [5, 700]])
  expect(orders[1]?.customer).toBe('name:piet de boer')
  expect(rejected).toEqual([{ line: 7, reason: 'amount-unreadable', cents: NOTHING, raw: '2026-02-03,Anna,x' }])
})

test('a date that does not fit its column is set aside with its amount', () => {
  const { preview, rejected } = readFixture('days_and_months_mixed.csv')
  expect(preview.dateOrder).toBe('dmy')
  expect(rejected).toEqual([{ line: 3, reason: 'date-impossible', cents: 600, raw: '02-13-2026,Piet,6.00' }])
})

test('amounts as people write them', () => {
  const { sales, lines, rejected } = readFixture('amounts_of_all_kinds.csv')
  expect(lines.map(({ cents }) => cents)).toEqual([123450, -1200, -1200, -1200, 123450, 500, 725])
  expect(rejected.map(({ reason }) => reason)).toEqual(['amount-unreadable', 'amount-missing', 'amount-too-large'])
  expect(sales.currency).toBe('EUR')
})

test('price times quantity is rounded per line, halves away from zero', () => {
  const { lines, rejected } = readFixture('fractional_prices.csv')
  expect(lines.map(({ quantity, cents }) => [quantity, cents])).toEqual([[3, 38], [0.25, 324], [-3, -38], [1, 201]])
  expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([[6, 'amount-unreadable'], [7, 'amount-missing']])
})

test('a customer number is believed before an e-mail, an e-mail before a name; guests are nobody', () => {
  const { sales, orders } = readFixture('guests_and_unnamed.csv')
  expect(orders.map(({ customer }) => customer)).toEqual(['id:17850', 'id:17850', 'email:jan@example.nl', 'name:anna de vries', null, 'name:anna de vries'])
  expect(texts(sales.customers.names)).toEqual(['Jan', 'Jan', 'ANNA   de Vries'])
  expect(texts(sales.customers.emails)).toEqual(['jan@example.nl', 'JAN@Example.NL', ''])
  expect(sales.customersNamed).toBe(3)
})

test('one order number for two customers is two orders; a row without customer joins the first', () => {
  const { orders, lines } = readFixture('two_customers_in_one_order.csv')
  expect(orders).toEqual([
    { key: '1', day: '2026-01-31', customer: 'name:jan' },
    { key: '1 name:piet', day: '2026-01-31', customer: 'name:piet' },
  ])
  expect(lines.map(({ order, cents }) => [order, cents])).toEqual([['1', 100], ['1', 300], ['1 name:piet', 200], ['1 name:piet', 400]])
})

test('without order numbers a customer and a day make an order', () => {
  const { orders, lines } = readFixture('no_order_number.csv')
  expect(orders.map(({ key }) => key)).toEqual(['name:jan 2026-01-31', 'name:jan 2026-02-01', '2026-01-31'])
  expect(lines.map(({ order, cents }) => [order, cents])).toEqual([
    ['name:jan 2026-01-31', 100], ['name:jan 2026-01-31', 200], ['name:jan 2026-02-01', 300], ['2026-01-31', 400], ['2026-01-31', 500],
  ])
})

test('identical lines of one order are kept and flagged', () => {
  const { sales, lines } = readFixture('identical_lines.csv')
  expect(lines.map(({ line }) => line)).toEqual([2, 3, 4, 6, 5])
  expect([...sales.lines.identical]).toEqual([0, 1, 0, 1, 0])
})

test('orders that brought no money are set aside without an amount; a status nobody knows counts', () => {
  const { sales, lines, rejected } = readFixture('cancelled_unpaid_and_test_orders.csv')
  expect(lines.map(({ order }) => order)).toEqual(['1', '6', '7'])
  expect(rejected.map(({ reason, cents }) => [reason, cents])).toEqual([
    ['cancelled-order', NOTHING], ['cancelled-order', NOTHING], ['unpaid-order', NOTHING], ['test-order', NOTHING],
  ])
  expect([sales.customersNamed, texts(sales.customers.keys)]).toEqual([2, ['name:jan']])
})

test('a refunded amount becomes a negative line of its order, unless the row is the refund', () => {
  const { sales, lines } = readFixture('refund_column.csv')
  expect(lines.map(({ order, cents, line }) => [order, cents, line])).toEqual([
    ['1', 5000, 2], ['1', -2000, 2], ['2', 3000, 3], ['3', -2000, 4], ['4', 1000, 5], ['4', -1000, 5],
  ])
  expect([...sales.lines.derived]).toEqual([0, 1, 0, 0, 0, 1])
})

test('fees, bad debt and stock are no sales; what a customer was charged is', () => {
  const { sales, lines, rejected } = readFixture('fees_debts_and_stock.csv')
  expect(rejected.map(({ line, reason, cents }) => [line, reason, cents])).toEqual([
    [6, 'fee', -10000], [7, 'bad-debt', -5000], [8, 'stock-write-off', 0], [9, 'stock-write-off', 0], [10, 'fee', -1500], [12, 'fee', -900],
  ])
  expect(lines.map(({ order, product, cents }) => [order, product, cents])).toEqual([
    ['1', 'MUG', 500], ['1', 'POST', 400], ['1', 'PADS', 0], ['C2', 'MUG', -250], ['8', 'BANK CHARGES', 1500], ['10', 'ART', 9000], ['11', 'MUG', 250], ['11', 'BAG', 0], ['12', 'S', -300],
  ])
  expect(sum(sales.lines.amountCents) + sum(sales.rejected.amountCents)).toBe(500 + 400 - 250 - 10000 - 5000 - 1500 + 1500 - 900 + 9000 + 250 - 300)
})

test('several currencies stop the import and are named', () => {
  expect(() => readFixture('mixed_currencies.csv')).toThrow(AppError)
  try {
    readFixture('mixed_currencies.csv')
  } catch (error) {
    expect(error instanceof AppError && error.failure).toEqual({ code: 'import-mixed-currencies', params: { currencies: 'EUR, USD' } })
  }
})

test('hostile column names are only names', () => {
  const { lines } = readFixture('hostile_column_names.csv')
  expect(lines.map(({ cents }) => cents)).toEqual([500])
})

test('a dashboard in a European language writes decimal commas between quotes', () => {
  expect(readFixture('stripe_payments_eu_locale.csv').lines.map(({ cents }) => cents)).toEqual([125025])
})

test('Dutch invoices: the total counts, and a credit note is subtracted', () => {
  const { sales, orders } = readFixture('generic_nl_facturen.csv')
  expect(sum(sales.lines.amountCents)).toBe(139150)
  expect(orders[0]).toEqual({ key: '2026-0001', day: '2026-01-31', customer: 'email:info@bakkerij.example' })
})

test('payments: a refund row counts once, a fee is set aside', () => {
  const { sales, rejected } = readFixture('mollie_settlement.csv')
  expect(sum(sales.lines.amountCents)).toBe(8000)
  expect(rejected.map(({ reason, cents }) => [reason, cents])).toEqual([['fee', -288]])
})

test('the raw text of a row set aside is kept up to 2,000 characters', () => {
  const { rejected } = readText(`date,amount,note\n2026-01-31,5.00,\n2026-01-31,x,${'é'.repeat(5000)}\n`)
  expect(rejected[0]?.raw).toBe(`2026-01-31,x,${'é'.repeat(5000)}`.slice(0, 2000))
})

test('the content hash depends on what an order says, not on where it stands', () => {
  const head = 'order,date,customer,product,quantity,price'
  const rows = ['1,2026-01-31,Jan,Mok,1,5.00', '1,2026-01-31,Jan,Bord,2,7.50']
  const hash = (text: string, order = '1') => {
    const { sales } = readText(text)
    return sales.orders.contentHashes[texts(sales.orders.keys).indexOf(order)]
  }
  const plain = hash(`${head}\n${rows.join('\n')}\n`)
  expect(Number.isSafeInteger(plain)).toBe(true)
  expect(hash(`${head}\n${rows.toReversed().join('\n')}\n`)).toBe(plain)
  expect(hash(`${head}\n9,2026-01-30,Piet,Vaas,1,9.00\n${rows.join('\n')}\n`)).toBe(plain)
  expect(hash(`${head},colour\n${rows.map((row) => `${row},red`).join('\n')}\n`)).toBe(plain)
  expect(hash(`${head}\n${rows.join('\n').replaceAll(',', ';').replaceAll('.', ',')}\n`.replace(head, head.replaceAll(',', ';')))).toBe(plain)
  for (const [from, to] of [['5.00', '5.01'], ['Jan', 'Piet'], ['01-31', '01-30'], ['Bord', 'Kom'], [',2,', ',3,']] as const) {
    expect(hash(`${head}\n${rows.join('\n').replaceAll(from, to)}\n`)).not.toBe(plain)
  }
  expect(hash(`${head}\n${rows.join('\n')}\n${rows[0]}\n`)).not.toBe(plain)
})

test('order numbers are freed of what spreadsheets add', () => {
  const { orders } = readText("order,date,amount\n'1001,2026-01-31,1.00\n1001.0,2026-01-31,2.00\n 1001 ,2026-01-31,3.00\n1.0.0,2026-01-31,4.00\n")
  expect(orders.map(({ key }) => key)).toEqual(['1001', '1.0.0'])
})

test('the columns have their length exactly and may be moved to another thread', () => {
  const { sales } = readFixture('identical_lines.csv')
  const arrays = columnBytes(sales)
  const transfer = arrays.map(({ buffer }) => buffer as ArrayBuffer)
  expect(new Set(transfer).size).toBe(arrays.length)
  expect(arrays.every(({ buffer, byteLength }) => buffer.byteLength === byteLength)).toBe(true)
  expect(structuredClone(sales, { transfer }).lines.orders.length).toBe(5)
})

test('a sale dated after the latest day is set aside with its amount', () => {
  const bytes = new TextEncoder().encode('date,customer,amount\n2026-01-31,Jan,5.00\n31 Jan 2062,Piet,6.00\n2026-02-01,Eva,7.00\n')
  const { plan } = readBytes(bytes)
  const { lines, rejected } = inWords(readWithPlan(bytes, { ...plan, latestDay: dayNumber(2026, 1, 31) ?? 0 }))
  expect(lines.map(({ cents }) => cents)).toEqual([500])
  expect(rejected.map(({ line, reason, cents }) => [line, reason, cents])).toEqual([[3, 'date-impossible', 600], [4, 'date-impossible', 700]])
})

test('one number for several customers gives the same orders in whatever order the rows stand', () => {
  const rows = ['2026-01-31,1001,Zoe,10.00', '2026-01-31,1001,Anna,20.00', '2026-01-31,1001,Bob,30.00', '2026-01-31,1002,Anna,5.00']
  const ordersOf = (of: readonly string[]) => {
    const { sales, orders } = readText(['date,order,customer,amount', ...of, ''].join('\n'))
    return orders.map(({ key, customer }, index) => [key, customer, sales.orders.contentHashes[index]].join(' ')).sort()
  }
  expect(ordersOf(rows).map((order) => order.replace(/ \d+$/u, ''))).toEqual(['1001 name:anna', '1001 name:bob name:bob', '1001 name:zoe name:zoe', '1002 name:anna'])
  expect(ordersOf(rows.toReversed())).toEqual(ordersOf(rows))
})
