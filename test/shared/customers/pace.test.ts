import { expect, test } from 'vitest'
import { paceDays, typicalIntervalDays } from '../../../shared/customers/pace.ts'

function typical(rows: readonly (readonly [count: number, first: number, last: number])[]): number | null {
  const none = new Float64Array(rows.length)
  return typicalIntervalDays({
    customerIds: Int32Array.from(rows, (_, i) => i), purchaseCount: Int32Array.from(rows, ([count]) => count), firstDay: Int32Array.from(rows, ([, first]) => first),
    lastDay: Int32Array.from(rows, ([, , last]) => last), netCents: none, purchaseCents: none, observedUntilDay: 900,
  })
}

test('the typical interval is the median of who came back (worked example)', () => {
  expect(typical([[2, 0, 10], [3, 0, 40], [2, 5, 95], [1, 3, 3]])).toBe(20)
  expect(typical([[2, 0, 10], [2, 0, 20]])).toBe(15)
  expect(typical([[1, 3, 3], [0, -1, -1]])).toBeNull()
})

test('a pace is drawn toward the shop\'s (worked example)', () => {
  expect(paceDays(4, 60, 40)).toBe(25)
  expect(paceDays(1, 0, 40)).toBe(40)
  expect(paceDays(2, 1, 40)).toBe(20.5)
  expect(paceDays(0, 0, 40)).toBe(40)
  expect(paceDays(500, 90, 1)).toBe(1)
})
