import { usualForecast } from '../../../shared/clv/forecast-inputs.ts'
import { scoreCustomers } from '../../../shared/clv/score.ts'
import { shopForecast } from '../../../shared/clv/shop-forecast.ts'
import type { ShopFit, ValuedCustomers } from '../../../shared/clv/valued-customers.ts'
import { customerStages } from '../../../shared/customers/customer-stage.ts'
import type { PurchaseSummary } from '../../../shared/customers/sales-ledger.ts'
import { prepareSimulation, type PreparedSimulation } from '../../../shared/simulation/simulate.ts'

type Shop = { readonly a?: number; readonly b?: number; readonly horizonMonths?: number; readonly annualDiscountRate?: number }

/**
 * Three customers to compute by hand: each buys once in ten weeks, (r + x) / (alpha + T) = 1/10, 2/20 and 3/30 a week, for 50.00 each time.
 * Unless `a` says otherwise nobody ever leaves. Together 15.00 a week in .3 purchases.
 */
export function threeCustomerShop({ a = 1e-13, b = 1, horizonMonths = 12, annualDiscountRate = 0 }: Shop = {}): PreparedSimulation {
  const cents = Float64Array.of(5_000, 10_000, 15_000)
  const summary: PurchaseSummary = {
    customerIds: Int32Array.of(11, 12, 13),
    purchaseCount: Int32Array.of(1, 2, 3),
    firstDay: Int32Array.of(1_000, 930, 860),
    lastDay: Int32Array.of(1_000, 993, 990),
    netCents: cents,
    purchaseCents: cents,
    observedUntilDay: 1_000,
  }
  const manyCustomersAlike = 1e13
  const fit: ShopFit = {
    model: 'mbg-nbd', timeUnit: 'week', parameters: { r: 1, alpha: 10, a, b }, logLikelihood: 0, converged: true, iterations: 1, evaluations: 1,
    gradientNorm: 0, atBoundary: false, isShrunk: false, standardErrors: { r: null, alpha: null, a: null, b: null }, customers: 3, observedUntil: '1972-09-27',
    spend: {
      model: 'gamma-gamma', parameters: { p: 1, q: manyCustomersAlike, gamma: 50 * (manyCustomersAlike - 1) },
      logLikelihood: 0, converged: true, iterations: 1, customers: 3, standardErrors: { p: null, q: null, gamma: null }, correlation: null,
    },
    logInformation: new Float64Array(16), spendLogInformation: new Float64Array(9),
  }
  const settings = { contributionMarginRate: 0.4, annualDiscountRate, horizonMonths }
  const forecast = shopForecast(summary, usualForecast(summary), fit, settings)
  const valued: ValuedCustomers = {
    basis: 'gross-profit', settings, fit, forecast, reason: null, lifespanYears: null, residualTotal: null, forecastDeviation: 0, ...summary,
    averageOrderValueCents: Float64Array.of(5_000, 5_000, 5_000),
    realizedValueCents: cents.map((value) => 0.4 * value),
    basicFormulaCents: new Float64Array(3),
    stage: Uint8Array.of(customerStages.indexOf('new'), customerStages.indexOf('slipping'), customerStages.indexOf('regular')),
    paceDays: new Float64Array(3),
    estimates: scoreCustomers(summary, fit, forecast, null, settings),
  }
  return prepareSimulation(valued)
}

export const threeCustomerSettings = { contributionMarginRate: 0.4, annualDiscountRate: 0, horizonMonths: 12, hourlyRateCents: 4_000 }
