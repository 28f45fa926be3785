import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as betaGeometric from '../../../../shared/clv/transactions/beta-geometric.ts'
import { drawAlive, logLikelihood, phaseWeights, probabilityAlive, stayShape, type RegularParameters } from '../../../../shared/clv/transactions/regular-buying.ts'
import { gaussLegendre } from '../../../../shared/numerics/gauss-legendre.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { anyHistory, anyRegular, anyVariant, EXAMPLE, FOUR_TIMES, usualHistory, usualRegular } from './regular-cases.ts'

test('F19: the customer of the worked examples', () => {
  expect(probabilityAlive(EXAMPLE, FOUR_TIMES)).toBeCloseTo(0.756101, 6)
  const [none, one] = phaseWeights({ k: 2, r: 1, alpha: 4, a: 1, b: 1 }, { repeatPurchaseCount: 1, activeSpan: 2, observed: 6 })
  expect(none).toBeCloseTo(1 / 2.2, 12)
  expect(one).toBeCloseTo(1.2 / 2.2, 12)
  expect(stayShape({ ...EXAMPLE, b: 2 }, 3, 'mbg-nbd')).toBe(6)
  expect(stayShape({ ...EXAMPLE, b: 2 }, 3, 'bg-nbd')).toBe(5)
  expect(logLikelihood({ k: 1, r: 0.25, alpha: 4, a: 0.8, b: 2.5 }, { repeatPurchaseCount: 0, activeSpan: 0, observed: 40 })).toBeCloseTo(-0.41792826, 7)
})

test('F19: with one tick per purchase it is (M)BG/NBD', () => {
  fc.assert(fc.property(usualRegular, usualHistory, anyVariant, (parameters, history, variant) => {
    const one = { ...parameters, k: 1 }
    const known = betaGeometric.logLikelihood(one, history, variant)
    for (const logIntervals of [null, 3.5]) expect(Math.abs(logLikelihood(one, history, variant, logIntervals) - known)).toBeLessThan(1e-10 * Math.max(1, Math.abs(known)))
    expect(Math.abs(probabilityAlive(one, history, variant) - betaGeometric.probabilityAlive(one, history, variant))).toBeLessThan(1e-12)
    expect(phaseWeights(one, history)).toEqual(Float64Array.of(1))
  }))
})

describe('the likelihood', () => {
  /** The chances of all histories (x, t_x) up to T together: the logarithm given back by what logLikelihood divides by. */
  function total(parameters: RegularParameters, observed: number, variant: betaGeometric.TransactionVariant): number {
    const { nodes, weights } = gaussLegendre(60)
    let sum = Math.exp(logLikelihood(parameters, { repeatPurchaseCount: 0, activeSpan: 0, observed }, variant))
    let logFactorial = 0
    for (let x = 1; x <= 60; x++) {
      if (x > 1) logFactorial += Math.log(x - 1)
      nodes.forEach((node, i) => {
        const activeSpan = observed * node
        const density = logLikelihood(parameters, { repeatPurchaseCount: x, activeSpan, observed }, variant) + (x - 1) * Math.log(activeSpan) - logFactorial
        sum += weights[i]! * observed * Math.exp(density)
      })
    }
    return sum
  }

  test.each([1, 2, 3, 4])('F19: the chances of all histories sum to 1, k = %i', (k) => {
    for (const variant of ['mbg-nbd', 'bg-nbd'] as const) {
      expect(total({ k, r: 2.5, alpha: 9, a: 0.8, b: 2.5 }, 12, variant)).toBeCloseTo(1, 7)
    }
  })

  test('one interval is the whole of t_x, so that knowing it adds nothing', () => {
    fc.assert(fc.property(usualRegular, fc.double({ min: 0.1, max: 50, noNaN: true }), anyVariant, (parameters, activeSpan, variant) => {
      const history = { repeatPurchaseCount: 1, activeSpan, observed: 60 }
      expect(logLikelihood(parameters, history, variant, Math.log(activeSpan))).toBeCloseTo(logLikelihood(parameters, history, variant), 9)
    }))
  })
})

