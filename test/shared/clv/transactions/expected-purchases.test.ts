import { describe, expect, test } from 'vitest'
import { timeHistories } from '../../../../shared/clv/season/seasonal-clock.ts'
import { expectationsUnder, forecastPurchases, historyOf, probabilityAliveUnder } from '../../../../shared/clv/transactions/expected-purchases.ts'
import type { FittedTransactions } from '../../../../shared/clv/transactions/fitted-transactions.ts'
import { parameterVector, withParameters } from '../../../../shared/clv/transactions/parameter-vector.ts'
import { calibration, MISSING, referenceMissing, referenceText, summaryOf } from '../reference-data.ts'

type Known = { params: [number, number, number, number]; sum_palive: number; sum_cet_H: number; sum_det_52: number; sum_det_156: number }
type Golden = { datasets: Record<string, { H: number; models: Record<'mbgnbd' | 'pnbd', Known> }> }

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)

describe('all customers together, by other software (golden.json)', () => {
  const sets = [['cdnow_sample', 'cdnow_sample.csv'], ['cdnow_master', 'cdnow_master.csv.gz']] as const
  const models = ['mbgnbd', 'pnbd'] as const
  test.skipIf(referenceMissing).each(sets.flatMap(([name, file]) => models.map((model) => [model, name, file] as const)))(`%s on %s ${MISSING}`, (model, name, file) => {
    const { H, models: known } = (JSON.parse(referenceText('golden.json')) as Golden).datasets[name]!
    const { params: [r, alpha, third, fourth], sum_palive, sum_cet_H, sum_det_52, sum_det_156 } = known[model]
    const fitted: FittedTransactions = model === 'pnbd'
      ? { model: 'pareto-nbd', parameters: { r, alpha, s: third, beta: fourth } }
      : { model: 'mbg-nbd', parameters: { r, alpha, a: third, b: fourth } }
    const summary = summaryOf(calibration(file))
    const over = (weeks: number, discountRate: number) => forecastPurchases(timeHistories(summary, null, 0, weeks * 7), fitted, discountRate)
    expect(Math.abs(sum(over(H, 0).probabilityAlive) / sum_palive - 1)).toBeLessThan(1e-8)
    expect(Math.abs(sum(over(H, 0).expected) / sum_cet_H - 1)).toBeLessThan(1e-8)
    expect(Math.abs(sum(over(52, 0.0027).discounted) / sum_det_52 - 1)).toBeLessThan(1e-8)
    expect(Math.abs(sum(over(156, 0.0027).discounted) / sum_det_156 - 1)).toBeLessThan(1e-8)
  })
})

const histories = timeHistories({
  customerIds: Int32Array.of(1, 2, 3), purchaseCount: Int32Array.of(4, 1, 0), firstDay: Int32Array.of(100, 300, -1), lastDay: Int32Array.of(310, 300, -1),
  netCents: new Float64Array(3), purchaseCents: new Float64Array(3), observedUntilDay: 373,
}, null, 10, 70)

test('steady customers are watched from the first day of the data, and every purchase counts: (r + n) / (alpha + S) a week (worked example)', () => {
  const { expected, probabilityAlive, discounted } = forecastPurchases(histories, { model: 'established-nbd', parameters: { r: 1, alpha: 8 }, window: 52 }, 0)
  expect(Array.from(expected)).toEqual([expect.closeTo((5 / 60) * 10, 12), expect.closeTo((2 / 60) * 10, 12), 0])
  expect(Array.from(discounted)).toEqual(Array.from(expected))
  expect(Array.from(probabilityAlive)).toEqual([1, 1, 0])
})

test('nobody leaves under nbd: P(alive) 1 after any silence (worked example); the expectations are those of the forecast', () => {
  const fitted: FittedTransactions = { model: 'nbd', parameters: { r: 1, alpha: 8 } }
  const silent = { repeatPurchaseCount: 3, activeSpan: 30, observed: 39 }
  expect(probabilityAliveUnder(fitted, { ...silent, observed: 3900 })).toBe(1)
  expect(probabilityAliveUnder({ model: 'mbg-nbd', parameters: { r: 1, alpha: 8, a: 1, b: 2 } }, { ...silent, observed: 29 })).toBeNaN()
  const { expected, discounted } = expectationsUnder(fitted, { horizon: 10, discountRate: 0.01 })(silent)
  const forecast = forecastPurchases(histories, fitted, 0.01)
  expect([expected, discounted]).toEqual([forecast.expected[0], forecast.discounted[0]])
})

test('a history in weeks (worked example)', () => {
  expect(historyOf(histories, 0)).toEqual({ repeatPurchaseCount: 3, activeSpan: 30, observed: 39 })
})

test('parameters as a vector and back, for every model', () => {
  expect(withParameters({ model: 'nbd', parameters: { r: 1, alpha: 1 } }, [2, 3])).toEqual({ model: 'nbd', parameters: { r: 2, alpha: 3 } })
  const models: readonly FittedTransactions[] = [
    { model: 'mbg-nbd', parameters: { r: 1, alpha: 2, a: 3, b: 4 } }, { model: 'mbg-cnbd-k', parameters: { k: 2, r: 1, alpha: 2, a: 3, b: 4 } },
    { model: 'pareto-nbd', parameters: { r: 1, alpha: 2, s: 3, beta: 4 } }, { model: 'nbd', parameters: { r: 1, alpha: 2 } }, { model: 'established-nbd', parameters: { r: 1, alpha: 2 }, window: 9 },
  ]
  for (const fitted of models) {
    const vector = parameterVector(fitted)
    expect(withParameters(fitted, vector)).toEqual(fitted)
    expect(parameterVector(withParameters(fitted, vector.map((value) => 2 * value)))).toEqual(vector.map((value) => 2 * value))
  }
})
