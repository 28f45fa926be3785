import { isPurchase, type NettedOrders } from '../../customers/net-refunds.ts'
import type { SalesLedger } from '../../customers/sales-ledger.ts'

/** What the days between purchases tell about regularity. */
export type PurchaseIntervals = {
  /** Sum over all intervals of their logarithms, in the unit asked for: what the likelihood needs to choose k. */
  readonly logIntervals: number
  /** Per customer with two intervals or more: the last as a share of the last two. */
  readonly lastShares: Float64Array
}

/**
 * The intervals between a customer's purchase days (one purchase a day, refunds netted, as in summarizePurchases) up to and including `observedUntilDay`,
 * without it all. In units of `daysPerUnit` days. No intervals: 0 and no shares.
 * Example: purchases on days 0, 2 and 8, in days: ln 2 + ln 6, and one share of .75.
 */
export function purchaseIntervals(ledger: SalesLedger, netted: NettedOrders, daysPerUnit: number, observedUntilDay = Number.POSITIVE_INFINITY): PurchaseIntervals {
  const { customers, days } = ledger
  const lastShares: number[] = []
  let logIntervals = 0
  let customer = -1
  let last = 0
  let before: number | null = null
  let share: number | null = null
  const close = () => {
    if (share !== null) lastShares.push(share)
  }
  for (let order = 0; order < days.length; order++) {
    if (days[order]! > observedUntilDay || !isPurchase(ledger, netted, order)) continue
    if (customers[order] !== customer) {
      close()
      customer = customers[order]!
      before = null
      share = null
    } else if (days[order] !== last) {
      const interval = days[order]! - last
      logIntervals += Math.log(interval / daysPerUnit)
      if (before !== null) share = interval / (before + interval)
      before = interval
    }
    last = days[order]!
  }
  close()
  return { logIntervals, lastShares: Float64Array.from(lastShares) }
}

/**
 * How regular buying is, as the k of Erlang-k, from two intervals of each customer (Wheat & Morrison 1990): the share of one in both is Beta(k, k), of
 * variance 1 / (4 (2k + 1)) about one half, whatever the customer's own pace; so k = (1 - 4V) / (8V). 1 is purchases at random, more is regular, less
 * comes in bursts. A quick look that needs no fit; `fitRegularity` chooses k by likelihood. `null` without shares, or where all are one half.
 * Example: shares .25 and .75: V = 1/16, k = 1.5.
 */
export function regularityOf({ lastShares }: PurchaseIntervals): number | null {
  let squares = 0
  for (const share of lastShares) squares += (share - 0.5) ** 2
  if (squares === 0) return null
  const variance = squares / lastShares.length
  return (1 - 4 * variance) / (8 * variance)
}
