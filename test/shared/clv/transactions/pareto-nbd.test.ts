import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as nbd from '../../../../shared/clv/transactions/nbd.ts'
import {
  discountedExpectedPurchases, expectedGivenAlive, expectedPurchases, logLikelihood, probabilityAlive, probabilityOfPurchases, purchaseRate,
} from '../../../../shared/clv/transactions/pareto-nbd.ts'
import { MISSING, referenceMissing, referenceText } from '../reference-data.ts'

const CDNOW = { r: 0.5532770050536863, alpha: 10.577682143606857, s: 0.60624011037103, beta: 11.6687392129777 }
const FIRST = { repeatPurchaseCount: 2, activeSpan: 30.4285714286, observed: 38.8571428571 }
const NEW = { repeatPurchaseCount: 0, activeSpan: 0, observed: 0 }

function relative(value: number, truth: number): number {
  return value === truth ? 0 : Math.abs(value - truth) / Math.abs(truth)
}

test('the first customer of CDNOW (golden.json)', () => {
  expect(probabilityAlive(CDNOW, FIRST)).toBeCloseTo(0.8691342494735179, 10)
  expect(expectedPurchases(CDNOW, FIRST, 39)).toBeCloseTo(1.4552016574930462, 9)
  expect(discountedExpectedPurchases(CDNOW, FIRST, 156, 0.0027)).toBeCloseTo(3.5845630326335454, 9)
})

test('the likelihood of nobody coming back in 39 weeks (worked example, 25-digit arithmetic)', () => {
  const parameters = { r: 0.553277, alpha: 10.577682, s: 0.60624, beta: 11.668739 }
  expect(logLikelihood(parameters, { repeatPurchaseCount: 0, activeSpan: 0, observed: 39 })).toBeCloseTo(-0.521663544719559, 14)
})

describe('published values', () => {
  test('what a new customer is expected to buy in 0 to 9 weeks (BTYD manual)', () => {
    const known = [0, 0.05077821, 0.09916088, 0.14542507, 0.1897993, 0.23247466, 0.27361274, 0.31335159, 0.35181024, 0.38909211]
    known.forEach((purchases, weeks) => expect(expectedPurchases({ r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 }, NEW, weeks)).toBeCloseTo(purchases, 8))
  })

  test('a customer with 26 purchases until .14 weeks ago: 25.46 in the next year, alive with .9979 (BTYD walkthrough)', () => {
    const history = { repeatPurchaseCount: 26, activeSpan: 30.86, observed: 31 }
    // BTYD's fit: beta stops early, at 11.656.
    const parameters = { r: 0.5533971, alpha: 10.5801985, s: 0.6060625, beta: 11.6562237 }
    expect(expectedPurchases(parameters, history, 52)).toBeCloseTo(25.46, 2)
    expect(probabilityAlive(parameters, history)).toBeCloseTo(0.9979, 4)
    expect(probabilityAlive({ r: 0.5533, alpha: 10.5777, s: 0.6062, beta: 11.6687 }, history)).toBeCloseTo(0.9979, 4)
  })

  test('132 and 133 purchases, where others overflow (lifetimes)', () => {
    const parameters = { r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 }
    const history = { repeatPurchaseCount: 132, activeSpan: 200, observed: 200 }
    expect(relative(expectedPurchases(parameters, history, 10), 6.206051788963242)).toBeLessThan(1e-12)
    expect(relative(expectedPurchases(parameters, { ...history, repeatPurchaseCount: 133 }, 10), 6.252872247574811)).toBeLessThan(1e-12)
  })

  test('F4: discounted over an endless horizon: DERT 1.86418332807 (BTYD)', () => {
    const parameters = { r: 0.5629966, alpha: 12.559037, s: 0.4081095, beta: 10.5148048 }
    expect(discountedExpectedPurchases(parameters, { repeatPurchaseCount: 7, activeSpan: 35, observed: 77.86 }, Infinity, 0.0027)).toBeCloseTo(1.86418332807, 10)
  })
})

type OracleCase = { model: string; param_set: string; params: [number, number, number, number]; x: number; t_x: number; T: number; p_alive: number }

