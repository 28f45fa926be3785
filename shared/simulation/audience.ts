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
  /** Sum of the purchase weights w (see PreparedSimulation), and of w^2 / P(alive): expected purchases go with the one, pairs of them with the other. */
  readonly weightOfGroup: Float64Array
  readonly pairWeightOfGroup: Float64Array
  /** Sum of w x expected order value, of w x its square, and of w^2 / P(alive) x its square. */
  readonly centsOfGroup: Float64Array
  readonly centsSquaredOfGroup: Float64Array
  readonly pairCentsSquaredOfGroup: Float64Array
  /** Sums of the squares of w, and of w x expected order value. */
  readonly ownWeightSquaredOfGroup: Float64Array
  readonly ownCentsSquaredOfGroup: Float64Array
  readonly purchasesPerWeek: ChebyshevSeries
  readonly centsPerWeek: ChebyshevSeries
}

/** Sums the groups of an audience, each customer weighing with the purchase weight, and with it times the expected order value. */
export function audienceCurves(prepared: PreparedSimulation, rows: Int32Array): AudienceCurves {
  const { groups, groupOf, probabilityAlive, purchaseWeight, aliveOrderCents, grid } = prepared
  const perGroup = () => new Float64Array(groups.observed.length)
  const sums = {
    aliveOfGroup: perGroup(), weightOfGroup: perGroup(), pairWeightOfGroup: perGroup(), centsOfGroup: perGroup(), centsSquaredOfGroup: perGroup(),
    pairCentsSquaredOfGroup: perGroup(), ownWeightSquaredOfGroup: perGroup(), ownCentsSquaredOfGroup: perGroup(),
  }
  for (const row of rows) {
    const group = groupOf[row]!
    const alive = probabilityAlive[row]!
    const weight = purchaseWeight[row]!
    const money = aliveOrderCents[row]!
    sums.aliveOfGroup[group]! += alive
    sums.weightOfGroup[group]! += weight
    sums.centsOfGroup[group]! += money
    if (weight > 0) sums.centsSquaredOfGroup[group]! += (money * money) / weight
    if (alive > 0) {
      sums.pairWeightOfGroup[group]! += (weight * weight) / alive
      sums.pairCentsSquaredOfGroup[group]! += (money * money) / alive
    }
    sums.ownWeightSquaredOfGroup[group]! += weight * weight
    sums.ownCentsSquaredOfGroup[group]! += money * money
  }
  const terms = grid.exposures.length
  const purchases = new Float64Array(terms)
  const cents = new Float64Array(terms)
  for (let group = 0; group < sums.weightOfGroup.length; group++) {
    const weight = sums.weightOfGroup[group]!
    if (weight === 0) continue
    const money = sums.centsOfGroup[group]!
    for (let k = 0, at = group * terms; k < terms; k++, at++) {
      const rate = groups.rates[at]!
      purchases[k]! += weight * rate
      cents[k]! += money * rate
    }
  }
  return { customers: rows.length, ...sums, purchasesPerWeek: chebyshevSeries(purchases), centsPerWeek: chebyshevSeries(cents) }
}
