import { expect, test } from 'vitest'
import { firstProductLabels, firstProducts } from '../../../shared/products/first-products.ts'
import type { TestOrder } from '../customers/ledger-of.ts'
import { salesOf } from './sales-of.ts'

const firstOf = (...orders: Omit<TestOrder, 'customer'>[]) => firstProducts(salesOf(orders.map((order) => ({ ...order, customer: 1 }))))[0]

test('F20: the largest line of the first day (worked example)', () => {
  expect(firstOf({ day: 1, lines: [[4, 1, 500], [2, 1, 900]] }, { day: 3, lines: [[1, 1, 5000]] })).toBe(2)
  expect(firstOf({ day: 1, lines: [[4, 1, 500]] }, { day: 1, lines: [[2, 1, 900]] })).toBe(2)
})

test('F20: ties go to the lower index, in whichever order the lines come', () => {
  expect(firstOf({ day: 1, lines: [[7, 1, 900], [2, 1, 900], [5, 3, 900]] })).toBe(2)
  expect(firstOf({ day: 1, lines: [[2, 1, 900], [7, 1, 900]] })).toBe(2)
})

test('what was brought back or is no product is no first product; a first day without a product has none', () => {
  expect(firstOf({ day: 1, lines: [[7, -1, -900]] }, { day: 2, lines: [[3, 1, 100], [-1, 1, 695]] })).toBe(3)
  expect(firstOf({ day: 1, lines: [[-1, 1, 695]] }, { day: 2, lines: [[3, 1, 100]] })).toBe(-1)
  expect(firstOf({ day: 2, lines: [[-1, 1, 695]] }, { day: 1, lines: [[3, 1, 0]] })).toBe(3)
  expect(firstOf({ day: 1, lines: [[7, -1, -900]] })).toBe(-1)
})

test('in words (worked example)', () => {
  expect(firstProductLabels(Int32Array.of(1, -1), ['bed', 'table'])).toEqual(['table', null])
})
