import { groupPositions } from './group-positions.ts'
import { isSold, type ProductSales } from './product-sales.ts'

/** The different products of every owner (an order, a customer, a purchase): `products` from `starts[owner]` up to `starts[owner + 1]`, ascending. */
export type ProductSets = { readonly starts: Int32Array; readonly products: Int32Array; readonly productCount: number }

/**
 * The different products sold to every owner, where `ownerOfOrder` says whose an order is (-1: nobody's). A product that comes twice counts
 * once; refunds, discounts and lines without a product are left out. An owner without products has an empty set. Linear in the lines.
 * Example: one order with products 3, 1, 3 and 2 brought back: 1 and 3.
 */
export function setsOfOwners({ lines, productCount }: Pick<ProductSales, 'lines' | 'productCount'>, ownerOfOrder: Int32Array, ownerCount: number): ProductSets {
  const soldProducts = lines.products.map((product, line) => (isSold(lines, line) ? product : -1))
  // Twice a stable sort: by product, then by owner. So an owner's equal products lie next to each other.
  const byProduct = groupPositions(soldProducts, productCount).positions
  const byOwner = groupPositions(byProduct.map((line) => ownerOfOrder[lines.orders[line]!] ?? -1), ownerCount)
  const starts = new Int32Array(ownerCount + 1)
  const products = new Int32Array(byOwner.positions.length)
  let filled = 0
  for (let owner = 0; owner < ownerCount; owner++) {
    for (let at = byOwner.starts[owner]!; at < byOwner.starts[owner + 1]!; at++) {
      const product = soldProducts[byProduct[byOwner.positions[at]!]!]!
      if (filled === starts[owner] || products[filled - 1] !== product) products[filled++] = product
    }
    starts[owner + 1] = filled
  }
  return { starts, products: products.subarray(0, filled), productCount }
}

/** Bought in one order, or by one customer at any time. */
export type TogetherIn = 'order' | 'customer'

/** The product sets of all orders, those without a known customer too, or of all customers. Example: see `setsOfOwners`. */
export function productSets(sales: ProductSales, togetherIn: TogetherIn): ProductSets {
  return togetherIn === 'customer' ? setsOfOwners(sales, sales.customers, sales.customerCount) : setsOfOwners(sales, sales.days.map((_, order) => order), sales.days.length)
}
