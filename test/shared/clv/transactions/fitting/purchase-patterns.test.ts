import { expect, test } from 'vitest'
import { purchasePatterns } from '../../../../../shared/clv/transactions/fitting/purchase-patterns.ts'

test('equal histories are one row with a weight (worked example)', () => {
  const cents = Float64Array.of(1, 1, 1, 1)
  const patterns = purchasePatterns({
    customerIds: Int32Array.of(1, 2, 3, 4), purchaseCount: Int32Array.of(3, 3, 1, 0), firstDay: Int32Array.of(20_000, 20_000, 20_007, -1),
    lastDay: Int32Array.of(20_014, 20_014, 20_007, -1), netCents: cents, purchaseCents: cents, observedUntilDay: 20_035,
  }, 7)
  expect(patterns).toEqual({
    repeatPurchaseCount: Int32Array.of(2, 0), activeSpan: Float64Array.of(2, 0), observed: Float64Array.of(5, 4), weight: Float64Array.of(2, 1),
  })
})
