import { expect, test } from 'vitest'
import { readText, texts } from '../../../read-sales.ts'
import { readFixture } from '../../read-fixture.ts'

test('all products of an order stand on its row; guests and customers with an account are known by the e-mail of the bill', () => {
  const { preview, totals, spent, net, lines, sales, setAside, isEveryRowCounted } = readFixture('woocommerce-webtoffee/ordinary')
  expect(preview).toMatchObject({ format: 'woocommerce-webtoffee', questions: [], dateOrder: 'ymd', decimalMark: '.', hasCustomer: true, hasProduct: true })
  expect(totals).toEqual({ 101: 6440, 102: 1000, 103: 3630 })
  expect(spent).toEqual({ 'email:olga@example.nl': 10070, 'email:piet@example.nl': 1000 })
  expect([net, sales.currency]).toEqual([11070, 'EUR'])
  expect(lines.filter(({ order }) => order === '101').map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([
    ['M-1', 2, 3000], ['S-1', 1, 1500], ['Thee 50 g', 1, 826], [null, 0, 1114],
  ])
  expect(texts(sales.products.names)).toEqual(['Mok', 'Schaal, diep', 'Thee 50 g'])
  expect(setAside).toEqual([[5, 'unpaid-order', null], [6, 'cancelled-order', null], [7, 'cancelled-order', null]])
  expect(isEveryRowCounted).toBe(true)
})

test('refunds in a text are taken off, all of them; a refunded order without one goes back whole', () => {
  const { totals, spent, isEveryRowCounted } = readFixture('woocommerce-webtoffee/refund')
  expect(totals).toEqual({ 201: 3025, 202: 0, 203: 0 })
  expect(spent).toEqual({ 'email:rita@example.nl': 3025, 'email:sam@example.nl': 0 })
  expect(isEveryRowCounted).toBe(true)
})

test('fewer columns, the last first; a name of two lines, a sample for nothing, an order without products or e-mail', () => {
  const { preview, orders, totals, lines, setAside, isEveryRowCounted } = readFixture('woocommerce-webtoffee/odd')
  expect(preview).toMatchObject({ format: 'woocommerce-webtoffee', questions: [] })
  expect(totals).toEqual({ 301: 151250, 303: 1210, 304: 0, 305: 1210 })
  expect(orders.map(({ customer }) => customer)).toEqual(['email:tess@example.nl', 'name:uma uil', 'email:tess@example.nl', 'email:tess@example.nl'])
  expect(lines.map(({ order, product, quantity, cents }) => [order, product, quantity, cents])).toEqual([
    ['301', 'V-1', 50, 125000], ['301', null, 0, 26250], ['303', 'K-1', 1, 1000], ['303', null, 0, 210], ['304', 'Staaltje', 1, 0], ['305', null, 1, 1210],
  ])
  expect(setAside).toEqual([[4, 'unpaid-order', null]])
  expect(isEveryRowCounted).toBe(true)
})

test('columns of products and refunds are read with the order, and the preview says so; bank and address columns are left out', () => {
  const { preview } = readFixture('woocommerce-webtoffee/ordinary')
  const evidenceOf = (wanted: string) => preview.columns.find(({ name }) => name === wanted)?.evidence
  expect(['Product Item 1 Name', 'Product Item 3 Total', 'refund_items'].map(evidenceOf)).toEqual(['format', 'format', 'format'])
  expect(['billing_address_1', 'transaction_id', 'customer_ip_address', 'line_item_1'].map(evidenceOf)).toEqual(['none', 'none', 'none', 'none'])
})

test('an owner who takes another column for the amount reads plain orders', () => {
  const header = 'order_id,order_date,billing_email,order_total,order_subtotal,wt_import_key,refund_items,Product Item 1 Name,Product Item 1 Total'
  const { lines } = readText(`${header}\n1,2026-05-01,a@example.nl,36.30,30.00,1,amount:6.30|reason:,Mok,30.00\n`, {
    columns: [{ index: 0, field: 'orderId' }, { index: 1, field: 'date' }, { index: 2, field: 'customerEmail' }, { index: 4, field: 'amount' }],
  })
  expect(lines.map(({ product, cents }) => [product, cents])).toEqual([[null, 3000]])
})
