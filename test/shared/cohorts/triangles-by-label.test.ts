import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cohortTriangle } from '../../../shared/cohorts/cohort-triangle.ts'
import { cohortTrianglesByLabel } from '../../../shared/cohorts/triangles-by-label.ts'
import { anyMargin, anyOrders, anyUntil, shopOf } from './shop-of.ts'

test('F20: a triangle per channel, and one of who has none (worked example)', () => {
  const shop = shopOf([{ customer: 1, day: 100, cents: 1000 }, { customer: 2, day: 100, cents: 500 }, { customer: 3, day: 100, cents: 70 }])
  const byChannel = cohortTrianglesByLabel(shop, ['Google', 'google', null], 5)
  expect(byChannel.map(({ group, triangle }) => [group, triangle.customers, triangle.cohorts[0]!.revenueCents[0]])).toEqual([
    [{ kind: 'label', label: 'Google' }, 2, 1500], [{ kind: 'unlabeled' }, 1, 70],
  ])
})

const anyLabels = fc.array(fc.option(fc.constantFrom('Google', 'google ', 'Instagram', 'flyer', 'markt', '')), { minLength: 12, maxLength: 12 })

test('F20: the groups together are the whole triangle, cell by cell, with the same complete months', () => {
  fc.assert(fc.property(anyOrders, anyUntil, anyMargin, anyLabels, fc.nat(4), (orders, until, margin, labels, most) => {
    const shop = shopOf(orders, margin, until)
    const whole = cohortTriangle(shop)
    const parts = cohortTrianglesByLabel(shop, labels, most)
    const sumOf = (valueOf: (triangle: typeof whole) => number) => parts.reduce((sum, { triangle }) => sum + valueOf(triangle), 0)
    expect(sumOf(({ customers }) => customers)).toBe(whole.customers)
    expect(sumOf(({ beforeFirstPurchaseCents }) => beforeFirstPurchaseCents)).toBe(whole.beforeFirstPurchaseCents)
    for (const cohort of whole.cohorts) {
      const same = parts.flatMap(({ triangle }) => triangle.cohorts.filter(({ month }) => month === cohort.month))
      expect(same.reduce((sum, { customers }) => sum + customers, 0)).toBe(cohort.customers)
      expect(same.every(({ completeMonths }) => completeMonths === cohort.completeMonths)).toBe(true)
      for (const column of ['buyers', 'revenueCents'] as const) {
        expect(Array.from(cohort[column], (_, at) => same.reduce((sum, part) => sum + (part[column][at] ?? 0), 0))).toEqual([...cohort[column]])
      }
    }
  }))
})
