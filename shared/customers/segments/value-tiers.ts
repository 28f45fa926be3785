import type { ValuedCustomers } from '../../clv/valued-customers.ts'
import type { ClvMethod } from '../../contract/customers.ts'
import { buyersByValue, customersOfShare } from './buyers-by-value.ts'
import { segmentsOfRows, type Segmentation } from './segment.ts'

export type ValueTier = 'top' | 'next' | 'rest'
/** Shares of the customers with a purchase, 0 to 1. */
export type TierShares = { readonly top: number; readonly next: number }

const USUAL_SHARES: TierShares = { top: 0.1, next: 0.2 }
const ROUNDING = 1e-9

/**
 * Customers with a purchase in three tiers by the rank of their value, most valuable first: the top share, the next share and the
 * rest. A tier ends after `share` of the customers counted from the very top, rounded up to whole customers; equal values are cut by customer id.
 * Throws RangeError for shares that are not 0 to 1 together. No test of a difference: the tiers were cut by this very value.
 * Example: 214 customers at 10% and 20% are 22, 43 (65 are the best 30%) and 149.
 */
export function segmentsByTier(valued: ValuedCustomers, method: ClvMethod, { top, next }: TierShares = USUAL_SHARES): Segmentation<ValueTier> {
  if (!(top >= 0 && next >= 0 && top + next <= 1 + ROUNDING)) throw new RangeError('Shares of tiers are 0 to 1 together')
  const buyers = buyersByValue(valued, method)
  const endOfTop = customersOfShare(top, buyers.length)
  const endOfNext = Math.max(endOfTop, customersOfShare(top + next, buyers.length))
  return segmentsOfRows(valued, method, [
    { key: 'top', rows: buyers.subarray(0, endOfTop) },
    { key: 'next', rows: buyers.subarray(endOfTop, endOfNext) },
    { key: 'rest', rows: buyers.subarray(endOfNext) },
  ])
}
