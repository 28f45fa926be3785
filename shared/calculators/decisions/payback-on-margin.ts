import { wholeCents } from '../../clv/formulas/historic.ts'
import { paybackMonths } from '../../simulation/payback.ts'
import type { CashFlows } from '../formulas/cash-flows.ts'
import { check } from '../inputs.ts'

export type Payback = { readonly kind: 'earned-back'; readonly months: number } | { readonly kind: 'not-within'; readonly months: number }

/**
 * Months until a cost is earned back from expected gross profit, within the month by straight line, undiscounted (B3); a tag where the flows
 * end before. Revenue does not earn back a cost, so it does not compile. RangeError for a cost that is not whole cents, zero or more.
 * Example: 120.00 at 10.00 a month: 12 months; over 6 months: not within 6.
 */
export function paybackOnMargin(costCents: number, { monthlyCents }: CashFlows<'gross-profit'>): Payback {
  check('a whole number, zero or more', { costCents })
  let net = -costCents
  // To the cent, so that what comes to exactly the cost does not stay a rounding error short of it.
  const months = paybackMonths([net, ...monthlyCents.map((cents) => wholeCents((net += cents)))])
  return months === null ? { kind: 'not-within', months: monthlyCents.length } : { kind: 'earned-back', months }
}
