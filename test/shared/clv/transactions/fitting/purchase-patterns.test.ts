import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyNthPattern, purchasePatterns } from '../../../../../shared/clv/transactions/fitting/purchase-patterns.ts'

const FOUR = { purchaseCount: Int32Array.of(3, 3, 1, 0), firstDay: Int32Array.of(20_000, 20_000, 20_007, -1), lastDay: Int32Array.of(20_014, 20_014, 20_007, -1), observedUntilDay: 20_035 }

test('equal histories are one row with a weight (worked example)', () => {
  expect(purchasePatterns(FOUR, 7)).toEqual({
    repeatPurchaseCount: Int32Array.of(2, 0), activeSpan: Float64Array.of(2, 0), observed: Float64Array.of(5, 4), weight: Float64Array.of(2, 1),
  })
})

test('any customers: the same rows as grouping by name, in the order in which they first occur', () => {
  const customer = fc.record({ count: fc.nat(3), ago: fc.integer({ min: 0, max: 40 }), active: fc.nat(3) })
  fc.assert(fc.property(fc.array(customer, { maxLength: 300 }), (customers) => {
    const named = new Map<string, number>()
    for (const { count, ago, active } of customers) {
      const name = `${count - 1} ${Math.min(active, ago)} ${ago}`
      if (count > 0) named.set(name, (named.get(name) ?? 0) + 1)
    }
    const patterns = purchasePatterns({
      purchaseCount: Int32Array.from(customers, ({ count }) => count), firstDay: Int32Array.from(customers, ({ ago }) => 100 - ago),
      lastDay: Int32Array.from(customers, ({ ago, active }) => 100 - ago + Math.min(active, ago)), observedUntilDay: 100,
    }, 1)
    expect(Array.from(patterns.weight, (weight, i) => [`${patterns.repeatPurchaseCount[i]} ${patterns.activeSpan[i]} ${patterns.observed[i]}`, weight])).toEqual([...named])
  }))
})

test('every second of four patterns: the first and the third (worked example)', () => {
  const four = { repeatPurchaseCount: Int32Array.of(2, 0, 1, 3), activeSpan: Float64Array.of(2, 0, 1, 4), observed: Float64Array.of(5, 4, 3, 6), weight: Float64Array.of(2, 1, 7, 5) }
  expect(everyNthPattern(four, 2)).toEqual({
    repeatPurchaseCount: Int32Array.of(2, 1), activeSpan: Float64Array.of(2, 1), observed: Float64Array.of(5, 3), weight: Float64Array.of(2, 7),
  })
})
