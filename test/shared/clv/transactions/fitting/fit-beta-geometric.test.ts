import { describe, expect, test } from 'vitest'
import { fitBetaGeometric } from '../../../../../shared/clv/transactions/fitting/fit-beta-geometric.ts'
import { logLikelihood } from '../../../../../shared/clv/transactions/beta-geometric.ts'
import { purchasePatterns } from '../../../../../shared/clv/transactions/fitting/purchase-patterns.ts'
import { calibration, MISSING, referenceMissing, referenceText, summaryOf } from '../../reference-data.ts'
import { simulateShop } from '../../simulated-shop.ts'

type Golden = { datasets: Record<string, { models: { mbgnbd: { params: number[]; LL: number } } }> }

function relative(value: number, truth: number): number {
  return Math.abs(value / truth - 1)
}

describe('the fit of other software (golden.json)', () => {
  test.skipIf(referenceMissing).each([['cdnow_sample', 'cdnow_sample.csv'], ['cdnow_master', 'cdnow_master.csv.gz']])(`%s ${MISSING}`, (name, file) => {
    const known = (JSON.parse(referenceText('golden.json')) as Golden).datasets[name]!.models.mbgnbd
    const { parameters, maximum } = fitBetaGeometric(purchasePatterns(summaryOf(calibration(file)), 7))
    expect(maximum.converged).toBe(true)
    expect(maximum.atBound).toEqual([false, false, false, false])
    expect(Math.abs(maximum.value - known.LL)).toBeLessThan(1e-6)
    ;[parameters.r, parameters.alpha, parameters.a, parameters.b].forEach((value, i) => expect(relative(value, known.params[i]!)).toBeLessThan(1e-5))
  })

  test.skipIf(referenceMissing)(`published for CDNOW by lifetimes and pymc-marketing: .525, 6.183, .891, 1.614 ${MISSING}`, () => {
    const { parameters, maximum } = fitBetaGeometric(purchasePatterns(summaryOf(calibration('cdnow_sample.csv')), 7))
    expect([parameters.r, parameters.alpha, parameters.a, parameters.b].map((value) => Number(value.toFixed(3)))).toEqual([0.525, 6.183, 0.891, 1.614])
    expect(maximum.value).toBeCloseTo(-9582.135716, 6)
    expect(maximum.iterations).toBeLessThan(10)
  })

  test.skipIf(referenceMissing)(`a shop whose customers cannot be seen to leave stops cleanly at the edge ${MISSING}`, () => {
    const { parameters, maximum } = fitBetaGeometric(purchasePatterns(summaryOf(calibration('online_retail_26w.csv')), 7))
    expect(maximum.value).toBeCloseTo(-13255.6134, 3)
    expect(maximum).toMatchObject({ converged: true, atBound: [false, false, true, true] })
    expect(parameters.a / (parameters.a + parameters.b)).toBeLessThan(1e-9)
    expect(parameters.r).toBeCloseTo(0.741636, 5)
    expect(parameters.alpha).toBeCloseTo(8.7367, 4)
  })
})

const TRUTH = { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }

test('the likelihood maximised is the one of the single customers', () => {
  const { summary } = simulateShop(300, TRUTH, { p: 6, q: 4, gamma: 15 }, { weeks: 80, laterWeeks: 0, seed: 3 })
  const patterns = purchasePatterns(summary, 7)
  const { parameters, maximum } = fitBetaGeometric(patterns)
  const byCustomer = Array.from(summary.customerIds, (_, i) => logLikelihood(parameters, {
    repeatPurchaseCount: summary.purchaseCount[i]! - 1,
    activeSpan: (summary.lastDay[i]! - summary.firstDay[i]!) / 7,
    observed: (summary.observedUntilDay - summary.firstDay[i]!) / 7,
  }))
  expect(maximum.value).toBeCloseTo(byCustomer.reduce((sum, value) => sum + value, 0), 8)
  // No neighbour is better.
  for (const key of ['r', 'alpha', 'a', 'b'] as const) {
    for (const factor of [0.99, 1.01]) {
      const other = { ...parameters, [key]: parameters[key] * factor }
      let sum = 0
      patterns.weight.forEach((weight, i) => {
        sum += weight * logLikelihood(other, { repeatPurchaseCount: patterns.repeatPurchaseCount[i]!, activeSpan: patterns.activeSpan[i]!, observed: patterns.observed[i]! })
      })
      expect(sum).toBeLessThan(maximum.value)
    }
  }
})

test('known parameters come back from simulated customers, within their own standard errors', () => {
  let within = 0
  const seeds = [1, 2, 3, 4, 5, 6]
  for (const seed of seeds) {
    const { summary } = simulateShop(8000, TRUTH, { p: 6, q: 4, gamma: 15 }, { weeks: 104, laterWeeks: 0, seed })
    const { parameters, maximum } = fitBetaGeometric(purchasePatterns(summary, 7))
    expect(maximum.converged).toBe(true)
    // Whole days blur times a little; the product r / alpha, the purchase rate, hardly notices.
    expect(relative(parameters.r / parameters.alpha, TRUTH.r / TRUTH.alpha)).toBeLessThan(0.08)
    expect(relative(parameters.a / (parameters.a + parameters.b), TRUTH.a / (TRUTH.a + TRUTH.b))).toBeLessThan(0.08)
    within += [relative(parameters.r, TRUTH.r), relative(parameters.alpha, TRUTH.alpha), relative(parameters.a, TRUTH.a), relative(parameters.b, TRUTH.b)].filter((error) => error < 0.2).length
  }
  expect(within / (4 * seeds.length)).toBeGreaterThan(0.85)
})

test('every kind of shop, large or small, ends converged and finite', () => {
  const kinds = [[0.6, 8, 0.8, 2.5], [0.8, 10, 1e-6, 1e3], [1.5, 20, 0.05, 5], [0.3, 2, 2, 1], [5, 50, 1, 9], [0.6, 8, 50, 200], [0.1, 1, 0.2, 0.2], [1, 100, 1, 1]] as const
  for (const [r, alpha, a, b] of kinds) {
    for (const [customers, seed] of [[40, 1], [40, 2], [200, 3], [1000, 4]] as const) {
      const { summary } = simulateShop(customers, { r, alpha, a, b }, { p: 6, q: 4, gamma: 15 }, { weeks: 78, laterWeeks: 0, seed })
      const { parameters, maximum } = fitBetaGeometric(purchasePatterns(summary, 7))
      expect(maximum.converged, `${customers} customers of ${r}, ${alpha}, ${a}, ${b}`).toBe(true)
      expect(Object.values(parameters).every((value) => Number.isFinite(value) && value > 0)).toBe(true)
    }
  }
})

test('customers who never leave: converged, and leaving estimated at next to nothing', () => {
  for (const seed of [1, 2, 3]) {
    const { summary } = simulateShop(4000, { r: 0.8, alpha: 10, a: 1e-6, b: 1e3 }, { p: 6, q: 4, gamma: 15 }, { weeks: 52, laterWeeks: 0, seed })
    const { parameters, maximum } = fitBetaGeometric(purchasePatterns(summary, 7))
    expect(maximum.converged).toBe(true)
    expect(parameters.a / (parameters.a + parameters.b)).toBeLessThan(0.01)
  }
})
