import { describe, expect, test } from 'vitest'
import { fitNbd } from '../../../../../shared/clv/transactions/fitting/fit-nbd.ts'
import { fitParetoNbd, likelihood } from '../../../../../shared/clv/transactions/fitting/fit-pareto-nbd.ts'
import { purchasePatterns, type PurchasePatterns } from '../../../../../shared/clv/transactions/fitting/purchase-patterns.ts'
import { meanObserved } from '../../../../../shared/clv/transactions/fitting/survival-counts.ts'
import { logLikelihood, type ParetoParameters } from '../../../../../shared/clv/transactions/pareto-nbd.ts'
import { maximize } from '../../../../../shared/numerics/maximize.ts'
import { standardErrors } from '../../../../../shared/numerics/standard-errors.ts'
import { calibration, MISSING, referenceMissing, referenceText, summaryOf } from '../../reference-data.ts'
import { simulateParetoShop, WILD_STARTS } from '../pareto-shop.ts'

type Golden = { datasets: Record<string, { models: { pnbd: { params: number[]; LL: number } } }> }

const TRUTH = { r: 0.8, alpha: 12, s: 0.7, beta: 20 }
const patternsOf = (file: string) => purchasePatterns(summaryOf(calibration(file)), 7)
const valuesOf = ({ r, alpha, s, beta }: ParetoParameters) => [r, alpha, s, beta]

function relative(value: number, truth: number): number {
  return Math.abs(value / truth - 1)
}

function climbFrom(patterns: PurchasePatterns, start: readonly number[]) {
  const time = meanObserved(patterns)
  return maximize(likelihood(patterns), [start], { scale: [1, time, 1, time] })
}

describe('the fit of other software', () => {
  test.skipIf(referenceMissing).each([['cdnow_sample', 'cdnow_sample.csv'], ['cdnow_master', 'cdnow_master.csv.gz']])(`%s: golden.json ${MISSING}`, (name, file) => {
    const known = (JSON.parse(referenceText('golden.json')) as Golden).datasets[name]!.models.pnbd
    const { parameters, maximum } = fitParetoNbd(patternsOf(file))
    expect(maximum).toMatchObject({ converged: true, atBound: [false, false, false, false] })
    expect(Math.abs(maximum.value - known.LL)).toBeLessThan(1e-6)
    valuesOf(parameters).forEach((value, i) => expect(relative(value, known.params[i]!)).toBeLessThan(1e-4))
  })

  test.skipIf(referenceMissing)(`standard errors of the CDNOW sample, as CLVTools has them ${MISSING}`, () => {
    const { parameters, maximum } = fitParetoNbd(patternsOf('cdnow_sample.csv'))
    const known = [0.0476264, 0.8427222, 0.1872594, 6.2105448]
    standardErrors(maximum).forEach((error, i) => expect(relative(error!, known[i]!)).toBeLessThan(2e-4))
    expect(standardErrors(maximum).map((error) => Number(error!.toFixed(7)))).toEqual([0.0476278, 0.8427221, 0.1872787, 6.2110325])
    expect(valuesOf(parameters).map((value) => Number(value.toFixed(3)))).toEqual([0.553, 10.578, 0.606, 11.669])
  })

  test.skipIf(referenceMissing)(`Online Retail, whose customers cannot be seen to leave, stops cleanly at the NBD ${MISSING}`, () => {
    const patterns = patternsOf('online_retail_26w.csv')
    const { parameters, maximum } = fitParetoNbd(patterns)
    expect(maximum.converged).toBe(true)
    expect(maximum.value).toBeCloseTo(-13255.613441, 5)
    expect(maximum.atBound.slice(2)).toContain(true)
    expect(standardErrors(maximum).slice(0, 2)).not.toContain(null)
    const plain = fitNbd(patterns)
    expect(relative(parameters.r, plain.parameters.r)).toBeLessThan(1e-5)
    expect(relative(parameters.alpha, plain.parameters.alpha)).toBeLessThan(1e-5)
  })
})

