import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFixture } from '../read-fixture.ts'
import { inWords, readBytes, readText, rowsAccepted, sum, texts } from '../../read-sales.ts'

const bytes = readFileSync(new URL('../../../../fixtures/import/shopify_orders_export.csv', import.meta.url))
const HEADER = 'Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount'

function read(...rows: string[]) {
  return readText([HEADER, ...rows, ''].join('\n'))
}

test('the sample: one order counted once with two items, one netted with its refund, one cancelled', () => {
  const { preview, sales } = readBytes(bytes)
  const { orders, lines, rejected } = inWords(sales)
  expect(preview).toMatchObject({ format: 'shopify-orders', questions: [], hasCustomer: true, dateOrder: 'ymd', decimalMark: '.' })
  expect(orders).toEqual([
    { key: '#1001', day: '2026-03-29', customer: 'email:fenna@example.nl' },
    { key: '#1002', day: '2026-04-02', customer: 'name:baran yılmaz' },
  ])
  expect(lines.map(({ order, product, quantity, cents, line }) => [order, product, quantity, cents, line])).toEqual([
    ['#1001', 'MAT-100', 1, 6295, 2],
    ['#1001', 'MAT-50', 1, 3795, 3],
    ['#1001', null, 0, -5, 2],
    ['#1002', null, -1, -2000, 4],
    ['#1002', 'Kom "Zee", blauw', 2, 4000, 4],
  ])
  expect(sum(lines.filter(({ order }) => order === '#1001').map(({ cents }) => cents ?? 0))).toBe(10085)
  expect(sum(lines.filter(({ order }) => order === '#1002').map(({ cents }) => cents ?? 0))).toBe(2000)
  expect(rejected.map(({ line, reason, cents }) => [line, reason, cents])).toEqual([[5, 'cancelled-order', Number.NaN]])
  expect([sales.rowsRead, rowsAccepted(sales), sales.customersNamed, sales.currency]).toEqual([4, 3, 3, 'EUR'])
  expect(texts(sales.products.names)).toEqual(['Matcha 100 gram', 'Matcha 50 gram', 'Kom "Zee", blauw'])
})

test('further rows of an order take date, customer and fate from its first row, also when other orders stand between', () => {
  const { orders, lines, rejected } = read(
    '#1,a@x.nl,paid,,EUR,30.00,2026-01-31 10:00:00 +0100,1,Mok,10.00,M,,0.00',
    '#2,b@x.nl,pending,,EUR,5.00,2026-01-31 10:00:00 +0100,1,Mok,5.00,M,,',
    '#1,,,,,,,2,Bord,10.00,B,,',
    '#2,,,,,,,1,Bord,10.00,B,,',
    '#3,,,,,,,1,Bord,10.00,B,,',
  )
  expect(orders).toEqual([{ key: '#1', day: '2026-01-31', customer: 'email:a@x.nl' }])
  expect(lines.map(({ product, cents }) => [product, cents])).toEqual([['M', 1000], ['B', 2000]])
  expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([[3, 'unpaid-order'], [5, 'unpaid-order'], [6, 'continuation-without-order']])
})

test('a cancelled order does not count, nor an order with an impossible date', () => {
  const { orders, rejected } = read(
    '#1,a@x.nl,paid,,EUR,30.00,2026-01-31,1,Mok,30.00,M,2026-02-01,',
    '#2,a@x.nl,paid,,EUR,30.00,2026-02-31,1,Mok,30.00,M,,',
    '#3,a@x.nl,paid,,EUR,thirty,2026-01-31,1,Mok,30.00,M,,',
    '#4,a@x.nl,paid,,EUR,30.00,2026-01-31,,,,,,',
  )
  expect(rejected.map(({ reason }) => reason)).toEqual(['cancelled-order', 'date-impossible', 'amount-unreadable'])
  expect(orders.map(({ key }) => key)).toEqual(['#4'])
})

test('an owner who maps the order total away reads plain rows', () => {
  const { preview, lines } = readText(`${HEADER}\n#1,a@x.nl,paid,,EUR,30.00,2026-01-31,2,Mok,10.00,M,,\n`, {
    columns: [{ index: 6, field: 'date' }, { index: 7, field: 'quantity' }, { index: 9, field: 'unitPrice' }],
  })
  expect(preview.format).toBe('generic')
  expect(lines.map(({ cents }) => cents)).toEqual([2000])
})

