import { isSold, type ProductSales } from './product-sales.ts'

/**
 * The product each customer came in with: of the first purchase day the line with the largest amount (ties: the lower product index). -1
 * for who bought nothing, and where no line of that day names a product: a later one is not called the first.
 * Example: on day 1 product 4 for 500 and 2 for 900, on day 3 product 1 for 5000: 2.
 */
export function firstProducts({ customers, days, lines, customerCount }: ProductSales): Int32Array {
  const firstDay = new Float64Array(customerCount).fill(Number.POSITIVE_INFINITY)
  const product = new Int32Array(customerCount).fill(-1)
  const cents = new Float64Array(customerCount)
  for (let line = 0; line < lines.orders.length; line++) {
    const order = lines.orders[line]!
    const customer = customers[order] ?? -1
    if (customer < 0 || !isSold(lines, line) || days[order]! > firstDay[customer]!) continue
    if (days[order]! < firstDay[customer]!) {
      firstDay[customer] = days[order]!
      product[customer] = -1
    }
    const own = lines.products[line]!
    const amount = lines.amountCents[line]!
    const best = product[customer]!
    if (own < 0 || (best >= 0 && (amount < cents[customer]! || (amount === cents[customer] && own > best)))) continue
    product[customer] = own
    cents[customer] = amount
  }
  return product
}

/** The same in words, to group customers by; `null` where there is no first product. Example: 1 and -1 of ['bed', 'table']: 'table' and null. */
export function firstProductLabels(first: Int32Array, names: readonly string[]): (string | null)[] {
  return Array.from(first, (product) => names[product] ?? null)
}
