import { expect, test } from 'vitest'
import { findOutliers } from '../../../shared/data-quality/find-outliers.ts'

const nobody = (amounts: Float64Array) => new Int32Array(amounts.length).fill(-1)

test('thirty orders of 10 and one of 900: that one, and a bound of five times the usual', () => {
  const amounts = Float64Array.from([...Array.from({ length: 30 }, () => 1000), 90_000, 5000])
  expect(findOutliers(amounts, nobody(amounts))).toEqual({ orders: [30], boundCents: 5000 })
})

test('where amounts spread, the bound follows 3.5 robust scales of their logarithms', () => {
  // Logarithms 0, 0.1 ... 4: median 2, deviations 0 ... 2 with median 1, scale 1/0.6745, bound exp(2 + 3.5/0.6745).
  const amounts = Float64Array.from([...Array.from({ length: 41 }, (_, i) => 100 * Math.exp(i / 10)), 5_000_000])
  const bound = 100 * Math.exp(2 + 3.5 / 0.6745)
  const found = findOutliers(amounts, nobody(amounts))
  expect(found?.orders).toEqual([41])
  // The one outlier moves the median of 41 values by half a step.
  expect(found?.boundCents).toBeGreaterThan(bound)
  expect(found?.boundCents).toBeLessThan(bound * 1.5)
})

test('what is usual for a wholesale customer does not stand out; far above that customer\'s own usual it does', () => {
  const amounts = Float64Array.from([...Array.from({ length: 30 }, () => 1000), 40_000, 42_000, 41_000, 900_000])
  const customers = Int32Array.from([...Array.from({ length: 30 }, (_, i) => i), 99, 99, 99, 99])
  expect(findOutliers(amounts, customers)?.orders).toEqual([33])
  // The same orders by four customers who came once: each stands out, largest first.
  customers.set([100, 101, 102, 103], 30)
  expect(findOutliers(amounts, customers)?.orders).toEqual([33, 31, 32, 30])
})

test('refunds, free orders and small orders are not looked for; fewer than twenty orders cannot tell', () => {
  const amounts = Float64Array.from([...Array.from({ length: 30 }, () => 1000), 1, 0, -500_000])
  expect(findOutliers(amounts, nobody(amounts))).toEqual({ orders: [], boundCents: 5000 })
  const few = amounts.slice(0, 19)
  expect(findOutliers(few, nobody(few))).toBeNull()
  expect(findOutliers(new Float64Array(), new Int32Array())).toBeNull()
})
