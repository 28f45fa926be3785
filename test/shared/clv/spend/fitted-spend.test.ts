import { expect, test } from 'vitest'
import { expectedOrder, fitSpend } from '../../../../shared/clv/spend/fitted-spend.ts'
import { expectedOrderValue, fitGammaGamma } from '../../../../shared/clv/spend/gamma-gamma.ts'
import { expectedLogNormalOrder, fitLogNormal } from '../../../../shared/clv/spend/log-normal.ts'
import { expectedShrunkenOrder, fitShrunkenMean } from '../../../../shared/clv/spend/shrunken-mean.ts'
import { spendModels } from '../../../../shared/contract/forecast.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { MISSING, referenceMissing } from '../reference-data.ts'
import { spendSummary } from './spend-summary.ts'

const random = seededRandom(4)
const purchases = Array.from({ length: 300 }, () => 1 + Math.floor(random.uniform() * 6))
const totals = purchases.map((n) => random.gamma(5 * n) / (random.gamma(4) / 20))

test('halfway between 50 and 70 after as many orders as the shop counts for: 60 (worked example)', () => {
  expect(expectedOrder({ model: 'shrunken-mean', parameters: { shopMean: 50, priorPurchases: 2, highestMean: 500 } }, 2, 140)).toBeCloseTo(60, 12)
})

test.skipIf(referenceMissing)(`F19: Gamma-Gamma on the CDNOW sample: 9.8818, 3.3987, 7.9280 (worked example) ${MISSING}`, () => {
  const { purchases: counts, totals: paid } = spendSummary('cdnow_sample.csv')
  const { parameters } = fitSpend('gamma-gamma', counts, paid)
  const published = { p: 9.8818, q: 3.3987, gamma: 7.928 }
  for (const [name, value] of Object.entries(published)) expect(Math.abs((parameters as typeof published)[name as keyof typeof published] / value - 1)).toBeLessThan(1e-3)
})

test.each(spendModels)('F19: %s is fitted, and expects, as its own file does', (model) => {
  const own = {
    'gamma-gamma': () => {
      const { parameters } = fitGammaGamma(purchases, totals)
      return { parameters, order: expectedOrderValue(parameters, 3, 120) }
    },
    'log-normal': () => {
      const { parameters } = fitLogNormal(purchases, totals)
      return { parameters, order: expectedLogNormalOrder(parameters, 3, 120) }
    },
    'shrunken-mean': () => {
      const { parameters } = fitShrunkenMean(purchases, totals)
      return { parameters, order: expectedShrunkenOrder(parameters, 3, 120) }
    },
  } as const
  const fitted = fitSpend(model, purchases, totals)
  const known = own[model]()
  expect(fitted).toEqual({ model, parameters: known.parameters })
  expect(expectedOrder(fitted, 3, 120)).toBe(known.order)
  expect(known.order).toBeGreaterThan(10)
})

test.each(spendModels)('%s: with no paying customer there are numbers still', (model) => {
  const fitted = fitSpend(model, [1, 2], [0, 0])
  expect(Object.values(fitted.parameters).every(Number.isFinite)).toBe(true)
  expect(Number.isFinite(expectedOrder(fitted, 2, 140))).toBe(true)
})
