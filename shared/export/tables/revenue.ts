import { formatIsoDay } from '../../calendar.ts'
import type { RevenueTotals } from '../../contract/revenue.ts'
import { type DayRevenue, totalsOf } from '../../revenue/revenue-by-day.ts'
import { revenueByMonth } from '../../revenue/revenue-periods.ts'
import type { Cell, Column, Row } from '../table.ts'
import { moneyColumn, type Words } from '../words.ts'

type Period = 'day' | 'month'

/** Revenue by day or by month. */
export function revenueColumns({ exports: { columns } }: Words, currency: string, per: Period): readonly Column[] {
  return [
    per === 'day' ? { header: columns.date, kind: 'day' } : { header: columns.month, kind: 'text' },
    { header: columns.orders, kind: 'number' }, { header: columns.quantity, kind: 'number' }, moneyColumn(columns.revenue, currency),
    moneyColumn(columns.averageOrder, currency), { header: columns.identifiedShare, kind: 'share' },
  ]
}

const rowOf = (when: Cell, { orders, pieces, revenueCents, averageOrderCents, knownShare }: RevenueTotals): Row =>
  [when, orders, pieces, revenueCents, averageOrderCents, knownShare === null ? null : Math.round(knownShare * 10_000) / 10_000]

/** Every day with an order; every month, those without a sale in one row. */
export function revenueRows(days: readonly DayRevenue[], per: Period): readonly Row[] {
  if (per === 'day') return days.map((day) => rowOf(formatIsoDay(day.day), totalsOf(day)))
  return revenueByMonth(days, Infinity).map((row) => rowOf(row.from === row.until ? row.from : `${row.from} – ${row.until}`, row))
}
