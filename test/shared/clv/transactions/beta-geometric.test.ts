import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  discountedExpectedPurchases, expectedGivenAlive, expectedPurchases, isPossibleHistory, logLikelihood, probabilityAlive, purchaseRate, purchasesForever, type TransactionVariant,
} from '../../../../shared/clv/transactions/beta-geometric.ts'
import { probabilityOfPurchases } from '../../../../shared/clv/transactions/regular-buying-counts.ts'
import { expectedGivenAlive as regularGivenAlive } from '../../../../shared/clv/transactions/regular-buying-expected.ts'
import { MISSING, referenceMissing, referenceText } from '../reference-data.ts'

const CDNOW = { r: 0.5248431497233847, alpha: 6.183085105449795, a: 0.8913592328936475, b: 1.6140018711965924 }
const FIRST = { repeatPurchaseCount: 2, activeSpan: 30.4285714286, observed: 38.8571428571 }

test('the first customer of CDNOW (worked examples, golden.json)', () => {
  expect(probabilityAlive(CDNOW, FIRST)).toBeCloseTo(0.706138494482366, 10)
  expect(expectedPurchases(CDNOW, FIRST, 39)).toBeCloseTo(1.2627589007751703, 9)
  expect(expectedPurchases(CDNOW, FIRST, 52)).toBeCloseTo(1.5969335951056387, 9)
  expect(discountedExpectedPurchases(CDNOW, FIRST, 156, 0.0027)).toBeCloseTo(2.9818429013468957, 9)
})

test('published: pymc-marketing\'s numeric probes of the MBG/NBD likelihood', () => {
  const parameters = { r: 0.25, alpha: 4, a: 0.8, b: 2.5 }
  expect(logLikelihood(parameters, { repeatPurchaseCount: 0, activeSpan: 0, observed: 40 })).toBeCloseTo(-0.41792826, 7)
  expect(logLikelihood(parameters, { repeatPurchaseCount: 200, activeSpan: 38, observed: 40 })).toBeCloseTo(100.7869, 4)
})

test('published: Hardie\'s sheet, BG/NBD expected purchases of a customer with x = 2', () => {
  const history = { repeatPurchaseCount: 2, activeSpan: 30.43, observed: 38.86 }
  expect(expectedPurchases({ r: 0.2426, alpha: 4.414, a: 0.793, b: 2.426 }, history, 39, 'bg-nbd')).toBeCloseTo(1.226, 3)
})

test('under BG/NBD a one-time buyer is a customer for ever, under MBG/NBD not', () => {
  const once = { repeatPurchaseCount: 0, activeSpan: 0, observed: 39 }
  expect(probabilityAlive(CDNOW, once, 'bg-nbd')).toBe(1)
  expect(probabilityAlive(CDNOW, once)).toBeLessThan(0.5)
})

describe('what cannot be has no number, and says so by NaN', () => {
  const functions: readonly ((...input: Parameters<typeof probabilityAlive>) => number)[] = [
    probabilityAlive, logLikelihood,
    ...[0, 52, Number.POSITIVE_INFINITY].flatMap((horizon): (typeof probabilityAlive)[] => [
      (parameters, history, variant) => expectedPurchases(parameters, history, horizon, variant),
      (parameters, history, variant) => discountedExpectedPurchases(parameters, history, horizon, 0.0027, variant),
    ]),
  ]

  test('a last purchase after the end of data, or before the first (worked example); half a purchase, less than none, no end', () => {
    const histories = [[2, 30, 10], [2, -3, 10], [1.5, 3, 10], [-1, 3, 10], [2, 3, Number.POSITIVE_INFINITY], [2, Number.NaN, 10], [Number.NaN, 3, 10], [2, 3, Number.NaN]] as const
    for (const [repeatPurchaseCount, activeSpan, observed] of histories) {
      const history = { repeatPurchaseCount, activeSpan, observed }
      expect(isPossibleHistory(history)).toBe(false)
      for (const variant of ['mbg-nbd', 'bg-nbd'] as const) for (const compute of functions) expect(compute(CDNOW, history, variant)).toBeNaN()
    }
    expect(isPossibleHistory(FIRST)).toBe(true)
    expect(isPossibleHistory({ repeatPurchaseCount: 0, activeSpan: 0, observed: 0 })).toBe(true)
  })

  test('parameters that are not positive', () => {
    for (const name of ['r', 'alpha', 'a', 'b'] as const) for (const value of [-1, 0, Number.NaN]) {
      for (const compute of functions) expect(compute({ ...CDNOW, [name]: value }, FIRST)).toBeNaN()
      expect(expectedGivenAlive({ ...CDNOW, [name]: value }, 0, 0.5, Number.POSITIVE_INFINITY, 0.0027)).toEqual({ expected: Number.NaN, discounted: Number.NaN })
    }
  })
})

