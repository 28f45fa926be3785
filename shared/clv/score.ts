import { DAYS_PER_WEEK } from '../calendar.ts'
import type { PurchaseSummary } from '../customers/sales-ledger.ts'
import { wholeCents } from './formulas/historic.ts'
import type { RuleForecast } from './forecast-inputs.ts'
import { weeklyDiscountRate, weeksOfMonths } from './present-value.ts'
import { expectedOrder, fitSpend, type FittedSpend } from './spend/fitted-spend.ts'
import { expectationsUnder, historyOf, forecastPurchases, probabilityAliveUnder } from './transactions/expected-purchases.ts'
import { seesLeaving } from './transactions/fitted-transactions.ts'
import type { ClvSettings, CustomerEstimates, ShopFit, ShopForecast } from './valued-customers.ts'

const CENTS = 100

function fittedSpend({ purchaseCount, purchaseCents }: PurchaseSummary, { method }: ShopForecast, fit: ShopFit): FittedSpend {
  if (method.kind === 'rule' || method.spend === 'gamma-gamma') return { model: 'gamma-gamma', parameters: fit.spend.parameters }
  return fitSpend(method.spend, purchaseCount, purchaseCents.map((cents) => cents / CENTS))
}

/** Present value of one a week for so many weeks. */
function annuity(weeks: number, discountRate: number): number {
  return discountRate > 0 ? -Math.expm1(-discountRate * weeks) / discountRate : weeks
}

/**
 * What a rule of thumb says customers spend, as purchases of the expected order, plain and discounted. So many days as it was tested it is an even flow; from then on it goes
 * as MBG/NBD says of a customer with this history who is still there, because "they go on as they did" was never tried over years in which customers leave.
 */
function purchasesByRule({ centsPerDay, testedDays }: RuleForecast, orderCents: Float64Array, summary: PurchaseSummary, { parameters }: ShopFit, weeks: number, discountRate: number) {
  const even = Math.min(weeks, testedDays / DAYS_PER_WEEK)
  const givenAlive = (horizon: number) => expectationsUnder({ model: 'mbg-nbd', parameters }, { horizon, discountRate })
  const [tested, whole] = [givenAlive(even), givenAlive(weeks)]
  const expected = new Float64Array(centsPerDay.length)
  const discounted = expected.slice()
  for (let row = 0; row < centsPerDay.length; row++) {
    if (!(orderCents[row]! > 0) || !(centsPerDay[row]! > 0)) continue
    const perWeek = (centsPerDay[row]! * DAYS_PER_WEEK) / orderCents[row]!
    const history = historyOf(summary, row)
    const [first, all] = [tested(history), whole(history)]
    const later = even < weeks && first.expected > 0 ? even / first.expected : 0
    expected[row] = perWeek * (even + later * (all.expected - first.expected))
    discounted[row] = perWeek * (annuity(even, discountRate) + later * (all.discounted - first.discounted))
  }
  return { expected, discounted }
}

/**
 * The forecast of every customer (Fader, Hardie & Lee 2005 JMR): residual CLV = discounted expected purchases over the horizon x E[order value] x margin, in whole
 * cents, each by the chosen method; purchases include the chance of having left and the correction of the level. A rule of thumb gives money; its
 * purchases are that over the expected order. The chance to be a customer still is the chosen model's, or MBG/NBD's where that knows no leaving.
 * Customers without a purchase get zeros. On the clock of a season later money is discounted by that clock, which is off by less than 1% of the discount's effect. Columns in the order of the summary.
 * Example: CDNOW sample over 156 weeks at .0027 a week, margin 1, usual method: 128,131.41 together (golden.json).
 */
export function scoreCustomers(summary: PurchaseSummary, fit: ShopFit, forecast: ShopForecast, rule: RuleForecast | null, settings: ClvSettings): CustomerEstimates {
  const { purchaseCount, purchaseCents } = summary
  const { fitted, level, timed } = forecast
  const discountRate = weeklyDiscountRate(settings.annualDiscountRate)
  const margin = settings.contributionMarginRate ?? 1
  const spend = fittedSpend(summary, forecast, fit)
  const orderCents = purchaseCents.map((cents, row) => (purchaseCount[row]! > 0 ? expectedOrder(spend, purchaseCount[row]!, cents / CENTS) * CENTS : 0))
  const purchases = rule ? purchasesByRule(rule, orderCents, summary, fit, weeksOfMonths(settings.horizonMonths), discountRate) : forecastPurchases(timed, fitted, discountRate)
  const probabilityAlive = 'probabilityAlive' in purchases && seesLeaving(fitted) ? purchases.probabilityAlive : aliveByShopFit(summary, fit)
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
