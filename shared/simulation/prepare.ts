import { DAYS_PER_WEEK } from '../calendar.ts'
import { expectedOrderValue } from '../clv/spend/gamma-gamma.ts'
import type { TransactionParameters } from '../clv/transactions/beta-geometric.ts'
import type { ValuedCustomers } from '../clv/valued-customers.ts'
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

/** What every simulation on these customers shares. Made once per fit; independent of settings. */
export type PreparedSimulation = {
  readonly valued: ValuedCustomers
  readonly parameters: TransactionParameters
  readonly probabilityAlive: Float64Array
  readonly grid: ExposureGrid
  readonly groups: CustomerGroups
  /** Per customer; -1 without a purchase. */
  readonly groupOf: Int32Array
  /** Per customer: expected cents of one purchase, weighted by the chance that the customer is still one. */
  readonly aliveOrderCents: Float64Array
  /** Customers with a purchase, the highest customer value (so far + expected) first. */
  readonly byTotalClv: Int32Array
  /** Per x, and one more: what is left of the purchase rate at z, 2F1(r+x+1, a; a+b+x+1; -z), at the grid's position of alpha z. */
  readonly survival: ReadonlyMap<number, ChebyshevSeries>
}

/**
 * Gathers the customers into groups of equal (x, T) and computes each group's purchase rate at the points between which
 * a simulation interpolates. Exact up to interpolation (below 1e-9): no bins, no sampling.
 * Throws `fit-not-possible` where the history allowed no fit. Example: CDNOW's 2,357 sample customers make 464 groups.
 */
export function prepareSimulation(valued: ValuedCustomers): PreparedSimulation {
  const { fit, estimates, purchaseCount, firstDay, purchaseCents, observedUntilDay } = valued
  if (!fit || !estimates) throw new AppError('fit-not-possible')
  const { parameters } = fit
  const rows = purchaseCount.length
  const groupOf = new Int32Array(rows).fill(-1)
  const aliveOrderCents = new Float64Array(rows)
  const numbers = new Map<number, number>()
  for (let row = 0; row < rows; row++) {
    const count = purchaseCount[row]!
    if (count === 0) continue
    const key = (count - 1) * DAYS + observedUntilDay - firstDay[row]!
    let group = numbers.get(key)
    if (group === undefined) numbers.set(key, group = numbers.size)
    groupOf[row] = group
    const orderCents = expectedOrderValue(fit.spend.parameters, count, purchaseCents[row]! / CENTS) * CENTS
    aliveOrderCents[row] = estimates.probabilityAlive[row]! * orderCents
  }
  const keys = [...numbers.keys()]
  const repeatPurchaseCount = Int32Array.from(keys, (key) => Math.floor(key / DAYS))
  const observed = Float64Array.from(keys, (key) => (key % DAYS) / DAYS_PER_WEEK)
  const grid = exposureGrid(parameters.alpha)
  const survival = survivalSeries(parameters, grid, new Set(Array.from(repeatPurchaseCount).flatMap((x) => [x, x + 1])))
  return {
    valued, parameters, grid, groupOf, aliveOrderCents, survival,
    probabilityAlive: estimates.probabilityAlive,
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
