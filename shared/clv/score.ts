import { DAYS_PER_WEEK } from '../calendar.ts'
import type { PurchaseSummary } from '../customers/sales-ledger.ts'
import { wholeCents } from './formulas/historic.ts'
import { weeklyDiscountRate, weeksOfMonths } from './present-value.ts'
import { expectedOrder, fitSpend, type FittedSpend } from './spend/fitted-spend.ts'
import { historyOf, forecastPurchases, probabilityAliveUnder } from './transactions/expected-purchases.ts'
import { seesLeaving } from './transactions/fitted-transactions.ts'
import type { ClvSettings, CustomerEstimates, ShopFit, ShopForecast } from './valued-customers.ts'

const CENTS = 100

function fittedSpend({ purchaseCount, purchaseCents }: PurchaseSummary, { method }: ShopForecast, fit: ShopFit): FittedSpend {
  if (method.kind === 'rule' || method.spend === 'gamma-gamma') return { model: 'gamma-gamma', parameters: fit.spend.parameters }
  return fitSpend(method.spend, purchaseCount, purchaseCents.map((cents) => cents / CENTS))
}

/** Purchases ahead as money by a rule says, at the expected order: plain, and discounted as an even flow. */
function purchasesByRule(centsPerDay: Float64Array, orderCents: Float64Array, weeks: number, discountRate: number) {
  const days = weeks * DAYS_PER_WEEK
  const presentDays = discountRate > 0 ? (DAYS_PER_WEEK * -Math.expm1(-discountRate * weeks)) / discountRate : days
  const over = (length: number) => centsPerDay.map((cents, row) => (orderCents[row]! > 0 ? (Math.max(0, cents) * length) / orderCents[row]! : 0))
  return { expected: over(days), discounted: over(presentDays) }
}

/**
 * The forecast of every customer (Fader, Hardie & Lee 2005 JMR): residual CLV = discounted expected purchases over the horizon x E[order value] x margin, in whole
 * cents, each by the chosen method; purchases include the chance of having left and the correction of the level. A rule of thumb gives money; its
 * purchases are that over the expected order. The chance to be a customer still is the chosen model's, or MBG/NBD's where that knows no leaving.
 * Customers without a purchase get zeros. `centsPerDay` belongs to a rule. Columns in the order of the summary.
 * Example: CDNOW sample over 156 weeks at .0027 a week, margin 1, usual method: 128,131.41 together (golden.json).
 */
export function scoreCustomers(summary: PurchaseSummary, fit: ShopFit, forecast: ShopForecast, centsPerDay: Float64Array | null, settings: ClvSettings): CustomerEstimates {
  const { purchaseCount, purchaseCents } = summary
  const { fitted, level, timed } = forecast
  const discountRate = weeklyDiscountRate(settings.annualDiscountRate)
  const margin = settings.contributionMarginRate ?? 1
  const spend = fittedSpend(summary, forecast, fit)
  const orderCents = purchaseCents.map((cents, row) => (purchaseCount[row]! > 0 ? expectedOrder(spend, purchaseCount[row]!, cents / CENTS) * CENTS : 0))
  const modelled = centsPerDay === null ? forecastPurchases(timed, fitted, discountRate) : null
  const purchases = modelled ?? purchasesByRule(centsPerDay ?? new Float64Array(), orderCents, weeksOfMonths(settings.horizonMonths), discountRate)
  const probabilityAlive = modelled && seesLeaving(fitted) ? modelled.probabilityAlive : aliveByShopFit(summary, fit)
  const levelled = (column: Float64Array) => (level.factor === 1 ? column : column.map((value) => value * level.factor))
  const discountedExpectedPurchases = levelled(purchases.discounted)
  return {
    probabilityAlive,
    expectedPurchases: levelled(purchases.expected),
    discountedExpectedPurchases,
    expectedOrderValueCents: orderCents.map(wholeCents),
    residualClvCents: discountedExpectedPurchases.map((count, row) => wholeCents(count * orderCents[row]! * margin)),
  }
}

function aliveByShopFit(summary: PurchaseSummary, { parameters }: ShopFit): Float64Array {
  const fitted = { model: 'mbg-nbd', parameters } as const
  return Float64Array.from(summary.purchaseCount, (count, row) => (count > 0 ? probabilityAliveUnder(fitted, historyOf(summary, row)) : 0))
}
