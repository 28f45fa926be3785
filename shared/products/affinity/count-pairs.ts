import { int32Column } from '../../import/bytes/growing-column.ts'
import { groupPositions } from '../group-positions.ts'
import type { ProductSets } from '../product-sets.ts'

/** Columns, one row per pair: product indices with a < b, and in how many sets both are. */
export type PairCounts = {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly together: Int32Array
  /** Sets with each product. */
  readonly counts: Int32Array
  /** Sets with any product. */
  readonly setCount: number
}

/**
 * Counts in how many sets every two products come together, and keeps pairs with at least `minimumTogether`. One product after the other,
 * over the sets that have it: needs memory for one row of products and never for all pairs, however many products there are.
 * Pairs are sorted by a. That sets are ascending, and products below `productCount`, is not checked. Example: sets {1, 2}, {1, 2, 3}, {2}: of 1 and 2 there are 2, of 1 and 3 one.
 */
export function countPairs({ starts, products, productCount }: ProductSets, minimumTogether: number): PairCounts {
  const a = int32Column()
  const b = int32Column()
  const together = int32Column()
  const counts = new Int32Array(productCount)
  for (const product of products) counts[product]!++
  const ends = new Int32Array(products.length)
  let setCount = 0
  for (let owner = 0; owner + 1 < starts.length; owner++) {
    if (starts[owner + 1]! > starts[owner]!) setCount++
    ends.fill(starts[owner + 1]!, starts[owner], starts[owner + 1])
  }
  const holders = groupPositions(products, productCount)
  const row = new Int32Array(productCount)
  const seen = new Int32Array(productCount)
  for (let product = 0; product < productCount; product++) {
    // A pair is never more frequent than the rarer of the two (Agrawal & Srikant 1994).
    if (counts[product]! < minimumTogether) continue
    let different = 0
    for (let at = holders.starts[product]!; at < holders.starts[product + 1]!; at++) {
      const position = holders.positions[at]!
      for (let other = position + 1; other < ends[position]!; other++) {
        const partner = products[other]!
        if (row[partner]!++ === 0) seen[different++] = partner
      }
    }
    for (let i = 0; i < different; i++) {
      const partner = seen[i]!
      if (row[partner]! >= minimumTogether) {
        a.push(product)
        b.push(partner)
        together.push(row[partner]!)
      }
      row[partner] = 0
    }
  }
  return { a: a.values.subarray(0, a.length), b: b.values.subarray(0, b.length), together: together.values.subarray(0, together.length), counts, setCount }
}
