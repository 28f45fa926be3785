import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitLogMeans, groupLogMeans, meanSpread, payingCustomers } from '../../../../shared/clv/spend/log-means.ts'
import {
  expectedLogNormalOrder, fitLogNormal, logNormalLogLikelihood, orderScale, sampleOrderScale, type LogNormalParameters,
} from '../../../../shared/clv/spend/log-normal.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { MISSING, referenceMissing } from '../reference-data.ts'
import { spendSummary } from './spend-summary.ts'

const SHOP = { median: 30, customerVariance: 0.2, orderVariance: 0.3 }

test('two orders of 30 in a shop with median 30, and the likelihood of one order of 10 (worked examples)', () => {
  const { mean, variance } = orderScale(SHOP, 2, 60)
  expect(mean).toBeCloseTo(3.445828, 6)
  expect(variance).toBeCloseTo(0.089261, 6)
  expect(expectedLogNormalOrder(SHOP, 2, 60)).toBeCloseTo(32.801, 4)
  expect(logNormalLogLikelihood(SHOP, 1, 10)).toBeCloseTo(-3.774815, 6)
  expect(meanSpread('log-normal', 0.5, 4).variance).toBeCloseTo(0.150298, 6)
  const groups = groupLogMeans(Int32Array.of(1, 1, 2), Float64Array.of(1, 3, 4))
  expect(groups).toEqual([{ purchases: 1, customers: 2, mean: 2, squares: 2 }, { purchases: 2, customers: 1, mean: 4, squares: 0 }])
  expect(payingCustomers([1, 0, 2], [10, 0, 30])).toEqual({ purchases: Int32Array.of(1, 2), means: Float64Array.of(10, 15) })
})

test('nobody known is the average customer; free orders tell nothing', () => {
  expect(expectedLogNormalOrder(SHOP, 0, 0)).toBeCloseTo(30 * Math.exp(0.1), 10)
  expect(expectedLogNormalOrder(SHOP, 1, 0)).toBe(expectedLogNormalOrder(SHOP, 0, 0))
  expect(logNormalLogLikelihood(SHOP, 1, 0)).toBeNaN()
  expect(logNormalLogLikelihood(SHOP, 0, 10)).toBeNaN()
})

describe('special cases', () => {
  test('very many orders, or orders that do not vary, leave the own mean', () => {
    expect(expectedLogNormalOrder(SHOP, 1_000_000, 70_000_000)).toBeCloseTo(70, 3)
    expect(expectedLogNormalOrder({ ...SHOP, orderVariance: 1e-12 }, 1, 70)).toBeCloseTo(70, 6)
  })

  test('customers who do not differ leave the shop\'s', () => {
    expect(expectedLogNormalOrder({ ...SHOP, customerVariance: 1e-12 }, 5, 500)).toBeCloseTo(30, 6)
  })

  test('one order is log-normal with both variances added, and its density adds up to 1', () => {
    const spread = 0.5
    const off = Math.log(50 / 30) + 0.15
    expect(logNormalLogLikelihood(SHOP, 1, 50)).toBeCloseTo(-Math.log(50) - 0.5 * Math.log(2 * Math.PI * spread) - (off * off) / (2 * spread), 12)
    let sum = 0
    for (let log = -4; log < 12; log += 0.01) sum += 0.01 * Math.exp(log + logNormalLogLikelihood(SHOP, 3, Math.exp(log)))
    expect(sum).toBeCloseTo(1, 8)
  })

  test('a mean of log-normal orders has the mean and the spread that are taken for it', () => {
    const random = seededRandom(5)
    for (const [orderVariance, n, tolerance] of [[0.3, 2, 0.04], [0.3, 8, 0.03], [1, 5, 0.13]] as const) {
      const logs = Array.from({ length: 20_000 }, () => {
        let total = 0
        for (let order = 0; order < n; order++) total += sampleOrderScale({ mean: -orderVariance / 2, variance: orderVariance }, random)
        return Math.log(total / n)
      })
      const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length
      const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length
      const { variance: taken, shift } = meanSpread('log-normal', orderVariance, n)
      expect(Math.abs(variance / taken - 1)).toBeLessThan(tolerance)
      expect(Math.abs(mean + shift * taken)).toBeLessThan(0.02)
      // The normal-normal model of the logarithms puts every mean at the median of one order, however many there are.
      expect(Math.abs(mean + orderVariance / 2)).toBeGreaterThan(0.05)
    }
  })
})

