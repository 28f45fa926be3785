import { median } from '../data-quality/robust-scale.ts'
import { groupPositions } from './group-positions.ts'
import { isSold, type ProductSales } from './product-sales.ts'

/**
 * What a piece of each product usually cost, in cents: the median over its sold lines of amount / quantity, hardly moved by discounts
 * and mistyped prices. Lines given away are left out; 0 where a product was never sold for money. For shops without a price list.
 * Example: 3 pieces for 3000, 1 for 1100 and 2 for 2400: 1000, 1100 and 1200 a piece: 1100.
 */
export function typicalPrices({ lines, productCount }: Pick<ProductSales, 'lines' | 'productCount'>): Float64Array {
  const { starts, positions } = groupPositions(lines.products.map((product, line) => (isSold(lines, line) && lines.amountCents[line]! > 0 ? product : -1)), productCount)
  return new Float64Array(productCount).map((_, product) => {
    const sold = positions.subarray(starts[product], starts[product + 1])
    return median(Float64Array.from(sold, (line) => lines.amountCents[line]! / lines.quantities[line]!))
  })
}