describe('at most twelve evaluations from any start', () => {
  test.skipIf(referenceMissing).each(['cdnow_sample.csv', 'online_retail_26w.csv'])(`%s ${MISSING}`, (file) => {
    const patterns = patternsOf(file)
    const best = fitParetoNbd(patterns).maximum.value
    for (const start of WILD_STARTS) {
      const found = climbFrom(patterns, start)
      expect(found.evaluations, start.join()).toBeLessThanOrEqual(12)
      expect(found.converged).toBe(true)
      expect(found.value).toBeCloseTo(best, 5)
    }
  })

  test('simulated customers', () => {
    const patterns = simulateParetoShop(2000, TRUTH, 104, 1)
    const best = fitParetoNbd(patterns)
    for (const start of WILD_STARTS) {
      const found = climbFrom(patterns, start)
      expect(found.evaluations, start.join()).toBeLessThanOrEqual(12)
      expect(found.value).toBeCloseTo(best.maximum.value, 6)
      valuesOf(best.parameters).forEach((value, i) => expect(relative(found.parameters[i]!, value)).toBeLessThan(1e-3))
    }
  })
})

test('the likelihood maximised is the one of the single customers, its derivatives those of differences', () => {
  for (const truth of [TRUTH, { r: 0.8, alpha: 20, s: 0.7, beta: 5 }, { r: 0.8, alpha: 10, s: 0.7, beta: 10 }]) {
    const patterns = simulateParetoShop(300, truth, 80, 3)
    const at = Float64Array.from(valuesOf(truth))
    const evaluate = likelihood(patterns)
    const { value, gradient, hessian } = evaluate(at)
    let sum = 0
    patterns.weight.forEach((weight, i) => {
      sum += weight * logLikelihood(truth, { repeatPurchaseCount: patterns.repeatPurchaseCount[i]!, activeSpan: patterns.activeSpan[i]!, observed: patterns.observed[i]! })
    })
    expect(value).toBeCloseTo(sum, 7)
    for (let i = 0; i < 4; i++) {
      const step = 1e-5 * at[i]!
      const up = evaluate(at.map((v, k) => (k === i ? v + step : v)))
      const down = evaluate(at.map((v, k) => (k === i ? v - step : v)))
      expect(Math.abs((up.value - down.value) / (2 * step) - gradient[i]!)).toBeLessThan(1e-4 * (1 + Math.abs(gradient[i]!)))
      for (let j = 0; j < 4; j++) {
        expect(Math.abs((up.gradient[j]! - down.gradient[j]!) / (2 * step) - hessian[i * 4 + j]!)).toBeLessThan(1e-6 * (1 + Math.abs(hessian[i * 4 + j]!)))
      }
    }
  }
})

test('known parameters come back from simulated customers, within their own standard errors', () => {
  let within = 0
  const seeds = [1, 2, 3, 4, 5, 6]
  for (const seed of seeds) {
    const { parameters, maximum } = fitParetoNbd(simulateParetoShop(8000, TRUTH, 104, seed))
    expect(maximum.converged).toBe(true)
    expect(relative(parameters.r / parameters.alpha, TRUTH.r / TRUTH.alpha)).toBeLessThan(0.08)
    const errors = standardErrors(maximum)
    // Two standard errors, and a little for purchases of one day that are one.
    within += valuesOf(TRUTH).filter((truth, i) => Math.abs(valuesOf(parameters)[i]! - truth) < 2 * errors[i]! + 0.05 * truth).length
  }
  expect(within / (4 * seeds.length)).toBeGreaterThan(0.85)
})

test('every kind of shop, large or small, ends converged and finite', () => {
  const kinds = [[0.6, 8, 0.6, 10], [0.8, 10, 1e-6, 1e3], [1.5, 20, 0.05, 5], [0.3, 2, 3, 5], [5, 50, 1, 9], [0.6, 8, 50, 2000], [0.1, 1, 0.2, 0.2], [50, 500, 0.7, 20]] as const
  for (const [r, alpha, s, beta] of kinds) {
    for (const [customers, seed] of [[40, 1], [40, 2], [200, 3], [1000, 4]] as const) {
      const { parameters, maximum } = fitParetoNbd(simulateParetoShop(customers, { r, alpha, s, beta }, 78, seed))
      expect(maximum.converged, `${customers} customers of ${r}, ${alpha}, ${s}, ${beta}`).toBe(true)
      expect(valuesOf(parameters).every((value) => Number.isFinite(value) && value > 0)).toBe(true)
    }
  }
})
