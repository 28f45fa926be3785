import { DAYS_PER_WEEK } from '../calendar.ts'
import { expectedOrderValue } from '../clv/spend/gamma-gamma.ts'
import { weeklyDiscountRate, weeksOfMonths } from '../clv/present-value.ts'
import type { PurchaseHistory, TransactionParameters } from '../clv/transactions/beta-geometric.ts'
import { expectationsUnder, historyOf } from '../clv/transactions/expected-purchases.ts'
import { seesLeaving } from '../clv/transactions/fitted-transactions.ts'
import type { CustomerEstimates, ShopFit, ValuedCustomers } from '../clv/valued-customers.ts'
import { hypergeometric } from '../numerics/hypergeometric.ts'
import { AppError } from '../result.ts'
import { chebyshevSeries, chebyshevValue, type ChebyshevSeries } from './chebyshev.ts'
import { exposureGrid, gridPosition, type ExposureGrid } from './exposure-grid.ts'

const CENTS = 100
const DAYS = 65_536

/** Customers with the same repeat purchases x and observed weeks T buy on alike; what differs, P(alive) and order value, only weighs. */
export type CustomerGroups = {
  readonly repeatPurchaseCount: Int32Array
  readonly observed: Float64Array
  /** Expected purchases a week given alive, per group at each of the grid's exposures; rows of `grid.exposures.length`. */
  readonly rates: Float64Array
}

/** What every simulation on these customers shares. Made once per valuation. */
export type PreparedSimulation = {
  readonly valued: ValuedCustomers
  readonly parameters: TransactionParameters
  /** Per customer: the chance to be one still, at most 1. */
  readonly probabilityAlive: Float64Array
  /** Per customer: what MBG/NBD's purchases given alive are multiplied by: that chance, and how much faster the chosen forecast says they buy. */
  readonly purchaseWeight: Float64Array
  readonly grid: ExposureGrid
  readonly groups: CustomerGroups
  /** Per customer; -1 without a purchase. */
  readonly groupOf: Int32Array
  /** Per customer: expected cents of one purchase, times `purchaseWeight`. */
  readonly aliveOrderCents: Float64Array
  /** Customers with a purchase, the highest customer value (so far + expected) first. */
  readonly byTotalClv: Int32Array
  /** Per x, and one more: what is left of the purchase rate at z, 2F1(r+x+1, a; a+b+x+1; -z), at the grid's position of alpha z. */
  readonly survival: ReadonlyMap<number, ChebyshevSeries>
}

/** As good as nobody leaves; the equations want a chance above zero. */
const NOBODY_LEAVES = { a: 1e-12, b: 1 }

/** A forecast of a model without leaving: then nobody leaves in a campaign either. A rule of thumb says nothing of it. */
function isWithoutLeaving({ forecast }: ValuedCustomers): boolean {
  return forecast?.method.kind === 'model' && !seesLeaving(forecast.fitted)
}

/**
 * How much a customer weighs in purchases, as a function of the row: P(alive) where the forecast is MBG/NBD's. Campaigns act on MBG/NBD's equations whatever forecast the
 * back-tests chose, so where that is another, or its level is corrected, the weight is what it expects over the horizon by what MBG/NBD expects of one who
 * is surely still a customer: without a campaign both say the same of every customer.
 */
function weightOf({ forecast, settings }: ValuedCustomers, estimates: CustomerEstimates, parameters: TransactionParameters): (row: number, history: PurchaseHistory) => number {
  const isOwn = forecast?.method.kind === 'model' && forecast.method.transactions === 'mbg-nbd' && !forecast.method.isSeasonal
  if (isOwn) return (row) => estimates.probabilityAlive[row]! * forecast.level.factor
  const ahead = { horizon: weeksOfMonths(settings.horizonMonths), discountRate: weeklyDiscountRate(settings.annualDiscountRate) }
  const givenAlive = expectationsUnder({ model: 'mbg-nbd', parameters }, ahead)
  return (row, history) => {
    const { discounted } = givenAlive(history)
    return discounted > 0 ? estimates.discountedExpectedPurchases[row]! / discounted : 0
  }
}

/** Expected cents of one purchase, not rounded where it is Gamma-Gamma's. */
function orderCentsOf({ forecast, purchaseCount, purchaseCents }: ValuedCustomers, estimates: CustomerEstimates, { spend }: ShopFit): (row: number) => number {
  if (forecast?.method.kind === 'model' && forecast.method.spend !== 'gamma-gamma') return (row) => estimates.expectedOrderValueCents[row]!
  return (row) => expectedOrderValue(spend.parameters, purchaseCount[row]!, purchaseCents[row]! / CENTS) * CENTS
}

