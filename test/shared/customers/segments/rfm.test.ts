import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueCustomers } from '../../../../shared/clv/value-customers.ts'
import { rfmGroup, rfmGroups, segmentsByRfm, type RfmScore } from '../../../../shared/customers/segments/rfm-groups.ts'
import { rfmScores } from '../../../../shared/customers/segments/rfm-scores.ts'
import { en, nl } from '../../../../shared/i18n/index.ts'
import { calibration, MISSING, referenceMissing, summaryOf } from '../../clv/reference-data.ts'
import { valuedOf } from './valued-of.ts'

const SETTINGS = { contributionMarginRate: null, annualDiscountRate: 0.1, horizonMonths: 12 }

function scoresOf(purchases: readonly number[]) {
  return rfmScores({ purchaseCount: Int32Array.from(purchases), lastDay: Int32Array.from(purchases), netCents: Float64Array.from(purchases) })
}

describe('scores in fifths', () => {
  test('equal figures, equal scores (worked example)', () => {
    const { purchases, lastPurchase, money } = scoresOf([1, 1, 1, 2, 9])
    for (const scores of [purchases, lastPurchase, money]) expect([...scores]).toEqual([1, 1, 1, 4, 5])
  })

  test('five customers, and five fifths of a thousand as Hughes (1994) cuts them', () => {
    expect([...scoresOf([30, 10, 50, 20, 40]).purchases]).toEqual([3, 1, 5, 2, 4])
    const many = scoresOf(Array.from({ length: 1000 }, (_, row) => row + 1)).purchases
    for (const score of [1, 2, 3, 4, 5]) expect(many.filter((own) => own === score)).toHaveLength(200)
  })

  test('each score says how many customers have strictly less; nothing depends on their order', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 }), (purchases) => {
      const { purchases: scores } = scoresOf(purchases)
      const buyers = purchases.filter((count) => count > 0)
      purchases.forEach((own, row) => {
        const below = buyers.filter((count) => count < own).length
        expect(scores[row]).toBe(own === 0 ? 0 : 1 + Math.floor((5 * below) / buyers.length))
      })
      expect([...scoresOf(purchases.toReversed()).purchases]).toEqual([...scores].toReversed())
    }))
  })

  test('customers without a purchase have none and do not count', () => {
    expect([...rfmScores(valuedOf([{ cents: 100 }, { cents: -500, purchases: 0 }, { cents: 50 }])).money]).toEqual([3, 0, 1])
    expect(scoresOf([0, 0]).money).toEqual(new Uint8Array(2))
  })

  test('a million customers, well within the time a test gets', () => {
    const rows = 1_000_000
    const scatter = (factor: number) => Int32Array.from({ length: rows }, (_, row) => 1 + (Math.imul(row, factor) >>> 20))
    const { purchases } = rfmScores({ purchaseCount: scatter(2_654_435_761), lastDay: scatter(40_503), netCents: Float64Array.from(scatter(69_069)) })
    for (const score of [1, 2, 3, 4, 5]) expect(purchases.filter((own) => own === score).length / rows).toBeCloseTo(0.2, 2)
  })
})

describe('named groups', () => {
  const fifths = [1, 2, 3, 4, 5]
  const cells = fifths.flatMap((lastPurchase) => fifths.flatMap((purchases) => fifths.map((money): RfmScore => ({ lastPurchase, purchases, money }))))

  test('all 125 scores have one group, every group some, counted by hand from the rules', () => {
    const counts = Object.fromEntries(rfmGroups.map((group) => [group, cells.filter((cell) => rfmGroup(cell) === group).length]))
    expect(counts).toEqual({
      'champions': 8, 'loyal': 22, 'big-spenders': 18, 'potential': 12, 'new': 3, 'promising': 6, 'attention': 6, 'cannot-lose': 8, 'at-risk': 22, 'asleep': 14, 'lost': 6,
    })
  })

  test.each([
    [5, 5, 5, 'champions'], [4, 4, 4, 'champions'], [3, 5, 5, 'loyal'], [5, 4, 3, 'loyal'], [3, 3, 4, 'big-spenders'], [5, 1, 5, 'big-spenders'], [4, 2, 3, 'potential'], [5, 1, 3, 'new'],
    [4, 1, 1, 'promising'], [3, 1, 3, 'promising'], [3, 2, 1, 'attention'], [2, 4, 4, 'cannot-lose'], [1, 5, 5, 'cannot-lose'], [1, 5, 3, 'at-risk'], [2, 3, 5, 'at-risk'], [2, 2, 1, 'asleep'],
    [1, 1, 5, 'asleep'], [1, 1, 3, 'lost'], [1, 2, 1, 'lost'],
  ] as const)('R %i, F %i, M %i: %s (worked examples)', (lastPurchase, purchases, money, group) => {
    expect(rfmGroup({ lastPurchase, purchases, money })).toBe(group)
  })

  test('C9: every group has a name, a deed and its cost in both languages, and hardly any is a discount', () => {
    for (const { rfm } of [en.segments, nl.segments]) {
      expect(Object.keys(rfm)).toEqual(rfmGroups)
      for (const { name, who, advice, cost } of Object.values(rfm)) for (const text of [name, who, advice, cost]) expect(text.length).toBeGreaterThan(4)
      expect(new Set(Object.values(rfm).map(({ name }) => name)).size).toBe(rfmGroups.length)
      expect(Object.values(rfm).filter(({ advice }) => /discount|korting|offer|aanbod/i.test(advice))).toHaveLength(1)
    }
  })
})

describe('customers by named group', () => {
  test('who never bought is in none; alone one is compared with nobody', () => {
    const { segments } = segmentsByRfm(valuedOf([{ cents: 100 }, { cents: -100, purchases: 0 }]), 'realized-value')
    expect(segments.map(({ key }) => key)).toEqual(rfmGroups)
    expect(segments.flatMap(({ key, rows }) => Array.from(rows, (row) => [key, row]))).toEqual([['lost', 0]])
  })

  test.skipIf(referenceMissing)(`G3.1: CDNOW: everyone in one group, and the groups tell what was bought later ${MISSING}`, () => {
    const rows = calibration('cdnow_sample.csv')
    const { segments, difference } = segmentsByRfm(valueCustomers({ summary: summaryOf(rows), settings: SETTINGS }), 'residual-clv')
    expect(segments.reduce((sum, segment) => sum + segment.rows.length, 0)).toBe(2357)
    expect(difference!.verdict).toBe('clear')
    const later = new Map(segments.map(({ key, rows: own }) => [key, own.reduce((sum, row) => sum + rows[row]!.laterPurchases, 0) / own.length]))
    expect(later.get('champions')!).toBeGreaterThan(3 * later.get('attention')!)
    expect(later.get('attention')!).toBeGreaterThan(later.get('lost')!)
    expect(later.get('champions')!).toBeGreaterThan(10 * later.get('lost')!)
  })
})
