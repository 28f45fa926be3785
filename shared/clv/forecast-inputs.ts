import { DAYS_PER_WEEK } from '../calendar.ts'
import type { NettedOrders } from '../customers/net-refunds.ts'
import type { PurchaseSummary, SalesLedger } from '../customers/sales-ledger.ts'
import { usualMethod, type ForecastChoice } from './choosing/choose-forecast.ts'
import { historyUntil } from './choosing/history.ts'
import { noLevel } from './choosing/level.ts'
import { centsPerDayBy } from './choosing/simple-rules.ts'
import { estimateClock } from './season/estimate-clock.ts'
import type { SeasonalClock } from './season/seasonal-clock.ts'
import { fitBetaGeometric } from './transactions/fitting/fit-beta-geometric.ts'
import { purchasePatterns } from './transactions/fitting/purchase-patterns.ts'

/** What a rule of thumb says: net cents a day per customer of the summary, and over how many days that was ever tested. */
export type RuleForecast = { readonly centsPerDay: Float64Array; readonly testedDays: number }

/** The chosen way to forecast, with what only the orders themselves tell. */
export type ForecastInputs = {
  readonly choice: ForecastChoice
  /** The first day of the shop's data. */
  readonly dataFirstDay: number
  /** `null` for a model. */
  readonly rule: RuleForecast | null
  readonly clock: SeasonalClock | null
}

/** The usual method, for a summary whose orders are not at hand. Example: nothing is corrected, no season. */
export function usualForecast(summary: PurchaseSummary): ForecastInputs {
  const dataFirstDay = summary.firstDay.reduce((least, day) => (day >= 0 && day < least ? day : least), summary.observedUntilDay)
  return { choice: { method: usualMethod, k: 1, level: noLevel, report: null }, dataFirstDay, rule: null, clock: null }
}

/**
 * What a chosen forecast needs of the orders: the spending a day of a rule ("lately" reaches as far back as the horizon ahead, at most over all data), the
 * season of a seasonal model. `summary` is that of the ledger. Example: for a model without a season nothing but the first day.
 */
export function forecastInputs(ledger: SalesLedger, netted: NettedOrders, summary: PurchaseSummary, choice: ForecastChoice, horizonWeeks: number): ForecastInputs {
  const usual = usualForecast(summary)
  const { method } = choice
  if (method.kind === 'rule') {
    const history = historyUntil(ledger, summary.observedUntilDay, Math.round(horizonWeeks * DAYS_PER_WEEK))
    const centsPerDay = new Float64Array(summary.customerIds.length)
    centsPerDayBy(method.rule, history).forEach((cents, place) => { centsPerDay[history.rows[place]!] = cents })
    return { ...usual, choice, rule: { centsPerDay, testedDays: choice.report?.origins[0]?.days ?? 0 } }
  }
  if (!method.isSeasonal) return { ...usual, choice }
  const { parameters } = fitBetaGeometric(purchasePatterns(summary, DAYS_PER_WEEK))
  return { ...usual, choice, clock: estimateClock(ledger, netted, summary, usual.dataFirstDay, parameters) }
}
