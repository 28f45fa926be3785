import { expect, test } from 'vitest'
import { valueCustomers } from '../../../../shared/clv/value-customers.ts'
import { compareLoyalty } from '../../../../shared/customers/segments/loyal-or-once.ts'
import { calibration, MISSING, referenceMissing, summaryOf } from '../../clv/reference-data.ts'
import { valuedOf } from './valued-of.ts'

test('C7: who bought once beside who came back (worked example)', () => {
  const [once, returning] = compareLoyalty(valuedOf([{ cents: 10_000 }, { cents: 6000, purchases: 2, firstDaysAgo: 90 }, { cents: -100, purchases: 0 }], 0.4))
  expect(once).toMatchObject({ key: 'one-time', rows: Int32Array.of(0), averageCents: 4000, averageOrderCents: 10_000, revenueCents: 10_000, shareOfRevenue: 0.625 })
  expect(returning).toMatchObject({ key: 'returning', rows: Int32Array.of(1), averageCents: 2400, averageOrderCents: 3000, revenueCents: 6000, shareOfRevenue: 0.375 })
  expect(once!.warning).toBe('too-few-for-average')
})

test('a refund after the last purchase lowers revenue, not the average order', () => {
  const valued = valuedOf([{ cents: 5000 }])
  const [once] = compareLoyalty({ ...valued, netCents: Float64Array.of(4500), realizedValueCents: Float64Array.of(4500) })
  expect(once).toMatchObject({ averageCents: 4500, averageOrderCents: 5000, revenueCents: 4500, shareOfRevenue: 1 })
})

test('nobody', () => {
  for (const card of compareLoyalty(valuedOf([]))) expect(card).toMatchObject({ averageCents: null, averageOrderCents: null, revenueCents: 0, shareOfRevenue: null })
})

test.skipIf(referenceMissing)(`C7: CDNOW: 946 of 2,357 came back, with three quarters of the revenue ${MISSING}`, () => {
  const rows = calibration('cdnow_sample.csv')
  const [once, returning] = compareLoyalty(valueCustomers({ summary: summaryOf(rows), settings: { contributionMarginRate: null, annualDiscountRate: 0.1, horizonMonths: 12 } }))
  expect([once!.rows.length, returning!.rows.length]).toEqual([1411, 946])
  expect(returning!.shareOfRevenue).toBeCloseTo(0.748, 3)
  expect([once!.averageCents, returning!.averageCents]).toEqual([3088, 13_694])
  expect(once!.revenueCents + returning!.revenueCents).toBe(rows.reduce((sum, { spendCents }) => sum + spendCents, 0))
})
