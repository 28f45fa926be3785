import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accuracyOf, calibrationGroups, tweedieDeviance } from '../../../../shared/clv/choosing/accuracy.ts'
import { seededRandom } from '../../../../shared/random.ts'

test('worked example: the true order, the right total, an error of 2', () => {
  expect(accuracyOf([3, 2, 1], [6, 0, 0])).toMatchObject({ meanAbsoluteError: 2, totalRatio: 1, gini: 1, topTenthCapture: 1 })
})

test('worked example of the deviance: (4 + 0) / 2', () => {
  expect(tweedieDeviance([1, 4], [4, 4])).toBeCloseTo(2, 12)
})

test('the deviance is smallest for the expected value, the absolute error for the median', () => {
  const random = seededRandom(3)
  // Most spend nothing, as in every shop.
  const outcome = Float64Array.from({ length: 20_000 }, () => (random.uniform() < 0.7 ? 0 : random.gamma(2) * 50))
  const mean = outcome.reduce((sum, value) => sum + value, 0) / outcome.length
  const at = (forecast: number) => outcome.map(() => forecast)
  for (const other of [0.8 * mean, 1.2 * mean]) expect(tweedieDeviance(at(other), outcome)).toBeGreaterThan(tweedieDeviance(at(mean), outcome))
  expect(accuracyOf(at(0), outcome).meanAbsoluteError).toBeLessThan(accuracyOf(at(mean), outcome).meanAbsoluteError)
})

describe('order', () => {
  test('the reverse of the true order has a Gini of minus one, equal forecasts have none', () => {
    const outcome = [0, 1, 2, 3, 4]
    expect(accuracyOf([5, 4, 3, 2, 1], outcome).gini).toBeCloseTo(-1, 12)
    expect(accuracyOf([2, 2, 2, 2, 2], outcome).gini).toBeCloseTo(0, 12)
  })

  test('equal forecasts share what they bring: the order of rows does not matter', () => {
    const forecast = Array.from({ length: 20 }, (_, i) => (i < 10 ? 2 : 1))
    const outcome = Array.from({ length: 20 }, (_, i) => (i === 0 ? 100 : 0))
    const { topTenthCapture } = accuracyOf(forecast, outcome)
    expect(topTenthCapture).toBeCloseTo(0.2, 12)
    expect(accuracyOf(forecast.toReversed(), outcome.toReversed()).topTenthCapture).toBeCloseTo(0.2, 12)
  })

  test('a tenth is a tenth at random', () => {
    const random = seededRandom(8)
    const outcome = Float64Array.from({ length: 50_000 }, () => random.gamma(0.3))
    const { topTenthCapture, gini } = accuracyOf(outcome.map(() => random.uniform()), outcome)
    expect(topTenthCapture).toBeCloseTo(0.1, 1)
    expect(gini).toBeCloseTo(0, 1)
  })
})

test('without any spending there is no ratio, no order and no capture', () => {
  expect(accuracyOf([1, 2], [0, 0])).toMatchObject({ totalRatio: null, gini: null, topTenthCapture: null, meanAbsoluteError: 1.5 })
  expect(accuracyOf([], [])).toMatchObject({ meanAbsoluteError: 0, deviance: 0 })
})

test('calibration groups hold everybody once, lowest forecasts first', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 60 }), (rows) => {
    const groups = calibrationGroups(rows.map(([forecast]) => forecast), rows.map(([, outcome]) => outcome))
    expect(groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(rows.length)
    expect(groups.reduce((sum, { customers, outcome }) => sum + customers * outcome, 0)).toBeCloseTo(rows.reduce((sum, [, outcome]) => sum + outcome, 0), 4)
    groups.forEach(({ forecast }, i) => expect(forecast).toBeGreaterThanOrEqual(i === 0 ? 0 : groups[i - 1]!.forecast - 1e-9))
  }))
})
