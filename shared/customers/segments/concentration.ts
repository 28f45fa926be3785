import { valuesBy } from '../../clv/rank.ts'
import type { ValuedCustomers } from '../../clv/valued-customers.ts'
import type { ClvMethod } from '../../contract/customers.ts'
import { buyersByValue, customersOfShare } from './buyers-by-value.ts'

/** "The best `shareOfCustomers` bring `shareOfValue`", both 0 to 1. */
export type ConcentrationPoint = { readonly shareOfCustomers: number; readonly customers: number; readonly shareOfValue: number }

const STEPS = 100

/**
 * How much of all value the best customers bring: the Lorenz curve (Lorenz 1905) counted from the top, a point for every hundredth of the customers
 * with a purchase, rounded up to whole ones; from nobody (0, 0) to everybody (1, 1). `null` where they bring nothing together, or less. Goes over 1 before it
 * ends where somebody got more back than was paid. Example: values 70, 20 and 10 (two of them the best 34%): the point at .34 is .9.
 */
export function concentrationCurve(valued: ValuedCustomers, method: ClvMethod): readonly ConcentrationPoint[] | null {
  const values = valuesBy(valued, method)
  const buyers = buyersByValue(valued, method)
  const whole = buyers.reduce((sum, row) => sum + values[row]!, 0)
  if (whole <= 0) return null
  let reached = 0
  let cents = 0
  return Array.from({ length: STEPS + 1 }, (_, step): ConcentrationPoint => {
    const shareOfCustomers = step / STEPS
    const customers = customersOfShare(shareOfCustomers, buyers.length)
    while (reached < customers) cents += values[buyers[reached++]!]!
    return { shareOfCustomers, customers, shareOfValue: cents / whole }
  })
}
