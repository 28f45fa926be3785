import { dayNumber } from '../../../../shared/calendar.ts'
import type { ChurnParameters } from '../../../../shared/clv/subscription/shifted-beta-geometric.ts'
import type { Subscription } from '../../../../shared/clv/subscription/tenures.ts'
import { seededRandom } from '../../../../shared/random.ts'

export type SimulatedSubscribers = {
  readonly subscriptions: readonly Subscription[]
  readonly observedUntilDay: number
  /** What those who run then really paid in the months after, undiscounted. */
  readonly laterCents: number
}

/** The first 28 days of a month only, so that every month has them. */
const DAYS = 28

/**
 * Subscribers who behave as sBG says, with known parameters: started evenly over the `months` before day 0 of month 600, each with an own chance to leave at the
 * end of every month, on a random day of it where `midMonth`; then watched for `laterMonths` more. Amounts are 5 to 50 a month.
 */
export function simulateSubscribers(
  subscribers: number, { alpha, beta }: ChurnParameters,
  { months, laterMonths, seed, midMonth = false }: { months: number, laterMonths: number, seed: number, midMonth?: boolean },
): SimulatedSubscribers {
  const random = seededRandom(seed)
  const dayOf = (month: number, day: number) => dayNumber(1970 + Math.floor(month / 12), (month % 12) + 1, day + 1)!
  const today = 600
  const observedUntilDay = dayOf(today, 0)
  let laterCents = 0
  const subscriptions = Array.from({ length: subscribers }, (): Subscription => {
    const begun = today - months + Math.floor(random.uniform() * months)
    const day = Math.floor(random.uniform() * DAYS)
    const leaves = random.beta(alpha, beta)
    const amountCents = 500 + Math.floor(random.uniform() * 4500)
    const lived = 1 + Math.floor(Math.log(1 - random.uniform()) / Math.log1p(-leaves))
    const end = begun + Math.min(lived, 1000)
    const startedOn = dayOf(begun, day)
    const endedOn = midMonth ? dayOf(end - 1, day) + 1 + Math.floor(random.uniform() * DAYS) : dayOf(end, day)
    const gone = endedOn <= observedUntilDay
    // The first payment due after today is that of this month, or of the next where that is today.
    const next = day > 0 ? today : today + 1
    if (!gone) laterCents += amountCents * Math.max(0, Math.min(end, next + laterMonths) - next)
    return { startedOn, endedOn: gone ? endedOn : null, amountCents }
  })
  return { subscriptions, observedUntilDay, laterCents }
}
