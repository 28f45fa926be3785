import type { ValuedCustomers } from '../../clv/valued-customers.ts'
import type { ClvMethod } from '../../contract/customers.ts'
import { rfmScores } from './rfm-scores.ts'
import { NO_SEGMENT, segmentsOf, type Segmentation } from './segment.ts'

/** The best first. Their names and one piece of advice each stand under `rfm` in the texts of segments. */
export const rfmGroups = [
  'champions', 'loyal', 'big-spenders', 'potential', 'new', 'promising', 'attention', 'cannot-lose', 'at-risk', 'asleep', 'lost',
] as const
export type RfmGroup = (typeof rfmGroups)[number]

/** One customer's scores (rfm-scores.ts), 1 to 5. */
export type RfmScore = { readonly lastPurchase: number; readonly purchases: number; readonly money: number }

const LATELY = 4
const NOT_LONG_AGO = 3
const MUCH = 4
const SOME = 2

/**
 * The named group of a score, by these rules (R last purchase, F purchases, M money; after the eleven groups that
 * e-mail and shop software made usual, whose published tables overlap and leave holes):
 *
 *     R >= 3   F >= 4          champions where R and M are 4 and more, else loyal
 *              F <= 3, M >= 4  big-spenders
 *              F 2-3           potential where R is 4 and more, else attention
 *              F 1             new where R is 5, else promising
 *     R <= 2   F >= 4, M >= 4  cannot-lose
 *              F >= 3          at-risk
 *              F <= 2          lost where R is 1 and M 3 and less, else asleep
 *
 * All 125 scores have one group. Scores outside 1 to 5 follow the same rules.
 * Example: R 5, F 5, M 5 are champions; R 1, F 1, M 5 is asleep: one large purchase long ago is worth one more try.
 */
export function rfmGroup({ lastPurchase, purchases, money }: RfmScore): RfmGroup {
  if (lastPurchase < NOT_LONG_AGO) {
    if (purchases >= MUCH && money >= MUCH) return 'cannot-lose'
    if (purchases > SOME) return 'at-risk'
    return lastPurchase === 1 && money < MUCH ? 'lost' : 'asleep'
  }
  if (purchases >= MUCH) return lastPurchase >= LATELY && money >= MUCH ? 'champions' : 'loyal'
  if (money >= MUCH) return 'big-spenders'
  if (purchases >= SOME) return lastPurchase >= LATELY ? 'potential' : 'attention'
  return lastPurchase > LATELY ? 'new' : 'promising'
}

/**
 * Customers with a purchase by their named RFM group, valued by the method; who never bought is in none. The scores come from the very
 * purchases that every value is computed from, so a clear difference is to be expected; a slight one says that the groups are not worth having.
 * Example: one customer alone scores 1, 1, 1 and is `lost`: scores compare customers with each other.
 */
export function segmentsByRfm(valued: ValuedCustomers, method: ClvMethod): Segmentation<RfmGroup> {
  const { lastPurchase, purchases, money } = rfmScores(valued)
  const positionOf = Uint8Array.from(valued.purchaseCount, (count, row) => {
    if (count === 0) return NO_SEGMENT
    return rfmGroups.indexOf(rfmGroup({ lastPurchase: lastPurchase[row]!, purchases: purchases[row]!, money: money[row]! }))
  })
  return segmentsOf(valued, method, rfmGroups, positionOf)
}
