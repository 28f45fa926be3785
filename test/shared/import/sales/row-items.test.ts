import { expect, test } from 'vitest'
import { readText } from '../read-sales.ts'

function readCell(products: string, amount: string) {
  const { lines } = readText(`Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Net Sales\n2026-05-01 10:00:00,1,completed,Anna,new,"${products}",1,${amount}\n`)
  return lines.map(({ product, quantity, cents }) => [product, quantity, cents])
}

test('a comma belongs to a name unless a count stands behind it', () => {
  expect(readCell('1× Mok, blauw, 2× Lijst, 3 × 4 cm, eiken, 1x Kom', '40.00')).toEqual([['Mok, blauw', 1, 1000], ['Lijst, 3 × 4 cm, eiken', 2, 2000], ['Kom', 1, 1000]])
})

test('products without prices share the amount by pieces, to the cent and without minus nought', () => {
  expect(readCell('1× A, 1× B, 1× C', '10.00')).toEqual([['A', 1, 333], ['B', 1, 333], ['C', 1, 334]])
  expect(readCell('-1× A, -1× B, -2× C', '-0.01')).toEqual([['A', -1, 0], ['B', -1, 0], ['C', -2, -1]])
  expect(readCell('0× A, 0× B', '5.00')).toEqual([['A', 0, 0], ['B', 0, 500]])
  expect(readCell('Cadeaubon', '5.00')).toEqual([['Cadeaubon', 1, 500]])
})

test('groups of columns: as many as the header has, empty ones passed over, the rest of the total on a line without product', () => {
  const groups = [1, 2, 3].flatMap((number) => ['Name', 'SKU', 'Quantity', 'Total'].map((what) => `Product Item ${number} ${what}`))
  const { lines } = readText(`order_id,order_date,billing_email,order_total,refund_items,${groups.join(',')}\n1,2026-05-01,a@example.nl,50.00,,Mok,M,2,30.00,,,,,Kom,,,12.00\n`)
  expect(lines.map(({ product, quantity, cents }) => [product, quantity, cents])).toEqual([['M', 2, 3000], ['Kom', 1, 1200], [null, 0, 800]])
})
