import { sampleWarning } from '../calculators/lifespan/sample.ts'
import type { ProductPurchases } from './product-purchases.ts'

export type PathStep = {
  /** 2 for the second purchase, 3 for the third. */
  readonly purchase: number
  /** Who made it, of those who began with the same product: what the shares are of. */
  readonly customers: number
  /** Too few customers for the shares to say much (under 20). */
  readonly isThin: boolean
  /** What they bought in it, the most customers first; ties by index. A purchase of several products counts for each of them. */
  readonly products: readonly { readonly product: number; readonly customers: number; readonly share: number }[]
}
export type ProductPath = {
  readonly firstProduct: number
  readonly customers: number
  readonly steps: readonly PathStep[]
}

const STEPS = [2, 3] as const

/**
 * What customers bought after the product they came in with (`firstProducts`): per first product the products of the second and the third
 * purchase, with customers and the share of those who made that purchase. The `mostPaths` first products with the most customers,
 * each step with its `mostProducts` products. Customers whose first product is unknown are left out; a step nobody took has 0 customers and no products.
 * Example: of 3 who began with a bed 2 came back, 1 for a table, 1 for a table and chairs: table 2 (share 1), chairs 1 (.5), thin.
 */
export function productPaths({ customerStarts, sets }: ProductPurchases, first: Int32Array, { mostPaths = 20, mostProducts = 10 } = {}): ProductPath[] {
  const customersByFirst = new Map<number, number[]>()
  first.forEach((product, customer) => {
    if (product < 0) return
    const known = customersByFirst.get(product)
    if (known) known.push(customer)
    else customersByFirst.set(product, [customer])
  })
  const stepOf = (customers: readonly number[], purchase: number): PathStep => {
    const bought = new Map<number, number>()
    let made = 0
    for (const customer of customers) {
      const at = customerStarts[customer]! + purchase - 1
      if (at >= customerStarts[customer + 1]!) continue
      made++
      for (const product of sets.products.subarray(sets.starts[at], sets.starts[at + 1])) bought.set(product, (bought.get(product) ?? 0) + 1)
    }
    const ranked = [...bought].sort(([a, countA], [b, countB]) => countB - countA || a - b).slice(0, mostProducts)
    return { purchase, customers: made, isThin: sampleWarning(made, 'average') !== null, products: ranked.map(([product, count]) => ({ product, customers: count, share: count / made })) }
  }
  return [...customersByFirst]
    .sort(([a, own], [b, other]) => other.length - own.length || a - b)
    .slice(0, mostPaths)
    .map(([firstProduct, customers]) => ({ firstProduct, customers: customers.length, steps: STEPS.map((purchase) => stepOf(customers, purchase)) }))
}
