import type { NextProductModel } from './fit-next-products.ts'

export type NextProduct = {
  readonly product: number
  /** That the next purchase holds it, 0 to 1 (an estimate). */
  readonly probability: number
  /** The product they have that makes it likelier than for everybody, and on what that rests; `null` where it is only popular. */
  readonly because: { readonly product: number; readonly timesFollowed: number; readonly purchases: number } | null
}

/**
 * The `most` likeliest products for the next purchase of a customer who has the products `owned`, likeliest first (ties: lower index). Each product
 * has the highest of its probabilities given one of the owned products, and at least its base rate: the strongest reason counts, not the
 * average, so that one telling product is not drowned by many others. What they have is left out where it is seldom bought again.
 * Empty where nobody ever came back, or for a `most` below 1; products nobody sells are passed over. Example: owning a bed, in the shop of `fitNextProducts`: table, .583333, because of the bed, 10 of 10.
 */
export function suggestNext(model: NextProductModel, owned: Iterable<number>, most: number): NextProduct[] {
  const has = new Set(owned)
  const isLeftOut = (product: number) => has.has(product) && model.isSeldomRepeated[product] === 1
  const best = new Map<number, NextProduct>()
  for (const reason of has) {
    const start = model.starts[reason]
    const end = model.starts[reason + 1]
    if (start === undefined || end === undefined) continue
    // Rows are sorted: what is not among the first `most` of any row cannot be among the first `most` of all.
    for (let at = start, taken = 0; at < end && taken < most; at++) {
      const product = model.followers[at]!
      if (isLeftOut(product)) continue
      taken++
      const probability = model.probabilities[at]!
      if (probability <= (best.get(product)?.probability ?? 0)) continue
      best.set(product, { product, probability, because: { product: reason, timesFollowed: model.timesFollowed[at]!, purchases: model.purchasesAfter[reason]! } })
    }
  }
  let taken = 0
  for (const product of model.popular) {
    if (taken >= most) break
    if (isLeftOut(product)) continue
    taken++
    if (!best.has(product)) best.set(product, { product, probability: model.baseRates[product]!, because: null })
  }
  return [...best.values()].sort((a, b) => b.probability - a.probability || a.product - b.product).slice(0, most)
}
