import type { ValuedCustomers } from '../../clv/valued-customers.ts'

const CLASSES = 5

/**
 * RFM scores per customer, 1 to 5 and 5 the best; 0 for who never bought. Columns in the order of the customers.
 * The words frequency and recency are kept for the models, where they mean something else.
 */
export type RfmScores = {
  /** R: how lately the last purchase was. */
  readonly lastPurchase: Uint8Array
  /** F: how many purchases. */
  readonly purchases: Uint8Array
  /** M: what was paid less what was returned. */
  readonly money: Uint8Array
}

/**
 * The values above which the scores 2, 3, 4 and 5 lie. A fifth of the customers below is reached where the value at that place of the
 * sorted column is lower: only four places have to be looked at, however many customers there are.
 */
function limitsOf(column: ArrayLike<number>, buyers: Int32Array): readonly number[] {
  const sorted = new Float64Array(buyers.length).map((_, place) => column[buyers[place]!]!).sort()
  return Array.from({ length: CLASSES - 1 }, (_, k) => sorted[Math.ceil(((k + 1) * buyers.length) / CLASSES) - 1] ?? 0)
}

function scores(column: ArrayLike<number>, buyers: Int32Array): Uint8Array {
  const limits = limitsOf(column, buyers)
  const result = new Uint8Array(column.length)
  for (const row of buyers) result[row] = limits.reduce((score, limit) => (column[row]! > limit ? score + 1 : score), 1)
  return result
}

/**
 * RFM scores in fifths (Hughes 1994, "Strategic Database Marketing"), each of the three over all customers with a purchase: days since the last
 * purchase, purchases, and money. Unlike Hughes, who cuts equal parts through equal customers, equal figures get equal scores: score k + 1 says that at
 * least k fifths of the customers have strictly less. So with six in ten customers who bought once, these all have 1 and who
 * bought twice has 4. One sort per column. Nobody with a purchase: all 0. Example: purchases 1, 1, 1, 2, 9 score 1, 1, 1, 4, 5.
 */
export function rfmScores({ purchaseCount, lastDay, netCents }: Pick<ValuedCustomers, 'purchaseCount' | 'lastDay' | 'netCents'>): RfmScores {
  const buyers = purchaseCount.map((_, row) => row).filter((row) => purchaseCount[row]! > 0)
  return { lastPurchase: scores(lastDay, buyers), purchases: scores(purchaseCount, buyers), money: scores(netCents, buyers) }
}
