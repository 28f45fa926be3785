import type { ValuedCustomers } from '../../clv/valued-customers.ts'
import { buyersByValue, customersOfShare } from './buyers-by-value.ts'
import { segmentsOfRows, type Segmentation } from './segment.ts'

const BEST_SHARE = 0.2
const LIKELY_CUSTOMER = 0.5

/**
 * Growers ("groeiers", S21): high predicted, low so far. The rule: in the best fifth by expected value, not in the best fifth by value so far, and
 * still a customer more likely than not (chance 50% and more); all among customers with a purchase, shares rounded up, equal values cut by customer id. Valued
 * by expected value, most expected first. `null` without an estimate; possibly nobody. A stricter "so far" leaves next to nobody in a shop whose
 * customers came at the same time: outside the best two fifths one of CDNOW's 2,357. Example: about a hundred at CDNOW (MBG/NBD), who in the 39
 * weeks that followed spent over twice as much as others with the same value so far.
 */
export function findGrowers(valued: ValuedCustomers): Segmentation<'growers'> | null {
  const { estimates } = valued
  if (!estimates) return null
  const expected = buyersByValue(valued, 'residual-clv')
  const soFar = buyersByValue(valued, 'realized-value')
  const broughtMuch = new Set(soFar.subarray(0, customersOfShare(BEST_SHARE, soFar.length)))
  const rows = expected
    .subarray(0, customersOfShare(BEST_SHARE, expected.length))
    .filter((row) => !broughtMuch.has(row) && estimates.probabilityAlive[row]! >= LIKELY_CUSTOMER)
  return segmentsOfRows(valued, 'residual-clv', [{ key: 'growers', rows }])
}
