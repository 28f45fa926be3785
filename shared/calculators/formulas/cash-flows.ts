import { weeklyDiscountRate, weeksOfMonths } from '../../clv/present-value.ts'
import { addFigures, figure, type Basis, type Figure } from '../figure.ts'
import { check } from '../inputs.ts'
import { LONGEST_LIFESPAN_MONTHS, monthsOf, type Lifespan } from '../period.ts'

/** What is expected at the end of each coming month, the first one first; cents weighed by chance, so not whole. */
export type CashFlows<B extends Basis = Basis> = { readonly basis: B; readonly monthlyCents: readonly number[] }

/**
 * Cash flows of a customer who brings `monthly` as long as they stay, of whom a constant share leaves each month: in month k with chance
 * (1 - churn)^(k-1), so that the first month is certain and the sum is that of F3. RangeError for a rate outside 0 to 1, or months that are no
 * whole number up to 1,200. Example: 12.00 at a churn of .5 over 3 months: 1200, 600 and 300 cents.
 */
export function expectedCashFlows<B extends Basis>(monthly: Figure<B>, monthlyChurnRate: number, months: number): CashFlows<B> {
  check('between 0 and 1', { monthlyChurnRate })
  check('a whole number, zero or more', { months })
  monthsOf({ count: months, period: 'month' })
  return { basis: monthly.basis, monthlyCents: Array.from({ length: months }, (_, month) => monthly.cents * (1 - monthlyChurnRate) ** month) }
}

/**
 * A value spread evenly over a lifespan, the last month in part. No flows for a lifespan of zero. RangeError for a lifespan below zero or beyond
 * a hundred years. Example: 100.00 over 2.5 months: 4000, 4000 and 2000 cents.
 */
export function evenCashFlows<B extends Basis>(value: Figure<B>, lifespan: Lifespan): CashFlows<B> {
  const months = monthsOf(lifespan)
  return { basis: value.basis, monthlyCents: Array.from({ length: Math.ceil(months) }, (_, month) => value.cents * (Math.min(1, months - month) / months)) }
}

/**
 * Net present value of expected monthly cash flows (F4), each at the end of its month as a spreadsheet's NPV has it: the sum of
 * flow / (1 + annual rate)^(month / 12), to the cent, in the basis of the flows. A rate of 0 is the undiscounted sum. RangeError for a rate below
 * zero, a flow that is no number, or more than 1,200 of them.
 * Example: 100.00 a month for 12 months at 10% a year: 1,140.05 (an annuity at 1.1^(1/12) - 1 a month).
 */
export function presentValue<B extends Basis>(flows: CashFlows<B>, annualDiscountRate: number): Figure<B> {
  check('zero or more', { annualDiscountRate })
  flows.monthlyCents.forEach((cents, month) => check('a number', { [`monthlyCents[${month}]`]: cents }))
  if (flows.monthlyCents.length > LONGEST_LIFESPAN_MONTHS) throw new RangeError(`monthlyCents must be at most ${LONGEST_LIFESPAN_MONTHS} months`)
  const rate = weeklyDiscountRate(annualDiscountRate)
  return figure(flows.monthlyCents.reduce((sum, cents, month) => sum + cents * Math.exp(-rate * weeksOfMonths(month + 1)), 0), flows.basis)
}

export type PastAndFuture<B extends Basis = Basis> = { readonly realizedValue: Figure<B>; readonly residualClv: Figure<B>; readonly totalClv: Figure<B> }

/**
 * Value so far, the present value of what is still to come, and both together (F5): the future holds nothing of the past. The total is the
 * exact sum of the two as shown. Errors as `presentValue`; of two bases: does not compile, and throws a RangeError.
 * Example: 80.00 so far and 12 x 10.00 to come at rate 0 are 80.00, 120.00 and 200.00.
 */
export function pastAndFuture<B extends Basis>(realizedValue: Figure<B>, future: CashFlows<NoInfer<B>>, annualDiscountRate: number): PastAndFuture<B> {
  const residualClv = presentValue<B>(future, annualDiscountRate)
  return { realizedValue, residualClv, totalClv: addFigures(realizedValue, residualClv) }
}
