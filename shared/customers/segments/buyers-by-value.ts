import { ranksBy } from '../../clv/rank.ts'
import type { ValuedCustomers } from '../../clv/valued-customers.ts'
import type { ClvMethod } from '../../contract/customers.ts'

/** 7% of 100 is 7.000000000000001 to a computer. */
const ROUNDING = 1e-9

/**
 * Customers with a purchase as rows, most valuable first by the method, equal ones by customer id: the order of the ranking.
 * Example: values 300, 500 and 300 of customers 7, 2 and 5: rows 1, 2, 0.
 */
export function buyersByValue(valued: ValuedCustomers, method: ClvMethod): Int32Array {
  const rows = new Int32Array(valued.customerIds.length)
  ranksBy(valued, method).forEach((rank, row) => { rows[rank - 1] = row })
  return rows.filter((row) => valued.purchaseCount[row]! > 0)
}

/**
 * How many customers a share is, rounded up to whole ones as for the audience of a plan (simulation/audience.ts), so that "the best 20%" are
 * the same people everywhere. That the share is 0 to 1 is not checked: more than all for a larger one, nobody for one below zero.
 * Example: 20% of 214 are 43.
 */
export function customersOfShare(share: number, customers: number): number {
  return Math.max(0, Math.ceil(customers * share - ROUNDING))
}
