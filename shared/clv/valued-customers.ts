import type { Basis, FitSummary } from '../contract/customers.ts'
import type { BackTestReport, ForecastMethod } from '../contract/forecast.ts'
import type { CentsRange } from '../contract/schema.ts'
import type { Level } from './choosing/level.ts'
import type { TimedHistories } from './season/seasonal-clock.ts'
import type { FittedTransactions } from './transactions/fitted-transactions.ts'

/** What the owner decides about money: margin unknown means revenue instead of gross profit. */
export type ClvSettings = {
  readonly contributionMarginRate: number | null
  readonly annualDiscountRate: number
  readonly horizonMonths: number
}

/** A fit with what else the calculations need of it. */
export type ShopFit = FitSummary & {
  /** Likelihood evaluations over all starts, both models. */
  readonly evaluations: number
  /** Information (minus the Hessian) about the logarithms of (r, alpha, a, b), rows of 4; zero rows for a parameter at the edge. */
  readonly logInformation: Float64Array
  /** The same for (p, q, gamma), rows of 3. */
  readonly spendLogInformation: Float64Array
}

/** How the shop's future is forecast: the way the back-tests chose, fitted on all of its history. */
export type ShopForecast = {
  readonly method: ForecastMethod
  /** What purchases are multiplied by, because totals came out too low or too high in the back-tests. */
  readonly level: Level
  /** `null` where the history is too thin for a back-test. */
  readonly report: BackTestReport | null
  /** The model futures are drawn from: the chosen one; for a rule of thumb, `established-nbd`, drawn to the rule's mean. */
  readonly fitted: FittedTransactions
  /** Information about the logarithms of its parameters, rows of as many as it has; zero rows for a parameter at the edge. */
  readonly logInformation: Float64Array
  /** The histories and the horizon as that model sees them: on the shop's seasonal clock, or the calendar's. */
  readonly timed: TimedHistories
}

/** The forecast per customer; columns in the order of the customers. */
export type CustomerEstimates = {
  readonly probabilityAlive: Float64Array
  /** Purchases over the horizon. */
  readonly expectedPurchases: Float64Array
  /** The same, each purchase counted for what it is worth today. */
  readonly discountedExpectedPurchases: Float64Array
  /** Revenue of one purchase in whole cents. */
  readonly expectedOrderValueCents: Float64Array
  /** Future value in whole cents, in the basis. */
  readonly residualClvCents: Float64Array
}

/**
 * Every customer valued: one row per customer in the order of the purchase summary, whole cents so that sums are exact.
 * Plain data and typed arrays only, so that a worker can hand it over. A customer without a purchase (0 in `purchaseCount`) has
 * no estimate: 0 in every estimate column.
 */
export type ValuedCustomers = {
  readonly basis: Basis
  readonly settings: ClvSettings
  readonly observedUntilDay: number
  readonly customerIds: Int32Array
  readonly purchaseCount: Int32Array
  readonly firstDay: Int32Array
  readonly lastDay: Int32Array
  /** Everything paid less everything returned: revenue, whatever the basis. */
  readonly netCents: Float64Array
  /** Net cents of the purchase days. */
  readonly purchaseCents: Float64Array
  readonly averageOrderValueCents: Float64Array
  /** Value so far in the basis. */
  readonly realizedValueCents: Float64Array
  /** Average order value x purchases a year x the shop's lifespan, in the basis. */
  readonly basicFormulaCents: Float64Array
  /** Position in `customerStages`. */
  readonly stage: Uint8Array
  /** The customer's own pace: days between purchases, shrunk toward the shop's. */
  readonly paceDays: Float64Array
  /** How long a customer stays, in years; `null` where the shop has no repeat purchase to tell from. */
  readonly lifespanYears: number | null
  readonly fit: ShopFit | null
  /** `null` where there is no fit. */
  readonly forecast: ShopForecast | null
  /** Why there is no fit. */
  readonly reason: 'fit-not-possible' | 'no-customers-yet' | null
  readonly estimates: CustomerEstimates | null
  readonly residualTotal: CentsRange | null
  /** Standard deviation of the logarithm of the future value of all customers for not knowing the parameters and the level, the customers' luck left out; 0 without a fit. */
  readonly forecastDeviation: number
}
