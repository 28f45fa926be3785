import { labelKey, labelKeys } from '../label-groups.ts'
import { lastDayOfMonth, monthOfDay, parseMonthName } from '../../months.ts'

/** What a channel cost in one calendar month; rows of the same channel and month add up. */
export type ChannelCost = { readonly channel: string | null; readonly month: string; readonly costCents: number }

/** Why a cost is in no figure. */
export type UnmatchedReason =
  /** No channel, no month, or an amount that is none. */
  | 'unreadable'
  /** No customer came by this channel. */
  | 'unknown-channel'
  /** The sales do not hold the whole month: who came for this money cannot be counted. */
  | 'month-not-observed'
  /** Nobody came by this channel in any month it cost something. */
  | 'nobody-came'
export type UnmatchedCost = ChannelCost & { readonly reason: UnmatchedReason }

/** What a channel cost, and the customers (rows of the ledger) it brought for that. */
type CostOfChannel = { readonly costCents: number; readonly rows: readonly number[] }
export type MatchedCosts = {
  /** By `labelKey` of the channel. */
  readonly byChannel: ReadonlyMap<string, CostOfChannel>
  readonly unmatched: readonly UnmatchedCost[]
}

type Customers = {
  readonly labels: readonly (string | null)[]
  /** Day numbers of the first purchase; -1 without one. */
  readonly firstDay: Int32Array
  readonly observedUntilDay: number
}

/**
 * Brings together what a channel cost in its months and the customers (rows) it brought: those first seen in a month with a cost. A month in which the channel cost something
 * and nobody came counts, because that money is spent on the channel all the same; a month the sales do not reach does not. What matches nothing is
 * handed back with the reason: matched and unmatched together are all rows. Example: Google 2024-01 for 5000 with two customers first seen that month: 5000 and two rows.
 */
export function matchCosts(costs: readonly ChannelCost[], { labels, firstDay, observedUntilDay }: Customers): MatchedCosts {
  const rowsOf = new Map<string, { readonly month: number; readonly row: number }[]>()
  const keys = labelKeys(labels)
  let firstMonth = Number.POSITIVE_INFINITY
  firstDay.forEach((day, row) => {
    if (day === -1) return
    const month = monthOfDay(day)
    firstMonth = Math.min(firstMonth, month)
    const key = keys[row] ?? null
    if (key !== null) addTo(rowsOf, key, { month, row })
  })

  const unmatched: UnmatchedCost[] = []
  const readable = new Map<string, { readonly month: number; readonly cost: ChannelCost }[]>()
  for (const cost of costs) {
    const key = labelKey(cost.channel)
    const month = parseMonthName(cost.month)
    if (key === null || month === null || !Number.isFinite(cost.costCents)) unmatched.push({ ...cost, reason: 'unreadable' })
    else if (!rowsOf.has(key)) unmatched.push({ ...cost, reason: 'unknown-channel' })
    else if (month < firstMonth || lastDayOfMonth(month) > observedUntilDay) unmatched.push({ ...cost, reason: 'month-not-observed' })
    else addTo(readable, key, { month, cost })
  }

  const byChannel = new Map<string, CostOfChannel>()
  for (const [key, known] of readable) {
    const months = new Set(known.map(({ month }) => month))
    const rows = (rowsOf.get(key) ?? []).filter(({ month }) => months.has(month)).map(({ row }) => row)
    if (rows.length === 0) unmatched.push(...known.map(({ cost }) => ({ ...cost, reason: 'nobody-came' as const })))
    else byChannel.set(key, { costCents: known.reduce((sum, { cost }) => sum + cost.costCents, 0), rows })
  }
  return { byChannel, unmatched }
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T) {
  const known = lists.get(key)
  if (known) known.push(item)
  else lists.set(key, [item])
}
