import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pearsonCorrelation, spendCorrelation } from '../../../../shared/clv/spend/correlation.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { MISSING, referenceMissing } from '../reference-data.ts'
import { spendSummary } from './spend-summary.ts'

test('1, 2, 3 with 1, 3, 2, and a column that does not vary (worked example)', () => {
  expect(pearsonCorrelation(Float64Array.of(1, 2, 3), Float64Array.of(1, 3, 2))).toBeCloseTo(0.5, 12)
  expect(pearsonCorrelation(Float64Array.of(0.1, 0.1, 0.1), Float64Array.of(1, 3, 2))).toBeNull()
})

test.each([1e200, 1e-200, 1e-300])('values whose squares are no numbers correlate as others do: times %d', (scale) => {
  const first = Float64Array.of(1, 2, 3).map((value) => value * scale)
  expect(pearsonCorrelation(first, Float64Array.of(1, 3, 2))).toBeCloseTo(0.5, 12)
  expect(pearsonCorrelation(first, first)).toBeCloseTo(1, 12)
})

describe('real shops', () => {
  test.skipIf(referenceMissing)(`published: .113884 over 946 repeat buyers of CDNOW (lifetimes' quickstart) ${MISSING}`, () => {
    const { repeats, repeatMeans } = spendSummary('cdnow_sample.csv')
    const found = spendCorrelation(repeats, repeatMeans.map((mean, i) => repeats[i]! * (Math.round(mean * 100) / 100)), 1)
    expect(found?.customers).toBe(946)
    expect(found?.pearson.value).toBeCloseTo(0.113884, 6)
    expect(found?.verdict).toBe('weak')
  })

  test.skipIf(referenceMissing)(`all purchases of Online Retail's returning customers, as SciPy 1.17.1 has it ${MISSING}`, () => {
    const { purchases, totals } = spendSummary('online_retail_26w.csv')
    const found = spendCorrelation(purchases, totals)
    expect(found?.customers).toBe(1412)
    expect(found?.pearson.value).toBeCloseTo(0.07167214659527767, 9)
    expect(found?.pearson.low).toBeCloseTo(0.019578071531384644, 8)
    expect(found?.pearson.high).toBeCloseTo(0.12337811943795453, 8)
    expect(found?.spearman.value).toBeCloseTo(0.09068634285482476, 6)
    expect(found?.verdict).toBe('none')
  })
})

describe('simulated shops', () => {
  const shop = (customers: number, level: (n: number) => number) => {
    const random = seededRandom(4)
    const purchases = Array.from({ length: customers }, () => 1 + Math.floor(random.uniform() * 8))
    return { purchases, totals: purchases.map((n) => n * level(n) * Math.exp(0.6 * random.normal())) }
  }

  test('value that has nothing to do with frequency', () => {
    const { purchases, totals } = shop(2000, () => 40)
    expect(spendCorrelation(purchases, totals)).toMatchObject({ verdict: 'none' })
  })

  test('frequent buyers who spend twice as much an order', () => {
    const { purchases, totals } = shop(2000, (n) => (n > 4 ? 80 : 40))
    expect(spendCorrelation(purchases, totals)).toMatchObject({ verdict: 'strong' })
  })

  test('a giant order moves ranks hardly', () => {
    const { purchases, totals } = shop(2000, () => 40)
    const before = spendCorrelation(purchases, totals)
    const after = spendCorrelation([...purchases, 8], [...totals, 8e6])
    expect(Math.abs(after!.spearman.value - before!.spearman.value)).toBeLessThan(0.003)
    expect(Math.abs(after!.pearson.value - before!.pearson.value)).toBeGreaterThan(0.03)
  })

  test('a handful of customers shows nothing, whatever the number', () => {
    const found = spendCorrelation([2, 3, 4, 5, 6], [20, 60, 40, 100, 90])
    expect(found!.pearson.value).toBeGreaterThan(0.3)
    expect(found).toMatchObject({ verdict: 'none' })
  })

  test('too few, all equally often, all equally much: no answer', () => {
    expect(spendCorrelation([2, 3, 4], [20, 60, 40])).toBeNull()
    expect(spendCorrelation([2, 2, 2, 2, 2], [20, 60, 40, 10, 30])).toBeNull()
    expect(spendCorrelation([2, 3, 4, 5, 6], [0.2, 0.3, 0.4, 0.5, 0.6].map((total) => total * 10))).toBeNull()
    expect(spendCorrelation([1, 1, 1, 1, 1], [20, 60, 40, 10, 30])).toBeNull()
  })
})

const anyCustomers = fc.array(fc.record({ n: fc.integer({ min: 1, max: 30 }), cents: fc.integer({ min: 1, max: 1_000_000 }) }), { minLength: 4, maxLength: 60 })

test('correlations lie in their intervals, both within -1 and 1, and ranks know only the order of means', () => {
  fc.assert(fc.property(anyCustomers, (customers) => {
    const purchases = customers.map(({ n }) => n)
    const found = spendCorrelation(purchases, customers.map(({ n, cents }) => n * cents), 1)
    if (!found) return
    for (const { value, low, high } of [found.pearson, found.spearman]) {
      expect(low).toBeLessThanOrEqual(value)
      expect(value).toBeLessThanOrEqual(high)
      expect(Math.abs(low) <= 1 && Math.abs(high) <= 1).toBe(true)
    }
    const stretched = spendCorrelation(purchases, customers.map(({ n, cents }) => n * cents ** 2), 1)
    expect(stretched?.spearman.value).toBeCloseTo(found.spearman.value, 9)
  }))
})
