import type { RevenueProduct, RevenueReport } from '../contract/revenue.ts'
import { roundPieces } from './revenue-by-day.ts'
import type { SalesFigures } from './sales-figures.ts'

export type ProductRevenue = Omit<RevenueProduct, 'name'>
type Split = { readonly products: readonly ProductRevenue[] } & Pick<RevenueReport, 'otherProducts' | 'noProductCents'>

/**
 * The `most` products that brought most, the most first (of equals the one with the lower id), all others together, and the cents of lines that name no product. The
 * three add up to the lines. Pieces are what was sold less what came back; orders are those a product was in. Without lines all is empty and zero.
 */
export function revenueByProduct({ orderIds, products, quantities, amountCents }: SalesFigures['lines'], most: number): Split {
  const sums = new Map<number, { productId: number; pieces: number; revenueCents: number; orders: number; lastOrder: number }>()
  let noProductCents = 0
  for (let line = 0; line < orderIds.length; line++) {
    const productId = products[line] ?? -1
    const cents = amountCents[line] ?? 0
    if (productId < 0) {
      noProductCents += cents
      continue
    }
    let sum = sums.get(productId)
    if (sum === undefined) sums.set(productId, (sum = { productId, pieces: 0, revenueCents: 0, orders: 0, lastOrder: -1 }))
    sum.pieces += quantities[line] ?? 0
    sum.revenueCents += cents
    // Lines of one order follow each other.
    const order = orderIds[line] ?? 0
    if (order !== sum.lastOrder) sum.orders++
    sum.lastOrder = order
  }
  const ranked = [...sums.values()]
    .map(({ productId, pieces, revenueCents, orders }) => ({ productId, pieces: roundPieces(pieces), revenueCents, orders }))
    .sort((a, b) => b.revenueCents - a.revenueCents || a.productId - b.productId)
  const others = ranked.slice(most)
  return {
    products: ranked.slice(0, most),
    otherProducts: {
      products: others.length,
      pieces: roundPieces(others.reduce((sum, { pieces }) => sum + pieces, 0)),
      revenueCents: others.reduce((sum, { revenueCents }) => sum + revenueCents, 0),
    },
    noProductCents,
  }
}
