import { expect, test } from 'vitest'
import { ownedProducts } from '../../../shared/products/owned-products.ts'
import { productPurchases } from '../../../shared/products/product-purchases.ts'
import type { TestOrder } from '../customers/ledger-of.ts'
import { salesOf } from './sales-of.ts'

const ORDERS: readonly TestOrder[] = [
  { customer: 1, day: 5, lines: [[1, 1, 100]] },
  { customer: 1, day: 2, lines: [[3, 1, 100]] },
  { customer: 1, day: 5, lines: [[2, 1, 100], [1, 1, 100]] },
  { customer: 1, day: 7, lines: [[1, -1, -100]] },
  { customer: 2, day: 9, lines: [[-1, 1, 100]] },
  { customer: 2, day: 11, lines: [[2, 1, 100], [3, 1, 100]] },
  { customer: 3, day: 1, lines: [[2, -1, -100]] },
]

function listed(orders: readonly TestOrder[], untilDay?: number) {
  const { customerStarts, days, sets } = productPurchases(salesOf(orders), untilDay)
  return Array.from({ length: customerStarts.length - 1 }, (_, customer) =>
    Array.from(days.subarray(customerStarts[customer], customerStarts[customer + 1]), (day, i) => {
      const purchase = customerStarts[customer]! + i
      return [day, ...sets.products.subarray(sets.starts[purchase], sets.starts[purchase + 1])]
    }))
}

test('the orders of a day are one purchase; bringing something back is none; a sale without a product is one (worked example)', () => {
  expect(listed(ORDERS)).toEqual([[[2, 3], [5, 1, 2]], [[9], [11, 2, 3]], []])
})

test('purchases can be cut off at a day', () => {
  expect(listed(ORDERS, 9)).toEqual([[[2, 3], [5, 1, 2]], [[9]], []])
})

test('an order of nobody is no purchase of anybody, and orders need not be sorted', () => {
  const sales = salesOf([{ customer: 1, day: 1, lines: [[1, 1, 100]] }, { customer: 1, day: 3, lines: [[2, 1, 100]] }, { customer: 1, day: 4, lines: [[3, 1, 100]] }])
  const { days, sets } = productPurchases({ ...sales, customers: Int32Array.of(0, -1, 0), days: Int32Array.of(8, 1, 2) })
  expect([...days]).toEqual([2, 8])
  expect([...sets.products]).toEqual([3, 1])
})

test('without sales there is no purchase', () => {
  expect(listed([])).toEqual([])
  expect(productPurchases({ ...salesOf([]), customerCount: 1 }).customerStarts).toEqual(Int32Array.of(0, 0))
})

test('what customers have, once, with the purchase it was first bought in (worked example)', () => {
  const bought = productPurchases(salesOf([
    { customer: 1, day: 1, lines: [[1, 1, 100], [2, 1, 100]] },
    { customer: 1, day: 2, lines: [[2, 1, 100], [3, 1, 100]] },
    { customer: 2, day: 2, lines: [[2, 1, 100]] },
  ]))
  const { starts, products, customers, firstPurchases } = ownedProducts(bought)
  expect([...starts]).toEqual([0, 3, 4])
  expect([...products]).toEqual([1, 2, 3, 2])
  expect([...customers]).toEqual([0, 0, 0, 1])
  expect([...firstPurchases]).toEqual([0, 0, 1, 2])
})
