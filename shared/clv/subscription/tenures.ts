import { monthsBetween } from '../../months.ts'

/** One subscription as a list has it: day numbers, and what is paid a month; `null` where it runs on, or where no amount is known. */
export type Subscription = { readonly startedOn: number; readonly endedOn: number | null; readonly amountCents: number | null }

/** How far a subscription has come. */
export type Tenure = {
  /** Months that are over, of which it is known how they ended. */
  readonly months: number
  /** Whether it ended with the last of these months; otherwise it was still there after it (censored). */
  readonly left: boolean
  /** Payments still to come where the end is known: 0 when it has ended; `null` while it runs on. */
  readonly paymentsAhead: number | null
}

/**
 * How far a subscription has come on the day up to which is known what happened. A payment starts every month, so that a subscription that ended half-way
 * its third month lived three. What runs, or ends later than that day, is still there and not ended today (F16). Months count when they
 * are over for everybody who started then: who left in a month that is not over is counted as there until it began, because those who stay in it are not
 * counted in it either, and leaving would seem more common than it is. Censoring as in Fader & Hardie 2007.
 * `null` for a subscription that has not started yet or ends before it starts.
 * Example: started on 1 January, on 15 April: 3 months and running; ended on 1 March: 2 months and left.
 */
export function tenureOf({ startedOn, endedOn }: Subscription, observedUntilDay: number): Tenure | null {
  if (!(startedOn <= observedUntilDay) || (endedOn !== null && !(endedOn >= startedOn))) return null
  const over = monthsBetween(startedOn, observedUntilDay)
  if (endedOn === null) return { months: over, left: false, paymentsAhead: null }
  const lived = Math.max(0, monthsBetween(startedOn, endedOn - 1)) + 1
  if (endedOn > observedUntilDay) return { months: over, left: false, paymentsAhead: lived - over - 1 }
  return { months: Math.min(lived, over), left: lived <= over, paymentsAhead: 0 }
}

/** Of the subscribers in their first, second, ... month, how many went on and how many left when it was over: all the model needs. */
export type RenewalTable = { readonly stayed: Float64Array; readonly left: Float64Array }

/**
 * Counts tenures by month; one that is not a month old counts nowhere. As long as the longest tenure, so empty for none. The figures sBG is fitted to
 * (Fader & Hardie 2007).
 * Example: left after 1 month, left after 2, and running for 2 give stayed [2, 1], left [1, 1].
 */
export function renewalTable(tenures: readonly Pick<Tenure, 'months' | 'left'>[]): RenewalTable {
  const longest = tenures.reduce((most, { months }) => Math.max(most, months), 0)
  const stayed = new Float64Array(longest)
  const left = new Float64Array(longest)
  for (const tenure of tenures) {
    if (tenure.months > 0) (tenure.left ? left : stayed)[tenure.months - 1]!++
  }
  // Who is known to have come further stayed in every month before.
  for (let month = longest - 1; month > 0; month--) stayed[month - 1]! += stayed[month]! + left[month]!
  return { stayed, left }
}
