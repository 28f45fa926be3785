import { DAYS_PER_WEEK, DAYS_PER_YEAR } from '../../calendar.ts'
import { isPurchase, type NettedOrders } from '../../customers/net-refunds.ts'
import type { PurchaseSummary, SalesLedger } from '../../customers/sales-ledger.ts'
import { probabilityAlive, purchaseRate, type TransactionParameters } from '../transactions/beta-geometric.ts'
import { MONTHS, monthOf, type SeasonalClock } from './seasonal-clock.ts'

const DAYS_OF_MONTH = [31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
/** A month counts as much as so many purchases that show no season: few purchases make no season. */
const PRIOR_PURCHASES = 25
/** Ten a month on average: fewer are no season but chance. */
const FEWEST_PURCHASES = 120
/** Every month has to have been seen. */
const SHORTEST_HISTORY_DAYS = 365
const NEW = { repeatPurchaseCount: 0, activeSpan: 0, observed: 0 }

/** Repeat purchases per calendar month, up to and including a day; purchases of one customer on one day are one. */
function repeatPurchasesByMonth(ledger: SalesLedger, netted: NettedOrders, untilDay: number): Float64Array {
  const counts = new Float64Array(MONTHS)
  let previous = -1
  for (let order = 0; order < ledger.days.length; order++) {
    const day = ledger.days[order]!
    if (day > untilDay || !isPurchase(ledger, netted, order)) continue
    const isSameCustomer = previous >= 0 && ledger.customers[previous] === ledger.customers[order]
    if (isSameCustomer && ledger.days[previous] !== day) counts[monthOf(day)]!++
    previous = order
  }
  return counts
}

/** Repeat purchases to be expected per calendar month without a season, from when everyone came first. */
function expectedByMonth({ purchaseCount, firstDay, observedUntilDay }: PurchaseSummary, from: number, parameters: TransactionParameters): Float64Array {
  const newOn = new Float64Array(observedUntilDay - from + 1)
  for (let row = 0; row < purchaseCount.length; row++) if (purchaseCount[row]! > 0) newOn[firstDay[row]! - from]!++
  const stays = probabilityAlive(parameters, NEW)
  const perDay = newOn.map((_, age) => (stays * purchaseRate(parameters, 0, 0, (age + 0.5) / DAYS_PER_WEEK)) / DAYS_PER_WEEK)
  const months = Uint8Array.from(newOn, (_, day) => monthOf(from + day))
  const expected = new Float64Array(MONTHS)
  for (let start = 0; start < newOn.length; start++) {
    const customers = newOn[start]!
    if (customers === 0) continue
    for (let day = start + 1; day < newOn.length; day++) expected[months[day]!]! += customers * perDay[day - start - 1]!
  }
  return expected
}

/**
 * The season of a shop from its repeat purchases up to the end of the summary: per calendar month what was bought over what MBG/NBD expects of these
 * customers without a season (the ratio to trend of classical decomposition), drawn toward 1 by a gamma prior worth 25 purchases, and made to average 1 over
 * the year. `null` under a year of history, where a month cannot be told from its trend, and under 120 repeat purchases.
 * Example: see test/shared/clv/season/season.test.ts, where a December of twice the usual is found back.
 */
export function estimateClock(ledger: SalesLedger, netted: NettedOrders, summary: PurchaseSummary, firstDay: number, parameters: TransactionParameters): SeasonalClock | null {
  if (summary.observedUntilDay - firstDay < SHORTEST_HISTORY_DAYS) return null
  const bought = repeatPurchasesByMonth(ledger, netted, summary.observedUntilDay)
  const expected = expectedByMonth(summary, firstDay, parameters)
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
  const scale = sum(expected) > 0 ? sum(bought) / sum(expected) : 0
  if (!(scale > 0) || sum(bought) < FEWEST_PURCHASES) return null
  const rates = bought.map((count, month) => (count + PRIOR_PURCHASES) / (expected[month]! * scale + PRIOR_PURCHASES))
  const average = rates.reduce((total, rate, month) => total + rate * DAYS_OF_MONTH[month]!, 0) / DAYS_PER_YEAR
  return { monthRates: rates.map((rate) => rate / average) }
}
