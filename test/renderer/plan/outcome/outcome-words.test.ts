import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lossWord, shownRange, shownStep, shownSum, verdictOf } from '../../../../renderer/plan/outcome/outcome-words.ts'
import { uniqueName } from '../../../../renderer/plan/store/unique-name.ts'

const range = (mean: number) => ({ mean, p10: mean, p50: mean, p90: mean })

describe('saying the outcome', () => {
  test('a loss is called a loss, and a gain that may well be a loss is not called a gain', () => {
    expect(verdictOf({ net: range(-1), lossProbability: 0.4 })).toBe('loss')
    expect(verdictOf({ net: range(1), lossProbability: 0.4 })).toBe('uncertain')
    expect(verdictOf({ net: range(1), lossProbability: 0.06 })).toBe('gain')
  })

  test('chances have words', () => {
    expect([0, 0.06, 0.25, 0.5, 0.8, 1].map(lossWord)).toEqual(['none', 'small', 'fair', 'even', 'likely', 'certain'])
  })

  test('extra minus costs is net, as read', () => {
    const outcome = (extra: number, cost: number) => ({
      extraClv: range(extra), costCents: range(cost), net: range(extra - cost), waterfall: [{ id: 'net' as const, cents: extra - cost, p10: 0, p90: 0 }],
    })
    expect(shownSum(outcome(431_049, 86_049))).toEqual({ extra: 431_000, cost: 86_000, net: 345_000 })
    // 497.40 less 382.60 is 114.80: rounded one by one it would read 495 less 385 beside a net of 115.
    expect(shownSum(outcome(49_740, 38_260))).toEqual({ extra: 49_500, cost: 38_000, net: 11_500 })
    assert(property(integer({ min: -1e9, max: 1e9 }), integer({ min: 0, max: 1e9 }), (extraCents, costCents) => {
      const asked = outcome(extraCents, costCents)
      const { extra, cost, net } = shownSum(asked)
      expect(extra - cost).toBe(net)
      expect(Math.abs(net - (extraCents - costCents))).toBeLessThanOrEqual(shownStep(asked) / 2)
      expect(Math.abs(cost - costCents)).toBeLessThanOrEqual(shownStep(asked))
    }))
  })

  test('a range is read in round figures', () => {
    expect(shownRange({ p10: 123_456, p90: 591_234 })).toEqual({ low: 120_000, high: 590_000 })
    expect(shownRange({ p10: -4321, p90: 99 })).toEqual({ low: -4300, high: 100 })
    expect(shownRange({ p10: 0, p90: 0 })).toEqual({ low: 0, high: 0 })
  })
})

test('names of scenarios do not collide', () => {
  expect(uniqueName('Bundle', [])).toBe('Bundle')
  expect(uniqueName('Bundle', ['Bundle', 'Bundle 2'])).toBe('Bundle 3')
  expect(uniqueName('Bundle 2', ['Bundle 2'])).toBe('Bundle 3')
})