test('a new customer of a shop whose purchases follow at once, over an endless horizon: a number, by whichever way 2F1 is computed', () => {
  // z of 2F1 runs to 1.5e7; regular buying with one tick a purchase sums over ticks instead.
  const parameters = { r: 0.5, alpha: 1e-3, a: 0.9, b: 2.5 }
  const isNew = { repeatPurchaseCount: 0, activeSpan: 0, observed: 0 }
  const { discounted } = expectedGivenAlive(parameters, 0, 0, Number.POSITIVE_INFINITY, 0.0027)
  expect(discounted / regularGivenAlive({ ...parameters, k: 1 }, isNew, Number.POSITIVE_INFINITY, 0.0027).discounted).toBeCloseTo(1, 8)
})

type OracleCase = { model: string; param_set: string; params: [number, number, number, number]; x: number; t_x: number; T: number }

describe('25-digit arithmetic from the defining integrals (oracle.json)', () => {
  test.skipIf(referenceMissing)(`P(alive), likelihood, expected and discounted purchases to 1e-9, a = 1 included ${MISSING}`, () => {
    const { cases } = JSON.parse(referenceText('oracle.json')) as { cases: OracleCase[] }
    let compared = 0
    let worst = 0
    for (const known of cases) {
      if (known.model === 'pnbd') continue
      const variant: TransactionVariant = known.model === 'bgnbd' ? 'bg-nbd' : 'mbg-nbd'
      const [r, alpha, a, b] = known.params
      const parameters = { r, alpha, a, b }
      const history = { repeatPurchaseCount: known.x, activeSpan: known.t_x, observed: known.T }
      for (const [key, truth] of Object.entries(known as Record<string, unknown>)) {
        if (typeof truth !== 'number') continue
        const horizon = Number(/^[cd]et_(\d+)/.exec(key)?.[1])
        const value = key === 'll' ? logLikelihood(parameters, history, variant)
          : key === 'p_alive' ? probabilityAlive(parameters, history, variant)
          : key.startsWith('cet_') ? expectedPurchases(parameters, history, horizon, variant)
          : key.startsWith('det_') ? discountedExpectedPurchases(parameters, history, horizon, 0.0027, variant)
          : null
        if (value === null) continue
        compared++
        const error = value === truth ? 0 : Math.abs(value - truth) / Math.abs(truth)
        expect(error, `${known.model} ${known.param_set} x=${known.x} T=${known.T} ${key}: ${value}, not ${truth}`).toBeLessThan(1e-9)
        worst = Math.max(worst, error)
      }
    }
    expect(compared).toBe(688)
    expect(worst).toBeLessThan(1e-12)
  })
})

/** Up to the bounds of the fit, where everybody is equally likely to leave, or buys at the same rate. */
const parameter = fc.double({ min: -12, max: 12, noNaN: true }).map(Math.exp)
const usualParameter = fc.double({ min: 0.05, max: 20, noNaN: true })
const anyParameters = fc.oneof(
  fc.record({ r: usualParameter, alpha: fc.double({ min: 0.1, max: 200, noNaN: true }), a: usualParameter, b: usualParameter }),
  fc.record({ r: usualParameter, alpha: fc.double({ min: 0.1, max: 200, noNaN: true }), a: parameter, b: parameter }),
  fc.record({ r: parameter, a: usualParameter, b: usualParameter }).map((known) => ({ ...known, alpha: known.r * 3 + 0.1 })),
)
const anyHistory = fc.record({ x: fc.nat(300), share: fc.double({ min: 0, max: 1, noNaN: true }), observed: fc.double({ min: 0.2, max: 500, noNaN: true }) })
  .map(({ x, share, observed }) => ({ repeatPurchaseCount: x, activeSpan: x === 0 ? 0 : share * observed, observed }))
const anyVariant = fc.constantFrom<TransactionVariant>('mbg-nbd', 'bg-nbd')

