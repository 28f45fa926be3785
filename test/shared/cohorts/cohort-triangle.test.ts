import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatIsoDay, parseIsoDay } from '../../../shared/calendar.ts'
import { type CohortInput, cohortTriangle } from '../../../shared/cohorts/cohort-triangle.ts'
import { isPurchase } from '../../../shared/customers/net-refunds.ts'
import { anyMargin, anyOrders, anyUntil, shopOf } from './shop-of.ts'

const day = (text: string) => parseIsoDay(text)!
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

test('F20: customers by the month of their first purchase, months from their own first day (worked example)', () => {
  const { cohorts, ...triangle } = cohortTriangle(shopOf([
    { customer: 1, day: day('2023-01-31'), cents: 1000 },
    { customer: 1, day: day('2023-02-28'), cents: 500 },
    { customer: 2, day: day('2023-01-03'), cents: 800 },
    { customer: 2, day: day('2023-02-02'), cents: 200 },
    { customer: 3, day: day('2023-03-01'), cents: 600 },
  ], 0.5))
  expect(triangle).toEqual({ basis: 'gross-profit', customers: 3, beforeFirstPurchaseCents: 0 })
  // 3 January to 2 February is month 0 of one, 28 February month 1 of the other; on 1 March nobody of January is further than month 1.
  expect(cohorts).toEqual([
    {
      month: '2023-01', customers: 2, isThin: true, completeMonths: 1, buyers: Int32Array.of(2, 1), retentionRate: Float64Array.of(1, 0.5),
      revenueCents: Float64Array.of(2000, 500), grossProfitCents: Float64Array.of(1000, 250), cumulativePerCustomerCents: Float64Array.of(500, 625),
    },
    {
      month: '2023-03', customers: 1, isThin: true, completeMonths: 0, buyers: Int32Array.of(1), retentionRate: Float64Array.of(1),
      revenueCents: Float64Array.of(600), grossProfitCents: Float64Array.of(300), cumulativePerCustomerCents: Float64Array.of(300),
    },
  ])
})

test.each([
  // Whoever came on 31 January has a month 0 up to 27 February; month 1 ends on 30 March.
  ['2023-02-26', 0], ['2023-02-27', 1], ['2023-03-29', 1], ['2023-03-30', 2],
])('F20: with data up to %s the first %i months of January are complete', (until, completeMonths) => {
  const { cohorts } = cohortTriangle(shopOf([{ customer: 1, day: day('2023-01-10'), cents: 100 }], null, day(until)))
  expect(cohorts[0]!.completeMonths).toBe(completeMonths)
})

test('F20: a cohort whose month is not over, and cells nobody was observed in', () => {
  const filling = cohortTriangle(shopOf([{ customer: 1, day: day('2023-01-10'), cents: 100 }], null, day('2023-01-20'))).cohorts[0]!
  expect([filling.completeMonths, filling.revenueCents.length]).toEqual([0, 1])
  // The one customer of January is a month further on the 10th: there is no cell before.
  const before = cohortTriangle(shopOf([{ customer: 1, day: day('2023-01-10'), cents: 100 }], null, day('2023-02-09'))).cohorts[0]!
  const after = cohortTriangle(shopOf([{ customer: 1, day: day('2023-01-10'), cents: 100 }], null, day('2023-02-10'))).cohorts[0]!
  expect([before.revenueCents.length, after.revenueCents.length]).toEqual([1, 2])
})

test('B6: nineteen customers are thin, twenty are not', () => {
  const of = (customers: number) => cohortTriangle(shopOf(Array.from({ length: customers }, (_, i) => ({ customer: i, day: 19_700, cents: 100 })))).cohorts[0]!.isThin
  expect([of(19), of(20)]).toEqual([true, false])
})

test('money back counts where the purchase was; what precedes a first purchase is told apart', () => {
  const { cohorts, customers, basis, beforeFirstPurchaseCents } = cohortTriangle(shopOf([
    { customer: 1, day: 100, cents: -250 },
    { customer: 1, day: 110, cents: 1000 },
    { customer: 1, day: 200, cents: -400 },
    { customer: 2, day: 120, cents: -70 },
  ]))
  expect({ customers, basis, beforeFirstPurchaseCents }).toEqual({ customers: 1, basis: 'revenue', beforeFirstPurchaseCents: -320 })
  expect(cohorts[0]!.grossProfitCents).toBeNull()
  expect([...cohorts[0]!.revenueCents]).toEqual([600, 0, 0])
  expect([...cohorts[0]!.buyers]).toEqual([1, 0, 0])
})

