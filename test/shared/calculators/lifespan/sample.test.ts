import { expect, test } from 'vitest'
import { sampleRows, summaryOfRows } from '../../../../shared/calculators/lifespan/sample.ts'
import { shopOf, threeCustomers } from '../shop-of.ts'

test('F14: every customer is drawn equally often, each once, in the order of the summary', () => {
  const shop = shopOf(Array.from({ length: 10 }, () => [1, 0, 0, 100] as const), 1)
  const times = new Int32Array(10)
  const draws = 5_000
  for (let seed = 0; seed < draws; seed++) {
    const rows = sampleRows(shop, 3, seed)
    expect(rows).toEqual(Int32Array.from(new Set(rows)).sort())
    expect(rows).toHaveLength(3)
    for (const row of rows) times[row]!++
  }
  // Binomial(5000, .3): standard deviation 32.4.
  for (const count of times) expect(Math.abs(count - draws * 0.3)).toBeLessThan(4 * 32.4)
})

test('the summary of chosen rows is theirs, in the order asked for (worked example)', () => {
  expect(summaryOfRows(threeCustomers, Int32Array.of(2, 0))).toEqual({ ...shopOf([[1, 0, 0, 4_000], [10, 0, 900, 50_000]], 900), customerIds: Int32Array.of(3, 1) })
})
