import { describe, expect, test } from 'vitest'
import { usualForecast, type ForecastInputs } from '../../../../shared/clv/forecast-inputs.ts'
import { partsOfDifference, rankParts } from '../../../../shared/clv/explaining/rank-parts.ts'
import { valueCustomers } from '../../../../shared/clv/value-customers.ts'
import { simulateShop } from '../simulated-shop.ts'

const { summary } = simulateShop(600, { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }, { p: 6, q: 4, gamma: 15 }, { weeks: 104, laterWeeks: 0, seed: 4 })
const valued = valueCustomers({ summary, settings: { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 24 } })

test('the example: twice as often at 1.5 times the amount of a usual customer of 100.00 is +200.00 = 126.19 + 73.81', () => {
  const usual = { often: 4, much: 5_000, recently: 0.8, chance: 0.9, margin: 1 / 1.44 }
  expect(partsOfDifference({ ...usual, often: 8, much: 7_500 }, usual, 30_000)).toEqual({
    ownCents: 30_000, usualCents: 10_000,
    parts: [{ kind: 'often', cents: 12_619 }, { kind: 'much', cents: 7_381 }, ...(['recently', 'chance', 'margin'] as const).map((kind) => ({ kind, cents: 0 }))],
  })
  expect(partsOfDifference({ ...usual, chance: 0 }, usual, 0)).toBeNull()
})

describe('what sets a customer apart from the usual one', () => {
  test('adds up to the cent for every customer', () => {
    for (const row of summary.customerIds.keys()) {
      const parts = rankParts(valued, row)!
      expect(parts.ownCents).toBe(valued.estimates!.residualClvCents[row])
      expect(parts.usualCents + parts.parts.reduce((sum, { cents }) => sum + cents, 0)).toBe(parts.ownCents)
    }
  })

  test('names the respect: who spends twice as much a time and is alike otherwise has it all in `much`', () => {
    const base = { customerIds: 1, purchaseCount: 4, firstDay: 300, lastDay: 650, cents: 20_000 }
    const pair = (cents: number) => ({
      ...summary,
      purchaseCount: summary.purchaseCount.map((count, row) => (row === 0 ? base.purchaseCount : count)),
      firstDay: summary.firstDay.map((day, row) => (row === 0 ? base.firstDay : day)),
      lastDay: summary.lastDay.map((day, row) => (row === 0 ? base.lastDay : day)),
      purchaseCents: summary.purchaseCents.map((value, row) => (row === 0 ? cents : value)),
      netCents: summary.netCents.map((value, row) => (row === 0 ? cents : value)),
    })
    const part = (cents: number, kind: string) => rankParts(valueCustomers({ summary: pair(cents), settings: valued.settings }), 0)!.parts.find((one) => one.kind === kind)!.cents
    expect(part(80_000, 'much')).toBeGreaterThan(2 * Math.max(0, part(20_000, 'much')))
    expect(part(20_000, 'margin')).toBe(0)
  })

  test('a longer silence costs through `recently` alone', () => {
    const lastSeen = (day: number) => valueCustomers({
      summary: {
        ...summary, purchaseCount: summary.purchaseCount.map((count, row) => (row === 0 ? 6 : count)), firstDay: summary.firstDay.map((first, row) => (row === 0 ? 200 : first)),
        lastDay: summary.lastDay.map((last, row) => (row === 0 ? day : last)),
      },
      settings: valued.settings,
    })
    const cents = (day: number) => rankParts(lastSeen(day), 0)!.parts.find(({ kind }) => kind === 'recently')!.cents
    expect(cents(500)).toBeLessThan(cents(700))
  })

  test('a forecast that knows no leaving has no chance and no recency in its parts', () => {
    const usual = usualForecast(summary)
    const ways: readonly ForecastInputs[] = [
      { ...usual, choice: { ...usual.choice, method: { kind: 'model', transactions: 'nbd', spend: 'gamma-gamma', isSeasonal: false } } },
      { ...usual, choice: { ...usual.choice, method: { kind: 'rule', rule: 'past-spend-rate' } }, rule: { centsPerDay: summary.purchaseCents.map((cents) => cents / 728), testedDays: 300 } },
    ]
    for (const inputs of ways) {
      const other = valueCustomers({ summary, settings: valued.settings, inputs })
      for (const row of [0, 50, 400]) {
        const { parts, ownCents, usualCents } = rankParts(other, row)!
        expect(parts.filter(({ kind, cents }) => (kind === 'chance' || kind === 'recently') && cents !== 0)).toEqual([])
        expect(usualCents + parts.reduce((sum, { cents }) => sum + cents, 0)).toBe(ownCents)
      }
    }
  })

  test('whoever is as good as gone has parts that add up, or none', () => {
    const gone = { ...summary, purchaseCount: summary.purchaseCount.map((count, row) => (row % 2 === 0 ? 300 : count)), lastDay: summary.lastDay.map((day, row) => (row % 2 === 0 ? summary.firstDay[row]! + 10 : day)) }
    const odd = valueCustomers({ summary: gone, settings: { contributionMarginRate: 0.3, annualDiscountRate: 1, horizonMonths: 120 } })
    for (const row of [0, 1, 2, 3]) {
      const parts = rankParts(odd, row)
      expect(parts === null || parts.usualCents + parts.parts.reduce((sum, { cents }) => sum + cents, 0) === parts.ownCents).toBe(true)
    }
  })

  test('nobody who never bought has parts', () => {
    const none = valueCustomers({ summary: { ...summary, purchaseCount: summary.purchaseCount.map((count, row) => (row === 0 ? 0 : count)) }, settings: valued.settings })
    expect(rankParts(none, 0)).toBeNull()
  })
})
