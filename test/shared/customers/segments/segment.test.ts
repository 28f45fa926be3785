import { describe, expect, test } from 'vitest'
import { valueCustomers } from '../../../../shared/clv/value-customers.ts'
import { valuesBy } from '../../../../shared/clv/rank.ts'
import { clvMethods } from '../../../../shared/contract/customers.ts'
import { customerStages } from '../../../../shared/customers/customer-stage.ts'
import { NO_SEGMENT, segmentsOf, segmentsOfRows } from '../../../../shared/customers/segments/segment.ts'
import { segmentsByStage } from '../../../../shared/customers/segments/stage-segments.ts'
import { en, nl } from '../../../../shared/i18n/index.ts'
import { simulateCustomers } from './simulated-customers.ts'
import { valuedOf } from './valued-of.ts'

test.each([[0, 'too-few-for-average'], [19, 'too-few-for-average'], [20, 'too-few-for-segment'], [99, 'too-few-for-segment'], [100, null], [1000, null]] as const)(
  'B6, C25: %i customers: %s, a text in both languages', (customers, warning) => {
    const { segments } = segmentsOfRows(valuedOf(Array.from({ length: customers }, () => ({ cents: 100 }))), 'realized-value', [{ key: 'all', rows: Int32Array.from({ length: customers }, (_, row) => row) }])
    expect(segments[0]!.warning).toBe(warning)
    if (warning) for (const { warnings } of [en.segments, nl.segments]) expect(warnings[warning]).toMatch(warning === 'too-few-for-average' ? '20' : '100')
  },
)

describe('segments', () => {
  const valued = valuedOf([{ cents: 300 }, { cents: 500 }, { cents: 201 }, { cents: -1, purchases: 0 }], 0.5)

  test('totals, averages and shares in the basis (worked example)', () => {
    const { segments, ...rest } = segmentsOf(valued, 'realized-value', ['a', 'b', 'c'], Uint8Array.of(0, 1, 0, NO_SEGMENT))
    expect(rest).toEqual({ method: 'realized-value', basis: 'gross-profit', difference: null })
    expect(segments).toEqual([
      { key: 'a', rows: Int32Array.of(0, 2), totalCents: 251, averageCents: 126, shareOfValue: 251 / 501, warning: 'too-few-for-average' },
      { key: 'b', rows: Int32Array.of(1), totalCents: 250, averageCents: 250, shareOfValue: 250 / 501, warning: 'too-few-for-average' },
      { key: 'c', rows: new Int32Array(0), totalCents: 0, averageCents: null, shareOfValue: 0, warning: 'too-few-for-average' },
    ])
  })

  test('without an estimate by value so far, and it says so', () => {
    expect(segmentsOf(valued, 'total-clv', ['all'], new Uint8Array(4))).toMatchObject({ method: 'realized-value', segments: [{ totalCents: 501 }] })
  })

  test('a share of nothing is none', () => {
    expect(segmentsOfRows(valued, 'realized-value', [{ key: 'back', rows: Int32Array.of(3) }]).segments).toMatchObject([{ totalCents: 0, averageCents: 0, shareOfValue: null }])
  })
})

describe('by life-cycle stage', () => {
  const { summary } = simulateCustomers(1500, 3)
  const valued = valueCustomers({ summary, settings: { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 12 } })

  test.each(clvMethods)('G3.1: everyone is in one stage, and by %s the totals are those of all customers to the cent (F17)', (method) => {
    const { segments } = segmentsByStage(valued, method)
    expect(segments.map(({ key }) => key)).toEqual(customerStages)
    expect(segments.flatMap(({ rows }) => [...rows]).sort((a, b) => a - b)).toEqual([...summary.customerIds.keys()])
    for (const { key, rows } of segments) for (const row of rows) expect(customerStages[valued.stage[row]!]).toBe(key)
    expect(segments.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(valuesBy(valued, method).reduce((sum, cents) => sum + cents, 0))
    expect(segments.reduce((sum, { shareOfValue }) => sum + shareOfValue!, 0)).toBeCloseTo(1, 12)
  })

  test('C25: stages differ clearly in expected value', () => {
    const { difference, segments } = segmentsByStage(valued, 'residual-clv')
    expect(difference).toMatchObject({ verdict: 'clear', segments: 5, degreesOfFreedom: 4 })
    const average = new Map(segments.map(({ key, averageCents }) => [key, averageCents!]))
    expect(average.get('regular')!).toBeGreaterThan(5 * average.get('lapsed')!)
  })
})

test('nobody at all', () => {
  const { segments, difference } = segmentsByStage(valuedOf([]), 'total-clv')
  expect(difference).toBeNull()
  expect(segments.map(({ rows, averageCents, shareOfValue }) => [rows.length, averageCents, shareOfValue])).toEqual(Array.from({ length: 5 }, () => [0, null, null]))
})
