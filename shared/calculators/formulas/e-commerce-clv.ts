import { timesFigure, type Basis, type Figure } from '../figure.ts'
import { check } from '../inputs.ts'

/** Whether the first order counts: the textbooks' "repeat purchases" can be read both ways (F8). */
export type CountedOrders = 'all-orders' | 'repeat-only'
export type ECommerceClv<B extends Basis = Basis> = { readonly clv: Figure<B>; readonly counted: CountedOrders; readonly orders: number }

/**
 * CLV of a web shop (F8): average order value x orders a customer, all of them by default, or only those after the first; says which. `orderCount`
 * may be an average. To the cent. RangeError for an order value or count below zero.
 * Example: 50.00 x 4 orders = 200.00; repeat orders only: 150.00.
 */
export function eCommerceClv<B extends Basis>(averageOrderValue: Figure<B>, orderCount: number, counted: CountedOrders = 'all-orders'): ECommerceClv<B> {
  check('zero or more', { averageOrderValue: averageOrderValue.cents, orderCount })
  const orders = counted === 'all-orders' ? orderCount : Math.max(0, orderCount - 1)
  return { clv: timesFigure(averageOrderValue, orders), counted, orders }
}
