import { expect, test } from 'vitest'
import { typicalPrices } from '../../../shared/products/typical-prices.ts'
import { salesOf } from './sales-of.ts'

test('S26: what a piece usually cost (worked example)', () => {
  const prices = typicalPrices(salesOf([{ customer: 1, day: 1, lines: [[1, 3, 3000], [1, 1, 1100], [1, 2, 2400], [1, 5, 0], [1, 9, 0], [2, 1, 0], [3, -1, -500], [-1, 1, 9900]] }], 4))
  expect([...prices]).toEqual([0, 1100, 0, 0])
})
