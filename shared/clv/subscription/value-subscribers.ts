import type { Basis } from '../../contract/customers.ts'
import type { CentsRange } from '../../contract/schema.ts'
import { basisOf, wholeCents } from '../formulas/historic.ts'
import type { ClvSettings } from '../valued-customers.ts'
import { churnParameters, NOBODY_LEAVES } from './churn-draws.ts'
import { fitSubscriptions, type SubscriptionFit } from './fit-subscriptions.ts'
import { paymentsAhead } from './payments-ahead.ts'
import { afterRenewals, type ChurnParameters } from './shifted-beta-geometric.ts'
import { subscriptionRange, type OpenFees } from './subscription-range.ts'
import { renewalTable, tenureOf, type Subscription, type Tenure } from './tenures.ts'

const MONTHS_PER_YEAR = 12

/** Every subscription valued; columns in the order of the subscriptions. */
export type ValuedSubscriptions = {
  readonly basis: Basis
  readonly fit: SubscriptionFit
  /** Months expected to be paid over the horizon; `null` without an estimate. 0 for what has ended, has not started or ends before it starts. */
  readonly expectedPayments: readonly (number | null)[]
  /** Future value over the horizon in whole cents, in the basis; `null` without an estimate, or where payments may come of an unknown amount. */
  readonly residualClvCents: readonly (number | null)[]
  /** Of all subscriptions that have a value; `mean` is the exact sum of the rows. `null` without an estimate. */
  readonly residualTotal: CentsRange | null
  /** Subscriptions with payments to come of an unknown amount: they are in no sum. */
  readonly withoutAmount: number
}

/** Expected payments over the horizon, and what they are worth now: both in payments. */
type Payments = { readonly expected: number; readonly worth: number }

/** The payments to come by tenure, computed once for each number of months. */
function paymentsOver(horizonMonths: number, discountRate: number, parameters: ChurnParameters | null): (tenure: Tenure | null) => Payments | null {
  const of = (subscriber: ChurnParameters, months: number): Payments => ({
    expected: paymentsAhead(subscriber, months, 0).mean,
    worth: paymentsAhead(subscriber, months, discountRate).mean,
  })
  const known = new Map<number, Payments>()
  return (tenure) => {
    if (!tenure) return { expected: 0, worth: 0 }
    if (tenure.paymentsAhead !== null) return of(NOBODY_LEAVES, Math.min(horizonMonths, tenure.paymentsAhead))
    if (!parameters) return null
    const payments = known.get(tenure.months) ?? of(afterRenewals(parameters, tenure.months), horizonMonths)
    known.set(tenure.months, payments)
    return payments
  }
}

/**
 * The value of every subscription over the horizon: monthly amount x margin x expected payments, each for its present value (sBG; Fader & Hardie 2010). Months
 * are paid ahead: the one that runs counts as paid. A subscription whose end is known is paid until then, for sure. Where nobody has left yet, everybody is counted
 * for the whole horizon (F3: no infinity), which is the most it can be; the range says how much less it may be. An amount below zero is no amount.
 * Deterministic. Example: 10 a month, margin 60%, nobody left, no discount, 36 months: 216 each.
 */
export function valueSubscribers(subscriptions: readonly Subscription[], observedUntilDay: number, settings: ClvSettings): ValuedSubscriptions {
  const { contributionMarginRate, annualDiscountRate, horizonMonths } = settings
  const tenures = subscriptions.map((subscription) => tenureOf(subscription, observedUntilDay))
  const fit = fitSubscriptions(renewalTable(tenures.filter((tenure) => tenure !== null)))
  const discountRate = (1 + annualDiscountRate) ** (1 / MONTHS_PER_YEAR) - 1
  const payments = tenures.map(paymentsOver(horizonMonths, discountRate, churnParameters(fit)))
  const fees = subscriptions.map(({ amountCents }) => (amountCents !== null && amountCents >= 0 ? amountCents * (contributionMarginRate ?? 1) : null))

  const open = new Map<number, OpenFees>()
  let certainCents = 0
  let meanCents = 0
  let withoutAmount = 0
  const residualClvCents = payments.map((own, row) => {
    const fee = fees[row] ?? null
    if (own?.expected === 0) return 0
    if (fee === null) withoutAmount++
    if (own === null || fee === null) return null
    const cents = wholeCents(fee * own.worth)
    const { months, paymentsAhead: known } = tenures[row]!
    meanCents += cents
    if (known !== null) certainCents += cents
    else {
      const others = open.get(months)
      open.set(months, { sum: (others?.sum ?? 0) + fee, squares: (others?.squares ?? 0) + fee * fee })
    }
    return cents
  })
  return {
    basis: basisOf(contributionMarginRate),
    fit,
    expectedPayments: payments.map((own) => own?.expected ?? null),
    residualClvCents,
    residualTotal: subscriptionRange({ fit, open, certainCents, meanCents, horizonMonths, discountRate }),
    withoutAmount,
  }
}
