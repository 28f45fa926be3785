import { sampleWarning } from '../calculators/lifespan/sample.ts'
import { wholeCents } from '../clv/formulas/historic.ts'
import type { Basis } from '../contract/customers.ts'
import { NORMAL_P90 } from '../numerics/statistics/normal-quantiles.ts'
import { studentQuantile } from '../numerics/statistics/student-quantile.ts'
import type { Cohort, CohortTriangle } from './cohort-triangle.ts'

/** From two cohorts nobody can tell how much cohorts differ. */
const FEWEST_COHORTS = 3

export type NewCustomerMonth = {
  /** Whole months as a customer. */
  readonly months: number
  /** Expected value of one new customer up to then, in whole cents. */
  readonly valueCents: number
  /** Where the average of one more cohort lies, eight times in ten; `null` under three cohorts. */
  readonly range: { readonly p10: number; readonly p90: number } | null
  /** Cohorts observed for this long, and their customers. */
  readonly cohorts: number
  readonly customers: number
  /** Under twenty customers or three cohorts observed for this long. */
  readonly isThin: boolean
}

export type NewCustomerValue = {
  readonly basis: Basis
  /** From one month on, for as long as a cohort was observed; empty where none was observed for a month. */
  readonly byMonth: readonly NewCustomerMonth[]
}

type Comparable = Pick<CohortTriangle, 'basis'> & {
  readonly cohorts: readonly Pick<Cohort, 'customers' | 'completeMonths' | 'revenueCents' | 'grossProfitCents'>[]
}

/**
 * What a new customer of today brings in each number of months, from comparable cohorts (C17): leave out of `cohorts` those that are not comparable, such as the first
 * months of the data, in which old customers look new. Complete cells only: what all cohorts observed for a month brought in it, over their customers, added up over the
 * months. That is the additive method of claims reserving (Schmidt 2006, "Methods and models of loss reserving", section 4.7) with customers as the
 * volume, and the mean cumulative function (Nelson 1995, "Confidence limits for recurrence data", Technometrics 37). Not the chain ladder: its factors are
 * ratios to what came before, which say nothing where a first month is small or was refunded. Undiscounted.
 *
 * The range is a prediction interval for the average of one more cohort of mean size: Student's t with the spread between cohorts observed for so long, weighted by
 * their customers. Not below zero for a value above it. Example: cohorts of 100 with 1000, 1200 and 1400 cents each: 1200, from 765 to 1635.
 */
export function newCustomerValue({ basis, cohorts }: Comparable): NewCustomerValue {
  const seen = cohorts.map((cohort) => ({ ...cohort, cells: cohort.grossProfitCents ?? cohort.revenueCents, cumulativeCents: 0 }))
  const longest = cohorts.reduce((most, { completeMonths }) => Math.max(most, completeMonths), 0)
  const byMonth: NewCustomerMonth[] = []
  let value = 0
  for (let month = 0; month < longest; month++) {
    const complete = seen.filter(({ completeMonths }) => completeMonths > month)
    const customers = complete.reduce((sum, cohort) => sum + cohort.customers, 0)
    let cents = 0
    for (const cohort of complete) {
      cents += cohort.cells[month]!
      cohort.cumulativeCents += cohort.cells[month]!
    }
    value += cents / customers
    byMonth.push({
      months: month + 1,
      valueCents: wholeCents(value),
      range: rangeAround(value, complete),
      cohorts: complete.length,
      customers,
      isThin: sampleWarning(customers, 'average') !== null || complete.length < FEWEST_COHORTS,
    })
  }
  return { basis, byMonth }
}

function rangeAround(value: number, cohorts: readonly { readonly customers: number; readonly cumulativeCents: number }[]): NewCustomerMonth['range'] {
  const count = cohorts.length
  if (count < FEWEST_COHORTS) return null
  const customers = cohorts.reduce((sum, cohort) => sum + cohort.customers, 0)
  const mean = cohorts.reduce((sum, { cumulativeCents }) => sum + cumulativeCents, 0) / customers
  const squares = cohorts.reduce((sum, cohort) => sum + cohort.customers * (cohort.cumulativeCents / cohort.customers - mean) ** 2, 0)
  // Variance of a cohort's average is taken to fall with its size; of one of mean size, and of the mean of them all.
  const deviation = Math.sqrt((squares / (count - 1)) * (count / customers) * (1 + 1 / count))
  const half = studentQuantile(NORMAL_P90, count - 1) * deviation
  return { p10: wholeCents(value >= 0 ? Math.max(0, value - half) : value - half), p90: wholeCents(value + half) }
}
