import { chooseForecast, type ForecastChoice } from '../../../shared/clv/choosing/choose-forecast.ts'
import { fitShop, type FitResult } from '../../../shared/clv/fit.ts'
import { forecastInputs } from '../../../shared/clv/forecast-inputs.ts'
import { weeksOfMonths } from '../../../shared/clv/present-value.ts'
import { valueCustomers } from '../../../shared/clv/value-customers.ts'
import type { ClvSettings, ValuedCustomers } from '../../../shared/clv/valued-customers.ts'
import { type NettedOrders, netRefunds } from '../../../shared/customers/net-refunds.ts'
import type { SalesLedger } from '../../../shared/customers/sales-ledger.ts'
import { summarizePurchases } from '../../../shared/customers/summarize-purchases.ts'

type History = { readonly ledger: SalesLedger; readonly observedUntilDay: number }

export function fitModels({ ledger, observedUntilDay }: History): FitResult {
  return fitShop(summarizePurchases(ledger, netRefunds(ledger, observedUntilDay), observedUntilDay))
}

export function choose({ ledger, observedUntilDay }: History): ForecastChoice {
  return chooseForecast(ledger, observedUntilDay)
}

type ToValue = History & { readonly settings: ClvSettings; readonly choice: ForecastChoice }

export function value({ ledger, observedUntilDay, settings, choice }: ToValue): { valued: ValuedCustomers; netted: NettedOrders } {
  const netted = netRefunds(ledger, observedUntilDay)
  const summary = summarizePurchases(ledger, netted, observedUntilDay)
  const inputs = forecastInputs(ledger, netted, summary, choice, weeksOfMonths(settings.horizonMonths))
  return { netted, valued: valueCustomers({ summary, settings, inputs }) }
}