test('F21: draws of what a customer is worth an order are spread around the expectation', () => {
  const random = seededRandom(3)
  const scale = orderScale(SHOP, 2, 90)
  const draws = Array.from({ length: 40_000 }, () => sampleOrderScale(scale, random))
  const average = draws.reduce((sum, value) => sum + value, 0) / draws.length
  expect(Math.abs(average / expectedLogNormalOrder(SHOP, 2, 90) - 1)).toBeLessThan(0.006)
  expect(sampleOrderScale({ mean: 3, variance: 0 }, random)).toBe(Math.exp(3))
})

const anyParameters = fc.record({
  median: fc.double({ min: 0.01, max: 1e6, noNaN: true }), customerVariance: fc.double({ min: 1e-9, max: 9, noNaN: true }), orderVariance: fc.double({ min: 1e-9, max: 9, noNaN: true }),
})

test('everything is finite, and who spent more is expected to', () => {
  fc.assert(fc.property(anyParameters, fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0.01, max: 1e7, noNaN: true }), (parameters, n, total) => {
    const value = expectedLogNormalOrder(parameters, n, total)
    expect(Number.isFinite(value) && value > 0).toBe(true)
    expect(expectedLogNormalOrder(parameters, n, total * 2)).toBeGreaterThanOrEqual(value)
    expect(Number.isFinite(logNormalLogLikelihood(parameters, n, total / n))).toBe(true)
    expect(orderScale(parameters, n, total).variance).toBeLessThanOrEqual(parameters.customerVariance)
  }))
})

/** Nelder-Mead on the same likelihood by SciPy 1.17.1, to 1e-9: (ln median, customerVariance, orderVariance), log-likelihood. */
const OTHER_SOFTWARE = [
  ['cdnow_sample.csv', [3.3719425951, 0.2214987266, 0.2879759783], -9934.679569707967],
  ['cdnow_master.csv.gz', [3.380903021, 0.2262564214, 0.2906721181], -99766.98298723939],
  ['online_retail_26w.csv', [5.795049984, 0.3990431489, 0.2972182698], -19123.183602902296],
] as const

describe('real shops', () => {
  test.skipIf(referenceMissing)(`F19: the maximum that other software finds; what the means tell of one customer adds up to it ${MISSING}`, () => {
    for (const [file, [logMedian, customerVariance, orderVariance], value] of OTHER_SOFTWARE) {
      const { purchases, totals } = spendSummary(file)
      const { parameters, maximum, customers, separable } = fitLogNormal(purchases, totals)
      expect(maximum.converged && separable).toBe(true)
      expect(maximum.value).toBeCloseTo(value, 6)
      expect(Math.log(parameters.median)).toBeCloseTo(logMedian, 5)
      expect(parameters.customerVariance).toBeCloseTo(customerVariance, 5)
      expect(parameters.orderVariance).toBeCloseTo(orderVariance, 5)
      const paying = payingCustomers(purchases, totals)
      expect(customers).toBe(paying.means.length)
      const sum = paying.means.reduce((total, mean, i) => total + logNormalLogLikelihood(parameters, paying.purchases[i]!, mean), 0)
      expect(Math.abs(sum - value)).toBeLessThan(1e-4)
    }
  })

  test.skipIf(referenceMissing)(`the total: expected orders come to 98% of what CDNOW's customers spent and to 96% of Online Retail's ${MISSING}`, () => {
    for (const [file, ratio] of [['cdnow_sample.csv', 0.9817], ['cdnow_master.csv.gz', 0.9837], ['online_retail_26w.csv', 0.9557]] as const) {
      const { purchases, totals } = spendSummary(file)
      const { parameters } = fitLogNormal(purchases, totals)
      const expected = purchases.reduce((sum, n, i) => sum + n * expectedLogNormalOrder(parameters, n, totals[i]!), 0)
      expect(expected / totals.reduce((sum, total) => sum + total, 0)).toBeCloseTo(ratio, 4)
    }
  })

  test.skipIf(referenceMissing)(`means of log-normals fit better than a normal-normal model of the logarithms, by 20 and more ${MISSING}`, () => {
    for (const [file, , value] of OTHER_SOFTWARE) {
      const { purchases, totals } = spendSummary(file)
      const paying = payingCustomers(purchases, totals)
      const logs = paying.means.map(Math.log)
      const constant = logs.reduce((sum, log) => sum + log, 0) + (logs.length / 2) * Math.log(2 * Math.PI)
      const relative = fitLogMeans(groupLogMeans(paying.purchases, logs), 'relative')
      expect(value - (relative.value - constant)).toBeGreaterThan(20)
      if (file === 'cdnow_sample.csv') expect(Array.from(relative.parameters, (parameter) => Number(parameter.toPrecision(5)))).toEqual([26.076, 0.30333, 0.17495])
    }
  })
})

