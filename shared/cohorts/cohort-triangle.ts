import { sampleWarning } from '../calculators/lifespan/sample.ts'
import { basisOf, wholeCents } from '../clv/formulas/historic.ts'
import type { Basis } from '../contract/customers.ts'
import { isPurchase, type NettedOrders } from '../customers/net-refunds.ts'
import type { PurchaseSummary, SalesLedger } from '../customers/sales-ledger.ts'
import { lastDayOfMonth, monthName, monthOfDay, monthsBetween } from '../months.ts'

/** The sales as the models start from them; all of one ledger. */
export type CohortInput = {
  readonly ledger: SalesLedger
  /** Netted up to the summary's `observedUntilDay`: what came later is not seen. */
  readonly netted: NettedOrders
  readonly summary: Pick<PurchaseSummary, 'firstDay' | 'observedUntilDay'>
  /** 0 to 1; `null` where it is not known. */
  readonly contributionMarginRate: number | null
}

/** Customers whose first purchase was in one calendar month. Columns by whole months since each customer's own first purchase, month 0 first. */
export type Cohort = {
  /** `YYYY-MM`. */
  readonly month: string
  readonly customers: number
  /** Under twenty customers: no average to trust. */
  readonly isThin: boolean
  /** Months from 0 that were observed to their end for whoever could come in this cohort; the cells from here on are incomplete. */
  readonly completeMonths: number
  /** Customers with a purchase in the month. */
  readonly buyers: Int32Array
  /** The same as a share of the cohort, 0 to 1. */
  readonly retentionRate: Float64Array
  /** What was paid less what came back. */
  readonly revenueCents: Float64Array
  /** Revenue times margin, whole cents in each cell; `null` without a margin. */
  readonly grossProfitCents: Float64Array | null
  /** The cells up to and including this one over the customers of the cohort, whole cents in the basis. */
  readonly cumulativePerCustomerCents: Float64Array
}

export type CohortTriangle = {
  readonly basis: Basis
  readonly customers: number
  /** Earliest first; months in which nobody came have none. */
  readonly cohorts: readonly Cohort[]
  /** Revenue in no cell: money back before a first purchase, and of whoever never made one. */
  readonly beforeFirstPurchaseCents: number
}

type Building = { readonly month: number; earliestDay: number; customers: number; buyers: Int32Array; revenueCents: Float64Array }

/**
 * Customers by the month of their first purchase, and what they bought in each month since (F20). A month runs from the day of the month of the customer's own
 * first purchase, not from the first of a calendar month: so everybody's month 0 is equally long, who came on the 30th is comparable with who came on
 * the 1st, and a sum over months is what a customer brings in that time. Refunds are in the month of the purchase they undo; those that undo none, in the month they were made.
 * All cells and `beforeFirstPurchaseCents` add up to the ledger's net up to `observedUntilDay`, to the cent. Without purchases there are no cohorts.
 * Linear in orders. Example: first purchase of 1000 on 31 January and 500 on 28 February: cohort January with 1000 in month 0 and 500 in month 1.
 */
export function cohortTriangle(input: CohortInput): CohortTriangle {
  return trianglesOf(input, new Int32Array(input.summary.firstDay.length), 1)[0]!
}

/**
 * A triangle (see `cohortTriangle`) for each of `groups` groups of customers; `groupOf` holds a customer's group from 0, -1 for who is left out.
 * Example: see test/shared/cohorts/triangles-by-label.test.ts, where the groups together are the whole.
 */
export function trianglesOf(input: CohortInput, groupOf: Int32Array, groups: number): CohortTriangle[] {
  const { ledger: { customers, days }, netted: { netCents }, summary: { firstDay, observedUntilDay } } = input
  const found = Array.from({ length: groups }, () => new Map<number, Building>())
  const outsideCents = new Float64Array(groups)
  const cohortOf = Array.from(firstDay, (day, row) => (day === -1 ? null : joinCohort(found[groupOf[row]!], day)))
  for (const cohort of found.flatMap((cohorts) => [...cohorts.values()])) {
    const months = monthsBetween(cohort.earliestDay, observedUntilDay) + 1
    cohort.buyers = new Int32Array(months)
    cohort.revenueCents = new Float64Array(months)
  }

  let lastBuyer = -1
  let lastMonth = -1
  for (let order = 0; order < days.length; order++) {
    const day = days[order]!
    const customer = customers[order]!
    const group = groupOf[customer]!
    if (day > observedUntilDay || group === -1) continue
    const cohort = cohortOf[customer]
    if (!cohort || day < firstDay[customer]!) {
      outsideCents[group]! += netCents[order]!
      continue
    }
    const month = monthsBetween(firstDay[customer]!, day)
    cohort.revenueCents[month]! += netCents[order]!
    // A customer's orders follow each other by day, so that a month is counted once.
    if ((customer === lastBuyer && month === lastMonth) || !isPurchase(input.ledger, input.netted, order)) continue
    cohort.buyers[month]!++
    lastBuyer = customer
    lastMonth = month
  }
  return found.map((cohorts, group) => ({
    basis: basisOf(input.contributionMarginRate),
    customers: [...cohorts.values()].reduce((sum, cohort) => sum + cohort.customers, 0),
    cohorts: [...cohorts.values()].sort((a, b) => a.month - b.month).map((cohort) => finished(cohort, input)),
    beforeFirstPurchaseCents: outsideCents[group]! + 0,
  }))
}

function joinCohort(cohorts: Map<number, Building> | undefined, day: number): Building | null {
  if (!cohorts) return null
  const month = monthOfDay(day)
  let cohort = cohorts.get(month)
  if (!cohort) cohorts.set(month, (cohort = { month, earliestDay: day, customers: 0, buyers: new Int32Array(0), revenueCents: new Float64Array(0) }))
  cohort.earliestDay = Math.min(cohort.earliestDay, day)
  cohort.customers++
  return cohort
}

function finished({ month, customers, buyers, revenueCents }: Building, { summary, contributionMarginRate: margin }: CohortInput): Cohort {
  const grossProfitCents = margin === null ? null : revenueCents.map((cents) => wholeCents(cents * margin))
  let sum = 0
  return {
    month: monthName(month),
    customers,
    isThin: sampleWarning(customers, 'average') !== null,
    // By whoever could still come on the month's last day: who came earlier is further, and every group has the same complete months.
    completeMonths: Math.max(0, monthsBetween(lastDayOfMonth(month), summary.observedUntilDay + 1)),
    buyers,
    retentionRate: Float64Array.from(buyers, (count) => count / customers),
    revenueCents,
    grossProfitCents,
    cumulativePerCustomerCents: (grossProfitCents ?? revenueCents).map((cents) => wholeCents((sum += cents) / customers)),
  }
}
