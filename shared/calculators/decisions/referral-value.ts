import { addFigures, figure, type Basis, type Figure } from '../figure.ts'
import { check } from '../inputs.ts'

/** New customers each customer brings by word of mouth; `anywayShare` of them would have come without it. */
export type Referral<B extends Basis = Basis> = { readonly newCustomers: number; readonly anywayShare: number; readonly newCustomerValue: Figure<B> }
export type ValueWithReferral<B extends Basis = Basis> = { readonly own: Figure<B>; readonly referral: Figure<B>; readonly total: Figure<B> }

/**
 * CLV with the value of word of mouth (C11): new customers x (1 - share that would have come anyway) x what a new customer is worth, one generation
 * (after Kumar, Petersen & Leone 2010, without their saved acquisition cost). Off by default: `null` adds nothing. For one customer or segment only: the
 * new customers are customers too, so that a sum over all would count them twice. RangeError for newcomers below zero or a share outside 0 to 1; of
 * two bases: does not compile, and throws a RangeError.
 * Example: 200.00 of its own, .5 new customers of 150.00 of whom a fifth would have come anyway: 60.00 more, 260.00.
 */
export function withReferral<B extends Basis>(own: Figure<B>, referral: Referral<NoInfer<B>> | null = null): ValueWithReferral<B> {
  if (referral === null) return { own, referral: figure(0, own.basis), total: own }
  const { newCustomers, anywayShare, newCustomerValue } = referral
  check('zero or more', { newCustomers })
  check('between 0 and 1', { anywayShare })
  const value = figure(newCustomers * (1 - anywayShare) * newCustomerValue.cents, newCustomerValue.basis)
  return { own, referral: value, total: addFigures<B>(own, value) }
}
