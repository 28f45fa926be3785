import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { subscriptionLifespan, type SubscriptionDates } from '../../../../shared/calculators/lifespan/subscription-lifespan.ts'
import { lifespanOfDays } from '../../../../shared/calculators/period.ts'
import { seededRandom } from '../../../../shared/random.ts'

/** Remission in weeks in the 6-MP arm (Freireich et al. 1963; Gehan 1965), a minus for who was still in it. */
const SIX_MP = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35]
/** The other arm, all of it seen to the end. */
const PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
const END = 10_000

const weeks = (durations: readonly number[]): SubscriptionDates[] => durations.map((duration) =>
  duration < 0 ? { startedOn: END + duration * 7, endedOn: null } : { startedOn: 0, endedOn: duration * 7 })

test('F16: published: the 6-MP trial, 9 relapses in 359 weeks, 21 of 21 in 182 weeks', () => {
  const treated = subscriptionLifespan(weeks(SIX_MP), END)
  expect(treated).toMatchObject({ ended: 9, running: 12, observedDays: 359 * 7, lifespan: lifespanOfDays((359 * 7) / 9, 'month') })
  const placebo = subscriptionLifespan(weeks(PLACEBO), END)
  expect(placebo).toMatchObject({ ended: 21, running: 0, observedDays: 182 * 7, lifespan: lifespanOfDays((182 * 7) / 21, 'month') })
})

test('F16: without running ones it is the plain average; what ends after the data is running', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 40 }), fc.integer({ min: 2000, max: 3000 }), (dates, until) => {
    const ended = dates.map(([startedOn, length]) => ({ startedOn, endedOn: startedOn + length }))
    const known = subscriptionLifespan(ended, until)
    const mean = dates.reduce((sum, [, length]) => sum + length, 0) / dates.length
    expect(known.kind === 'lifespan' && known.lifespan.count).toBeCloseTo(lifespanOfDays(mean, 'month').count, 9)
    const later = ended.map((own) => ({ ...own, endedOn: until + 1 }))
    expect(subscriptionLifespan(later, until)).toEqual(subscriptionLifespan(later.map((own) => ({ ...own, endedOn: null })), until))
  }))
})

test('F16: what ended before it started, or starts after the data, is counted and left out', () => {
  const dates = [{ startedOn: 10, endedOn: 5 }, { startedOn: 200, endedOn: null }, { startedOn: 0, endedOn: 60 }]
  expect(subscriptionLifespan(dates, 100)).toMatchObject({ ended: 1, running: 0, unusable: 2, observedDays: 60 })
  expect(subscriptionLifespan([], 100)).toEqual({ kind: 'nobody-left', ended: 0, running: 0, unusable: 0, observedDays: 0 })
})

test('F16: where few leave the lifespan stops at a hundred years', () => {
  const dates = [{ startedOn: 0, endedOn: 20_000 }, { startedOn: 0, endedOn: null }]
  expect(subscriptionLifespan(dates, 20_000)).toMatchObject({ lifespan: { count: 1_200 }, high: { count: 1_200 }, observedDays: 40_000 })
})

test('F16: the lifespan of simulated subscriptions comes back, and its range holds it about eight times in ten', () => {
  const truthDays = 500
  const shops = 400
  let covered = 0
  let logs = 0
  for (let seed = 1; seed <= shops; seed++) {
    const random = seededRandom(seed)
    const dates = Array.from({ length: 120 }, () => {
      const startedOn = Math.floor(random.uniform() * 1000)
      return { startedOn, endedOn: startedOn + Math.round(-truthDays * Math.log(1 - random.uniform())) }
    })
    const seen = subscriptionLifespan(dates, 1000)
    if (seen.kind !== 'lifespan') throw new Error('somebody leaves')
    expect(seen.running).toBeGreaterThan(20)
    const truth = lifespanOfDays(truthDays, 'month').count
    if (seen.low.count <= truth && truth <= seen.high.count) covered++
    logs += Math.log(seen.lifespan.count / truth)
  }
  expect(Math.abs(logs / shops)).toBeLessThan(0.02)
  // Binomial(400, .8): standard deviation 8.
  expect(Math.abs(covered - 0.8 * shops)).toBeLessThan(3 * 8)
})
