import { leastEvents } from './affinity/chance.ts'
import { groupPositions } from './group-positions.ts'
import { ownedProducts } from './owned-products.ts'
import type { ProductPurchases } from './product-purchases.ts'

/** Columns per product: what a piece costs in cents (0 or less: unknown), and its category or family (-1: unknown). */
export type PriceList = { readonly priceCents: ArrayLike<number>; readonly families: ArrayLike<number> }

export type LadderOptions = {
  /** How much dearer the next product may be, as a share of the price. */
  readonly leastRise?: number
  readonly mostRise?: number
  readonly minimumMoved?: number
}

/** The next dearer product for who has this one, or why there is none. */
export type LadderStep =
  | {
    readonly kind: 'step'
    readonly product: number
    /** Of one family, or bought instead of each other. */
    readonly basis: 'family' | 'alternatives'
    /** Share by which it is dearer. */
    readonly rise: number
    /** Customers who bought the cheaper one; of them, who later bought the dearer one instead; and who went the other way. */
    readonly buyers: number
    readonly moved: number
    readonly movedBack: number
  }
  | { readonly kind: 'no-price' }
  /** No product of the family (of all where the family is unknown) lies within the rise. */
  | { readonly kind: 'nothing-dearer' }
  /** There are such products, but too few customers moved to any, or those who did take them for companions. */
  | { readonly kind: 'too-few-moved'; readonly mostMoved: number }

/** Whether a purchase had the product: its products are ascending. */
function hasProduct({ starts, products }: ProductPurchases['sets'], purchase: number, product: number): boolean {
  let low = starts[purchase]!
  let high = starts[purchase + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (products[middle]! < product) low = middle + 1
    else high = middle
  }
  return low < starts[purchase + 1]! && products[low] === product
}

/**
 * Per product the step up its price ladder. A candidate is `leastRise` to `mostRise` (10% to 60%) dearer and of the same family. Somebody moved when
 * they had bought the cheaper one and later, for the first time, the dearer one without the cheaper one beside it; each customer
 * counts once. Where the family is unknown, a candidate must be an alternative instead: more customers bought the two one after the other than
 * together, and a larger share of the buyers moved (at the lower end of its 95% interval) than of all customers ever buy the dearer one. Of the candidates with
 * `minimumMoved` (5) movers the one with the most, of equals the cheaper, then the lower index.
 * A rule of this project, after the trading up between price tiers of Blattberg & Wisniewski 1989 (Marketing Science 8).
 * Example: coffee of 10.00 and 13.00, of 10 buyers of the cheaper 6 moved up, nobody back: a step of .3; from the dearer one nothing dearer.
 */
export function priceLadder(purchases: ProductPurchases, { priceCents, families }: PriceList, options: LadderOptions = {}): LadderStep[] {
  const { leastRise = 0.1, mostRise = 0.6, minimumMoved = 5 } = options
  const { sets } = purchases
  const { starts, products, customers, firstPurchases } = ownedProducts(purchases)
  const owners = groupPositions(products, sets.productCount)
  const buyersOf = (product: number) => owners.starts[product + 1]! - owners.starts[product]!
  const priceOf = (product: number) => priceCents[product] ?? 0
  const familyOf = (product: number) => families[product] ?? -1
  let buyingCustomers = 0
  for (let customer = 0; customer + 1 < starts.length; customer++) if (starts[customer + 1]! > starts[customer]!) buyingCustomers++

  const isCandidate = new Uint8Array(sets.productCount)
  const moved = new Int32Array(sets.productCount)
  const movedBack = new Int32Array(sets.productCount)
  const together = new Int32Array(sets.productCount)

  /** Each customer who has both counts once: at the purchase in which the later of the two was first bought. */
  const countMoves = (product: number) => {
    for (const entry of owners.positions.subarray(owners.starts[product], owners.starts[product + 1])) {
      const first = firstPurchases[entry]!
      const customer = customers[entry]!
      for (let at = starts[customer]!; at < starts[customer + 1]!; at++) {
        const other = products[at]!
        if (isCandidate[other] === 0) continue
        const otherFirst = firstPurchases[at]!
        if (otherFirst >= first) (hasProduct(sets, otherFirst, product) ? together : moved)[other]!++
        else (hasProduct(sets, first, other) ? together : movedBack)[other]!++
      }
    }
  }

  const chooseStep = (product: number, candidates: readonly number[]): LadderStep => {
    if (candidates.length === 0) return { kind: 'nothing-dearer' }
    const basis = familyOf(product) >= 0 ? 'family' : 'alternatives'
    const buyers = buyersOf(product)
    const fits = (other: number) => moved[other]! >= minimumMoved
      && (basis === 'family' || (moved[other]! + movedBack[other]! > together[other]! && leastEvents(moved[other]!) * buyingCustomers > buyersOf(other) * buyers))
    // Candidates come with the cheapest first, and the sort is stable.
    const [best] = candidates.filter(fits).sort((a, b) => moved[b]! - moved[a]!)
    if (best === undefined) return { kind: 'too-few-moved', mostMoved: candidates.reduce((most, other) => Math.max(most, moved[other]!), 0) }
    return { kind: 'step', product: best, basis, rise: priceOf(best) / priceOf(product) - 1, buyers, moved: moved[best]!, movedBack: movedBack[best]! }
  }

  const steps = Array.from({ length: sets.productCount }, (): LadderStep => ({ kind: 'no-price' }))
  const priced = steps.map((_, product) => product).filter((product) => priceOf(product) > 0)
  priced.sort((a, b) => familyOf(a) - familyOf(b) || priceOf(a) - priceOf(b) || a - b)
  priced.forEach((product, rung) => {
    const candidates: number[] = []
    for (let next = rung + 1; next < priced.length; next++) {
      const other = priced[next]!
      // Compared as amounts of money: a share would not be exactly .1 where the price is a tenth higher.
      const rise = priceOf(other) - priceOf(product)
      if (familyOf(other) !== familyOf(product) || rise > mostRise * priceOf(product)) break
      if (rise >= leastRise * priceOf(product) && rise > 0) candidates.push(other)
    }
    for (const other of candidates) isCandidate[other] = 1
    if (candidates.length > 0) countMoves(product)
    steps[product] = chooseStep(product, candidates)
    for (const other of candidates) isCandidate[other] = moved[other] = movedBack[other] = together[other] = 0
  })
  return steps
}
