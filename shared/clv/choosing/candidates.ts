import { forecastRules, spendModels, transactionModels, type ForecastMethod, type SpendModel, type TransactionModel } from '../../contract/forecast.ts'
import { timeHistories, type SeasonalClock } from '../season/seasonal-clock.ts'
import { expectedOrder, fitSpend } from '../spend/fitted-spend.ts'
import { forecastPurchases } from '../transactions/expected-purchases.ts'
import { fitBetaGeometric } from '../transactions/fitting/fit-beta-geometric.ts'
import { fitTransactions, fittingInput, isSmall, type FittingInput } from '../transactions/fitted-transactions.ts'
import type { History } from './history.ts'
import { centsPerDayBy } from './simple-rules.ts'

const CENTS = 100
/** Leaving rarer than this after a purchase is leaving that the data do not show. */
const LEAST_DROPOUT = 1e-4
/** Half the 95th percentile of chi-square with two degrees of freedom. */
const LEAST_GAIN = 3

/** A way to forecast, and what it says every customer of a history will spend, in cents of revenue. */
export type Candidate = { readonly method: ForecastMethod; readonly cents: Float64Array }

/** Whether the data show that customers leave, from MBG/NBD's chance to leave after a purchase. */
export function showsLeaving({ a, b }: { readonly a: number; readonly b: number }): boolean {
  return a / (a + b) >= LEAST_DROPOUT
}

/**
 * The models of buying that a shop's data leave open, by the likelihood ratio of MBG/NBD to the NBD that it holds (Wilks 1938; two parameters more): where customers are
 * seen to leave, those that know leaving, else those that do not. A model without leaving may look as good over a few weeks, and is far too high over years: so
 * that a small shop, whose data say little about it, has MBG/NBD drawn to what is usual. Asked once of all of a shop's history, so that every back-test tries the same.
 * Example: the CDNOW sample has mbg-nbd and pareto-nbd, Online Retail nbd and established-nbd.
 */
export function possibleModels({ histories, k, patterns }: FittingInput): readonly TransactionModel[] {
  const { parameters, maximum } = fitBetaGeometric(patterns)
  const plain = fitTransactions('nbd', { histories, k, patterns })
  if (showsLeaving(parameters) && maximum.value - plain.maximum.value > LEAST_GAIN) return k === 1 ? ['mbg-nbd', 'pareto-nbd'] : ['mbg-nbd', 'pareto-nbd', 'mbg-cnbd-k']
  return isSmall(patterns) ? ['mbg-nbd'] : ['established-nbd', 'nbd']
}

/** The place of a method among all, the simplest first: rules, then models by their parameters, those of buying before those of spending, without a season before with. */
export function complexityOf(method: ForecastMethod): number {
  if (method.kind === 'rule') return forecastRules.indexOf(method.rule)
  const place = transactionModels.indexOf(method.transactions) * spendModels.length + spendModels.indexOf(method.spend)
  return forecastRules.length + 2 * place + (method.isSeasonal ? 1 : 0)
}

/** Expected orders in whole units of money, per customer, by each model of spending. */
function ordersBy(model: SpendModel, { summary: { purchaseCount, purchaseCents } }: History): Float64Array {
  const totals = purchaseCents.map((cents) => cents / CENTS)
  const fitted = fitSpend(model, purchaseCount, totals)
  return totals.map((total, row) => expectedOrder(fitted, purchaseCount[row]!, total))
}

/** What one model says of the days ahead. Example: under `established-nbd` twice the days are twice the money. */
export function modelCandidate(
  method: Extract<ForecastMethod, { kind: 'model' }>, history: History, days: number, k: number, clock: SeasonalClock | null,
): Candidate {
  const orders = ordersBy(method.spend, history)
  const histories = timeHistories(history.summary, clock, history.firstDay, days)
  const { expected } = forecastPurchases(histories, fitTransactions(method.transactions, fittingInput(histories, k)).fitted, 0)
  return { method, cents: expected.map((count, row) => count * orders[row]! * CENTS) }
}

/**
 * What every way of forecasting says the customers of a history will spend in the `days` after it: the rules of thumb, and each of the `models` of buying with every
 * model of spending. Example: with no model there are the rules.
 */
export function candidatesFor(history: History, days: number, k: number, models: readonly TransactionModel[]): Candidate[] {
  const rules = forecastRules.map((rule): Candidate => ({ method: { kind: 'rule', rule }, cents: centsPerDayBy(rule, history).map((perDay) => perDay * days) }))
  const orders = spendModels.map((spend) => ({ spend, perOrder: ordersBy(spend, history) }))
  const histories = timeHistories(history.summary, null, history.firstDay, days)
  const input = fittingInput(histories, k)
  const modelled = models.flatMap((transactions) => {
    const { expected } = forecastPurchases(histories, fitTransactions(transactions, input).fitted, 0)
    return orders.map(({ spend, perOrder }): Candidate => (
      { method: { kind: 'model', transactions, spend, isSeasonal: false }, cents: expected.map((count, row) => count * perOrder[row]! * CENTS) }
    ))
  })
  return [...rules, ...modelled].filter(({ cents }) => cents.every(Number.isFinite))
}