/** Log-normal orders, one by one. */
function simulated({ median, customerVariance, orderVariance }: LogNormalParameters, customers: number, seed: number) {
  const random = seededRandom(seed)
  const purchases = Array.from({ length: customers }, () => 1 + Math.floor(random.uniform() * 6))
  const totals = purchases.map((n) => {
    const scale = sampleOrderScale({ mean: Math.log(median), variance: customerVariance }, random)
    let total = 0
    for (let order = 0; order < n; order++) total += sampleOrderScale({ mean: Math.log(scale) - orderVariance / 2, variance: orderVariance }, random)
    return total
  })
  return { purchases, totals }
}

test('known parameters come back from simulated orders, as close as the standard errors say', () => {
  const truth = [SHOP.median, SHOP.customerVariance, SHOP.orderVariance]
  let squares = 0
  const seeds = [21, 22, 23, 24, 25, 26, 27, 28, 29, 30]
  for (const seed of seeds) {
    const { purchases, totals } = simulated(SHOP, 4000, seed)
    const { parameters, maximum } = fitLogNormal(purchases, totals)
    expect(maximum.converged).toBe(true)
    const errors = [parameters.median, parameters.customerVariance, parameters.orderVariance].map((value, i) => Math.log(value / truth[i]!))
    // Errors' = L z for information L L': z is standard normal, so that its squares are 3 on average.
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) squares += errors[i]! * maximum.information[i * 3 + j]! * errors[j]!
  }
  expect(squares / seeds.length).toBeGreaterThan(1)
  expect(squares / seeds.length).toBeLessThan(6)
})

test('the information is the curvature of the customers\' likelihoods', () => {
  const { purchases, totals } = simulated(SHOP, 500, 7)
  const { parameters, maximum } = fitLogNormal(purchases, totals)
  const best = [parameters.median, parameters.customerVariance, parameters.orderVariance]
  const at = (steps: readonly number[]) => {
    const [median = 0, customerVariance = 0, orderVariance = 0] = best.map((value, i) => value * Math.exp(steps[i]!))
    return purchases.reduce((sum, n, i) => sum + logNormalLogLikelihood({ median, customerVariance, orderVariance }, n, totals[i]! / n), 0)
  }
  const h = 1e-3
  const step = (i: number, j: number, a: number, b: number) => at([0, 1, 2].map((k) => (k === i ? a * h : 0) + (k === j ? b * h : 0)))
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const curvature = (step(i, j, 1, 1) - step(i, j, 1, -1) - step(i, j, -1, 1) + step(i, j, -1, -1)) / (4 * h * h)
      expect(Math.abs(-curvature - maximum.information[i * 3 + j]!)).toBeLessThan(1e-3 * maximum.information[i * 4]! + 0.05)
    }
  }
})

describe('thin data', () => {
  test('who all bought once cannot be told apart from their orders: half each, and said', () => {
    const { purchases, totals } = simulated(SHOP, 300, 8)
    const { parameters, maximum, separable } = fitLogNormal(purchases.map(() => 1), totals.map((total, i) => total / purchases[i]!))
    expect(separable).toBe(false)
    expect(maximum.converged).toBe(true)
    expect(parameters.customerVariance / parameters.orderVariance).toBeCloseTo(1, 6)
  })

  test('one price for everybody, or nobody at all, still ends without a number that is none', () => {
    const same = fitLogNormal([1, 2, 3, 1, 2, 5, 1, 1, 2, 4], [25, 50, 75, 25, 50, 125, 25, 25, 50, 100])
    expect(Number.isFinite(same.maximum.value)).toBe(true)
    expect(expectedLogNormalOrder(same.parameters, 2, 50)).toBeCloseTo(25, 2)
    expect(fitLogNormal([1, 2], [0, 0])).toMatchObject({ customers: 0, maximum: { converged: false } })
    expect(() => fitLogMeans([], 'relative')).toThrow(RangeError)
  })
})
