import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundAsSaid } from '../../../../renderer/format.ts'
import { roundingStep } from '../../../../renderer/ui/charts/rounding.ts'
import { waterfallGeometry, type WaterfallPart } from '../../../../renderer/ui/charts/waterfall-geometry.ts'

const part = (id: string, cents: number, spread = 0): WaterfallPart => ({ id, cents, p10: cents - spread, p90: cents + spread, isTotal: false })

function withNet(parts: readonly WaterfallPart[], spread = 0): WaterfallPart[] {
  const cents = parts.reduce((sum, each) => sum + each.cents, 0)
  return [...parts, { id: 'net', cents, p10: cents - spread, p90: cents + spread, isTotal: true }]
}

describe('the waterfall (S1, S3, S4, S10)', () => {
  test('each part starts where the former ended, and the net starts at zero', () => {
    const { zero, bars } = waterfallGeometry(withNet([part('extra', 1000), part('discount', -300), part('hours', -200)]))
    expect(zero).toBe(0)
    expect(bars.map(({ start, end }) => [start, end])).toEqual([[0, 1], [1, 0.7], [0.7, 0.5], [0, 0.5]])
  })

  test('zero stays on the axis when money is lost, and the whiskers fit on it', () => {
    const { zero, bars } = waterfallGeometry(withNet([part('extra', 100, 50), part('fixed', -400)], 50))
    // From -350 (the low end of the net) to 150 (the high end of the extra).
    expect(zero).toBeCloseTo(0.7)
    expect(bars.map(({ low, high }) => [low, high].map((share) => Number(share.toFixed(3))))).toEqual([[0.8, 1], [0.1, 0.1], [0, 0.2]])
  })

  test('nothing at all is a line at zero, not a division by it', () => {
    expect(waterfallGeometry(withNet([part('extra', 0)])).bars.map(({ start, end }) => [start, end])).toEqual([[0, 0], [0, 0]])
    expect(waterfallGeometry([])).toEqual({ zero: 0, bars: [] })
  })

  test('amounts are rounded as people say them', () => {
    expect([345_012, 99_999, 100_000, -1_234_567, 9999, 50, 0, Number.NaN].map(roundingStep)).toEqual([1000, 500, 1000, 10_000, 100, 10, 10, 10])
  })

  test('the parts as read add up to the net as read, every bar lies on the scale, and rounding moves no part by more than a step', () => {
    const amounts = array(integer({ min: -5_000_000, max: 5_000_000 }), { minLength: 1, maxLength: 9 })
    assert(property(amounts, integer({ min: 0, max: 1_000_000 }), (cents, spread) => {
      const parts = withNet(cents.map((each, index) => part(`part-${index}`, each, spread)), spread)
      const { bars } = waterfallGeometry(parts)
      const net = bars.at(-1)
      const sum = bars.slice(0, -1).reduce((total, bar) => total + bar.shownCents, 0)
      expect(sum).toBe(net?.shownCents)
      const step = roundingStep(Math.max(...parts.map((each) => Math.abs(each.cents))))
      for (const bar of bars) {
        expect(Math.abs(bar.shownCents - bar.cents)).toBeLessThanOrEqual(step)
        // Writing the amount must not round it once more.
        expect(roundAsSaid(bar.shownCents / 100)).toBeCloseTo(bar.shownCents / 100, 6)
        for (const place of [bar.start, bar.end, bar.low, bar.high]) {
          expect(place).toBeGreaterThanOrEqual(-1e-9)
          expect(place).toBeLessThanOrEqual(1 + 1e-9)
        }
      }
    }))
  })
})
