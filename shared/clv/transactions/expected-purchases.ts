import { DAYS_PER_WEEK } from '../../calendar.ts'
import type { Quadrature } from '../../numerics/gauss-legendre.ts'
import { assertNever } from '../../result.ts'
import type { TimedHistories } from '../season/seasonal-clock.ts'
import * as betaGeometric from './beta-geometric.ts'
import type { ExpectedGivenAlive, PurchaseHistory } from './beta-geometric.ts'
import type { FittedTransactions } from './fitted-transactions.ts'
import * as nbd from './nbd.ts'
import * as pareto from './pareto-nbd.ts'
import * as regular from './regular-buying.ts'
import { expectedGivenAlive as regularGivenAlive, phaseExpectations, type PhaseExpectations } from './regular-buying-expected.ts'

/** How far ahead, in weeks (`Infinity` allowed), the continuous discount rate per week, and the nodes to integrate by where not the model's own. */
export type Ahead = { readonly horizon: number; readonly discountRate: number; readonly quadrature?: Quadrature }

/**
 * P(alive), 0 to 1, under a fitted model (source: the model's own file); 1 where it knows no leaving. NaN for a history that cannot be, where leaving is known.
 * Example: `nbd`, after any silence: 1.
 */
export function probabilityAliveUnder(fitted: FittedTransactions, history: PurchaseHistory): number {
  switch (fitted.model) {
    case 'mbg-nbd': return betaGeometric.probabilityAlive(fitted.parameters, history)
    case 'mbg-cnbd-k': return regular.probabilityAlive(fitted.parameters, history)
    case 'pareto-nbd': return pareto.probabilityAlive(fitted.parameters, history)
    case 'nbd':
    case 'established-nbd': return 1
    default: return assertNever(fitted)
  }
}

/**
 * Expectations given alive under a fitted model, as a function of the history (source and bad input: the model's own file); what depends on fewer of its figures
 * is computed once for them. Example: see `forecastPurchases`.
 */
export function expectationsUnder(fitted: FittedTransactions, { horizon, discountRate, quadrature }: Ahead): (history: PurchaseHistory) => ExpectedGivenAlive {
  switch (fitted.model) {
    case 'mbg-nbd':
      return remembered((x, observed) => betaGeometric.expectedGivenAlive(fitted.parameters, x, observed, horizon, discountRate, 'mbg-nbd', quadrature))
    case 'mbg-cnbd-k': {
      const phases = remembered((x, observed): PhaseExpectations => phaseExpectations(fitted.parameters, x, observed, horizon, discountRate, 'mbg-nbd', quadrature))
      return (history) => regularGivenAlive(fitted.parameters, history, horizon, discountRate, 'mbg-nbd', phases(history))
    }
    case 'pareto-nbd': return remembered((x, observed) => pareto.expectedGivenAlive(fitted.parameters, x, observed, horizon, discountRate))
    case 'nbd': return remembered((x, observed) => nbd.expectedGivenAlive(fitted.parameters, x, observed, horizon, discountRate))
    case 'established-nbd': {
      const { parameters, window } = fitted
      const all = remembered((count) => nbd.expectedGivenAlive(parameters, count, window, horizon, discountRate))
      return ({ repeatPurchaseCount }) => all({ repeatPurchaseCount: repeatPurchaseCount + 1, activeSpan: 0, observed: 0 })
    }
    default: return assertNever(fitted)
  }
}

/** Remembers a function of (x, T). */
function remembered<T>(compute: (x: number, observed: number) => T): (history: PurchaseHistory) => T {
  const known = new Map<number, Map<number, T>>()
  return ({ repeatPurchaseCount, observed }) => {
    let ofCount = known.get(repeatPurchaseCount)
    if (!ofCount) known.set(repeatPurchaseCount, ofCount = new Map())
    let answer = ofCount.get(observed)
    if (answer === undefined) ofCount.set(observed, answer = compute(repeatPurchaseCount, observed))
    return answer
  }
}

/** The history of one customer who bought, in weeks; not checked. Example: 4 purchases on days 100 to 310, data to 373: x 3, t_x 30, T 39 weeks. */
export function historyOf({ purchaseCount, firstDay, lastDay, observedUntilDay }: Omit<TimedHistories, 'dataFirstDay' | 'horizon'>, row: number): PurchaseHistory {
  return {
    repeatPurchaseCount: purchaseCount[row]! - 1,
    activeSpan: (lastDay[row]! - firstDay[row]!) / DAYS_PER_WEEK,
    observed: (observedUntilDay - firstDay[row]!) / DAYS_PER_WEEK,
  }
}

/** One place per customer; zeros for who never bought. */
export type PurchaseForecast = {
  readonly probabilityAlive: Float64Array
  /** Purchases over the horizon, the chance of having left included; `discounted` each counted for its present value. */
  readonly expected: Float64Array
  readonly discounted: Float64Array
}

/**
 * What every customer is expected to buy under a fitted model: P(alive) times the expectation given alive.
 * `discountRate` is continuous, per week. Source and bad input: the model's own file. Example: CDNOW sample under MBG/NBD over 39 weeks: golden.json's sum.
 */
export function forecastPurchases(histories: TimedHistories, fitted: FittedTransactions, discountRate: number): PurchaseForecast {
  const rows = histories.purchaseCount.length
  const forecast = { probabilityAlive: new Float64Array(rows), expected: new Float64Array(rows), discounted: new Float64Array(rows) }
  const givenAlive = expectationsUnder(fitted, { horizon: histories.horizon, discountRate })
  for (let row = 0; row < rows; row++) {
    if (histories.purchaseCount[row] === 0) continue
    const history = historyOf(histories, row)
    const alive = probabilityAliveUnder(fitted, history)
    const { expected, discounted } = givenAlive(history)
    forecast.probabilityAlive[row] = alive
    forecast.expected[row] = alive * expected
    forecast.discounted[row] = alive * discounted
  }
  return forecast
}