describe('properties', () => {
  test('P(alive) is a chance and falls with silence', () => {
    fc.assert(fc.property(anyParameters, anyHistory, anyVariant, (parameters, history, variant) => {
      const now = probabilityAlive(parameters, history, variant)
      const later = probabilityAlive(parameters, { ...history, observed: history.observed + 10 }, variant)
      expect(now).toBeGreaterThanOrEqual(0)
      expect(now).toBeLessThanOrEqual(1)
      expect(later).toBeLessThanOrEqual(now)
    }))
  })

  test('everything is finite, horizons add up, and discounting lowers', () => {
    fc.assert(fc.property(anyParameters, anyHistory, anyVariant, (parameters, history, variant) => {
      const { repeatPurchaseCount: x, observed } = history
      const whole = expectedGivenAlive(parameters, x, observed, 100, 0.003, variant)
      const part = expectedGivenAlive(parameters, x, observed, 40, 0, variant).expected
      expect(Number.isFinite(whole.expected) && Number.isFinite(logLikelihood(parameters, history, variant))).toBe(true)
      expect(whole.discounted).toBeLessThanOrEqual(whole.expected)
      expect(whole.expected).toBeGreaterThanOrEqual(part * (1 - 1e-7))
      // From 40 to 100 in small steps of the rate: the trapezium rule agrees.
      let rest = 0
      for (let u = 40; u < 100; u += 0.5) rest += 0.25 * (purchaseRate(parameters, x, observed, u, variant) + purchaseRate(parameters, x, observed, u + 0.5, variant))
      expect(Math.abs(part + rest - whole.expected)).toBeLessThan(1e-3 * whole.expected)
    }), { numRuns: 200 })
  })

  test('no horizon, no purchases; a = 1 is no exception', () => {
    expect(expectedPurchases(CDNOW, FIRST, 0)).toBe(0)
    const near = expectedPurchases({ ...CDNOW, a: 1 + 1e-9 }, FIRST, 52)
    expect(Math.abs(expectedPurchases({ ...CDNOW, a: 1 }, FIRST, 52) - near)).toBeLessThan(1e-8)
  })

  test('the rate starts at (r + x) / (alpha + T) (worked example)', () => {
    expect(purchaseRate(CDNOW, 2, 38.8571428571, 0)).toBeCloseTo(2.5248431497 / 45.0402279626, 9)
  })
})

describe('a horizon without end', () => {
  const customers = [[0, 0, 39], [7, 35, 77.86], [200, 38, 40], [1000, 99, 100]] as const
  const parameterSets = [CDNOW, { r: 0.5, alpha: 6, a: 1.2, b: 3.3 }, { r: 0.741636, alpha: 8.7367, a: 1e-6, b: 4711.8 }, { r: 2, alpha: 100, a: 3, b: 0.5 }]

  test.each(['mbg-nbd', 'bg-nbd'] as const)('%s: discounted, it is what regular buying with one tick a purchase computes in another way', (variant) => {
    for (const parameters of parameterSets) {
      for (const [x, activeSpan, observed] of customers) {
        const { discounted, expected } = expectedGivenAlive(parameters, x, observed, Number.POSITIVE_INFINITY, 0.0027, variant)
        const other = regularGivenAlive({ ...parameters, k: 1 }, { repeatPurchaseCount: x, activeSpan, observed }, Number.POSITIVE_INFINITY, 0.0027, variant)
        expect(Math.abs(discounted / other.discounted - 1)).toBeLessThan(1e-9)
        expect(expected).toBe(other.expected)
      }
    }
  })

  test('it is what ever longer horizons tend to', () => {
    const far = expectedGivenAlive(CDNOW, 2, 38.86, 8_000, 0.0027).discounted
    const endless = expectedGivenAlive(CDNOW, 2, 38.86, Number.POSITIVE_INFINITY, 0.0027).discounted
    expect(endless).toBeGreaterThan(far)
    expect(endless / far - 1).toBeLessThan(1e-6)
  })

  test('undiscounted it is the mean of 1/p: (a+b+x)/(a-1) after x stays, without end for a <= 1', () => {
    expect(expectedGivenAlive({ r: 0.5, alpha: 6, a: 2, b: 3 }, 4, 30, Number.POSITIVE_INFINITY, 0).expected).toBeCloseTo(9, 12)
    expect(expectedGivenAlive(CDNOW, 4, 30, Number.POSITIVE_INFINITY, 0).expected).toBe(Number.POSITIVE_INFINITY)
    expect(purchasesForever(2, 8)).toBe(9)
    expect(purchasesForever(1, 8)).toBe(Number.POSITIVE_INFINITY)
  })
})

test('published: chances of n purchases of a new customer under BG/NBD (BTYD manual), and expected purchases by week (Hardie\'s sheet)', () => {
  const parameters = { k: 1, r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
  const isNew = { repeatPurchaseCount: 0, activeSpan: 0, observed: 0 }
  expect(probabilityOfPurchases(parameters, isNew, 2, 10, 'bg-nbd')).toBeCloseTo(1.07869e-7, 12)
  expect(probabilityOfPurchases(parameters, isNew, 39, 0, 'bg-nbd')).toBeCloseTo(0.5737864, 7)
  const weeks = [[0.1429, 0.0078], [1, 0.0532], [3, 0.1506], [31.8571, 1.0405], [32, 1.0437], [78, 1.8576]] as const
  for (const [week, purchases] of weeks) expect(expectedPurchases({ r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 }, isNew, week, 'bg-nbd')).toBeCloseTo(purchases, 3)
})
