import { isPurchase, netRefunds } from '../../customers/net-refunds.ts'
import type { PurchaseSummary, SalesLedger } from '../../customers/sales-ledger.ts'
import { summarizePurchases } from '../../customers/summarize-purchases.ts'
import type { Origin } from './origins.ts'
import { quantile } from '../../numerics/statistics/quantile.ts'

/** What a forecast may be made from: nothing of it is later than the day it is made on. */
export type History = {
  /** Customers with a purchase; one row each. */
  readonly summary: PurchaseSummary
  /** Their rows among all customers of the ledger. */
  readonly rows: Int32Array
  /** The first day of the shop's data. */
  readonly firstDay: number
  /** Per customer, net cents of purchases in the last `recentDays` days. */
  readonly recentCents: Float64Array
  readonly recentDays: number
  /** The gap between two purchases of one customer that nine in ten gaps stay under; Infinity where nobody came back. */
  readonly longestUsualGapDays: number
}

/** A history with what its customers went on to spend. */
export type TestedHistory = { readonly history: History; readonly origin: Origin; readonly outcomeCents: Float64Array }

const USUAL_GAPS = 0.9

function buyersOf(summary: PurchaseSummary): { readonly summary: PurchaseSummary; readonly rows: Int32Array } {
  const rows = summary.purchaseCount.map((_, row) => row).filter((row) => summary.purchaseCount[row]! > 0)
  const pick = (column: Int32Array) => rows.map((row) => column[row]!)
  const pickCents = (column: Float64Array) => new Float64Array(rows.length).map((_, place) => column[rows[place]!]!)
  return {
    rows,
    summary: {
      customerIds: pick(summary.customerIds), purchaseCount: pick(summary.purchaseCount), firstDay: pick(summary.firstDay), lastDay: pick(summary.lastDay),
      netCents: pickCents(summary.netCents), purchaseCents: pickCents(summary.purchaseCents), observedUntilDay: summary.observedUntilDay,
    },
  }
}

/**
 * The history of a ledger up to and including `day`; later orders and refunds are not looked at. `recentDays` is how far "lately" reaches
 * back (at most to the first day). Example: an order refunded after `day` still counts whole.
 */
export function historyUntil(ledger: SalesLedger, day: number, recentDays: number): History {
  const netted = netRefunds(ledger, day)
  const { summary, rows } = buyersOf(summarizePurchases(ledger, netted, day))
  const placeOf = new Int32Array(ledger.customerIds.length).fill(-1)
  rows.forEach((row, place) => { placeOf[row] = place })
  const recentCents = new Float64Array(rows.length)
  const gaps = new Int32Array(ledger.days.length)
  let gapCount = 0
  let firstDay = day
  let previous = -1
  for (let order = 0; order < ledger.days.length; order++) {
    const on = ledger.days[order]!
    const place = placeOf[ledger.customers[order]!]!
    if (on > day || place < 0 || !isPurchase(ledger, netted, order)) continue
    if (on < firstDay) firstDay = on
    if (on > day - recentDays) recentCents[place]! += netted.netCents[order]!
    // Orders are sorted by customer and day.
    if (previous >= 0 && ledger.customers[previous] === ledger.customers[order] && ledger.days[previous] !== on) gaps[gapCount++] = on - ledger.days[previous]!
    previous = order
  }
  const longestUsualGapDays = gapCount > 0 ? quantile(gaps.subarray(0, gapCount).sort(), USUAL_GAPS) : Infinity
  return { summary, rows, firstDay, recentCents, recentDays: Math.min(recentDays, day - firstDay + 1), longestUsualGapDays }
}

/**
 * A history cut off at an origin with what its customers spent in the days after it: net of refunds of those days; a refund of an order from before
 * the origin takes nothing off, because that order is in no forecast. Customers who came later are in neither.
 * Example: bought on day 1 and for 20.00 on day 30, origin on day 10 with 60 days: outcome 2000.
 */
export function historyAtOrigin(ledger: SalesLedger, origin: Origin): TestedHistory {
  const history = historyUntil(ledger, origin.day, origin.days)
  const end = origin.day + origin.days
  const netted = netRefunds(ledger, end)
  const outcomeCents = new Float64Array(history.summary.customerIds.length)
  const placeOf = new Int32Array(ledger.customerIds.length).fill(-1)
  history.rows.forEach((row, place) => { placeOf[row] = place })
  for (let order = 0; order < ledger.days.length; order++) {
    const on = ledger.days[order]!
    if (on <= origin.day || on > end || !isPurchase(ledger, netted, order)) continue
    const place = placeOf[ledger.customers[order]!]!
    if (place >= 0) outcomeCents[place]! += netted.netCents[order]!
  }
  return { history, origin, outcomeCents }
}