test('a cancelled order stays cancelled when the owner changes a column; only a column given another meaning loses the format’s', () => {
  const text = [HEADER,
    '#1,a@x.nl,paid,,EUR,30.00,2026-01-31 10:00:00 +0100,1,Mok,30.00,M,,0.00',
    '#2,b@x.nl,paid,,EUR,20.00,2026-01-31 10:00:00 +0100,1,Mok,20.00,M,2026-02-01 09:00:00 +0100,0.00', ''].join('\n')
  const guessed = readText(text)
  const columns = guessed.preview.columns.flatMap(({ index, field }) => (field === null || field === 'productName' ? [] : [{ index, field }]))
  const changed = readText(text, { columns })
  for (const { orders, rejected } of [guessed, changed]) {
    expect(orders.map(({ key }) => key)).toEqual(['#1'])
    expect(rejected.map(({ reason }) => reason)).toEqual(['cancelled-order'])
  }
  const cancelledAt = guessed.preview.columns.find(({ name }) => name === 'Cancelled at')!
  for (const { preview } of [guessed, changed]) expect(preview.columns[cancelledAt.index]).toMatchObject({ field: null, evidence: 'format' })
  const other = readText(text, { columns: [...columns, { index: cancelledAt.index, field: 'productName' }] })
  expect(other.orders.map(({ key }) => key)).toEqual(['#1', '#2'])
})

test('an ordinary export: items, shipping and a discount add up to what was paid, and one customer came back', () => {
  const { preview, orders, totals, spent, setAside, isEveryRowCounted } = readFixture('shopify-orders/ordinary')
  expect(preview).toMatchObject({ format: 'shopify-orders', questions: [] })
  expect(orders).toHaveLength(3)
  expect(totals).toEqual({ '#2001': 5490, '#2002': 6295, '#2003': 1995 })
  expect(spent).toEqual({ 'email:roos@example.nl': 7485, 'email:milan@example.nl': 6295 })
  expect([setAside, isEveryRowCounted]).toEqual([[], true])
})

test('refunds in part and in whole are taken off the order they belong to', () => {
  const { totals, spent, net, setAside } = readFixture('shopify-orders/refund')
  expect(totals).toEqual({ '#2101': 3165, '#2102': 0, '#2103': 0, '#2104': 1335 })
  expect(spent).toEqual({ 'email:sanne@example.nl': 3165, 'email:bram@example.nl': 0, 'email:lot@example.nl': 1335 })
  expect([net, setAside]).toEqual([4500, []])
})

test('mixed orders, a sale at the counter, line breaks in cells; what was not paid or was cancelled counts for nothing', () => {
  const { totals, spent, setAside, isEveryRowCounted } = readFixture('shopify-orders/odd')
  expect(totals).toEqual({ '#2201': 3000, '#2202': 800, '#2205': 2400 })
  expect(spent).toEqual({ 'email:jip@example.nl': 3000, nobody: 800, 'email:noor@example.nl': 2400 })
  expect(setAside.map(([, reason, cents]) => [reason, cents])).toEqual([
    ['unpaid-order', null], ['cancelled-order', null], ['cancelled-order', null], ['cancelled-order', null],
  ])
  expect(isEveryRowCounted).toBe(true)
})

test('a guest without an e-mail is known by telephone number or by name and postcode, apostrophes off', () => {
  const { orders, sales } = readText([
    `${HEADER},Billing Name,Billing Zip,Billing Phone`,
    "#1,,paid,,EUR,30.00,2026-01-31 10:00:00 +0100,1,Mok,30.00,M,,0.00,Fenna de Vries,'1234 AB,'+31612345678",
    "#2,,paid,,EUR,30.00,2026-02-01 10:00:00 +0100,1,Mok,30.00,M,,0.00,Fenna de Vries,'1234 AB,",
    '',
  ].join('\n'))
  expect(orders.map(({ customer }) => customer)).toEqual(['phone:+31612345678', 'name-postcode:fenna de vries 1234AB'])
  expect([texts(sales.customers.phones), texts(sales.customers.postcodes)]).toEqual([['+31612345678', ''], ['1234AB', '1234AB']])
})