/**
 * Cases for which the file holds an integral that stopped early (by up to 2% of P(alive)). Log-likelihood and P(alive) evaluated anew in 40 digits
 * from the hypergeometric form (Fader & Hardie 2005, eq. 18; mpmath); two quadratures of mpmath agree with it.
 */
const EVALUATED_ANEW: Readonly<Record<string, readonly [number, number]>> = {
  'cdnow_pnbd 1000 10': [2876.15634965361, 0],
  'alpha_eq_beta 200 38': [78.59498930832449, 0.08346322446543296],
  's_equals_1 1000 10': [2880.1635114472783, 0],
  's_equals_1 1000 99': [1202.2577076580435, 0.10105274161844024],
  's_equals_1 50 5': [4.611660502843785, 4.623500974844567e-66],
  's_gt_1 200 38': [77.24387010666877, 0.03296101558704764],
  's_gt_1 50 5': [6.083463091910096, 1.6796512403020203e-67],
  'beta_gt_alpha_big 200 38': [109.48905514956824, 0.05784192637762916],
  'beta_gt_alpha_big 1000 10': [3342.4927090555248, 0],
  'alpha_gt_beta 200 38': [68.4404194036821, 0.1626575642264242],
  'alpha_gt_beta 1000 10': [2784.203177603052, 0],
  'alpha_gt_beta 1000 99': [1184.4010534692309, 0.24121116338695128],
  'alpha_gt_beta 50 5': [-2.02521104202362, 1.9395116983238787e-62],
  'tiny_s 50 5': [-7.064588279626133, 2.463156817072377e-59],
}

describe('25-digit arithmetic from the defining integrals (oracle.json)', () => {
  test.skipIf(referenceMissing)(`P(alive), likelihood, expected, discounted and endless purchases to 1e-9: s = 1, alpha = beta, x = 1000, tiny s ${MISSING}`, () => {
    const { cases } = JSON.parse(referenceText('oracle.json')) as { cases: OracleCase[] }
    let compared = 0
    let worst = 0
    for (const known of cases) {
      if (known.model !== 'pnbd') continue
      const [r, alpha, s, beta] = known.params
      const parameters = { r, alpha, s, beta }
      const history = { repeatPurchaseCount: known.x, activeSpan: known.t_x, observed: known.T }
      const anew = EVALUATED_ANEW[`${known.param_set} ${known.x} ${known.t_x}`]
      for (const [key, stored] of Object.entries(known as Record<string, unknown>)) {
        if (typeof stored !== 'number') continue
        const horizon = Number(/^[cd]et_(\d+)/.exec(key)?.[1])
        const value = key === 'll' ? logLikelihood(parameters, history)
          : key === 'p_alive' ? probabilityAlive(parameters, history)
          : key.startsWith('cet_') ? expectedPurchases(parameters, history, horizon)
          : key.startsWith('det_') ? discountedExpectedPurchases(parameters, history, horizon, 0.0027)
          : key.startsWith('dert_') ? discountedExpectedPurchases(parameters, history, Infinity, 0.0027)
          : null
        if (value === null) continue
        // Expectations are P(alive) times something that those integrals do not enter.
        const truth = !anew ? stored : key === 'll' ? anew[0] : key === 'p_alive' ? anew[1] : anew[1] === 0 ? 0 : (stored / known.p_alive) * anew[1]
        compared++
        const error = relative(value, truth)
        expect(error, `${known.param_set} x=${known.x} T=${known.T} ${key}: ${value}, not ${truth}`).toBeLessThan(1e-9)
        worst = Math.max(worst, error)
      }
    }
    expect(compared).toBe(70 * 9)
    expect(worst).toBeLessThan(5e-12)
  })
})

const usual = fc.double({ min: 0.05, max: 20, noNaN: true })
const span = fc.double({ min: 0.1, max: 200, noNaN: true })
const wild = fc.double({ min: -9, max: 9, noNaN: true }).map(Math.exp)
const anyParameters = fc.oneof(
  fc.record({ r: usual, alpha: span, s: usual, beta: span }),
  fc.record({ r: usual, alpha: span, s: wild, beta: wild }),
  fc.record({ r: usual, s: usual, alpha: span }).map((known) => ({ ...known, beta: known.alpha })),
)
const anyHistory = fc.record({ x: fc.nat(300), share: fc.double({ min: 0, max: 1, noNaN: true }), observed: fc.double({ min: 0.2, max: 500, noNaN: true }) })
  .map(({ x, share, observed }) => ({ repeatPurchaseCount: x, activeSpan: x === 0 ? 0 : share * observed, observed }))

