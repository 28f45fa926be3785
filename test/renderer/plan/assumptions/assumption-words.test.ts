import { describe, expect, test } from 'vitest'
import { createFormat } from '../../../../renderer/format.ts'
import { groupOf, isWorded, numberFormat, roughValueInWords, sliderEnd, usualRange, valueInWords } from '../../../../renderer/plan/assumptions/assumption-words.ts'
import { bestOf, waterfallParts } from '../../../../renderer/plan/store/plan-selectors.ts'
import type { Assumption, Scenario, SimulationOutcome } from '../../../../shared/contract/strategies.ts'
import { ok } from '../../../../shared/result.ts'
import { describeStrategies } from '../../../../shared/strategies/index.ts'

const english = createFormat('en', 'EUR')
const dutch = createFormat('nl', 'EUR')
const assumption = (changes: Partial<Assumption>): Assumption =>
  ({ id: 'takeRate', unit: 'rate', default: 0.12, min: 0, max: 0.6, step: 0.01, uncertainty: 0.4, source: 'judgement', ...changes })
const all = describeStrategies({ contributionMarginRate: null, hourlyRateCents: 0 }).flatMap((strategy) => strategy.assumptions)

describe('assumptions in words', () => {
  test('each has words, and is somebody’s to expect or to decide', () => {
    expect(all.filter(({ id }) => !isWorded(id))).toEqual([])
    expect(new Set(all.filter((each) => groupOf(each) === 'expected').map(({ id }) => id)).size).toBe(10)
  })

  test('a value is written in its unit, in the language of the owner', () => {
    // Intl puts a no-break space between the mark and the amount.
    const said = (each: Partial<Assumption>, value: number) => [english, dutch].map((format) => valueInWords(assumption(each), value, format).replaceAll('\u00A0', ' '))
    expect(said({}, 0.12)).toEqual(['12%', '12%'])
    expect(said({ step: 0.005 }, 0.025)).toEqual(['2.5%', '2,5%'])
    expect(said({ unit: 'cents', step: 5 }, 80)).toEqual(['€0.80', '€ 0,80'])
    expect(said({ unit: 'weeks', step: 1 }, 8)).toEqual(['8 weeks', '8 weken'])
    expect(said({ unit: 'hours', step: 0.5 }, 3.5)).toEqual(['3.5 hours', '3,5 uur'])
    expect(said({ unit: 'count' }, 2.62)).toEqual(['2.62', '2,62'])
  })

  test('a rough amount is said in round figures', () => {
    const price = assumption({ unit: 'cents', default: 1000, uncertainty: 0.15, max: 50_000, step: 50 })
    const range = usualRange(price)
    expect([range?.from, range?.to].map((end) => roughValueInWords(price, end ?? 0, english))).toEqual(['€8', '€12'])
    expect(roughValueInWords(price, 83, english)).toBe('€0.80')
    expect(roughValueInWords(assumption({}), 0.0586, english)).toBe('6%')
  })

  test('no default is rounded away by how it is written', () => {
    for (const each of all) {
      const scale = each.unit === 'cents' ? 100 : 1
      const digits = new Intl.NumberFormat('en', { ...numberFormat(each, 'EUR'), useGrouping: false }).formatToParts(each.default / scale)
        .filter(({ type }) => ['integer', 'decimal', 'fraction'].includes(type)).map(({ value }) => value).join('')
      expect(Number(digits) / (each.unit === 'rate' ? 100 : 1)).toBeCloseTo(each.default / scale, 9)
    }
  })

  test('usual is where eight of ten draws fall, inside what can be chosen', () => {
    const usual = usualRange(assumption({}))
    expect([usual?.from, usual?.to].map((end) => Number(end?.toFixed(4)))).toEqual([0.0586, 0.1814])
    expect(usualRange(assumption({ default: 0.5, uncertainty: 1 }))).toEqual({ from: 0, to: 0.6 })
    expect(usualRange(assumption({ uncertainty: 0 }))).toBeNull()
  })

  test('a slider leaves room for what is usual, and never hides where the owner is', () => {
    const price = assumption({ unit: 'cents', default: 1000, max: 50_000, step: 50 })
    expect(sliderEnd(price, 1000)).toBe(5000)
    expect(sliderEnd(price, 12_345)).toBe(12_350)
    expect(sliderEnd(price, 50_000)).toBe(50_000)
    expect(sliderEnd(assumption({}), 0.12)).toBe(0.6)
    for (const each of all) {
      const end = sliderEnd(each, each.default)
      expect(end).toBeGreaterThan(each.min)
      expect(end).toBeLessThanOrEqual(each.max)
      expect(end).toBeGreaterThanOrEqual(each.default)
    }
  })
})

describe('what is drawn', () => {
  const step = (id: SimulationOutcome['waterfall'][number]['id'], cents: number) => ({ id, cents, p10: cents, p90: cents })
  const outcome = (net: number) => ({ net: { mean: net }, waterfall: [step('extra-purchases', net), step('hours', 0), step('net', net)] }) as SimulationOutcome
  const scenario = (scenarioId: number) => ({ scenarioId }) as Scenario

  test('parts that are nothing are left out, the net never is', () => {
    expect(waterfallParts(outcome(5)).map(({ id, isTotal }) => [id, isTotal])).toEqual([['extra-purchases', false], ['net', true]])
    expect(waterfallParts(outcome(0)).map(({ id }) => id)).toEqual(['net'])
  })

  test('the best brings the most, and something', () => {
    const compared = (...nets: number[]) => nets.map((net, index) => ({ scenario: scenario(index + 1), result: ok(outcome(net)) }))
    expect(bestOf(compared(3, 7, 5))).toBe(2)
    expect(bestOf(compared(-3, -7))).toBeNull()
    expect(bestOf([{ scenario: scenario(1), result: { ok: false, error: { code: 'audience-empty' } } }, ...compared(-1).map((each) => ({ ...each, scenario: scenario(2) }))])).toBeNull()
  })
})
