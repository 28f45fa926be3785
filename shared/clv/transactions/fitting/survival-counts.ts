import type { PurchasePatterns } from './purchase-patterns.ts'

/**
 * How many customers made more than k repeat purchases, for k = 0, 1, ... up to the first that nobody exceeded: with them, products over every
 * customer's purchases (rising factorials) are one sum over k, and no gamma function is called. Counts below 0 or not whole are not
 * checked for.
 * Example: customers with 0, 2 and 2 repeat purchases give [2, 2, 0].
 */
export function survivalCounts({ repeatPurchaseCount, weight }: PurchasePatterns): Float64Array {
  let most = 0
  for (const x of repeatPurchaseCount) if (x > most) most = x
  const counts = new Float64Array(most + 1)
  for (let row = 0; row < weight.length; row++) counts[repeatPurchaseCount[row]!]! += weight[row]!
  let above = 0
  for (let k = most; k >= 0; k--) {
    const here = counts[k]!
    counts[k] = above
    above += here
  }
  return counts
}

/** Customers over all patterns. Example: weights 2 and 1 give 3. */
export function customerCount({ weight }: PurchasePatterns): number {
  let customers = 0
  for (const w of weight) customers += w
  return customers
}

/** Mean time observed, over customers, in the unit of the patterns: the scale of alpha and beta. 1 where there is none. Example: 4 weeks of 1 customer, 10 of 2: 8. */
export function meanObserved({ observed, weight }: PurchasePatterns): number {
  let time = 0
  let customers = 0
  for (let row = 0; row < weight.length; row++) {
    time += observed[row]! * weight[row]!
    customers += weight[row]!
  }
  return time > 0 ? time / customers : 1
}

export type RisingFactorials = { readonly value: number; readonly slope: number; readonly bend: number }

/**
 * The sum over customers of ln(Gamma(r + x) / Gamma(r)), with its first and second derivative to r, from the survival counts.
 * Example: two purchases of one customer at r = 1: ln 2, 1.5, -1.25.
 */
export function risingFactorials(survivors: Float64Array, r: number): RisingFactorials {
  let value = 0
  let slope = 0
  let bend = 0
  for (let k = 0; k < survivors.length; k++) {
    const purchased = survivors[k]!
    const inverse = 1 / (r + k)
    if (purchased > 0) value += purchased * Math.log(r + k)
    slope += purchased * inverse
    bend -= purchased * inverse * inverse
  }
  return { value, slope, bend }
}
