import type { Audience } from '../contract/strategies.ts'
import { customerStages } from '../customers/customer-stage.ts'
import { AppError, assertNever } from '../result.ts'
import { chebyshevSeries, type ChebyshevSeries } from './chebyshev.ts'
import type { PreparedSimulation } from './prepare.ts'

/** 7% of 100 is 7.000000000000001 to a computer. */
const ROUNDING = 1e-9

/**
 * The customers a campaign reaches, as rows of the valued customers: chosen once, on what is known now. Nobody without a purchase.
 * `top-share` is rounded up to whole customers; bands include both ends and are in customer value (so far + expected); `lapsing` are
 * those whose stage is slipping. Throws `audience-empty` where nobody fits. Example: the top 20% of 214 customers are 43.
 */
export function chooseAudience({ valued, byTotalClv }: PreparedSimulation, audience: Audience): Int32Array {
  const rows = rowsOf(valued.purchaseCount, byTotalClv)
  if (rows.length === 0) throw new AppError('audience-empty')
  return rows

  function rowsOf(purchaseCount: Int32Array, all: Int32Array): Int32Array {
    switch (audience.kind) {
      case 'everyone':
        return all
      case 'top-share':
        return all.subarray(0, Math.ceil(all.length * audience.share - ROUNDING))
      case 'value-band':
        return all.filter((row) => {
          const total = valued.realizedValueCents[row]! + (valued.estimates?.residualClvCents[row] ?? 0)
          return total >= audience.fromCents && total <= audience.toCents
        })
      case 'one-time':
        return all.filter((row) => purchaseCount[row] === 1)
      case 'lapsing': {
        const slipping = customerStages.indexOf('slipping')
        return all.filter((row) => valued.stage[row] === slipping)
      }
      default:
        return assertNever(audience)
    }
  }
}

/** An audience as one customer: what it buys and spends a week as a function of exposure, chance of having left included. */
export type AudienceCurves = {
  readonly customers: number
  /** Sum of P(alive) per group: expected customers who are still there. */
  readonly aliveOfGroup: Float64Array
  /** Sum of P(alive) x expected order value, and of P(alive) x its square. */
  readonly centsOfGroup: Float64Array
  readonly centsSquaredOfGroup: Float64Array
  /** Sums of the squares of P(alive), and of P(alive) x expected order value. */
  readonly ownAliveSquaredOfGroup: Float64Array
  readonly ownCentsSquaredOfGroup: Float64Array
  readonly purchasesPerWeek: ChebyshevSeries
  readonly centsPerWeek: ChebyshevSeries
}

/** Sums the groups of an audience, each customer weighing with P(alive), and with P(alive) x expected order value. */
export function audienceCurves(prepared: PreparedSimulation, rows: Int32Array): AudienceCurves {
  const { groups, groupOf, probabilityAlive, aliveOrderCents, grid } = prepared
  const aliveOfGroup = new Float64Array(groups.observed.length)
  const centsOfGroup = new Float64Array(groups.observed.length)
  const centsSquaredOfGroup = new Float64Array(groups.observed.length)
  const ownAliveSquaredOfGroup = new Float64Array(groups.observed.length)
  const ownCentsSquaredOfGroup = new Float64Array(groups.observed.length)
  for (const row of rows) {
    const group = groupOf[row]!
    const alive = probabilityAlive[row]!
    const money = aliveOrderCents[row]!
    aliveOfGroup[group]! += alive
    centsOfGroup[group]! += money
    if (alive > 0) centsSquaredOfGroup[group]! += (money * money) / alive
    ownAliveSquaredOfGroup[group]! += alive * alive
    ownCentsSquaredOfGroup[group]! += money * money
  }
  const terms = grid.exposures.length
  const purchases = new Float64Array(terms)
  const cents = new Float64Array(terms)
  for (let group = 0; group < aliveOfGroup.length; group++) {
    const alive = aliveOfGroup[group]!
    if (alive === 0) continue
    const money = centsOfGroup[group]!
    for (let k = 0, at = group * terms; k < terms; k++, at++) {
      const rate = groups.rates[at]!
      purchases[k]! += alive * rate
      cents[k]! += money * rate
    }
  }
  return {
    customers: rows.length, aliveOfGroup, centsOfGroup, centsSquaredOfGroup, ownAliveSquaredOfGroup, ownCentsSquaredOfGroup, purchasesPerWeek: chebyshevSeries(purchases), centsPerWeek: chebyshevSeries(cents),
  }
}
