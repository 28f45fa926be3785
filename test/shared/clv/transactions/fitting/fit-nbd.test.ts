import { expect, test } from 'vitest'
import { fitNbd, likelihood } from '../../../../../shared/clv/transactions/fitting/fit-nbd.ts'
import { purchasePatterns } from '../../../../../shared/clv/transactions/fitting/purchase-patterns.ts'
import { meanObserved } from '../../../../../shared/clv/transactions/fitting/survival-counts.ts'
import { logLikelihood } from '../../../../../shared/clv/transactions/nbd.ts'
import { maximize } from '../../../../../shared/numerics/maximize.ts'
import { standardErrors } from '../../../../../shared/numerics/standard-errors.ts'
import { calibration, MISSING, referenceMissing, summaryOf } from '../../reference-data.ts'
import { simulateParetoShop } from '../pareto-shop.ts'

const NOBODY_LEAVES = { r: 0.8, alpha: 10, s: 1e-9, beta: 1e6 }

test.skipIf(referenceMissing)(`Online Retail, 26 weeks: .741636, 8.7367, -13255.613441 ${MISSING}`, () => {
  const { parameters, maximum } = fitNbd(purchasePatterns(summaryOf(calibration('online_retail_26w.csv')), 7))
  expect(parameters.r).toBeCloseTo(0.741636, 5)
  expect(parameters.alpha).toBeCloseTo(8.7367, 4)
  expect(maximum.value).toBeCloseTo(-13255.613441, 5)
  expect(maximum).toMatchObject({ converged: true, atBound: [false, false] })
})

test('the likelihood maximised is the one of the single customers', () => {
  const patterns = simulateParetoShop(200, NOBODY_LEAVES, 60, 2)
  const { parameters, maximum } = fitNbd(patterns)
  let sum = 0
  patterns.weight.forEach((weight, i) => {
    sum += weight * logLikelihood(parameters, { repeatPurchaseCount: patterns.repeatPurchaseCount[i]!, activeSpan: patterns.activeSpan[i]!, observed: patterns.observed[i]! })
  })
  expect(maximum.value).toBeCloseTo(sum, 8)
})

test('known parameters come back from simulated customers, within their own standard errors, from any start', () => {
  for (const seed of [1, 2, 3, 4]) {
    const patterns = simulateParetoShop(4000, NOBODY_LEAVES, 104, seed)
    const { parameters, maximum } = fitNbd(patterns)
    const [rError, alphaError] = standardErrors(maximum)
    expect(Math.abs(parameters.r - 0.8)).toBeLessThan(3 * rError!)
    expect(Math.abs(parameters.alpha - 10)).toBeLessThan(3 * alphaError! + 0.5)
    for (const start of [[0.05, 0.05], [5, 5], [0.05, 5], [5, 0.05]]) {
      const found = maximize(likelihood(patterns), [start], { scale: [1, meanObserved(patterns)] })
      expect(found.value).toBeCloseTo(maximum.value, 6)
      expect(found.evaluations).toBeLessThanOrEqual(12)
    }
  }
})
