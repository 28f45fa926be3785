import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectedShrunkenOrder, fitShrunkenMean } from '../../../../shared/clv/spend/shrunken-mean.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { MISSING, referenceMissing } from '../reference-data.ts'
import { spendSummary } from './spend-summary.ts'

const SHOP = { shopMean: 50, priorPurchases: 2, highestMean: 500 }

test('halfway between the own mean and the shop\'s after k purchases; a giant order counts for the highest mean (worked examples)', () => {
  expect(expectedShrunkenOrder(SHOP, 2, 140)).toBeCloseTo(60, 12)
  expect(expectedShrunkenOrder(SHOP, 1, 5000)).toBeCloseTo(200, 12)
  expect(expectedShrunkenOrder(SHOP, 0, 0)).toBe(50)
  // Four orders of 1000: of the 500 above the highest a quarter is left out.
  expect(expectedShrunkenOrder(SHOP, 4, 4000)).toBeCloseTo(50 + (4 / 6) * (875 - 50), 12)
})

/** Yield of dyestuff of six batches (Davies 1947), in batches as customers and samples as orders. */
const DYESTUFF = [
  [1545, 1440, 1440, 1520, 1580], [1540, 1555, 1490, 1560, 1495], [1595, 1550, 1605, 1510, 1560],
  [1445, 1440, 1595, 1465, 1545], [1595, 1630, 1515, 1635, 1625], [1520, 1455, 1450, 1480, 1445],
]

function columns(orders: readonly (readonly number[])[]) {
  const totals = orders.map((own) => own.reduce((sum, order) => sum + order, 0))
  const variances = orders.map((own, i) => own.reduce((sum, order) => sum + (order - totals[i]! / own.length) ** 2, 0) / (own.length - 1))
  return { purchases: orders.map((own) => own.length), totals, variances }
}

test('published: variances 1764.05 and 2451.25 of the dyestuff data and its shrunken batches (lme4, Dyestuff), in relative terms', () => {
  const { purchases, totals, variances } = columns(DYESTUFF)
  const { parameters, betweenVariance, withinVariance } = fitShrunkenMean(purchases, totals, variances)
  expect(Math.abs((betweenVariance * 1527.5 ** 2) / 1764.05 - 1)).toBeLessThan(0.02)
  expect(Math.abs((withinVariance * 1527.5 ** 2) / 2451.25 - 1)).toBeLessThan(0.02)
  expect(parameters.shopMean).toBeCloseTo(1527.5, 9)
  const published = [-17.6069, 0.3913, 28.5622, -23.0845, 56.7332, -44.9953]
  published.forEach((effect, i) => expect(Math.abs(expectedShrunkenOrder(parameters, 5, totals[i]!) - 1527.5 - effect)).toBeLessThan(0.3))
})

/** Log-normal orders, one by one: relative differences of known variance between customers and between one's orders. */
function simulated(customers: number, between: number, within: number, seed: number) {
  const random = seededRandom(seed)
  return columns(Array.from({ length: customers }, () => {
    const level = 40 * Math.exp(Math.sqrt(between) * random.normal())
    return Array.from({ length: 1 + Math.floor(random.uniform() * 8) }, () => level * Math.exp(Math.sqrt(within) * random.normal() - within / 2))
  }))
}

test('known variances come back from simulated orders, with each customer\'s own variance and without', () => {
  const { purchases, totals, variances } = simulated(20_000, 0.25, 0.1, 6)
  const known = fitShrunkenMean(purchases, totals, variances)
  const unknown = fitShrunkenMean(purchases, totals)
  expect(unknown.converged).toBe(true)
  for (const fit of [known, unknown]) {
    expect(Math.abs(fit.betweenVariance / 0.25 - 1)).toBeLessThan(0.05)
    expect(Math.abs(fit.withinVariance / 0.1 - 1)).toBeLessThan(0.12)
  }
})

test('the shrunken mean is closer to the true one than the own mean and the shop\'s', () => {
  const random = seededRandom(9)
  const levels = Array.from({ length: 3000 }, () => 40 * Math.exp(0.5 * random.normal()))
  const purchases = levels.map(() => 1 + Math.floor(random.uniform() * 4))
  const totals = levels.map((level, i) => (random.gamma(3 * purchases[i]!) * level) / 3)
  const { parameters } = fitShrunkenMean(purchases, totals)
  const error = (predicted: (i: number) => number) => levels.reduce((sum, level, i) => sum + (predicted(i) - level) ** 2, 0)
  const shrunken = error((i) => expectedShrunkenOrder(parameters, purchases[i]!, totals[i]!))
  expect(shrunken).toBeLessThan(0.8 * error((i) => totals[i]! / purchases[i]!))
  expect(shrunken).toBeLessThan(0.8 * error(() => parameters.shopMean))
})

const anyCustomers = fc.array(fc.record({ n: fc.integer({ min: 1, max: 30 }), cents: fc.integer({ min: 1, max: 1_000_000 }) }), { minLength: 1, maxLength: 150 })

