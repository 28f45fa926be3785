import { wholeCents } from '../../clv/formulas/historic.ts'
import type { ValuedCustomers } from '../../clv/valued-customers.ts'
import { NO_SEGMENT, segmentsOf, type Segment } from './segment.ts'

const kinds = ['one-time', 'returning'] as const

/** A segment in value so far, with its sales as revenue whatever the basis. */
export type LoyaltyCard = Segment<(typeof kinds)[number]> & {
  /** Everything paid less everything returned. */
  readonly revenueCents: number
  /** Of the revenue of all customers with a purchase; `null` where that is nothing or less. */
  readonly shareOfRevenue: number | null
  /** Revenue of one purchase in whole cents, over all purchases and not over customers; `null` without a purchase. */
  readonly averageOrderCents: number | null
}

/**
 * Who bought once beside who came back (C7): how many, what they brought so far, their average order and their share of the revenue,
 * in this order. Only customers with a purchase; purchases of one day are one, so who bought twice on one day came once.
 * Example: 10000 of one who bought once and 2000 + 4000 of one who came back: average orders 10000 and 3000, shares of revenue .625 and .375.
 */
export function compareLoyalty(valued: ValuedCustomers): readonly LoyaltyCard[] {
  const { purchaseCount, purchaseCents, netCents } = valued
  const positionOf = Uint8Array.from(purchaseCount, (count) => (count > 0 ? kinds.indexOf(count > 1 ? 'returning' : 'one-time') : NO_SEGMENT))
  const { segments } = segmentsOf(valued, 'realized-value', kinds, positionOf)
  const sum = (column: ArrayLike<number>, rows: Int32Array) => rows.reduce((total, row) => total + column[row]!, 0)
  const revenue = segments.reduce((total, { rows }) => total + sum(netCents, rows), 0)
  return segments.map((segment): LoyaltyCard => {
    const revenueCents = sum(netCents, segment.rows)
    const purchases = sum(purchaseCount, segment.rows)
    return {
      ...segment, revenueCents,
      shareOfRevenue: revenue > 0 ? revenueCents / revenue : null,
      averageOrderCents: purchases > 0 ? wholeCents(sum(purchaseCents, segment.rows) / purchases) : null,
    }
  })
}
