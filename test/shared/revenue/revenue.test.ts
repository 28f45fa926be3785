import { expect, test } from 'vitest'
import { parseIsoDay } from '../../../shared/calendar.ts'
import { addRevenue, type DayRevenue, revenueByDay, totalsOf } from '../../../shared/revenue/revenue-by-day.ts'
import { revenueByProduct } from '../../../shared/revenue/revenue-by-product.ts'
import { revenueByMonth, revenueByWeekday, weekdayOf } from '../../../shared/revenue/revenue-periods.ts'
import type { SalesFigures } from '../../../shared/revenue/sales-figures.ts'

const day = (iso: string) => parseIsoDay(iso) ?? Number.NaN

/** Orders as `[id, day, known, [product, pieces, cents][]]`. */
function figures(orders: readonly (readonly [number, string, boolean, readonly (readonly [number, number, number])[]])[]): SalesFigures {
  const lines = orders.flatMap(([id, , , ofOrder]) => ofOrder.map((line) => [id, ...line] as const))
  return {
    orderIds: orders.map(([id]) => id),
    days: Int32Array.from(orders, ([, iso]) => day(iso)),
    known: Int32Array.from(orders, ([, , known]) => Number(known)),
    amountCents: Float64Array.from(orders, ([, , , ofOrder]) => ofOrder.reduce((sum, [, , cents]) => sum + cents, 0)),
    lines: {
      orderIds: lines.map(([id]) => id),
      products: Int32Array.from(lines, ([, product]) => product),
      quantities: Float64Array.from(lines, ([, , pieces]) => pieces),
      amountCents: Float64Array.from(lines, ([, , , cents]) => cents),
    },
  }
}
const sold = (iso: string, revenueCents: number): DayRevenue => ({ day: day(iso), orders: 1, pieces: 1, revenueCents, knownCents: 0 })

test('an order of 10.00 and a refund of 4.00 on one day are 1 order and 6.00 revenue', () => {
  const days = revenueByDay(figures([[7, '2024-05-02', true, [[1, 2, 600], [2, 1, 400]]], [9, '2024-05-02', false, [[2, -1, -400]]]]))
  expect(days).toEqual([{ day: day('2024-05-02'), orders: 1, pieces: 2, revenueCents: 600, knownCents: 1000 }])
  // More is known than is left after what unknown people brought back: a share is never more than all.
  expect(totalsOf(addRevenue(days))).toEqual({ orders: 1, pieces: 2, revenueCents: 600, averageOrderCents: 600, knownShare: 1 })
})

test('days come in their order, free orders count as none, and lines find their order where others have none', () => {
  const days = revenueByDay(figures([[1, '2024-05-03', false, [[1, 0.1, 10], [1, 0.2, 20]]], [2, '2024-05-01', false, []], [4, '2024-05-03', false, [[3, 1, 5]]]]))
  expect(days.map((one) => [one.day - day('2024-05-01'), one.orders, one.revenueCents])).toEqual([[0, 0, 0], [2, 2, 35]])
  expect(totalsOf(addRevenue(days)).pieces).toBe(1.3)
})

test('3 orders of together 10.00 are 3.33 on average; without orders or revenue there is no average and no share', () => {
  expect(totalsOf({ orders: 3, pieces: 3, revenueCents: 1000, knownCents: 250 })).toMatchObject({ averageOrderCents: 333, knownShare: 0.25 })
  expect(totalsOf(addRevenue([]))).toEqual({ orders: 0, pieces: 0, revenueCents: 0, averageOrderCents: null, knownShare: null })
  expect(totalsOf({ orders: 0, pieces: -1, revenueCents: -500, knownCents: -500 })).toMatchObject({ averageOrderCents: null, knownShare: null })
})

test('months without a sale are one row, and so are those before the last ones', () => {
  const days = [sold('2023-01-31', 100), sold('2023-02-01', 200), sold('2023-05-05', 400), sold('2023-05-06', 800)]
  const spans = (most: number) => revenueByMonth(days, most).map(({ from, until, revenueCents }) => [from, until, revenueCents])
  expect(spans(24)).toEqual([['2023-01', '2023-01', 100], ['2023-02', '2023-02', 200], ['2023-03', '2023-04', 0], ['2023-05', '2023-05', 1200]])
  expect(spans(1)).toEqual([['2023-01', '2023-02', 300], ['2023-03', '2023-04', 0], ['2023-05', '2023-05', 1200]])
  expect(revenueByMonth([], 24)).toEqual([])
  expect(revenueByMonth([sold('1969-12-31', 1), sold('2024-01-01', 2)], 24).map(({ from, until }) => [from, until])).toEqual([['1969-12', '1969-12'], ['1970-01', '2023-12'], ['2024-01', '2024-01']])
})

test('ISO 8601: 1 January 1970 was a Thursday, the day before a Wednesday; weekdays add up to the days', () => {
  expect([weekdayOf(0), weekdayOf(-1), weekdayOf(-4), weekdayOf(day('2024-05-06'))]).toEqual([4, 3, 7, 1])
  const rows = revenueByWeekday([sold('2024-05-06', 100), sold('2024-05-13', 300), sold('2024-05-19', 50)])
  expect(rows.map((row) => [row.weekday, row.days, row.revenueCents])).toEqual([[1, 2, 400], [2, 0, 0], [3, 0, 0], [4, 0, 0], [5, 0, 0], [6, 0, 0], [7, 1, 50]])
  expect(revenueByWeekday([])).toEqual([])
})

test('the products that brought most, the others together, and what names none', () => {
  const { lines } = figures([
    [1, '2024-05-01', true, [[5, 1, 300], [5, 1, 300], [6, 0.25, 250], [-1, 0, 495]]],
    [2, '2024-05-02', true, [[5, -1, -300], [8, 1, 100], [7, 1, 100]]],
  ])
  expect(revenueByProduct(lines, 2)).toEqual({
    products: [{ productId: 5, pieces: 1, revenueCents: 300, orders: 2 }, { productId: 6, pieces: 0.25, revenueCents: 250, orders: 1 }],
    otherProducts: { products: 2, pieces: 2, revenueCents: 200 },
    noProductCents: 495,
  })
  expect(revenueByProduct(lines, 3).products.at(-1)?.productId).toBe(7)
})
