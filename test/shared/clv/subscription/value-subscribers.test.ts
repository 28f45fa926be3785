import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseIsoDay } from '../../../../shared/calendar.ts'
import { paymentsAhead } from '../../../../shared/clv/subscription/payments-ahead.ts'
import { afterRenewals } from '../../../../shared/clv/subscription/shifted-beta-geometric.ts'
import type { Subscription } from '../../../../shared/clv/subscription/tenures.ts'
import { valueSubscribers } from '../../../../shared/clv/subscription/value-subscribers.ts'
import { simulateSubscribers } from './simulated-subscribers.ts'

const day = (text: string) => parseIsoDay(text)!
const TODAY = day('2024-06-15')
const PLAIN = { contributionMarginRate: null, annualDiscountRate: 0, horizonMonths: 36 }
const running = (startedOn: string, amountCents: number | null = 1000): Subscription => ({ startedOn: day(startedOn), endedOn: null, amountCents })
const TWELVE = Array.from({ length: 12 }, () => running('2024-01-01'))

describe('nobody has left yet', () => {
  test('F3, F7: no infinity but the horizon, 10 a month x 36 months = 360, with a margin of 60% 216 (worked example)', () => {
    const valued = valueSubscribers(TWELVE, TODAY, PLAIN)
    expect(valued.fit).toEqual({ kind: 'nobody-left', subscribers: 12, monthsObserved: 60 })
    expect(valued.residualClvCents).toEqual(TWELVE.map(() => 36_000))
    expect(valueSubscribers(TWELVE, TODAY, { ...PLAIN, contributionMarginRate: 0.6 })).toMatchObject({ basis: 'gross-profit', residualClvCents: TWELVE.map(() => 21_600) })
  })

  test('the range says how much less it may be, and not more', () => {
    const { mean, p10, p50, p90 } = valueSubscribers(TWELVE, TODAY, PLAIN).residualTotal!
    expect(mean).toBe(12 * 36_000)
    expect(p10).toBeLessThan(p50)
    expect(p10).toBeLessThan(0.8 * mean)
    expect(p90).toBeLessThanOrEqual(mean)
    const longer = TWELVE.map(() => running('2016-01-01'))
    expect(valueSubscribers(longer, TODAY, PLAIN).residualTotal!.p10).toBeGreaterThan(p10)
  })
})

describe('a subscription whose end is known', () => {
  test('is paid until then for sure, at most to the horizon, whatever the others do', () => {
    const ending = { startedOn: day('2024-01-01'), endedOn: day('2024-09-01'), amountCents: 1000 }
    expect(valueSubscribers([ending], TODAY, PLAIN)).toMatchObject({
      expectedPayments: [2], residualClvCents: [2000], residualTotal: { p10: 2000, p50: 2000, p90: 2000, mean: 2000 },
    })
    expect(valueSubscribers([ending], TODAY, { ...PLAIN, horizonMonths: 1 }).residualClvCents).toEqual([1000])
    const left = TWELVE.map(({ startedOn }) => ({ startedOn, endedOn: day('2024-02-01'), amountCents: 1000 }))
    expect(valueSubscribers([...left, ending], TODAY, PLAIN)).toMatchObject({ fit: { kind: 'fitted' }, residualTotal: { p10: 2000, p90: 2000 } })
  })

  test('has nothing to come once it has ended, not begun, or cannot be', () => {
    const odd = [
      { startedOn: day('2024-01-01'), endedOn: day('2024-03-01'), amountCents: 1000 },
      running('2025-01-01'),
      { startedOn: day('2024-03-01'), endedOn: day('2024-01-01'), amountCents: null },
    ]
    const valued = valueSubscribers([...TWELVE, ...odd], TODAY, PLAIN)
    expect(valued.residualClvCents.slice(12)).toEqual([0, 0, 0])
    expect(valued.expectedPayments.slice(12)).toEqual([0, 0, 0])
    expect(valued.withoutAmount).toBe(0)
  })
})

