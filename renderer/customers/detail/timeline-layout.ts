import type { CustomerDetail } from '../../../shared/contract/customers.ts'
import { formatIsoDay, parseIsoDay } from '../../../shared/calendar.ts'

export type TimelineMark = { readonly kind: 'first' | 'repeat' | 'refund', readonly orderedOn: string, readonly place: number, readonly amountCents: number }
export type TimelineLayout = {
  /** Oldest first; `place` is a share of the width. */
  readonly marks: readonly TimelineMark[]
  readonly from: string
  readonly until: string
  /** Where the sales end. */
  readonly endPlace: number
  /** Where the next purchase is expected, when that is still to come. */
  readonly nextPlace: number | null
}

/** Places the orders of a customer between the first one and the end of the sales, or the next expected one where that is later. */
export function layOutTimeline(orders: CustomerDetail['orders'], observedUntil: string, nextPurchaseOn: string | null): TimelineLayout | null {
  const dated = orders.flatMap((order) => {
    const day = parseIsoDay(order.orderedOn)
    return day === null ? [] : [{ order, day }]
  }).toSorted((a, b) => a.day - b.day)
  const first = dated[0]
  const end = parseIsoDay(observedUntil) ?? dated.at(-1)?.day
  if (!first || end === undefined) return null
  const next = nextPurchaseOn === null ? null : parseIsoDay(nextPurchaseOn)
  const isAhead = next !== null && next > end
  const lastDay = Math.max(end, isAhead ? next : end)
  const width = Math.max(1, lastDay - first.day)
  return {
    marks: dated.map(({ order, day }) => ({
      kind: order.kind === 'first' ? 'first' : order.kind === 'repeat' ? 'repeat' : 'refund',
      orderedOn: order.orderedOn, place: (day - first.day) / width, amountCents: order.amountCents,
    })),
    from: first.order.orderedOn,
    until: formatIsoDay(end),
    endPlace: (end - first.day) / width,
    nextPlace: isAhead ? (next - first.day) / width : null,
  }
}
