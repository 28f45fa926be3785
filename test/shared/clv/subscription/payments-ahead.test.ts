import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { paymentsAhead } from '../../../../shared/clv/subscription/payments-ahead.ts'
import { afterRenewals, discountedExpectedResidualLifetime } from '../../../../shared/clv/subscription/shifted-beta-geometric.ts'

test('two periods of (1, 1): none 1/2, one 1/6, two 1/3 (worked example)', () => {
  const { mean, variance } = paymentsAhead({ alpha: 1, beta: 1 }, 2, 0)
  expect(mean).toBeCloseTo(5 / 6, 12)
  expect(variance).toBeCloseTo(29 / 36, 12)
})

test('over a long horizon it is DERL, its next payment half a period away', () => {
  const parameters = { alpha: 0.668, beta: 3.806 }
  const { mean } = paymentsAhead(afterRenewals(parameters, 7), 2000, 0.01)
  expect(mean).toBeCloseTo(discountedExpectedResidualLifetime(parameters, 8, 0.01)! / Math.sqrt(1.01), 6)
})

test('nobody leaves: an annuity without luck', () => {
  const { mean, variance } = paymentsAhead({ alpha: 0, beta: 1 }, 12, 0.01)
  expect(mean).toBeCloseTo((Math.sqrt(1.01) * (1 - 1.01 ** -12)) / 0.01, 12)
  expect(variance).toBeCloseTo(0, 10)
  expect(paymentsAhead({ alpha: 1, beta: 1 }, 0, 0.01)).toEqual({ mean: 0, variance: 0 })
  expect(paymentsAhead({ alpha: -1, beta: 1 }, 2, 0.01).mean).toBeNaN()
})

test('mean and variance are those of all that can happen', () => {
  const positive = fc.double({ min: 0.01, max: 50, noNaN: true })
  fc.assert(fc.property(positive, positive, fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 0.05, noNaN: true }), (alpha, beta, periods, rate) => {
    let share = 1
    let worth = 0
    let mean = 0
    let square = 0
    for (let period = 1; period <= periods + 1; period++) {
      const stays = period > periods ? 0 : (beta + period - 1) / (alpha + beta + period - 1)
      mean += share * (1 - stays) * worth
      square += share * (1 - stays) * worth * worth
      share *= stays
      worth += (1 + rate) ** (0.5 - period)
    }
    const ahead = paymentsAhead({ alpha, beta }, periods, rate)
    expect(ahead.mean).toBeCloseTo(mean, 9)
    expect(ahead.variance).toBeCloseTo(square - mean * mean, 8)
  }))
})
