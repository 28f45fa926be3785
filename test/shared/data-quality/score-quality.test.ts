import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QualityPart } from '../../../shared/contract/quality.ts'
import type { QualityFacts } from '../../../shared/data-quality/quality-facts.ts'
import { qualityWeights, scoreQuality } from '../../../shared/data-quality/score-quality.ts'

const none = { orders: 0, amountCents: 0 }
const perfect: QualityFacts = {
  orders: 100, lines: 200, salesCents: 1_000_000, customers: 50, withoutCustomer: none, probablyOne: 0, unusableDates: { rows: 0, amountCents: 0 }, future: none,
  commonestDay: { dayOfMonth: 1, orders: 6, months: 12 }, unmatchedRefunds: none, identicalLines: { ...none, lines: 0 }, equalOrders: { ...none, betweenImports: none },
  outliers: { ...none, boundCents: 50_000 }, gaps: { gaps: 0, days: 0, observedDays: 400 }, marginKnownShare: 1,
}
const score = (changes: Partial<QualityFacts>) => scoreQuality({ ...perfect, ...changes })
function partOf(part: QualityPart, changes: Partial<QualityFacts>) {
  const found = score(changes).parts.find((each) => each.part === part)
  return { score: found?.score, findings: found?.findings }
}

test('C10: nothing wrong is 100 for every part, and the weights add up', () => {
  expect(score({}).score).toBe(100)
  expect(score({}).parts.map((part) => part.score)).toEqual([100, 100, 100, 100, 100, 100, 100])
  expect(score({}).parts.flatMap((part) => part.findings)).toEqual([])
  expect(Object.values(qualityWeights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
})

test('C10: half of the revenue without a customer and no margin: identity 50, margin 0, overall 70', () => {
  const report = score({ withoutCustomer: { orders: 40, amountCents: 500_000 }, marginKnownShare: 0 })
  expect(report.score).toBe(70)
  expect(report.parts.map((part) => part.score)).toEqual([50, 100, 100, 100, 100, 100, 0])
  expect(report.parts.flatMap((part) => part.findings)).toEqual([
    { kind: 'no-customer', orders: 40, amountCents: 500_000 }, { kind: 'no-margin', share: 1, amountCents: 1_000_000 },
  ])
})

test('C10: what no sales can tell is not known, and does not count in the score', () => {
  const empty = score({ orders: 0, salesCents: 0 })
  expect(empty.score).toBeNull()
  expect(empty.parts.map((part) => part.score)).toEqual([null, null, null, null, null, null, null])
  const short = score({ gaps: null, outliers: null, unmatchedRefunds: null, marginKnownShare: 0 })
  expect(short.parts.map((part) => part.score)).toEqual([100, 100, null, 100, null, null, 0])
  // Of the weights 0.3, 0.15, 0.15 and 0.15 all but the margin's.
  expect(short.score).toBe(80)
})

test('C10: customers that are probably one lower what is known of who bought', () => {
  expect(partOf('identity', { probablyOne: 5 })).toEqual({ score: 90, findings: [{ kind: 'probably-one', customers: 5 }] })
})

test('C10: a tenth of the rows without a usable date is half of what makes dates worthless', () => {
  expect(partOf('dates', { lines: 180, unusableDates: { rows: 20, amountCents: 900 } })).toEqual({ score: 50, findings: [{ kind: 'unusable-dates', rows: 20, amountCents: 900 }] })
})

test('C10: one day in the future, or all orders on one day of the month, leaves half at most', () => {
  expect(partOf('dates', { future: { orders: 1, amountCents: 100 } }).score).toBe(50)
  const monthly = { commonestDay: { dayOfMonth: 1, orders: 95, months: 6 } }
  expect(partOf('dates', monthly)).toEqual({ score: 50, findings: [{ kind: 'one-day-of-month', orders: 95, dayOfMonth: 1 }] })
  expect(partOf('dates', { commonestDay: { ...monthly.commonestDay, months: 2 } }).score).toBe(100)
})

test('C10: refunds that belong to no sale, a twentieth of the revenue, leave half', () => {
  expect(partOf('refunds', { unmatchedRefunds: { orders: 3, amountCents: 50_000 } })).toEqual({ score: 50, findings: [{ kind: 'unmatched-refunds', orders: 3, amountCents: 50_000 }] })
})

test('C10: what two imports both hold counts fully, what may really have been bought twice counts half', () => {
  const money = { orders: 5, amountCents: 50_000 }
  expect(partOf('duplicates', { equalOrders: { ...money, betweenImports: money } }).score).toBe(50)
  expect(partOf('duplicates', { equalOrders: { ...money, betweenImports: none } }).score).toBe(75)
  expect(partOf('duplicates', { identicalLines: { ...money, lines: 7 } })).toEqual({ score: 75, findings: [{ kind: 'identical-lines', ...money, lines: 7 }] })
})

test('C10: a quarter of the revenue in orders that stand out, an eighth of the days silent: half', () => {
  expect(partOf('outliers', { outliers: { orders: 1, amountCents: 250_000, boundCents: 50_000 } }).score).toBe(50)
  expect(partOf('gaps', { gaps: { gaps: 1, days: 50, observedDays: 400 } })).toEqual({ score: 50, findings: [{ kind: 'gaps', gaps: 1, days: 50 }] })
})

test('C10: whatever was found, however little, is no 100', () => {
  expect(partOf('duplicates', { identicalLines: { orders: 1, lines: 1, amountCents: 0 } }).score).toBe(99)
})

const money = fc.record({ orders: fc.integer({ min: 0, max: 100 }), amountCents: fc.integer({ min: 0, max: 1_000_000 }) })
const anyFacts: fc.Arbitrary<QualityFacts> = fc.record({
  orders: fc.integer({ min: 1, max: 100 }), lines: fc.integer({ min: 1, max: 300 }), salesCents: fc.integer({ min: 1, max: 1_000_000 }), customers: fc.integer({ min: 1, max: 50 }),
  withoutCustomer: money, probablyOne: fc.integer({ min: 0, max: 50 }), unusableDates: fc.record({ rows: fc.integer({ min: 0, max: 50 }), amountCents: fc.nat(1000) }), future: money,
  commonestDay: fc.record({ dayOfMonth: fc.integer({ min: 1, max: 31 }), orders: fc.integer({ min: 0, max: 100 }), months: fc.integer({ min: 0, max: 12 }) }),
  unmatchedRefunds: fc.option(money), identicalLines: money.map((each) => ({ ...each, lines: each.orders })),
  equalOrders: money.map((each) => ({ ...each, betweenImports: { orders: Math.floor(each.orders / 2), amountCents: Math.floor(each.amountCents / 2) } })),
  outliers: fc.option(money.map((each) => ({ ...each, boundCents: 1000 }))), gaps: fc.option(fc.record({ gaps: fc.nat(5), days: fc.nat(300), observedDays: fc.integer({ min: 300, max: 600 }) })),
  marginKnownShare: fc.double({ min: 0, max: 1, noNaN: true }),
})
const more = ({ orders, amountCents }: { orders: number; amountCents: number }, by: number) => ({ orders: orders + 1, amountCents: amountCents + by })
const worse: readonly ((facts: QualityFacts, by: number) => Partial<QualityFacts>)[] = [
  ({ withoutCustomer }, by) => ({ withoutCustomer: more(withoutCustomer, by) }),
  ({ probablyOne }) => ({ probablyOne: probablyOne + 1 }),
  ({ unusableDates }, by) => ({ unusableDates: { rows: unusableDates.rows + 1, amountCents: unusableDates.amountCents + by } }),
  ({ future }, by) => ({ future: more(future, by) }),
  ({ commonestDay }) => ({ commonestDay: { ...commonestDay, orders: commonestDay.orders + 10 } }),
  ({ unmatchedRefunds }, by) => ({ unmatchedRefunds: unmatchedRefunds && more(unmatchedRefunds, by) }),
  ({ identicalLines }, by) => ({ identicalLines: { ...more(identicalLines, by), lines: identicalLines.lines + 1 } }),
  ({ equalOrders }, by) => ({ equalOrders: { ...more(equalOrders, by), betweenImports: equalOrders.betweenImports } }),
  ({ equalOrders }, by) => ({ equalOrders: { ...more(equalOrders, by), betweenImports: more(equalOrders.betweenImports, by) } }),
  ({ outliers }, by) => ({ outliers: outliers && { ...outliers, ...more(outliers, by) } }),
  ({ gaps }) => ({ gaps: gaps && { ...gaps, gaps: gaps.gaps + 1, days: gaps.days + 10 } }),
  ({ marginKnownShare }) => ({ marginKnownShare: marginKnownShare / 2 }),
]

test('C10: worse facts never raise the score, of a part or of the whole', () => {
  fc.assert(fc.property(anyFacts, fc.constantFrom(...worse), fc.integer({ min: 0, max: 500_000 }), (facts, worsen, by) => {
    const before = scoreQuality(facts)
    const after = scoreQuality({ ...facts, ...worsen(facts, by) })
    for (const [i, part] of after.parts.entries()) expect(part.score ?? 0).toBeLessThanOrEqual(before.parts[i]?.score ?? 0)
    expect(after.score ?? 0).toBeLessThanOrEqual(before.score ?? 0)
  }), { seed: 9, numRuns: 2000 })
})
