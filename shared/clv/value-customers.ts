import { customerStages, stageOf } from '../customers/customer-stage.ts'
import { paceDays, typicalIntervalDays } from '../customers/pace.ts'
import type { PurchaseSummary } from '../customers/sales-ledger.ts'
import { basicFormula, purchasesPerYear, shopFormula } from './formulas/basic-formula.ts'
import { fitShop } from './fit.ts'
import { basisOf, realizedValueCents, wholeCents } from './formulas/historic.ts'
import { type ForecastInputs, usualForecast } from './forecast-inputs.ts'
import { scoreCustomers } from './score.ts'
import { shopForecast } from './shop-forecast.ts'
import { totalRange } from './ranges/total-range.ts'
import type { ClvSettings, ValuedCustomers } from './valued-customers.ts'

const NO_PACE_DAYS = 90

/**
 * Values every customer of a shop: so far, by the basic formula and, where the history allows a fit, over the horizon. Whole cents per
 * customer in the basis of the settings (revenue without a margin, else gross profit), so that every total is the exact sum of its rows.
 * `inputs` is the way to forecast that the back-tests chose (chooseForecast); without it the usual one. Deterministic: the same summary and settings give the same answer.
 * Example: CDNOW sample, no margin: value so far is exactly what was paid.
 */
export function valueCustomers(
  { summary, settings, inputs = usualForecast(summary) }: { summary: PurchaseSummary, settings: ClvSettings, inputs?: ForecastInputs },
): ValuedCustomers {
  const { customerIds, purchaseCount, firstDay, lastDay, netCents, purchaseCents, observedUntilDay } = summary
  const margin = settings.contributionMarginRate
  const { fit, reason } = fitShop(summary)
  const forecast = fit ? shopForecast(summary, inputs, fit, settings) : null
  const estimates = fit && forecast ? scoreCustomers(summary, fit, forecast, inputs.rule, settings) : null
  const formula = shopFormula(summary)
  const typical = typicalIntervalDays(summary) ?? NO_PACE_DAYS
  const rows = customerIds.length
  const averageOrderValueCents = new Float64Array(rows)
  const realized = new Float64Array(rows)
  const basicFormulaCents = new Float64Array(rows)
  const pace = new Float64Array(rows)
  const stage = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    const count = purchaseCount[row]!
    const average = count > 0 ? purchaseCents[row]! / count : 0
    averageOrderValueCents[row] = wholeCents(average)
    realized[row] = realizedValueCents(netCents[row]!, margin)
    if (formula && count > 0) {
      const perYear = purchasesPerYear(count, observedUntilDay - firstDay[row]!)
      basicFormulaCents[row] = wholeCents(basicFormula(average, perYear, formula.lifespanYears) * (margin ?? 1))
    }
    pace[row] = paceDays(count, count > 0 ? lastDay[row]! - firstDay[row]! : 0, typical)
    stage[row] = customerStages.indexOf(stageOf({
      purchaseCount: count,
      daysSinceLastPurchase: observedUntilDay - lastDay[row]!,
      paceDays: pace[row]!,
      probabilityAlive: estimates ? estimates.probabilityAlive[row]! : null,
    }))
  }
  const valued: ValuedCustomers = {
    basis: basisOf(margin), settings, observedUntilDay, customerIds, purchaseCount, firstDay, lastDay, netCents, purchaseCents,
    averageOrderValueCents, realizedValueCents: realized, basicFormulaCents, stage, paceDays: pace,
    lifespanYears: formula?.lifespanYears ?? null, fit, forecast, reason, estimates, residualTotal: null, forecastDeviation: 0,
  }
  return { ...valued, ...totalRange(valued) }
}