describe('properties', () => {
  test('P(alive) is a chance, falls with silence, and the phases sum to 1', () => {
    fc.assert(fc.property(anyRegular, anyHistory, anyVariant, (parameters, history, variant) => {
      const now = probabilityAlive(parameters, history, variant)
      const later = probabilityAlive(parameters, { ...history, observed: history.observed + 10 }, variant)
      expect(now).toBeGreaterThanOrEqual(0)
      expect(now).toBeLessThanOrEqual(1)
      expect(later).toBeLessThanOrEqual(now * (1 + 1e-9))
      expect(phaseWeights(parameters, history).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
      expect(Number.isFinite(logLikelihood(parameters, history, variant))).toBe(true)
    }))
  })

  test('F19: a regular buyer is not missed before the next purchase is due, and then soon', () => {
    // Five times in 20 weeks, by somebody known to buy every 4 weeks or so.
    const chances = (k: number) => [20, 22, 24, 40].map((observed) => (
      probabilityAlive({ k, r: 5 * k, alpha: 20, a: 0.8, b: 2.5 }, { repeatPurchaseCount: 5, activeSpan: 20, observed })))
    const [random, regular] = [chances(1), chances(4)]
    expect(random[0]).toBeCloseTo(regular[0]!, 12)
    expect(random[0]! - random[1]!).toBeGreaterThan(0.04)
    expect(regular[0]! - regular[1]!).toBeLessThan(0.02)
    expect(regular[3]).toBeLessThan(random[3]! / 5)
  })

  test('what cannot be is NaN, and nothing to draw from', () => {
    const cases: [RegularParameters, betaGeometric.PurchaseHistory][] = [
      [{ ...EXAMPLE, k: 1.5 }, FOUR_TIMES], [{ ...EXAMPLE, k: 0 }, FOUR_TIMES], [{ ...EXAMPLE, a: 0 }, FOUR_TIMES], [{ ...EXAMPLE, r: Number.NaN }, FOUR_TIMES],
      [EXAMPLE, { ...FOUR_TIMES, activeSpan: 27 }], [EXAMPLE, { ...FOUR_TIMES, repeatPurchaseCount: -1 }], [EXAMPLE, { ...FOUR_TIMES, repeatPurchaseCount: 0.5 }],
    ]
    for (const [parameters, history] of cases) {
      expect(probabilityAlive(parameters, history)).toBeNaN()
      expect(logLikelihood(parameters, history)).toBeNaN()
      expect(phaseWeights(parameters, history)).toEqual(Float64Array.of(Number.NaN))
      expect(() => drawAlive(parameters, history, seededRandom(1))).toThrow(RangeError)
    }
    expect(logLikelihood(EXAMPLE, { repeatPurchaseCount: 2, activeSpan: 0, observed: 5 })).toBe(Number.NEGATIVE_INFINITY)
  })
})

test('F19: draws of the alive state have the means of the posterior', () => {
  const random = seededRandom(5)
  const parameters = { ...EXAMPLE, k: 3 }
  const weights = phaseWeights(parameters, FOUR_TIMES)
  const draws = 100_000
  const counts = [0, 0, 0]
  let rate = 0
  let leaves = 0
  for (let i = 0; i < draws; i++) {
    const state = drawAlive(parameters, FOUR_TIMES, random)
    counts[state.phase]!++
    rate += state.rate / draws
    leaves += state.leaves / draws
  }
  counts.forEach((count, phase) => expect(Math.abs(count / draws - weights[phase]!)).toBeLessThan(0.007))
  const meanPhase = weights[1]! + 2 * weights[2]!
  expect(rate).toBeCloseTo((0.9 + 12 + meanPhase) / 30, 2)
  expect(leaves).toBeCloseTo(0.8 / (0.8 + 7.5), 2)
  for (let i = 0; i < 100; i++) expect(drawAlive({ ...parameters, k: 1 }, FOUR_TIMES, random).phase).toBe(0)
})
