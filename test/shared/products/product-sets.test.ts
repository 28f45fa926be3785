import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupPositions } from '../../../shared/products/group-positions.ts'
import { productSets, setsOfOwners } from '../../../shared/products/product-sets.ts'
import { isSold, type ProductSales } from '../../../shared/products/product-sales.ts'
import type { TestOrder } from '../customers/ledger-of.ts'
import { salesOf } from './sales-of.ts'

const listed = ({ starts, products }: ReturnType<typeof productSets>) => Array.from({ length: starts.length - 1 }, (_, i) => [...products.subarray(starts[i], starts[i + 1])])

test('positions by key, in the order they came (worked example)', () => {
  const { starts, positions } = groupPositions(Int32Array.of(1, 0, -1, 1), 2)
  expect([...starts]).toEqual([0, 1, 3])
  expect([...positions]).toEqual([1, 0, 3])
})

test('what is given away is sold, what comes back is not (worked example)', () => {
  const { lines } = salesOf([{ customer: 1, day: 1, lines: [[1, 1, 0], [1, -1, -500], [1, 0, 100], [1, 1, -100]] }])
  expect([0, 1, 2, 3, 4].map((line) => isSold(lines, line))).toEqual([true, false, false, false, false])
})

test('S3: a product that comes twice counts once; refunds, discounts and lines without a product do not count (worked example)', () => {
  const orders: TestOrder[] = [
    { customer: 1, day: 1, lines: [[3, 1, 500], [1, 2, 900], [3, 1, 500], [2, -1, -300]] },
    { customer: 1, day: 2, lines: [[-1, 1, 695], [4, 0, -100], [5, 1, -100], [6, 1, 0]] },
    { customer: 2, day: 2, lines: [[-1, 1, 695]] },
  ]
  expect(listed(productSets(salesOf(orders), 'order'))).toEqual([[1, 3], [6], []])
  expect(listed(productSets(salesOf(orders), 'customer'))).toEqual([[1, 3, 6], []])
})

test('an order of nobody is a basket, but no customer\'s', () => {
  const sales: ProductSales = { ...salesOf([{ customer: 1, day: 1, lines: [[3, 1, 500]] }, { customer: 1, day: 2, lines: [[4, 1, 500]] }]), customers: Int32Array.of(0, -1) }
  expect(listed(productSets(sales, 'order'))).toEqual([[3], [4]])
  expect(listed(productSets(sales, 'customer'))).toEqual([[3]])
})

test('every line in a set of its owner and no other, in whichever order the lines come', () => {
  const line = fc.record({ order: fc.nat(5), product: fc.integer({ min: -1, max: 6 }), quantity: fc.constantFrom(-1, 0, 1, 2), cents: fc.integer({ min: -50, max: 500 }) })
  fc.assert(fc.property(fc.array(line, { maxLength: 40 }), fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 6, maxLength: 6 }), (rows, owners) => {
    const lines = {
      orders: Int32Array.from(rows, ({ order }) => order), products: Int32Array.from(rows, ({ product }) => product),
      quantities: Float64Array.from(rows, ({ quantity }) => quantity), amountCents: Float64Array.from(rows, ({ cents }) => cents),
    }
    const expected = [0, 1, 2, 3].map((owner) => {
      const own = rows.filter(({ order, product, quantity, cents }) => owners[order] === owner && product >= 0 && quantity > 0 && cents >= 0)
      return [...new Set(own.map(({ product }) => product))].sort((a, b) => a - b)
    })
    expect(listed(setsOfOwners({ lines, productCount: 7 }, Int32Array.from(owners), 4))).toEqual(expected)
  }))
})
