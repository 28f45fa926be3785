import { groupPositions } from './group-positions.ts'
import { setsOfOwners, type ProductSets } from './product-sets.ts'
import { isSold, type ProductSales } from './product-sales.ts'

/** What every customer bought, purchase after purchase: purchases from `customerStarts[customer]` up to `customerStarts[customer + 1]`, the first one first. */
export type ProductPurchases = {
  readonly customerStarts: Int32Array
  /** Day number per purchase. */
  readonly days: Int32Array
  /** Per purchase; empty where its lines name no product. */
  readonly sets: ProductSets
}

/**
 * The purchases of every known customer in the order of their days; orders of one day are one purchase (as in
 * customers/summarize-purchases.ts). An order in which nothing was sold is no purchase. With `untilDay`, nothing later is seen.
 * Example: products 1 and 2 on day 5, 3 on day 2: two purchases, first of 3, then of 1 and 2.
 */
export function productPurchases(sales: ProductSales, untilDay = Number.POSITIVE_INFINITY): ProductPurchases {
  const { customers, days, lines, customerCount } = sales
  const sold = new Uint8Array(days.length)
  for (let line = 0; line < lines.orders.length; line++) if (isSold(lines, line)) sold[lines.orders[line]!] = 1
  let firstDay = 0
  let lastDay = -1
  days.forEach((day, order) => {
    if (order === 0 || day < firstDay) firstDay = day
    if (order === 0 || day > lastDay) lastDay = day
  })
  const byDay = groupPositions(days.map((day, order) => (sold[order] === 1 && day <= untilDay ? day - firstDay : -1)), lastDay - firstDay + 1).positions
  const byCustomer = groupPositions(byDay.map((order) => customers[order]!), customerCount)
  const purchaseOfOrder = new Int32Array(days.length).fill(-1)
  const customerStarts = new Int32Array(customerCount + 1)
  const purchaseDays: number[] = []
  for (let customer = 0; customer < customerCount; customer++) {
    for (let at = byCustomer.starts[customer]!; at < byCustomer.starts[customer + 1]!; at++) {
      const order = byDay[byCustomer.positions[at]!]!
      if (purchaseDays.length === customerStarts[customer] || purchaseDays.at(-1) !== days[order]) purchaseDays.push(days[order]!)
      purchaseOfOrder[order] = purchaseDays.length - 1
    }
    customerStarts[customer + 1] = purchaseDays.length
  }
  return { customerStarts, days: Int32Array.from(purchaseDays), sets: setsOfOwners(sales, purchaseOfOrder, purchaseDays.length) }
}
