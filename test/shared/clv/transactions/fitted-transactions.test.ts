import { describe, expect, test } from 'vitest'
import { timeHistories } from '../../../../shared/clv/season/seasonal-clock.ts'
import { fittingInput, fitTransactions, isSmall, seesLeaving } from '../../../../shared/clv/transactions/fitted-transactions.ts'
import { fitBetaGeometric, fitSmallShop } from '../../../../shared/clv/transactions/fitting/fit-beta-geometric.ts'
import { fitEstablishedNbd } from '../../../../shared/clv/transactions/fitting/fit-established-nbd.ts'
import { fitNbd } from '../../../../shared/clv/transactions/fitting/fit-nbd.ts'
import { fitParetoNbd } from '../../../../shared/clv/transactions/fitting/fit-pareto-nbd.ts'
import { fitRegularBuying } from '../../../../shared/clv/transactions/fitting/fit-regular-buying.ts'
import { purchasePatterns } from '../../../../shared/clv/transactions/fitting/purchase-patterns.ts'
import { parameterVector } from '../../../../shared/clv/transactions/parameter-vector.ts'
import { transactionModels } from '../../../../shared/contract/forecast.ts'
import { calibration, MISSING, referenceMissing, summaryOf } from '../reference-data.ts'
import { simulateShop } from '../simulated-shop.ts'

const YEAR = 364

function inputOf(customers: number, k: number) {
  const { summary } = simulateShop(customers, { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }, { p: 6, q: 4, gamma: 15 }, { weeks: 80, laterWeeks: 0, seed: 3 })
  return fittingInput(timeHistories(summary, null, 0, YEAR), k)
}

test.skipIf(referenceMissing)(`F19: MBG/NBD on the CDNOW sample: r .524843 (worked example) ${MISSING}`, () => {
  const { fitted, maximum } = fitTransactions('mbg-nbd', fittingInput(timeHistories(summaryOf(calibration('cdnow_sample.csv')), null, 0, YEAR), 1))
  expect(fitted.parameters.r).toBeCloseTo(0.524843, 5)
  expect(maximum.converged).toBe(true)
})

describe('every model is fitted by its own fit', () => {
  const input = inputOf(600, 2)
  const { patterns, histories } = input
  const window = (histories.observedUntilDay - histories.dataFirstDay + 1) / 7
  const own = {
    'mbg-nbd': () => fitBetaGeometric(patterns), 'mbg-cnbd-k': () => fitRegularBuying(patterns, 2, null), 'pareto-nbd': () => fitParetoNbd(patterns),
    'nbd': () => fitNbd(patterns), 'established-nbd': () => fitEstablishedNbd(histories.purchaseCount, window),
  } as const

  test.each(transactionModels)('F19: %s, in weeks', (model) => {
    const { fitted, maximum } = fitTransactions(model, input)
    expect(fitted.model).toBe(model)
    expect(fitted.parameters).toEqual(own[model]().parameters)
    expect(maximum).toEqual(own[model]().maximum)
    expect(parameterVector(fitted)).toEqual([...maximum.parameters])
  })

  test('patterns are those of the histories, regular buying has the k asked for, steady customers the window of the data', () => {
    expect(patterns).toEqual(purchasePatterns(histories, 7))
    expect(fitTransactions('mbg-cnbd-k', input).fitted).toMatchObject({ parameters: { k: 2 } })
    expect(fitTransactions('established-nbd', input).fitted).toMatchObject({ window })
  })
})

describe('a small shop', () => {
  test('is one of 499 customers, not of 500 (worked example), and MBG/NBD is then penalised', () => {
    const [small, large] = [inputOf(499, 1), inputOf(500, 1)]
    expect([small, large].map(({ patterns }) => isSmall(patterns))).toEqual([true, false])
    expect(fitTransactions('mbg-nbd', small).fitted.parameters).toEqual(fitSmallShop(small.patterns).parameters)
    expect(fitTransactions('mbg-nbd', large).fitted.parameters).toEqual(fitBetaGeometric(large.patterns).parameters)
  })

  test('regular buying with k 1 is MBG/NBD from 500 customers on, not below (worked example)', () => {
    const apart = [499, 500].map((customers) => {
      const [plain, regular] = (['mbg-nbd', 'mbg-cnbd-k'] as const).map((model) => parameterVector(fitTransactions(model, inputOf(customers, 1)).fitted))
      return Math.max(...plain!.map((value, i) => Math.abs(value / regular![i]! - 1)))
    })
    expect(apart[0]).toBeGreaterThan(0.01)
    expect(apart[1]).toBeLessThan(1e-3)
  })
})

test('leaving cannot be seen under nbd (worked example)', () => {
  const parameters = { r: 1, alpha: 10 }
  expect(seesLeaving({ model: 'nbd', parameters })).toBe(false)
  expect(seesLeaving({ model: 'established-nbd', parameters, window: 52 })).toBe(false)
  expect(seesLeaving({ model: 'mbg-nbd', parameters: { ...parameters, a: 1, b: 2 } })).toBe(true)
  expect(seesLeaving({ model: 'mbg-cnbd-k', parameters: { ...parameters, a: 1, b: 2, k: 2 } })).toBe(true)
  expect(seesLeaving({ model: 'pareto-nbd', parameters: { ...parameters, s: 1, beta: 10 } })).toBe(true)
})