test('F17: the expected values of all purchases add up to the money credited, and lie between own mean and shop\'s', () => {
  fc.assert(fc.property(anyCustomers, (customers) => {
    const purchases = customers.map(({ n }) => n)
    const totals = customers.map(({ n, cents }) => n * cents)
    const { parameters, creditedShare, winsorized, betweenVariance, withinVariance } = fitShrunkenMean(purchases, totals)
    const money = totals.reduce((sum, total) => sum + total, 0)
    const values = customers.map(({ n, cents }) => expectedShrunkenOrder(parameters, n, n * cents))
    expect(values.reduce((sum, value, i) => sum + purchases[i]! * value, 0) / (money * creditedShare)).toBeCloseTo(1, 9)
    expect(creditedShare <= 1 && winsorized <= 2 * Math.ceil(customers.length / 100)).toBe(true)
    expect([betweenVariance, withinVariance].every((variance) => Number.isFinite(variance) && variance >= 0)).toBe(true)
    values.forEach((value, i) => {
      const own = customers[i]!.cents
      expect(value).toBeLessThanOrEqual(Math.max(own, parameters.shopMean) * (1 + 1e-12))
      expect(value).toBeGreaterThanOrEqual(Math.min(own, parameters.shopMean, parameters.highestMean) * (1 - 1e-12))
    })
  }))
})

describe('F15: one giant order', () => {
  test.skipIf(referenceMissing)(`a first order of 77,183.60 at Online Retail hardly changes the weights and the others ${MISSING}`, () => {
    const { purchases, totals } = spendSummary('online_retail_26w.csv')
    const giant = totals.findIndex((total) => total === 77183.6)
    const all = fitShrunkenMean(purchases, totals)
    const without = fitShrunkenMean(purchases.filter((_, i) => i !== giant), totals.filter((_, i) => i !== giant))
    expect(Math.abs(all.parameters.priorPurchases / without.parameters.priorPurchases - 1)).toBeLessThan(0.05)
    expect(Math.abs(all.parameters.shopMean / without.parameters.shopMean - 1)).toBeLessThan(0.003)
    expect(expectedShrunkenOrder(all.parameters, 1, 77183.6)).toBeLessThan(2500)
    expect(all.parameters.priorPurchases).toBeCloseTo(0.2956, 4)
    expect(all.creditedShare).toBeCloseTo(0.9653, 4)
  })

  test('in a shop of forty', () => {
    const random = seededRandom(2)
    const purchases = Array.from({ length: 40 }, (_, i) => 1 + (i % 4))
    const totals = purchases.map((n) => (10 * random.gamma(4 * n)) + 5)
    const before = fitShrunkenMean(purchases, totals)
    const after = fitShrunkenMean([...purchases, 1], [...totals, 50_000])
    expect(Math.abs(after.parameters.shopMean / before.parameters.shopMean - 1)).toBeLessThan(0.1)
    expect(after.winsorized).toBeGreaterThanOrEqual(1)
  })

  test('a tenth of wholesale buyers is no outlier', () => {
    const random = seededRandom(12)
    const purchases = Array.from({ length: 400 }, (_, i) => 1 + (i % 5))
    const totals = purchases.map((n, i) => random.gamma(5 * n) * (i % 10 === 0 ? 1000 : 5))
    const { creditedShare, parameters } = fitShrunkenMean(purchases, totals)
    expect(creditedShare).toBeGreaterThan(0.95)
    expect(parameters.highestMean).toBeGreaterThan(5000)
  })
})

describe('special cases', () => {
  test.skipIf(referenceMissing)(`CDNOW: weighted least squares repeated until it agrees (NumPy) gives the same variances ${MISSING}`, () => {
    const { purchases, totals } = spendSummary('cdnow_sample.csv')
    const fit = fitShrunkenMean(purchases, totals)
    expect(fit.betweenVariance).toBeCloseTo(0.3054811708, 5)
    expect(fit.withinVariance).toBeCloseTo(0.1683535083, 5)
    expect(fit.parameters.priorPurchases).toBeCloseTo(0.551115, 5)
    expect(fit.parameters.shopMean).toBeCloseTo(32.953679, 4)
    expect(fit).toMatchObject({ customers: 2349, winsorized: 4, converged: true })
  })

  test('customers who differ no more than by chance are all the shop\'s', () => {
    const { purchases, totals, variances } = simulated(3, 0, 0.5, 1)
    const { parameters, betweenVariance } = fitShrunkenMean(purchases, totals, variances.map((variance) => variance * 100))
    expect(betweenVariance).toBe(0)
    expect(expectedShrunkenOrder(parameters, 1, 1)).toBeCloseTo(parameters.shopMean, 3)
  })

  test('nobody, one customer, and one price for everybody', () => {
    expect(fitShrunkenMean([1, 0], [0, 0])).toMatchObject({ customers: 0, converged: false, parameters: { shopMean: 0 } })
    expect(fitShrunkenMean([2], [50]).parameters.shopMean).toBeCloseTo(25, 9)
    const same = fitShrunkenMean([1, 2, 3, 1], [25, 50, 75, 25], [0, 0, 0, 0])
    expect(expectedShrunkenOrder(same.parameters, 2, 50)).toBeCloseTo(25, 9)
  })
})
