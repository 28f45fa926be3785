import { DAYS_PER_YEAR } from '../../calendar.ts'
import { shopFormula } from '../../clv/formulas/basic-formula.ts'
import type { PurchaseSummary } from '../../customers/sales-ledger.ts'

/** The shortest the setting allows, and the step; the longest by default is the five years of `shopFormula`, up to ten are the owner's to choose. */
const STEP_MONTHS = 6
const MONTHS_PER_YEAR = 12
/** Further ahead than so many times the history seen, a forecast is a guess. Our own choice. */
const HISTORIES_AHEAD = 3

/** What decided: how long customers stay, how short the history is, or that nobody came back, so that the shortest was taken. */
export type DefaultHorizon = { readonly months: number; readonly because: 'lifespan' | 'short-history' | 'no-repeat-purchases' }

/**
 * The horizon to begin with (C14): how long customers of this shop stay (`shopFormula`), in whole half-years upward, not
 * over three times the history seen, 6 to 60 months. Six months where nobody came back. Example: a lifespan of 1.64 years seen over 2.46 years: 24 months.
 */
export function defaultHorizon(summary: PurchaseSummary): DefaultHorizon {
  const formula = shopFormula(summary)
  if (formula === null) return { months: STEP_MONTHS, because: 'no-repeat-purchases' }
  let earliest = summary.observedUntilDay
  summary.firstDay.forEach((day, row) => {
    if (summary.purchaseCount[row]! > 0 && day < earliest) earliest = day
  })
  const lifespanMonths = formula.lifespanYears * MONTHS_PER_YEAR
  const seenMonths = ((summary.observedUntilDay - earliest) / DAYS_PER_YEAR) * MONTHS_PER_YEAR
  const steps = Math.ceil(Math.min(lifespanMonths, seenMonths * HISTORIES_AHEAD) / STEP_MONTHS)
  return { months: steps * STEP_MONTHS, because: seenMonths * HISTORIES_AHEAD < lifespanMonths ? 'short-history' : 'lifespan' }
}
