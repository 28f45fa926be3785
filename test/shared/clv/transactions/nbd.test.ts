import { describe, expect, test } from 'vitest'
import * as nbd from '../../../../shared/clv/transactions/nbd.ts'

const SHOP = { r: 0.741636, alpha: 8.7367 }
const CUSTOMER = { repeatPurchaseCount: 2, activeSpan: 20, observed: 26 }
const NEW = { repeatPurchaseCount: 0, activeSpan: 0, observed: 0 }

test('worked examples', () => {
  expect(nbd.logLikelihood(SHOP, { ...NEW, observed: 26 })).toBeCloseTo(-1.023654, 6)
  expect(nbd.probabilityAlive(SHOP, CUSTOMER)).toBe(1)
  expect(nbd.purchaseRate(SHOP, 2, 26)).toBeCloseTo(0.078926, 6)
  expect(nbd.expectedPurchases(SHOP, CUSTOMER, 52)).toBeCloseTo(4.104163, 6)
  expect(nbd.discountedExpectedPurchases(SHOP, CUSTOMER, Infinity, 0.0027)).toBeCloseTo(29.231929, 6)
  expect([0, 1, 2].map((n) => nbd.probabilityOfPurchases({ r: 1, alpha: 1 }, NEW, 1, n))).toEqual([0.5, 0.25, 0.125].map((chance) => expect.closeTo(chance, 14)))
  expect(nbd.logChanceOfPurchases(1, 1, 1, 1)).toBeCloseTo(Math.log(0.25), 14)
})

describe('Ehrenberg 1959: a negative binomial', () => {
  test('its chances add up to 1 and their mean is the conditional expectation (Morrison & Schmittlein 1988)', () => {
    let whole = 0
    let mean = 0
    for (let n = 0; n < 400; n++) {
      const chance = nbd.probabilityOfPurchases(SHOP, CUSTOMER, 52, n)
      whole += chance
      mean += n * chance
    }
    expect(whole).toBeCloseTo(1, 12)
    expect(mean).toBeCloseTo(nbd.expectedPurchases(SHOP, CUSTOMER, 52), 11)
  })
})

test('discounting lowers, and by nothing at a rate of 0; no horizon, no purchases', () => {
  expect(nbd.expectedGivenAlive(SHOP, 2, 26, 52, 0).discounted).toBe(nbd.expectedGivenAlive(SHOP, 2, 26, 52, 0).expected)
  expect(nbd.expectedGivenAlive(SHOP, 2, 26, 52, 0.0027).discounted).toBeLessThan(nbd.expectedGivenAlive(SHOP, 2, 26, 52, 0).expected)
  expect(nbd.expectedGivenAlive(SHOP, 2, 26, 0, 0.0027)).toEqual({ expected: 0, discounted: 0 })
})

test('what cannot be has no number, and says so by NaN', () => {
  for (const history of [{ ...CUSTOMER, observed: 10 }, { ...CUSTOMER, repeatPurchaseCount: -1 }, { ...CUSTOMER, activeSpan: -1 }]) {
    expect(nbd.logLikelihood(SHOP, history)).toBeNaN()
    expect(nbd.probabilityAlive(SHOP, history)).toBeNaN()
    expect(nbd.probabilityOfPurchases(SHOP, history, 52, 1)).toBeNaN()
  }
  expect(nbd.logLikelihood({ r: 0, alpha: 1 }, CUSTOMER)).toBeNaN()
  expect(nbd.discountedExpectedPurchases({ r: 1, alpha: -1 }, CUSTOMER, 52, 0.0027)).toBeNaN()
  expect(nbd.probabilityOfPurchases(SHOP, CUSTOMER, Infinity, 1)).toBeNaN()
  expect(nbd.probabilityOfPurchases(SHOP, CUSTOMER, 52, 1.5)).toBe(0)
})
