import { describe, expect, test } from 'vitest'
import { chooseForecast, usualMethod } from '../../../../shared/clv/choosing/choose-forecast.ts'
import { complexityOf } from '../../../../shared/clv/choosing/candidates.ts'
import { backTestReport } from '../../../../shared/contract/forecast.ts'
import { ledgerOf } from '../../customers/ledger-of.ts'
import { simulateLedger } from '../simulated-ledger.ts'

const SPEND = { p: 6, q: 4, gamma: 15 }
const leavers = { customers: 1_500, transaction: { r: 0.6, alpha: 4, a: 0.9, b: 2 }, spend: SPEND, newDays: 250, days: 365, laterDays: 0, seed: 12 }

describe('the choice by back-test', () => {
  const { ledger } = simulateLedger(leavers)
  const choice = chooseForecast(ledger, 10_365)

  test('gives a report that crosses to the window, best first, the chosen one among the best', () => {
    const report = backTestReport.parse(choice.report)
    expect(report.origins).toHaveLength(3)
    expect(report.candidates[0]!.score.relativeDeviance).toBe(1)
    report.candidates.forEach(({ score }, i) => expect(score.relativeDeviance).toBeGreaterThanOrEqual(i === 0 ? 1 : report.candidates[i - 1]!.score.relativeDeviance))
    const chosen = report.candidates.find(({ method }) => JSON.stringify(method) === JSON.stringify(choice.method))!
    expect(chosen.isAsGoodAsBest).toBe(true)
    // Of what is as good, nothing is simpler.
    for (const { method, isAsGoodAsBest } of report.candidates) if (isAsGoodAsBest) expect(complexityOf(method)).toBeGreaterThanOrEqual(complexityOf(choice.method))
  })

  test('where customers leave, a model that knows it beats what they spent so far', () => {
    expect(choice.method.kind).toBe('model')
    const score = (kind: string) => choice.report!.candidates.find(({ method }) => JSON.stringify(method).includes(kind))!.score
    expect(score('mbg-nbd').relativeDeviance).toBeLessThan(score('past-spend-rate').relativeDeviance)
  })

  test('is the same every time', () => {
    expect(chooseForecast(ledger, 10_365)).toEqual(choice)
  })
})

test('steady customers from before the data began: nobody is seen to leave, and a rule or a model without leaving is used', () => {
  // All known from the first month on, buying at their own pace for ever.
  const { ledger } = simulateLedger({ customers: 1_500, transaction: { r: 1, alpha: 4, a: 1e-6, b: 1 }, spend: SPEND, newDays: 20, days: 365, laterDays: 0, seed: 5 })
  const { method } = chooseForecast(ledger, 10_365)
  const knowsLeaving = method.kind === 'model' && !['nbd', 'established-nbd'].includes(method.transactions)
  expect(knowsLeaving).toBe(false)
})

test('every back-test tries the same models, also in a shop that grows past what counts as small between them', () => {
  for (const seed of [3, 5, 8]) {
    const { ledger } = simulateLedger({ customers: 800, transaction: { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }, spend: SPEND, newDays: 330, days: 365, laterDays: 0, seed })
    const { report } = chooseForecast(ledger, 10_365)
    expect(report!.origins.map(({ customers }) => customers)).toEqual([expect.toSatisfy((customers: number) => customers < 500), expect.toSatisfy((customers: number) => customers > 500), expect.anything()])
    expect(report!.candidates.some(({ method }) => method.kind === 'model')).toBe(true)
  }
})

test('a forecast that is exactly right is no trouble: a standing order every day', () => {
  const orders = Array.from({ length: 60 }, (_, customer) => Array.from({ length: 301 }, (_, day) => ({ customer, day, cents: 100 }))).flat()
  const { method, report } = chooseForecast(ledgerOf(orders), 300)
  expect(method).toMatchObject({ kind: 'rule' })
  expect(backTestReport.parse(report).candidates.find(({ method: tried }) => tried.kind === 'rule' && tried.rule === 'past-spend-rate')!.score.relativeDeviance).toBe(1)
})

test('regular buyers are told by their intervals', () => {
  const orders = Array.from({ length: 400 }, (_, customer) => {
    const gap = 20 + (customer % 30)
    return Array.from({ length: 3 + (customer % 9) }, (_, i) => ({ customer, day: (customer % 60) + i * gap + ((customer * 7 + i * 3) % 5), cents: 2_000 + 100 * (customer % 7) }))
  }).flat()
  expect(chooseForecast(ledgerOf(orders), 400).k).toBeGreaterThan(1)
})

describe('thin history degrades openly', () => {
  test.each([
    ['forty customers in a month', Array.from({ length: 40 }, (_, customer) => ({ customer, day: customer % 27, cents: 1_000 })), 27],
    ['one purchase each', Array.from({ length: 200 }, (_, customer) => ({ customer, day: customer, cents: 1_000 })), 200],
    ['nobody', [], 100],
  ] as const)('%s: the usual method, and no report', (_, orders, lastDay) => {
    expect(chooseForecast(ledgerOf(orders), lastDay)).toMatchObject({ method: usualMethod, report: null, level: { factor: 1, deviation: 0 } })
  })
})
