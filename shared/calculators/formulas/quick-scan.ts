import { dayNumber, formatIsoDay } from '../../calendar.ts'
import { isPurchase, type NettedOrders } from '../../customers/net-refunds.ts'
import type { SalesLedger } from '../../customers/sales-ledger.ts'
import { figure, type Figure } from '../figure.ts'

export type QuickScan = {
  /** Revenue of the twelve months over who bought in them, and both parts. */
  readonly averageRevenue: Figure<'revenue'>
  readonly revenue: Figure<'revenue'>
  readonly buyers: number
  /** First and last day of the twelve months. */
  readonly fromDay: number
  readonly untilDay: number
  /** False where the sales start within the twelve months: the average is then of a shorter time. */
  readonly wholeYear: boolean
  /** Given back in these months on sales that are not in the data; not taken off, because what it takes back was never added. */
  readonly unmatchedRefunds: Figure<'revenue'>
}

/** The day after the same date a year earlier; after 29 February that is 1 March. */
function twelveMonthsUntil(day: number): number {
  const [year = 0, month = 0, date = 0] = formatIsoDay(day).split('-').map(Number)
  return (dayNumber(year - 1, month, date) ?? dayNumber(year - 1, month, date - 1)!) + 1
}

/**
 * The simple average (F9): revenue of the trailing twelve months, net of refunds, over the distinct customers who bought in them. A refund
 * belongs to the order it takes back (`netRefunds`), so that one on an older order lowers nothing here. `untilDay` is the last day of the
 * ledger unless given; net the refunds with the same day. `null` where nobody bought.
 * Example: orders of 100.00, 50.00 and 30.00, of which 20.00 refunded, of two customers: 160.00 over 2 = 80.00.
 */
export function quickScan(ledger: SalesLedger, netted: NettedOrders, untilDay?: number): QuickScan | null {
  let earliest = Number.POSITIVE_INFINITY
  let latest = Number.NEGATIVE_INFINITY
  for (const day of ledger.days) {
    if (day < earliest) earliest = day
    if (day > latest) latest = day
  }
  const until = untilDay ?? latest
  if (earliest > until) return null
  const fromDay = twelveMonthsUntil(until)
  const bought = new Uint8Array(ledger.customerIds.length)
  let buyers = 0
  let cents = 0
  let unmatchedCents = 0
  for (let order = 0; order < ledger.days.length; order++) {
    const day = ledger.days[order]!
    if (day < fromDay || day > until) continue
    const netCents = netted.netCents[order]!
    if (netCents < 0) unmatchedCents -= netCents
    else cents += netCents
    const customer = ledger.customers[order]!
    if (bought[customer] === 1 || !isPurchase(ledger, netted, order)) continue
    bought[customer] = 1
    buyers++
  }
  if (buyers === 0) return null
  return {
    averageRevenue: figure(cents / buyers, 'revenue'), revenue: figure(cents, 'revenue'), buyers,
    fromDay, untilDay: until, wholeYear: earliest <= fromDay, unmatchedRefunds: figure(unmatchedCents, 'revenue'),
  }
}