describe('properties', () => {
  test('P(alive) is a chance, falls with silence, and is 1 at the moment of a purchase', () => {
    fc.assert(fc.property(anyParameters, anyHistory, (parameters, history) => {
      const now = probabilityAlive(parameters, history)
      const later = probabilityAlive(parameters, { ...history, observed: history.observed + 10 })
      expect(now).toBeGreaterThanOrEqual(0)
      expect(now).toBeLessThanOrEqual(1)
      expect(later).toBeLessThanOrEqual(now + 1e-9)
      expect(probabilityAlive(parameters, { ...history, activeSpan: history.observed })).toBe(1)
    }))
  })

  test('everything is finite, horizons add up, and discounting lowers', () => {
    fc.assert(fc.property(anyParameters, anyHistory, (parameters, history) => {
      const { repeatPurchaseCount: x, observed } = history
      const whole = expectedGivenAlive(parameters, x, observed, 100, 0.003)
      const part = expectedGivenAlive(parameters, x, observed, 40, 0.003)
      expect(Number.isFinite(whole.expected) && Number.isFinite(whole.discounted) && Number.isFinite(logLikelihood(parameters, history))).toBe(true)
      expect(whole.discounted).toBeLessThanOrEqual(whole.expected)
      // From 40 to 100 by Simpson's rule in small steps of the rate.
      const rate = (u: number) => purchaseRate(parameters, x, observed, u)
      let rest = 0
      let discounted = 0
      for (let u = 40; u < 100; u += 0.5) {
        for (const [at, weight] of [[u, 1], [u + 0.25, 4], [u + 0.5, 1]] as const) {
          rest += (weight * rate(at)) / 12
          discounted += (weight * rate(at) * Math.exp(-0.003 * at)) / 12
        }
      }
      expect(Math.abs(part.expected + rest - whole.expected)).toBeLessThan(1e-6 * whole.expected + 1e-9)
      expect(Math.abs(part.discounted + discounted - whole.discounted)).toBeLessThan(1e-6 * whole.expected + 1e-9)
    }), { numRuns: 200 })
  })

  test('the chances of n purchases add up to 1, and their mean is what is expected', () => {
    const few = fc.record({ r: fc.double({ min: 0.1, max: 5, noNaN: true }), alpha: fc.double({ min: 5, max: 50, noNaN: true }), s: fc.double({ min: 0.01, max: 5, noNaN: true }), beta: span })
    fc.assert(fc.property(few, fc.nat(20), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.5, 13, 52), (parameters, x, share, horizon) => {
      const history = { repeatPurchaseCount: x, activeSpan: x === 0 ? 0 : 40 * share, observed: 40 }
      let whole = 0
      let mean = 0
      for (let n = 0; n < 600; n++) {
        const chance = probabilityOfPurchases(parameters, history, horizon, n)
        whole += chance
        mean += n * chance
        if (whole > 1 - 1e-14) break
      }
      expect(whole).toBeCloseTo(1, 10)
      expect(mean).toBeCloseTo(expectedPurchases(parameters, history, horizon), 8)
    }), { numRuns: 40 })
  })
})

