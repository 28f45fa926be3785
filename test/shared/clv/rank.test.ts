import { describe, expect, test } from 'vitest'
import { possibleMethod, rankCustomers, ranksBy, valuesBy, type RankRequest } from '../../../shared/clv/rank.ts'
import { valueCustomers } from '../../../shared/clv/value-customers.ts'
import { clvMethods, ranking as wholeRanking, rankSort } from '../../../shared/contract/customers.ts'
import type { PurchaseSummary } from '../../../shared/customers/sales-ledger.ts'
import { simulateShop } from './simulated-shop.ts'

const SETTINGS = { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 12 }
const PAGE: RankRequest = { method: 'total-clv', sort: 'value', direction: 'descending', search: '', offset: 0, limit: 500 }
const { summary } = simulateShop(60, { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }, { p: 6, q: 4, gamma: 15 }, { weeks: 104, laterWeeks: 0, seed: 12 })
const valued = valueCustomers({ summary, settings: SETTINGS })
const names = Array.from(valued.customerIds, (id) => `Customer ${id}`)

function fewCustomers(netCents: readonly number[], ids: readonly number[]): PurchaseSummary {
  const cents = Float64Array.from(netCents)
  return {
    customerIds: Int32Array.from(ids), purchaseCount: Int32Array.from(netCents, (value) => Number(value > 0)), firstDay: Int32Array.from(netCents, (value) => (value > 0 ? 19_000 : -1)),
    lastDay: Int32Array.from(netCents, (value) => (value > 0 ? 19_000 : -1)), netCents: cents, purchaseCents: cents.map((value) => Math.max(0, value)), observedUntilDay: 19_100,
  }
}

/** What the ranking is without what only the sales tell. */
const ranking = wholeRanking.omit({ identifiedRevenueShare: true }).strict()

describe('a page of the ranking', () => {
  test.each(clvMethods)('by %s: satisfies the contract, largest first, equity the sum of its rows to the cent (F17)', (method) => {
    const answer = rankCustomers(valued, { names }, { ...PAGE, method })
    expect(ranking.parse(answer)).toEqual(answer)
    expect(answer.rows.map((row) => row.rank)).toEqual(answer.rows.map((_, i) => i + 1))
    expect(answer.customerEquityCents).toBe(answer.rows.reduce((sum, row) => sum + row.valueCents, 0))
    expect(answer.realizedValueCents).toBe(answer.rows.reduce((sum, row) => sum + row.realizedValueCents, 0))
    expect(answer.residualTotal!.mean).toBe(answer.rows.reduce((sum, row) => sum + row.residualClvCents!, 0))
    for (let i = 1; i < answer.rows.length; i++) expect(answer.rows[i]!.valueCents).toBeLessThanOrEqual(answer.rows[i - 1]!.valueCents)
    expect(answer).toMatchObject({ method, total: 60, matching: 60, basis: 'gross-profit', horizonMonths: 12 })
    expect(answer.largestCents).toBe(Math.max(...answer.rows.map((row) => row.realizedValueCents + Math.max(row.residualRange!.p90, row.residualClvCents!))))
  })

  test.each(rankSort.options)('sorted by %s, both ways, the ranks stay those of the method', (sort) => {
    const ranks = ranksBy(valued, 'total-clv')
    const down = rankCustomers(valued, { names }, { ...PAGE, sort })
    const up = rankCustomers(valued, { names }, { ...PAGE, sort, direction: 'ascending' })
    for (const { rows } of [down, up]) for (const row of rows) expect(row.rank).toBe(ranks[row.customerId - 1])
    expect(new Set(up.rows.map((row) => row.customerId)).size).toBe(60)
    expect(up.customerEquityCents).toBe(down.customerEquityCents)
  })

  test('pages join without a gap', () => {
    const whole = rankCustomers(valued, { names }, PAGE).rows.map((row) => row.customerId)
    const parts = [0, 25, 50].flatMap((offset) => rankCustomers(valued, { names }, { ...PAGE, offset, limit: 25 }).rows.map((row) => row.customerId))
    expect(parts).toEqual(whole)
  })

  test('a search finds all words, capitals and accents aside, also in the other text', () => {
    const few = names.map((name, row) => (row === 4 ? 'José van der Berg' : name))
    const find = (search: string) => rankCustomers(valued, { names: few, searchable: few.map((_, row) => `shop${row}@example.nl`) }, { ...PAGE, search }).rows.map((row) => row.customerId)
    expect(find('JOSE berg')).toEqual([5])
    expect(find('shop7@')).toEqual([8])
    expect(find('nobody')).toEqual([])
    expect(find('  ')).toHaveLength(60)
    const searched = rankCustomers(valued, { names: few }, { ...PAGE, search: 'jose' })
    expect(searched).toMatchObject({ total: 60, matching: 1 })
    expect(searched.rows[0]!.rank).toBe(ranksBy(valued, 'total-clv')[4])
  })
})

describe('equal values and thin history', () => {
  const thin = valueCustomers({ summary: fewCustomers([300, 500, 300, -50], [7, 2, 5, 9]), settings: { ...SETTINGS, contributionMarginRate: null } })

  test('ties go by customer id (worked example)', () => {
    expect([...ranksBy(thin, 'realized-value')]).toEqual([3, 1, 2, 4])
  })

  test('without an estimate the ranking is by value so far, and says so', () => {
    const answer = rankCustomers(thin, { names: ['d', 'b', 'c', 'a'] }, PAGE)
    expect(ranking.parse(answer)).toEqual(answer)
    expect(answer).toMatchObject({ method: 'realized-value', fit: null, residualTotal: null, customerEquityCents: 1050, largestCents: 500, basis: 'revenue' })
    expect(answer.rows.map((row) => row.customerId)).toEqual([2, 5, 7, 9])
    expect(answer.rows[0]).toMatchObject({ residualClvCents: null, totalClvCents: null, residualRange: null, basicFormulaCents: null, probabilityAlive: null, firstPurchaseOn: '2022-01-08' })
    expect(answer.rows[3]).toMatchObject({ purchaseCount: 0, firstPurchaseOn: null, lastPurchaseOn: null, daysSinceLastPurchase: null, nextPurchaseOn: null, averageOrderValueCents: 0 })
    expect(rankCustomers(thin, { names: ['d', 'b', 'c', 'a'] }, { ...PAGE, sort: 'name', direction: 'ascending' }).rows.map((row) => row.name)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('every method has a possible one', () => {
    expect(clvMethods.map((method) => possibleMethod(thin, method))).toEqual(['realized-value', 'realized-value', 'realized-value', 'realized-value'])
    expect(clvMethods.map((method) => possibleMethod(valued, method))).toEqual(clvMethods)
    expect(valuesBy(thin, 'total-clv')).toEqual(thin.realizedValueCents)
  })
})

test('the next purchase is due one pace after the last, while still likely a customer', () => {
  const { rows } = rankCustomers(valued, { names }, PAGE)
  const due = rows.filter((row) => row.nextPurchaseOn !== null)
  expect(due.length).toBeGreaterThan(4)
  for (const row of due) {
    expect(row.probabilityAlive).toBeGreaterThanOrEqual(0.5)
    expect(row.purchaseCount).toBeGreaterThan(1)
    expect(row.nextPurchaseOn! > row.lastPurchaseOn!).toBe(true)
  }
})
