import { describe, expect, test } from 'vitest'
import { fitBetaGeometric, fitSmallShop, likelihood } from '../../../../../shared/clv/transactions/fitting/fit-beta-geometric.ts'
import { logLikelihood } from '../../../../../shared/clv/transactions/beta-geometric.ts'
import { purchasePatterns } from '../../../../../shared/clv/transactions/fitting/purchase-patterns.ts'
import { meanObserved } from '../../../../../shared/clv/transactions/fitting/survival-counts.ts'
import { maximize } from '../../../../../shared/numerics/maximize.ts'
import { calibration, MISSING, referenceMissing, referenceText, summaryOf } from '../../reference-data.ts'
import { simulateShop } from '../../simulated-shop.ts'
import { WILD_STARTS } from '../pareto-shop.ts'

type Known = { params: number[]; LL: number }
type Golden = { datasets: Record<string, { models: { mbgnbd: Known; bgnbd: Known } }> }

function relative(value: number, truth: number): number {
  return Math.abs(value / truth - 1)
}

describe('the fit of other software (golden.json)', () => {
  test.skipIf(referenceMissing).each([
    ['cdnow_sample', 'mbg-nbd', 'cdnow_sample.csv'], ['cdnow_master', 'mbg-nbd', 'cdnow_master.csv.gz'],
    ['cdnow_sample', 'bg-nbd', 'cdnow_sample.csv'], ['cdnow_master', 'bg-nbd', 'cdnow_master.csv.gz'],
  ] as const)(`%s, %s ${MISSING}`, (name, variant, file) => {
    const { bgnbd, mbgnbd } = (JSON.parse(referenceText('golden.json')) as Golden).datasets[name]!.models
    const known = variant === 'bg-nbd' ? bgnbd : mbgnbd
    const { parameters, maximum } = fitBetaGeometric(purchasePatterns(summaryOf(calibration(file)), 7), variant)
    expect(maximum.converged).toBe(true)
    expect(maximum.atBound).toEqual([false, false, false, false])
    expect(Math.abs(maximum.value - known.LL)).toBeLessThan(1e-6)
    ;[parameters.r, parameters.alpha, parameters.a, parameters.b].forEach((value, i) => expect(relative(value, known.params[i]!)).toBeLessThan(1e-5))
  })

  test.skipIf(referenceMissing).each([
    ['cdnow_sample.csv', 'mbg-nbd'], ['cdnow_sample.csv', 'bg-nbd'], ['online_retail_26w.csv', 'mbg-nbd'], ['online_retail_26w.csv', 'bg-nbd'],
  ] as const)(`at most twelve evaluations from any start: %s, %s ${MISSING}`, (file, variant) => {
    const patterns = purchasePatterns(summaryOf(calibration(file)), 7)
    const best = fitBetaGeometric(patterns, variant).maximum.value
    for (const start of WILD_STARTS) {
      const found = maximize(likelihood(patterns, variant), [start], { scale: [1, meanObserved(patterns), 1, 1] })
      expect(found.evaluations, start.join()).toBeLessThanOrEqual(12)
      expect(found.converged).toBe(true)
      expect(found.value).toBeCloseTo(best, 5)
    }
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

test.each(['mbg-nbd', 'bg-nbd'] as const)('the likelihood maximised is the one of the single customers, and no neighbour is better: %s', (variant) => {
  const { summary } = simulateShop(300, TRUTH, { p: 6, q: 4, gamma: 15 }, { weeks: 80, laterWeeks: 0, seed: 3 })
  const patterns = purchasePatterns(summary, 7)
  const { parameters, maximum } = fitBetaGeometric(patterns, variant)
  const byCustomer = Array.from(summary.customerIds, (_, i) => logLikelihood(parameters, {
    repeatPurchaseCount: summary.purchaseCount[i]! - 1,
    activeSpan: (summary.lastDay[i]! - summary.firstDay[i]!) / 7,
    observed: (summary.observedUntilDay - summary.firstDay[i]!) / 7,
  }, variant))
  expect(maximum.value).toBeCloseTo(byCustomer.reduce((sum, value) => sum + value, 0), 8)
  for (const key of ['r', 'alpha', 'a', 'b'] as const) {
    for (const factor of [0.99, 1.01]) {
      const other = { ...parameters, [key]: parameters[key] * factor }
      let sum = 0
      patterns.weight.forEach((weight, i) => {
        sum += weight * logLikelihood(other, { repeatPurchaseCount: patterns.repeatPurchaseCount[i]!, activeSpan: patterns.activeSpan[i]!, observed: patterns.observed[i]! }, variant)
      })
      expect(sum).toBeLessThan(maximum.value)
    }
  }
})

test('many customers: from the optimum of a sample, the same optimum as without', () => {
  const { summary } = simulateShop(40_000, { r: 2, alpha: 20, a: 0.5, b: 4 }, { p: 6, q: 4, gamma: 15 }, { weeks: 156, laterWeeks: 0, seed: 4 })
  const patterns = purchasePatterns(summary, 7)
  expect(patterns.weight.length).toBeGreaterThan(10_000)
  const { maximum } = fitBetaGeometric(patterns)
  const plain = maximize(likelihood(patterns, 'mbg-nbd'), [[0.5, 0.3, 0.8, 2.5]], { scale: [1, meanObserved(patterns), 1, 1] })
  expect(maximum.value).toBeCloseTo(plain.value, 5)
  expect(maximum.evaluations).toBeLessThanOrEqual(5)
  maximum.parameters.forEach((value, i) => expect(relative(value, plain.parameters[i]!)).toBeLessThan(1e-4))
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

describe('a small shop is drawn toward what is usual in shops', () => {
  const fitOf = (customers: number, seed: number) => {
    const { summary } = simulateShop(customers, TRUTH, { p: 6, q: 4, gamma: 15 }, { weeks: 80, laterWeeks: 0, seed })
    const patterns = purchasePatterns(summary, 7)
    return { plain: fitBetaGeometric(patterns), shrunk: fitSmallShop(patterns) }
  }

  test('forty customers give parameters within reason, where the plain fit runs to an edge', () => {
    const fits = Array.from({ length: 30 }, (_, seed) => fitOf(40, seed + 1))
    expect(fits.filter(({ plain }) => plain.maximum.atBound.includes(true)).length).toBeGreaterThan(5)
    for (const { shrunk } of fits) {
      expect(shrunk.maximum.converged).toBe(true)
      expect(shrunk.maximum.atBound).not.toContain(true)
      expect(shrunk.parameters.a / (shrunk.parameters.a + shrunk.parameters.b)).toBeGreaterThan(0.03)
    }
  })

  test('they are nearer the truth than plain ones', () => {
    // How many times too many or too few purchases a year a new customer is expected to make while a customer.
    const error = ({ parameters: { r, alpha } }: { parameters: { r: number, alpha: number } }) => Math.abs(Math.log(r / alpha / (TRUTH.r / TRUTH.alpha)))
    const leaving = ({ parameters: { a, b } }: { parameters: { a: number, b: number } }) => Math.abs(a / (a + b) - TRUTH.a / (TRUTH.a + TRUTH.b))
    const fits = Array.from({ length: 30 }, (_, seed) => fitOf(100, seed + 1))
    const mean = (of: (fit: (typeof fits)[number]) => number) => fits.reduce((sum, fit) => sum + of(fit), 0) / fits.length
    expect(mean(({ shrunk }) => leaving(shrunk))).toBeLessThan(mean(({ plain }) => leaving(plain)))
    expect(mean(({ shrunk }) => error(shrunk))).toBeLessThan(1.1 * mean(({ plain }) => error(plain)))
  })

  test('with many customers it is the plain fit (worked example)', () => {
    const { plain, shrunk } = fitOf(30_000, 3)
    for (const key of ['r', 'alpha', 'a', 'b'] as const) expect(relative(shrunk.parameters[key], plain.parameters[key])).toBeLessThan(0.01)
  })
})
