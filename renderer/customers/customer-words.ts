import type { ClvMethod, CustomerDetail, RankedCustomer, Ranking } from '../../shared/contract/customers.ts'
import { formatIsoDay, parseIsoDay } from '../../shared/calendar.ts'

export type ChanceWord = 'sure' | 'likely' | 'perhaps' | 'unlikely' | 'gone'

/** A chance in a word. Example: `chanceWord(0.54)` is 'perhaps'. */
export function chanceWord(probability: number): ChanceWord {
  if (probability >= 0.9) return 'sure'
  if (probability >= 0.65) return 'likely'
  if (probability >= 0.35) return 'perhaps'
  if (probability >= 0.1) return 'unlikely'
  return 'gone'
}

/** Days between two purchases at the customer's own pace; `null` for who came once. */
export function ownPaceDays({ repeatPurchaseCount, activeSpanDays }: CustomerDetail['inputs']): number | null {
  return repeatPurchaseCount > 0 && activeSpanDays > 0 ? activeSpanDays / repeatPurchaseCount : null
}

export type SilenceWord = 'today' | 'recent' | 'away'

/** Whether a silence is worth a word of worry: longer than the own pace, and for who came once longer than a month. */
export function silenceWord(daysSinceLastPurchase: number, paceDays: number | null): SilenceWord {
  if (daysSinceLastPurchase < 1) return 'today'
  return daysSinceLastPurchase > (paceDays ?? 30) ? 'away' : 'recent'
}

/** When the next purchase is due: on a day to come, already past, or not at all. */
export function nextPurchase(customer: Pick<RankedCustomer, 'nextPurchaseOn'>, observedUntil: string): { readonly kind: 'due' | 'overdue', readonly on: string } | { readonly kind: 'not-expected' } {
  const due = customer.nextPurchaseOn === null ? null : parseIsoDay(customer.nextPurchaseOn)
  if (customer.nextPurchaseOn === null || due === null) return { kind: 'not-expected' }
  return { kind: due <= (parseIsoDay(observedUntil) ?? due) ? 'overdue' : 'due', on: customer.nextPurchaseOn }
}

/** The range that belongs to the sum of the chosen method; `null` for methods that look back only. */
export function equityRange(ranking: Ranking): { readonly p10: number, readonly p90: number } | null {
  if (ranking.residualTotal === null) return null
  const { p10, p90 } = ranking.residualTotal
  switch (ranking.method) {
    case 'total-clv': return { p10: ranking.realizedValueCents + p10, p90: ranking.realizedValueCents + p90 }
    case 'residual-clv': return { p10, p90 }
    case 'realized-value': case 'basic-formula': return null
    default: return ranking.method satisfies never
  }
}

/** The range of so far and expected together. */
export function totalRange(customer: RankedCustomer): { readonly p10: number, readonly p90: number } | null {
  const range = customer.residualRange
  return range && { p10: customer.realizedValueCents + range.p10, p90: customer.realizedValueCents + range.p90 }
}

/** A name to call the customer by; sales files often have a number only. */
export function isNameless(customer: Pick<RankedCustomer, 'name'>): boolean {
  return customer.name.trim() === ''
}

/** The last day of the sales, told from when the customer was last in; empty for who never bought. */
export function observedUntil({ lastPurchaseOn, daysSinceLastPurchase }: Pick<RankedCustomer, 'lastPurchaseOn' | 'daysSinceLastPurchase'>): string {
  const last = lastPurchaseOn === null ? null : parseIsoDay(lastPurchaseOn)
  return last === null || daysSinceLastPurchase === null ? '' : formatIsoDay(last + daysSinceLastPurchase)
}

/** By what the rank is: where a method is not possible the value so far decides. */
export function rankedBy(method: ClvMethod, { fit, inputs }: Pick<CustomerDetail, 'fit' | 'inputs'>): ClvMethod {
  const isPossible = method === 'basic-formula' ? inputs.lifespanYears !== null : fit !== null
  return isPossible ? method : 'realized-value'
}