test('without purchases there are no cohorts', () => {
  expect(cohortTriangle(shopOf([]))).toEqual({ basis: 'revenue', customers: 0, cohorts: [], beforeFirstPurchaseCents: 0 })
  expect(cohortTriangle(shopOf([{ customer: 1, day: 5, cents: -100 }]))).toMatchObject({ customers: 0, cohorts: [], beforeFirstPurchaseCents: -100 })
})

/** Whole months by turning the calendar over one month at a time; cells as 'YYYY-MM month' by plain objects. */
function bruteForce({ ledger, netted, summary }: CohortInput) {
  const purchases = Array.from(ledger.days, (at, order) => ({ at, order, customer: ledger.customers[order]! })).filter(({ at }) => at <= summary.observedUntilDay)
  const cells: Record<string, { cents: number; buyers: Set<number> }> = {}
  let outside = 0
  for (const { at, order, customer } of purchases) {
    const first = Math.min(...purchases.filter((other) => other.customer === customer && isPurchase(ledger, netted, other.order)).map((other) => other.at))
    if (at < first) {
      outside += netted.netCents[order]!
      continue
    }
    const [year, month, dayOfMonth] = formatIsoDay(first).split('-').map(Number)
    const startOf = (months: number) => {
      const shortened = Math.min(dayOfMonth!, new Date(Date.UTC(year!, month! + months, 0)).getUTCDate())
      return Date.UTC(year!, month! - 1 + months, shortened) / 86_400_000
    }
    let months = 0
    while (startOf(months + 1) <= at) months++
    const cell = (cells[`${formatIsoDay(first).slice(0, 7)} ${months}`] ??= { cents: 0, buyers: new Set() })
    cell.cents += netted.netCents[order]!
    if (isPurchase(ledger, netted, order)) cell.buyers.add(customer)
  }
  return { cells, outside }
}

describe('properties', () => {
  test('F20: every cell is what counting by hand gives', () => {
    fc.assert(fc.property(anyOrders, anyUntil, (orders, until) => {
      const shop = shopOf(orders, null, until)
      const { cohorts, beforeFirstPurchaseCents } = cohortTriangle(shop)
      const { cells, outside } = bruteForce(shop)
      expect(beforeFirstPurchaseCents).toBe(outside + 0)
      const counted = Object.fromEntries(cohorts.flatMap(({ month, revenueCents, buyers }) => Array.from(revenueCents, (cents, at) => [`${month} ${at}`, { cents, buyers: buyers[at] }])))
      for (const [cell, { cents, buyers }] of Object.entries(cells)) expect(counted[cell], cell).toEqual({ cents, buyers: buyers.size })
      expect(Object.entries(counted).filter(([cell]) => !(cell in cells)).every(([, { cents, buyers }]) => cents === 0 && buyers === 0)).toBe(true)
    }))
  })

  test('F20: all cells and what precedes the first purchase are the net of the sales, to the cent', () => {
    fc.assert(fc.property(anyOrders, anyUntil, anyMargin, (orders, until, margin) => {
      const shop = shopOf(orders, margin, until)
      const { cohorts, beforeFirstPurchaseCents, customers } = cohortTriangle(shop)
      const cells = cohorts.flatMap(({ revenueCents }) => [...revenueCents])
      expect(sum(cells) + beforeFirstPurchaseCents).toBe(sum(shop.summary.netCents))
      expect(sum(cells) + beforeFirstPurchaseCents).toBe(sum(shop.ledger.amountCents.filter((_, order) => shop.ledger.days[order]! <= until)))
      expect(customers).toBe(shop.summary.purchaseCount.filter((count) => count > 0).length)
    }))
  })

  test('everybody buys in month 0; cells are finite; more data never make a complete cell incomplete or change it', () => {
    fc.assert(fc.property(anyOrders.map((orders) => orders.filter(({ cents }) => cents! >= 0)), anyUntil, fc.nat(200), anyMargin, (orders, until, later, margin) => {
      const now = cohortTriangle(shopOf(orders, margin, until))
      const then = new Map(cohortTriangle(shopOf(orders, margin, until + later)).cohorts.map((cohort) => [cohort.month, cohort]))
      for (const cohort of now.cohorts) {
        expect(cohort.buyers[0]).toBe(cohort.customers)
        expect(cohort.completeMonths).toBeLessThanOrEqual(cohort.buyers.length)
        expect(cohort.cumulativePerCustomerCents.every(Number.isFinite)).toBe(true)
        const grown = then.get(cohort.month)!
        expect(grown.completeMonths).toBeGreaterThanOrEqual(cohort.completeMonths)
        const complete = cohort.completeMonths
        if (complete > 0) expect(grown.customers).toBe(cohort.customers)
        for (const column of ['buyers', 'revenueCents', 'cumulativePerCustomerCents'] as const) expect(grown[column].slice(0, complete)).toEqual(cohort[column].slice(0, complete))
      }
    }))
  })
})
