import { DAYS_PER_YEAR } from '../../calendar.ts'
import { paceDays, typicalIntervalDays } from '../../customers/pace.ts'
import type { PurchaseSummary } from '../../customers/sales-ledger.ts'

/**
 * The basic formula (F2): average purchase value x purchases a year x years a customer stays, in the unit of the value.
 * Example: 65 x 2.5 x 3 = 487.50.
 */
export function basicFormula(averagePurchaseValue: number, purchasesPerYear: number, lifespanYears: number): number {
  return averagePurchaseValue * purchasesPerYear * lifespanYears
}

/** A silence of more than so many times the own pace counts as gone. */
const GONE_PACES = 3
const LONGEST_LIFESPAN_YEARS = 5
const SHORTEST_OBSERVATION_YEARS = 1

/**
 * A customer's purchases a year: purchases over the years since the first one, of which at least one is counted, so that one
 * purchase last week is one a year and not fifty. 0 without a purchase.
 * Example: 5 purchases, first one 730.5 days before the end of the data: 2.5 a year.
 */
export function purchasesPerYear(purchaseCount: number, observedDays: number): number {
  return purchaseCount / Math.max(SHORTEST_OBSERVATION_YEARS, observedDays / DAYS_PER_YEAR)
}

/** The basic formula of a whole shop; `null` where nobody came back, because nothing then tells how long a customer stays. */
export type ShopFormula = {
  readonly averagePurchaseValueCents: number
  readonly purchasesPerYear: number
  readonly lifespanYears: number
  readonly valueCents: number
}

/**
 * The basic formula for the whole shop. How long a customer stays is occurrence/exposure (Lawless 2003, ch. 4): years spent as a customer,
 * divided by the number who left. Who has been silent for over three times the own pace left one pace after the last purchase; the others
 * are customers until the end of the data. At most five years, also where nobody left (F3: no infinity). Purchases a year are all
 * purchases over the same years. Example: see test/shared/clv/formulas/basic-formula.test.ts.
 */
export function shopFormula(summary: PurchaseSummary): ShopFormula | null {
  const typical = typicalIntervalDays(summary)
  if (typical === null) return null
  const { purchaseCount, purchaseCents, firstDay, lastDay, observedUntilDay } = summary
  let days = 0
  let gone = 0
  let purchases = 0
  let cents = 0
  for (let row = 0; row < purchaseCount.length; row++) {
    const count = purchaseCount[row]!
    if (count === 0) continue
    const active = lastDay[row]! - firstDay[row]!
    const pace = paceDays(count, active, typical)
    const left = observedUntilDay - lastDay[row]! > GONE_PACES * pace
    days += left ? active + pace : observedUntilDay - firstDay[row]!
    if (left) gone++
    purchases += count
    cents += purchaseCents[row]!
  }
  const years = days / DAYS_PER_YEAR
  if (!(years > 0)) return null
  const lifespanYears = Math.min(LONGEST_LIFESPAN_YEARS, gone > 0 ? years / gone : LONGEST_LIFESPAN_YEARS)
  const averagePurchaseValueCents = cents / purchases
  const perYear = purchases / years
  return { averagePurchaseValueCents, purchasesPerYear: perYear, lifespanYears, valueCents: basicFormula(averagePurchaseValueCents, perYear, lifespanYears) }
}
