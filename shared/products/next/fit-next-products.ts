import { groupPositions } from '../group-positions.ts'
import { ownedProducts } from '../owned-products.ts'
import type { ProductPurchases } from '../product-purchases.ts'

/** What customers went on to buy. Followers of product a: rows from `starts[a]` up to `starts[a + 1]`, the most probable first. */
export type NextProductModel = {
  readonly starts: Int32Array
  readonly followers: Int32Array
  /** Probability that a purchase of somebody who has a holds the follower, drawn toward its base rate. */
  readonly probabilities: Float64Array
  /** Purchases that held the follower, of the `purchasesAfter[a]` by customers who had a. */
  readonly timesFollowed: Int32Array
  readonly purchasesAfter: Int32Array
  /** Per product the share of all later purchases (the second and further ones) that hold it. */
  readonly baseRates: Float64Array
  /** Products that were in any later purchase, the most frequent first. */
  readonly popular: Int32Array
  /** 1 where who has it seldom buys it again. */
  readonly isSeldomRepeated: Uint8Array
}

/** A base rate weighs as much as this many purchases; chosen on two real shops, where 20 to 200 differ little. */
const PRIOR_PURCHASES = 50
/** Fewer tell nothing: the base rate stands. */
const MINIMUM_FOLLOWED = 5
/** Of every product the likeliest followers: nobody is offered more. */
const MOST_FOLLOWERS = 100
/** Under this share of the customers who came back after buying it, offering it again is not a next product. */
const REPEATED_BY_LEAST = 0.2

/**
 * For every product a customer may have, what later purchases hold: P(b | has a) = (times b + 50 x base rate of b) / (purchases after a + 50)
 * over all purchases after the one in which a was first bought, where b was in at least 5 of them and is likelier than its base rate; the likeliest 100. The shrinkage is a
 * Dirichlet-multinomial mean (Good 1965); the question is that of next-product-to-buy models (Knott, Hayes & Neslin 2002, Journal of
 * Interactive Marketing 16), answered by counting. Without repeat purchases all is empty.
 * Example: 10 customers buy a bed and then a table, 10 a lamp and then a lamp: base rate of the table .5, after a bed (10 + 25) / (10 + 50) = .583333.
 */
export function fitNextProducts(purchases: ProductPurchases): NextProductModel {
  const { customerStarts, sets } = purchases
  const { productCount } = sets
  const { products, customers, firstPurchases } = ownedProducts(purchases)
  const owners = groupPositions(products, productCount)
  const { baseRates, popular } = rateLaterPurchases(purchases)

  const starts = new Int32Array(productCount + 1)
  const purchasesAfter = new Int32Array(productCount)
  const isSeldomRepeated = new Uint8Array(productCount)
  const followers: number[] = []
  const probabilities: number[] = []
  const timesFollowed: number[] = []
  const row = new Int32Array(productCount)
  const probability = new Float64Array(productCount)
  for (let product = 0; product < productCount; product++) {
    const seen: number[] = []
    let returned = 0
    let repeated = 0
    for (const entry of owners.positions.subarray(owners.starts[product], owners.starts[product + 1])) {
      const next = firstPurchases[entry]! + 1
      const end = customerStarts[customers[entry]! + 1]!
      const repeatedBefore = row[product]!
      purchasesAfter[product]! += end - next
      for (let at = sets.starts[next]!; at < sets.starts[end]!; at++) {
        const follower = sets.products[at]!
        if (row[follower]!++ === 0) seen.push(follower)
      }
      if (end > next) returned++
      if (row[product]! > repeatedBefore) repeated++
    }
    isSeldomRepeated[product] = repeated < REPEATED_BY_LEAST * returned || returned === 0 ? 1 : 0
    const kept = seen.filter((follower) => {
      probability[follower] = (row[follower]! + PRIOR_PURCHASES * baseRates[follower]!) / (purchasesAfter[product]! + PRIOR_PURCHASES)
      return row[follower]! >= MINIMUM_FOLLOWED && probability[follower] > baseRates[follower]!
    })
    const lowest = Float64Array.from(kept, (follower) => probability[follower]!).sort().at(-MOST_FOLLOWERS) ?? 0
    const best = kept.filter((follower) => probability[follower]! >= lowest).sort((x, y) => probability[y]! - probability[x]! || x - y)
    for (const follower of best.slice(0, MOST_FOLLOWERS)) {
      followers.push(follower)
      probabilities.push(probability[follower]!)
      timesFollowed.push(row[follower]!)
    }
    for (const follower of seen) row[follower] = 0
    starts[product + 1] = followers.length
  }
  return {
    starts, followers: Int32Array.from(followers), probabilities: Float64Array.from(probabilities), timesFollowed: Int32Array.from(timesFollowed),
    purchasesAfter, baseRates, popular, isSeldomRepeated,
  }
}

function rateLaterPurchases({ customerStarts, sets }: ProductPurchases) {
  const baseRates = new Float64Array(sets.productCount)
  let purchases = 0
  for (let customer = 0; customer + 1 < customerStarts.length; customer++) {
    const end = customerStarts[customer + 1]!
    const second = Math.min(customerStarts[customer]! + 1, end)
    purchases += end - second
    for (let at = sets.starts[second]!; at < sets.starts[end]!; at++) baseRates[sets.products[at]!]!++
  }
  const popular = baseRates.map((_, product) => product).filter((product) => baseRates[product]! > 0)
  popular.sort((a, b) => baseRates[b]! - baseRates[a]! || a - b)
  return { baseRates: baseRates.map((times) => times / Math.max(1, purchases)), popular: Int32Array.from(popular) }
}
