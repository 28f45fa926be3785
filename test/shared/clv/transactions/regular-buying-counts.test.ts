import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceGivenAlive, probabilityOfPurchases } from '../../../../shared/clv/transactions/regular-buying-counts.ts'
import { expectedPurchases } from '../../../../shared/clv/transactions/regular-buying-expected.ts'
import { probabilityAlive } from '../../../../shared/clv/transactions/regular-buying.ts'
import { seededRandom, type Random } from '../../../../shared/random.ts'
import { anyVariant, EXAMPLE, FOUR_TIMES, usualHistory, usualRegular } from './regular-cases.ts'
import { purchasesAhead } from './regular-shop.ts'

test('F19: the customer of the worked example', () => {
  expect(probabilityOfPurchases(EXAMPLE, FOUR_TIMES, 26, 0)).toBeCloseTo(0.250302, 6)
  expect([0, 1].map((n) => probabilityOfPurchases(EXAMPLE, FOUR_TIMES, 0, n))).toEqual([1, 0])
  const isNew = { repeatPurchaseCount: 0, activeSpan: 0, observed: 0 }
  for (const a of [0.1, 10]) expect(chanceGivenAlive({ k: 1, r: 1, alpha: 1, a, b: 2.5 }, isNew, 1, 0)).toBeCloseTo(0.5, 14)
})

test('F19: the chances sum to 1 and have the expected mean, 1000 purchases and more included', () => {
  fc.assert(fc.property(usualRegular, usualHistory, anyVariant, (parameters, history, variant) => {
    // No more than some ticks ahead, or the sum would take all day.
    const horizon = Math.min(52, (60 * (parameters.alpha + history.observed)) / (parameters.r + parameters.k * history.repeatPurchaseCount + 1), parameters.alpha + history.observed)
    let sum = 0
    let mean = 0
    for (let n = 0; n < 1200 && (sum < 1 - 1e-13 || n < 5); n++) {
      const chance = probabilityOfPurchases(parameters, history, horizon, n, variant)
      expect(chance).toBeGreaterThanOrEqual(0)
      sum += chance
      mean += n * chance
    }
    expect(sum).toBeCloseTo(1, 9)
    expect(Math.abs(mean - expectedPurchases(parameters, history, horizon, variant))).toBeLessThan(1e-8 * Math.max(1, mean))
  }), { numRuns: 60 })
  const often = { repeatPurchaseCount: 1000, activeSpan: 150, observed: 150 }
  let sum = 0
  let mean = 0
  for (let n = 0; n < 1400; n++) {
    const chance = probabilityOfPurchases(EXAMPLE, often, 150, n)
    sum += chance
    mean += n * chance
  }
  expect(sum).toBeCloseTo(1, 9)
  expect(mean / expectedPurchases(EXAMPLE, often, 150)).toBeCloseTo(1, 8)
})

test('what cannot be is NaN; a number of purchases that cannot be has no chance, as in the other models', () => {
  for (const chance of [probabilityOfPurchases, chanceGivenAlive]) {
    for (const n of [-1, 0.5, Number.NaN]) expect(chance(EXAMPLE, FOUR_TIMES, 26, n)).toBe(0)
    expect(chance(EXAMPLE, { ...FOUR_TIMES, activeSpan: 30 }, 26, 1)).toBeNaN()
    expect(chance({ ...EXAMPLE, k: 0 }, FOUR_TIMES, 26, 0)).toBeNaN()
    for (const horizon of [Number.POSITIVE_INFINITY, Number.NaN]) expect(chance(EXAMPLE, FOUR_TIMES, horizon, 1)).toBeNaN()
  }
})

type Known = { readonly k: number; readonly variant: 'mbg-nbd' | 'bg-nbd'; readonly repeatPurchaseCount: number; readonly activeSpan: number; readonly observed: number }

/** Somebody with this history up to the last purchase, lived on to the end of data: `null` who bought in between, which is not what was seen. */
function liveOn({ k, variant, repeatPurchaseCount: x, activeSpan, observed }: Known, random: Random) {
  const rate = random.gamma(EXAMPLE.r + k * x) / (EXAMPLE.alpha + activeSpan)
  const mayLeave = variant === 'mbg-nbd' || x > 0
  const leaves = random.beta(EXAMPLE.a, EXAMPLE.b + (variant === 'mbg-nbd' ? x : Math.max(0, x - 1)))
  if (mayLeave && random.uniform() < leaves) return { alive: false, later: 0 }
  const times = purchasesAhead({ phase: 0, rate, leaves }, k, observed - activeSpan + 26, random)
  return times.length > 0 && times[0]! <= observed - activeSpan ? null : { alive: true, later: times.length }
}

test.each<Known>([
  { k: 2, variant: 'mbg-nbd', ...FOUR_TIMES }, { k: 4, variant: 'mbg-nbd', repeatPurchaseCount: 6, activeSpan: 24, observed: 29 },
  { k: 3, variant: 'mbg-nbd', repeatPurchaseCount: 0, activeSpan: 0, observed: 8 }, { k: 3, variant: 'bg-nbd', repeatPurchaseCount: 2, activeSpan: 10, observed: 16 },
  { k: 2, variant: 'bg-nbd', repeatPurchaseCount: 0, activeSpan: 0, observed: 8 },
])('F19: lives simulated from the last purchase on, kept where they fit what was seen, agree: $k $variant x=$repeatPurchaseCount', (known) => {
  const random = seededRandom(11)
  const parameters = { ...EXAMPLE, k: known.k }
  const counts = [0, 0, 0, 0]
  let kept = 0
  let alive = 0
  let later = 0
  let squares = 0
  while (kept < 60_000) {
    const life = liveOn(known, random)
    if (!life) continue
    kept++
    if (life.alive) alive++
    later += life.later
    squares += life.later ** 2
    if (life.later < 4) counts[life.later]!++
  }
  const close = (share: number, chance: number) => expect(Math.abs(share - chance)).toBeLessThan(3.5 * Math.sqrt((chance * (1 - chance)) / kept) + 1e-12)
  close(alive / kept, probabilityAlive(parameters, known, known.variant))
  counts.forEach((count, n) => close(count / kept, probabilityOfPurchases(parameters, known, 26, n, known.variant)))
  const error = Math.sqrt((squares / kept - (later / kept) ** 2) / kept)
  expect(Math.abs(later / kept - expectedPurchases(parameters, known, 26, known.variant))).toBeLessThan(3.5 * error)
})
