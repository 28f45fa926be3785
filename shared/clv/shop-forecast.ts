import { DAYS_PER_WEEK } from '../calendar.ts'
import type { ForecastSummary } from '../contract/forecast.ts'
import type { PurchaseSummary } from '../customers/sales-ledger.ts'
import { freeInformation } from './fit.ts'
import type { ForecastInputs } from './forecast-inputs.ts'
import { weeksOfMonths } from './present-value.ts'
import { timeHistories } from './season/seasonal-clock.ts'
import { fitTransactions, fittingInput } from './transactions/fitted-transactions.ts'
import type { ClvSettings, ShopFit, ShopForecast } from './valued-customers.ts'

/**
 * Fits the chosen way to forecast on all of a shop's history. MBG/NBD on the calendar is the shop's fit already. For a rule of thumb the
 * model whose spread is borrowed is the NBD of established customers, which like those rules knows no leaving.
 * Example: the usual method gives back the fit it was given.
 */
export function shopForecast(summary: PurchaseSummary, { choice, dataFirstDay, clock }: ForecastInputs, fit: ShopFit, settings: ClvSettings): ShopForecast {
  const { method, level, report, k } = choice
  const timed = timeHistories(summary, clock, dataFirstDay, weeksOfMonths(settings.horizonMonths) * DAYS_PER_WEEK)
  const model = method.kind === 'rule' ? 'established-nbd' : method.transactions
  const common = { method, level, report, timed }
  if (model === 'mbg-nbd' && !clock) return { ...common, fitted: { model, parameters: fit.parameters }, logInformation: fit.logInformation }
  const { fitted, maximum } = fitTransactions(model, fittingInput(timed, k))
  return { ...common, fitted, logInformation: freeInformation(maximum) }
}

/** What of a forecast is shown beside the figures it gave. Example: `isTested` is false for a shop of 20 customers. */
export function forecastSummaryOf({ method, level, report }: ShopForecast): ForecastSummary {
  return { method, levelFactor: level.factor, isTested: report !== null }
}
