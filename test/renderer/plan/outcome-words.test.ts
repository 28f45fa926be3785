import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lossWord, shownRange, shownSum, verdictOf } from '../../../renderer/plan/outcome-words.ts'
import { uniqueName } from '../../../renderer/plan/unique-name.ts'

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
    expect(shownSum({ extraClv: range(431_049), costCents: range(86_049) })).toEqual({ extra: 431_000, cost: 86_000, net: 345_000, step: 1000 })
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (extraCents, costCents) => {
      const { extra, cost, net, step } = shownSum({ extraClv: range(extraCents), costCents: range(costCents) })
      expect(extra - cost).toBe(net)
      expect(Math.abs(net - (extraCents - costCents))).toBeLessThanOrEqual(step)
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