test('an unknown amount, or one below zero, has no value and is counted', () => {
  const valued = valueSubscribers([...TWELVE, running('2024-02-01', null), running('2024-02-01', -5)], TODAY, PLAIN)
  expect(valued.residualClvCents.slice(12)).toEqual([null, null])
  expect(valued.expectedPayments.slice(12)).toEqual([36, 36])
  expect(valued).toMatchObject({ withoutAmount: 2, residualTotal: { mean: 12 * 36_000 } })
})

test('too few to tell: no estimate, and none that is made up', () => {
  const few = [running('2024-01-01'), { startedOn: day('2024-01-01'), endedOn: day('2024-04-01'), amountCents: 1000 }]
  expect(valueSubscribers(few, TODAY, PLAIN)).toMatchObject({ fit: { kind: 'too-few' }, residualClvCents: [null, 0], expectedPayments: [null, 0], residualTotal: null })
  expect(valueSubscribers([], TODAY, PLAIN)).toMatchObject({ fit: { kind: 'too-few', subscribers: 0 }, residualClvCents: [], residualTotal: null })
})

describe('with a fit', () => {
  const { subscriptions, observedUntilDay } = simulateSubscribers(400, { alpha: 1, beta: 9 }, { months: 30, laterMonths: 0, seed: 5 })

  test('whole cents that add up, the longer customer worth more, discounting and shorter horizons less', () => {
    const settings = { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 24 }
    const { fit, residualClvCents, expectedPayments, residualTotal } = valueSubscribers(subscriptions, observedUntilDay, settings)
    if (fit.kind !== 'fitted') throw new Error(fit.kind)
    expect(residualClvCents.every((cents) => Number.isInteger(cents))).toBe(true)
    expect(residualTotal!.mean).toBe(residualClvCents.reduce<number>((sum, cents) => sum + cents!, 0))
    const one = valueSubscribers([...subscriptions, { startedOn: observedUntilDay, endedOn: null, amountCents: 10_000 }], observedUntilDay, settings)
    expect(one.residualClvCents.at(-1)).toBe(Math.round(4000 * paymentsAhead(fit.parameters, 24, 1.1 ** (1 / 12) - 1).mean))
    expect(expectedPayments.every((payments) => payments! >= 0 && payments! < 24)).toBe(true)
    const longest = Math.max(...expectedPayments.map((payments) => payments!))
    expect(longest).toBeCloseTo(paymentsAhead(afterRenewals(fit.parameters, 29), 24, 0).mean, 0)
    const sum = (other: Partial<typeof settings>) => valueSubscribers(subscriptions, observedUntilDay, { ...settings, ...other }).residualTotal!.mean
    expect(sum({ annualDiscountRate: 0 })).toBeGreaterThan(residualTotal!.mean)
    expect(sum({ horizonMonths: 12 })).toBeLessThan(residualTotal!.mean)
    expect(sum({ horizonMonths: 0 })).toBe(0)
  })

  test('the same subscriptions give the same answer', () => {
    expect(valueSubscribers(subscriptions, observedUntilDay, PLAIN)).toEqual(valueSubscribers(subscriptions, observedUntilDay, PLAIN))
  })
})

test('whatever the list holds: finite numbers or none, never below zero', () => {
  const anySubscription = fc.record({
    startedOn: fc.integer({ min: 18_000, max: 20_100 }),
    endedOn: fc.option(fc.integer({ min: 17_900, max: 20_300 })),
    amountCents: fc.option(fc.integer({ min: -100, max: 100_000 })),
  })
  fc.assert(fc.property(fc.array(anySubscription, { maxLength: 60 }), fc.integer({ min: 0, max: 60 }), (subscriptions, horizonMonths) => {
    const valued = valueSubscribers(subscriptions, 20_000, { contributionMarginRate: 0.5, annualDiscountRate: 0.08, horizonMonths })
    for (const value of [...valued.residualClvCents, ...valued.expectedPayments]) expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true)
    if (valued.residualTotal) {
      const { p10, p50, p90, mean } = valued.residualTotal
      expect(p10 >= 0 && p10 <= p50 && p50 <= p90 && Number.isFinite(p90) && Number.isInteger(mean)).toBe(true)
    }
  }), { numRuns: 60 })
})
