import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueCustomers } from '../../../../shared/clv/value-customers.ts'
import { buyersByValue, customersOfShare } from '../../../../shared/customers/segments/buyers-by-value.ts'
import { concentrationCurve } from '../../../../shared/customers/segments/concentration.ts'
import { segmentsByTier } from '../../../../shared/customers/segments/value-tiers.ts'
import { chooseAudience } from '../../../../shared/simulation/audience.ts'
import { prepareSimulation } from '../../../../shared/simulation/prepare.ts'
import { simulateCustomers } from './simulated-customers.ts'
import { valuedOf } from './valued-of.ts'

const { summary } = simulateCustomers(214, 8)
const valued = valueCustomers({ summary, settings: { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 12 } })

test('most valuable first, equal ones by customer id, buyers only (worked example)', () => {
  const few = valuedOf([{ id: 7, cents: 300 }, { id: 2, cents: 500 }, { id: 5, cents: 300 }, { id: 1, cents: 900, purchases: 0 }])
  expect([...buyersByValue(few, 'realized-value')]).toEqual([1, 2, 0])
})

test('a share of customers is rounded up (worked example)', () => {
  expect([customersOfShare(0.2, 214), customersOfShare(0.07, 100), customersOfShare(0, 100), customersOfShare(1, 3), customersOfShare(0.1, 5), customersOfShare(0.3, 0)]).toEqual([43, 7, 0, 3, 1, 0])
})

describe('S11: tiers by customer value', () => {
  const sizes = (shares?: { top: number, next: number }) => segmentsByTier(valued, 'total-clv', shares).segments.map(({ rows }) => rows.length)

  test('exact counts, also by own shares (worked example)', () => {
    expect(sizes()).toEqual([22, 43, 149])
    expect(sizes({ top: 0.05, next: 0.5 })).toEqual([11, 107, 96])
    expect(sizes({ top: 0, next: 0 })).toEqual([0, 0, 214])
    expect(sizes({ top: 0.9, next: 0.1 })).toEqual([193, 21, 0])
    expect(segmentsByTier(valuedOf([]), 'total-clv').segments.map(({ rows }) => rows.length)).toEqual([0, 0, 0])
  })

  test('the top tier is the audience a plan gets for the same share', () => {
    const { segments: [top, next] } = segmentsByTier(valued, 'total-clv')
    const prepared = prepareSimulation(valued)
    expect(top!.rows).toEqual(chooseAudience(prepared, { kind: 'top-share', share: 0.1 }))
    expect([...top!.rows, ...next!.rows]).toEqual([...chooseAudience(prepared, { kind: 'top-share', share: 0.3 })])
  })

  test('what each brings: shares of value that add up, the curve at the same place, no test of what was cut by value', () => {
    const { segments, difference, basis, method } = segmentsByTier(valued, 'total-clv')
    expect({ difference, basis, method }).toEqual({ difference: null, basis: 'gross-profit', method: 'total-clv' })
    const [top, next, rest] = segments.map(({ shareOfValue }) => shareOfValue!)
    expect(top! + next! + rest!).toBeCloseTo(1, 12)
    const curve = concentrationCurve(valued, 'total-clv')!
    expect(curve[10]!.shareOfValue).toBeCloseTo(top!, 12)
    expect(curve[30]!.shareOfValue).toBeCloseTo(top! + next!, 12)
    expect(segments.map(({ warning }) => warning)).toEqual(['too-few-for-segment', 'too-few-for-segment', null])
  })

  test('shares that cannot be', () => {
    for (const shares of [{ top: -0.1, next: 0.2 }, { top: 0.6, next: 0.6 }, { top: Number.NaN, next: 0.2 }]) expect(() => segmentsByTier(valued, 'total-clv', shares)).toThrow(RangeError)
  })
})

describe('concentration', () => {
  test('"34% brings 90%" (worked example), and where nothing is brought', () => {
    const curve = concentrationCurve(valuedOf([{ cents: 20 }, { cents: 70 }, { cents: 10 }]), 'realized-value')!
    expect(curve).toHaveLength(101)
    expect(curve[0]).toEqual({ shareOfCustomers: 0, customers: 0, shareOfValue: 0 })
    expect(curve[33]).toEqual({ shareOfCustomers: 0.33, customers: 1, shareOfValue: 0.7 })
    expect(curve[34]).toEqual({ shareOfCustomers: 0.34, customers: 2, shareOfValue: 0.9 })
    expect(curve[100]).toEqual({ shareOfCustomers: 1, customers: 3, shareOfValue: 1 })
    expect(concentrationCurve(valuedOf([{ cents: 0 }]), 'realized-value')).toBeNull()
    expect(concentrationCurve(valuedOf([]), 'realized-value')).toBeNull()
  })

  test('never under the line of equality, never falling, and equal customers are on it', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 }), (cents) => {
      const curve = concentrationCurve(valuedOf(cents.map((own) => ({ cents: own }))), 'realized-value')
      if (!curve) return expect(Math.max(...cents)).toBe(0)
      for (const [step, point] of curve.entries()) {
        expect(point.shareOfValue).toBeGreaterThanOrEqual(point.shareOfCustomers - 1e-9)
        expect(point.shareOfValue).toBeGreaterThanOrEqual(curve[Math.max(0, step - 1)]!.shareOfValue)
      }
      expect(curve.at(-1)!.shareOfValue).toBe(1)
    }), { numRuns: 50 })
    const equal = concentrationCurve(valuedOf(Array.from({ length: 100 }, () => ({ cents: 250 }))), 'realized-value')!
    for (const { shareOfCustomers, shareOfValue } of equal) expect(shareOfValue).toBeCloseTo(shareOfCustomers, 12)
  })
})
