import type { RevenueTotals } from '../contract/revenue.ts'
import type { SalesFigures } from './sales-figures.ts'

/** Sums that can be added up: of a day, and of any stretch of days. */
export type RevenueSums = { readonly orders: number; readonly pieces: number; readonly revenueCents: number; readonly knownCents: number }
/** The sums of a day, by its number (shared/calendar.ts). */
export type DayRevenue = RevenueSums & { readonly day: number }

const nothing: RevenueSums = { orders: 0, pieces: 0, revenueCents: 0, knownCents: 0 }

/**
 * What was sold on each day that has an order, earliest first. An order counts where it brought money; what went back is taken off on
 * the day it went back. Amounts are cents; lines of orders that are not among the orders are left alone; without orders an empty list.
 * Example: an order of 10.00 and a refund of 4.00 on one day are 1 order and 6.00 revenue.
 */
export function revenueByDay({ orderIds, days, amountCents, known, lines }: SalesFigures): DayRevenue[] {
  const sums = new Map<number, { -readonly [K in keyof DayRevenue]: DayRevenue[K] }>()
  let line = 0
  for (let order = 0; order < orderIds.length; order++) {
    const id = orderIds[order] ?? 0
    const day = days[order] ?? 0
    const cents = amountCents[order] ?? 0
    let sum = sums.get(day)
    if (sum === undefined) sums.set(day, (sum = { day, ...nothing }))
    if (cents > 0) sum.orders++
    sum.revenueCents += cents
    if (known[order] === 1) sum.knownCents += cents
    while (line < lines.orderIds.length && (lines.orderIds[line] ?? 0) < id) line++
    for (; line < lines.orderIds.length && lines.orderIds[line] === id; line++) sum.pieces += lines.quantities[line] ?? 0
  }
  return [...sums.values()].sort((a, b) => a.day - b.day)
}

/** The sums of several stretches together; of none they are zero. */
export function addRevenue(parts: readonly RevenueSums[]): RevenueSums {
  return parts.reduce((sum, part) => ({
    orders: sum.orders + part.orders,
    pieces: sum.pieces + part.pieces,
    revenueCents: sum.revenueCents + part.revenueCents,
    knownCents: sum.knownCents + part.knownCents,
  }), nothing)
}

/** Thousandths of a piece are as fine as scales weigh; what is finer is noise of adding up. */
export function roundPieces(pieces: number): number {
  return Math.round(pieces * 1000) / 1000 || 0
}

/**
 * Sums as an owner reads them, with the average order in cents and the share whose customer is known, 0 to 1. The average is `null`
 * without orders, the share without revenue. Example: 3 orders of together 10.00 are 3.33 on average.
 */
export function totalsOf({ orders, pieces, revenueCents, knownCents }: RevenueSums): RevenueTotals {
  return {
    orders,
    pieces: roundPieces(pieces),
    revenueCents,
    averageOrderCents: orders > 0 ? Math.round(revenueCents / orders) || 0 : null,
    knownShare: revenueCents > 0 ? Math.min(1, Math.max(0, knownCents / revenueCents)) : null,
  }
}
