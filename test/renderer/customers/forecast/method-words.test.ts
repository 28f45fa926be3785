import { beforeAll, describe, expect, test } from 'vitest'
import { correctionOf, forecastSentence, hasOwnChance, isSameMethod, wayOf } from '../../../../renderer/customers/forecast/method-words.ts'
import { createFormat } from '../../../../renderer/format.ts'
import { i18n, startWords } from '../../../../renderer/i18n.ts'
import { forecastRules, transactionModels, type ForecastSummary } from '../../../../shared/contract/forecast.ts'
import { en, nl, type Language } from '../../../../shared/i18n/index.ts'
import { ownPace, soFar } from './a-report.ts'

beforeAll(() => startWords('en'))

const say = (language: Language, summary: ForecastSummary) => forecastSentence(summary, i18n.getFixedT(language, 'forecast'), createFormat(language, 'EUR'))

test('every way has a name of its own and a sentence, in both languages', () => {
  const ways = [...transactionModels, ...forecastRules]
  for (const { forecast } of [en, nl]) {
    expect(new Set(ways.map((way) => forecast.ways.names[way])).size).toBe(ways.length)
    for (const way of ways) expect(forecast.ways.notes[way]).toMatch(/\.$|\)\.$/)
  }
})

test('a method is the same with the season and without it, another with other amounts', () => {
  expect(isSameMethod(ownPace, { ...ownPace, isSeasonal: true })).toBe(true)
  expect(isSameMethod(ownPace, { ...ownPace, spend: 'gamma-gamma' })).toBe(false)
  expect(isSameMethod(ownPace, soFar)).toBe(false)
  expect(isSameMethod(soFar, soFar)).toBe(true)
  expect(isSameMethod(soFar, { kind: 'rule', rule: 'last-period' })).toBe(false)
})

test('only where customers can leave has a method a chance of its own to tell', () => {
  expect(transactionModels.filter((transactions) => hasOwnChance({ ...ownPace, transactions }))).toEqual(['mbg-nbd', 'pareto-nbd', 'mbg-cnbd-k'])
  expect(hasOwnChance(soFar)).toBe(false)
  expect(wayOf(soFar)).toBe('past-spend-rate')
})

test.each([[1, 'none'], [1.004, 'none'], [0.996, 'none'], [1.05, 'raised'], [0.94, 'lowered']] as const)('a factor of %d is %s', (factor, kind) => {
  expect(correctionOf(factor).kind).toBe(kind)
})

describe('F19: which method is in use, and why', () => {
  test('tested, with its correction', () => {
    expect(say('en', { method: ownPace, levelFactor: 0.94, isTested: true })).toBe(
      'Forecast method: “At their own pace until they silently stay away”. It was chosen by tests on your own sales. What it expects is lowered by 6%, because totals came out too high in those tests.')
    expect(say('nl', { method: { ...ownPace, isSeasonal: true }, levelFactor: 1.05, isTested: true })).toBe(
      'Schattingsmethode: “In een eigen ritme tot ze stil wegblijven”. Die is gekozen door proeven op je eigen verkopen. Het seizoen telt daarin mee. Wat die verwacht is met 5% verhoogd, omdat totalen in die proeven te laag uitkwamen.')
  })

  test('a rule of thumb is called one', () => {
    expect(say('en', { method: soFar, levelFactor: 1, isTested: true })).toBe('Forecast method: “What they spent so far”, a rule of thumb. In tests on your own sales it did as well as any model, or better.')
  })

  test('C10: not tested is said too', () => {
    expect(say('en', { method: ownPace, levelFactor: 1, isTested: false })).toBe(
      'Forecast method: “At their own pace until they silently stay away”, the usual one. There is too little history to test whether another does better.')
  })
})