describe('special cases', () => {
  test('s -> 0: the NBD, in all functions', () => {
    const parameters = { r: 0.741636, alpha: 8.7367, s: 1e-12, beta: 300 }
    for (const history of [NEW, FIRST, { repeatPurchaseCount: 40, activeSpan: 35, observed: 39 }]) {
      expect(logLikelihood(parameters, history)).toBeCloseTo(nbd.logLikelihood(parameters, history), 8)
      expect(probabilityAlive(parameters, history)).toBeCloseTo(1, 8)
      expect(expectedPurchases(parameters, history, 52)).toBeCloseTo(nbd.expectedPurchases(parameters, history, 52), 8)
      expect(discountedExpectedPurchases(parameters, history, 52, 0.0027)).toBeCloseTo(nbd.discountedExpectedPurchases(parameters, history, 52, 0.0027), 8)
      for (const n of [0, 1, 5]) expect(probabilityOfPurchases(parameters, history, 52, n)).toBeCloseTo(nbd.probabilityOfPurchases(parameters, history, 52, n), 8)
    }
  })

  test('s = 1 and alpha = beta are no exceptions', () => {
    const expectedAt = (s: number) => expectedPurchases({ ...CDNOW, s }, FIRST, 52)
    expect(relative(expectedAt(1), expectedAt(1 + 1e-10))).toBeLessThan(1e-9)
    const aliveAt = (beta: number) => probabilityAlive({ ...CDNOW, beta }, FIRST)
    expect(relative(aliveAt(CDNOW.alpha), aliveAt(CDNOW.alpha * (1 + 1e-10)))).toBeLessThan(1e-9)
    // With alpha = beta the integral is elementary: s ((beta+t_x)^-(r+s+x) - (beta+T)^-(r+s+x)) / (r+s+x).
    const equal = { r: 0.5, alpha: 10, s: 0.6, beta: 10 }
    const odds = (0.6 / 3.1) * (((10 + FIRST.observed) / (10 + FIRST.activeSpan)) ** 3.1 - 1)
    expect(relative(probabilityAlive(equal, FIRST), 1 / (1 + odds))).toBeLessThan(1e-12)
  })

  test('an endless horizon: finite only where customers do leave (worked example)', () => {
    const leaving = { r: 0.8, alpha: 10, s: 2, beta: 10 }
    expect(expectedPurchases(leaving, NEW, Infinity)).toBeCloseTo(0.8, 12)
    expect(expectedPurchases(leaving, NEW, 1e12)).toBeCloseTo(0.8, 9)
    expect(expectedPurchases(CDNOW, FIRST, Infinity)).toBe(Infinity)
    expect(expectedPurchases({ ...CDNOW, s: 1 }, FIRST, Infinity)).toBe(Infinity)
    expect(discountedExpectedPurchases(leaving, NEW, Infinity, 0)).toBeCloseTo(0.8, 12)
    expect(relative(discountedExpectedPurchases(CDNOW, FIRST, 1e7, 0.0027), discountedExpectedPurchases(CDNOW, FIRST, Infinity, 0.0027))).toBeLessThan(1e-11)
  })

  test('no horizon, no purchases; the rate starts at (r + x) / (alpha + T) (worked example)', () => {
    expect(expectedPurchases(CDNOW, FIRST, 0)).toBe(0)
    expect([0, 1].map((n) => probabilityOfPurchases(CDNOW, FIRST, 0, n))).toEqual([1, 0])
    expect(purchaseRate(CDNOW, 2, 38.8571428571, 0)).toBeCloseTo(2.5532770050536864 / 49.43482500070686, 12)
  })

  test('what cannot be has no number, and says so by NaN', () => {
    for (const history of [{ ...FIRST, observed: 10 }, { ...FIRST, repeatPurchaseCount: 1.5 }, { ...FIRST, activeSpan: Number.NaN }]) {
      expect(logLikelihood(CDNOW, history)).toBeNaN()
      expect(probabilityAlive(CDNOW, history)).toBeNaN()
      expect(expectedPurchases(CDNOW, history, 52)).toBeNaN()
      expect(probabilityOfPurchases(CDNOW, history, 52, 1)).toBeNaN()
    }
    expect(probabilityAlive({ ...CDNOW, s: 0 }, FIRST)).toBeNaN()
    expect(probabilityOfPurchases(CDNOW, FIRST, Infinity, 1)).toBeNaN()
    expect(probabilityOfPurchases(CDNOW, FIRST, 52, -1)).toBe(0)
    for (const horizon of [52, Infinity]) expect(discountedExpectedPurchases({ ...CDNOW, beta: -1 }, FIRST, horizon, 0.0027)).toBeNaN()
    for (const s of [0.6, 2]) for (const rate of [0, 0.0027]) expect(expectedGivenAlive({ ...CDNOW, s }, 2, 39, Number.NaN, rate)).toEqual({ expected: Number.NaN, discounted: Number.NaN })
  })
})
