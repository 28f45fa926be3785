import { figure, subtractFigures, type Basis, type Figure } from '../figure.ts'
import { check } from '../inputs.ts'
import type { Period, PerPeriod } from '../period.ts'

/** What a customer did in one measuring period; money in cents, in the basis of `bought`. */
export type CustomerDealings<B extends Basis = Basis> = {
  readonly period: Period
  /** Revenue or profit of the purchases. */
  readonly bought: Figure<B>
  /** Reviews and mentions on social media, and what one is worth to the owner. */
  readonly praise: { readonly count: number; readonly centsEach: number }
  readonly complaints: { readonly count: number; readonly centsEach: number }
  readonly minutes: number
  readonly hourlyRateCents: number
}

export type CustomerBalance<B extends Basis = Basis> = { readonly benefits: Figure<B>; readonly costs: Figure<B>; readonly value: PerPeriod<B> }

const MINUTES_PER_HOUR = 60

/**
 * Total customer value in a measuring period (F11, F12): purchases and valued praise, less valued complaints and the owner's time. Benefits and
 * costs are whole cents and the value their exact difference, below zero where a customer costs more than they bring; `lifetimeValue` takes it further
 * (F10). RangeError for counts, minutes or prices below zero.
 * Example: in a half-year 300.00 profit, 2 reviews at 10.00, 1 complaint at 15.00 and 90 minutes at 30.00 an hour: 320.00 - 60.00 = 260.00.
 */
export function customerBalance<B extends Basis>({ period, bought, praise, complaints, minutes, hourlyRateCents }: CustomerDealings<B>): CustomerBalance<B> {
  check('zero or more', {
    'praise.count': praise.count, 'praise.centsEach': praise.centsEach, 'complaints.count': complaints.count,
    'complaints.centsEach': complaints.centsEach, minutes, hourlyRateCents,
  })
  const benefits = figure(bought.cents + praise.count * praise.centsEach, bought.basis)
  const costs = figure(complaints.count * complaints.centsEach + (minutes / MINUTES_PER_HOUR) * hourlyRateCents, bought.basis)
  return { benefits, costs, value: { value: subtractFigures(benefits, costs), period } }
}
