import type { ProductPurchases } from './product-purchases.ts'

/** Every product a customer ever bought, once: rows from `starts[customer]` up to `starts[customer + 1]`, in the order of first buying. */
export type OwnedProducts = { readonly starts: Int32Array; readonly products: Int32Array; readonly customers: Int32Array; readonly firstPurchases: Int32Array }

/**
 * What every customer has, with the purchase (its position) in which it was first bought. Linear in what was bought; positions are not checked.
 * Example: purchases of 1 and 2, then of 2 and 3: 1 and 2 from the first purchase, 3 from the second.
 */
export function ownedProducts({ customerStarts, sets }: ProductPurchases): OwnedProducts {
  const customerCount = customerStarts.length - 1
  const starts = new Int32Array(customerCount + 1)
  const products = new Int32Array(sets.products.length)
  const customers = new Int32Array(sets.products.length)
  const firstPurchases = new Int32Array(sets.products.length)
  const lastOwner = new Int32Array(sets.productCount).fill(-1)
  let filled = 0
  for (let customer = 0; customer < customerCount; customer++) {
    for (let purchase = customerStarts[customer]!; purchase < customerStarts[customer + 1]!; purchase++) {
      for (let at = sets.starts[purchase]!; at < sets.starts[purchase + 1]!; at++) {
        const product = sets.products[at]!
        if (lastOwner[product] === customer) continue
        lastOwner[product] = customer
        products[filled] = product
        customers[filled] = customer
        firstPurchases[filled++] = purchase
      }
    }
    starts[customer + 1] = filled
  }
  return { starts, products: products.subarray(0, filled), customers: customers.subarray(0, filled), firstPurchases: firstPurchases.subarray(0, filled) }
}