/**
 * Gathers the customers into groups of equal (x, T) and computes each group's purchase rate at the points between which
 * a simulation interpolates. Exact up to interpolation (below 1e-9): no bins, no sampling.
 * Throws `fit-not-possible` where the history allowed no fit. Example: CDNOW's 2,357 sample customers make 464 groups.
 */
export function prepareSimulation(valued: ValuedCustomers): PreparedSimulation {
  const { fit, estimates, purchaseCount, firstDay, observedUntilDay } = valued
  if (!fit || !estimates) throw new AppError('fit-not-possible')
  const stays = isWithoutLeaving(valued)
  const parameters = stays ? { ...fit.parameters, ...NOBODY_LEAVES } : fit.parameters
  const rows = purchaseCount.length
  const groupOf = new Int32Array(rows).fill(-1)
  const probabilityAlive = estimates.probabilityAlive.map((chance, row) => (stays && purchaseCount[row]! > 0 ? 1 : chance))
  const purchaseWeight = new Float64Array(rows)
  const aliveOrderCents = new Float64Array(rows)
  const weight = weightOf(valued, estimates, parameters)
  const orderCents = orderCentsOf(valued, estimates, fit)
  const numbers = new Map<number, number>()
  for (let row = 0; row < rows; row++) {
    const count = purchaseCount[row]!
    if (count === 0) continue
    const key = (count - 1) * DAYS + observedUntilDay - firstDay[row]!
    let group = numbers.get(key)
    if (group === undefined) numbers.set(key, group = numbers.size)
    groupOf[row] = group
    purchaseWeight[row] = weight(row, historyOf(valued, row))
    aliveOrderCents[row] = purchaseWeight[row]! * orderCents(row)
  }
  const keys = [...numbers.keys()]
  const repeatPurchaseCount = Int32Array.from(keys, (key) => Math.floor(key / DAYS))
  const observed = Float64Array.from(keys, (key) => (key % DAYS) / DAYS_PER_WEEK)
  const grid = exposureGrid(parameters.alpha)
  const survival = survivalSeries(parameters, grid, new Set(Array.from(repeatPurchaseCount).flatMap((x) => [x, x + 1])))
  return {
    valued, parameters, grid, groupOf, probabilityAlive, purchaseWeight, aliveOrderCents, survival,
    byTotalClv: rowsByTotalClv(valued, estimates.residualClvCents),
    groups: { repeatPurchaseCount, observed, rates: groupRates(parameters, grid, survival, repeatPurchaseCount, observed) },
  }
}

/** What is left of the purchase rate of a customer with x repeat purchases at z = exposure / (alpha + T), from its series. */
export function survivingShare({ grid, survival }: Pick<PreparedSimulation, 'grid' | 'survival'>, x: number, z: number): number {
  const series = survival.get(x)
  if (!series) throw new RangeError(`No customer has ${x} repeat purchases`)
  return chebyshevValue(series, gridPosition(grid, grid.scale * z))
}

function survivalSeries({ r, alpha, a, b }: TransactionParameters, grid: ExposureGrid, counts: Iterable<number>): Map<number, ChebyshevSeries> {
  const series = new Map<number, ChebyshevSeries>()
  for (const x of counts) {
    series.set(x, chebyshevSeries(grid.exposures.map((exposure) => hypergeometric(r + x + 1, a, a + b + x + 1, exposure / alpha))))
  }
  return series
}

function groupRates(
  { r, alpha }: TransactionParameters, grid: ExposureGrid, survival: ReadonlyMap<number, ChebyshevSeries>,
  repeatPurchaseCount: Int32Array, observed: Float64Array,
): Float64Array {
  const terms = grid.exposures.length
  const rates = new Float64Array(repeatPurchaseCount.length * terms)
  for (let group = 0; group < repeatPurchaseCount.length; group++) {
    const x = repeatPurchaseCount[group]!
    const base = alpha + observed[group]!
    for (let k = 0; k < terms; k++) {
      rates[group * terms + k] = ((r + x) / base) * survivingShare({ grid, survival }, x, grid.exposures[k]! / base)
    }
  }
  return rates
}

function rowsByTotalClv({ purchaseCount, realizedValueCents }: ValuedCustomers, residualClvCents: Float64Array): Int32Array {
  const total = realizedValueCents.map((cents, row) => cents + residualClvCents[row]!)
  const rows = Int32Array.from(purchaseCount.keys()).filter((row) => purchaseCount[row]! > 0)
  return rows.sort((one, other) => total[other]! - total[one]! || one - other)
}
