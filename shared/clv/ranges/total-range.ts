import { gaussLegendre } from '../../numerics/gauss-legendre.ts'
import { NORMAL_P90 } from '../../numerics/statistics/normal-quantiles.ts'
import { seededRandom } from '../../random.ts'
import { expectedOrderValue } from '../spend/gamma-gamma.ts'
import { expectationsUnder, probabilityAliveUnder } from '../transactions/expected-purchases.ts'
import { parameterSampler, type ParameterDraw } from './parameter-draws.ts'
import { futureInput } from './predictive-range.ts'
import { centsPercentiles, percentiles } from '../../numerics/statistics/quantile.ts'
import { simulateFutureRevenue } from './simulate-future.ts'
import type { ValuedCustomers } from '../valued-customers.ts'

const CENTS = 100
const SAMPLE = 800
const PARAMETER_DRAWS = 150
const LUCK_DRAWS = 6
const CUSTOMER_DRAWS = 100
/** Enough for 1e-4 of a customer's value; the range itself is coarser. */
const QUADRATURE = gaussLegendre(8)
const SEED = 1
/** A handful of customers leaves parameters so open that a draw may leave nobody: seven times more or less says as much. */
const LARGEST_DEVIATION = 1.5

/** Standard deviation of the logarithm of values, from their P10 and P90. */
function parameterDeviation(values: Float64Array): number {
  const { p10, p90 } = percentiles(values)
  return Math.log(p90 / Math.max(Number.MIN_VALUE, p10)) / (2 * NORMAL_P90)
}

export type TotalRange = Pick<ValuedCustomers, 'residualTotal' | 'forecastDeviation'>
type Sampled = { readonly row: number; readonly weight: number }

/** All customers, or a systematic sample with chances in proportion to value, weighted so that its sum estimates the total. */
function sampleByValue(values: Float64Array, total: number): Sampled[] {
  const rows: Sampled[] = []
  let positive = 0
  for (const value of values) if (value > 0) positive++
  if (positive <= SAMPLE) {
    values.forEach((value, row) => { if (value > 0) rows.push({ row, weight: 1 }) })
    return rows
  }
  const interval = total / SAMPLE
  let running = 0
  let picked = 0
  values.forEach((value, row) => {
    running += value
    const upTo = Math.min(SAMPLE, Math.floor(running / interval + 0.5))
    if (upTo > picked) rows.push({ row, weight: ((upTo - picked) * interval) / value })
    picked = Math.max(picked, upTo)
  })
  return rows
}

/**
 * The range of the future value of all customers together in cents, in the basis. Three uncertainties: the level (how far totals were off
 * from one back-test to the next, level.ts), the parameters (draws from the inverse
 * Hessian, each pushed through the expected value of the customers) and the luck of the customers (their predictive variances added up, normal by
 * the central limit theorem). Above 800 customers with future value, a systematic sample in proportion to value stands for all.
 * `mean` is the exact sum of the rows; `null` where no estimate is possible. `forecastDeviation` is of the first two alone. Deterministic.
 * Example: see test/shared/clv/ranges/total-range.test.ts, where the range covers what a simulated shop then really bought.
 */
export function totalRange(valued: ValuedCustomers): TotalRange {
  const { fit, forecast, estimates } = valued
  if (!fit || !forecast || !estimates) return { residualTotal: null, forecastDeviation: 0 }
  const mean = estimates.residualClvCents.reduce((sum, cents) => sum + cents, 0)
  const sample = sampleByValue(estimates.residualClvCents, mean)
  if (sample.length === 0) return { residualTotal: { p10: 0, p50: 0, p90: 0, mean }, forecastDeviation: 0 }
  const random = seededRandom(SEED)
  const toCents = CENTS * (valued.settings.contributionMarginRate ?? 1)
  const inputs = sample.map(({ row }) => futureInput(valued, row)!)
  const { horizonWeeks: horizon, discountRate } = inputs[0]!

  const valueUnder = ({ fitted, spend }: ParameterDraw): number => {
    const givenAlive = expectationsUnder(fitted, { horizon, discountRate, quadrature: QUADRATURE })
    let sum = 0
    inputs.forEach(({ history, total, scale }, i) => {
      const value = probabilityAliveUnder(fitted, history) * givenAlive(history).discounted * expectedOrderValue(spend, history.repeatPurchaseCount + 1, total)
      sum += sample[i]!.weight * scale * value
    })
    return sum * toCents
  }

  let variance = 0
  const draws = new Float64Array(CUSTOMER_DRAWS)
  inputs.forEach((input, i) => {
    simulateFutureRevenue(input, random, draws)
    const average = draws.reduce((sum, value) => sum + value, 0) / draws.length
    variance += (sample[i]!.weight * draws.reduce((sum, value) => sum + (value - average) ** 2, 0)) / (draws.length - 1)
  })
  const luck = Math.sqrt(variance) * toCents

  const draw = parameterSampler(fit, forecast)
  const totals = new Float64Array(PARAMETER_DRAWS * LUCK_DRAWS)
  const expected = new Float64Array(PARAMETER_DRAWS)
  for (let k = 0; k < PARAMETER_DRAWS; k++) {
    const total = valueUnder(draw(random))
    expected[k] = total
    for (let j = 0; j < LUCK_DRAWS; j++) {
      totals[k * LUCK_DRAWS + j] = Math.max(0, total * Math.exp(forecast.level.deviation * random.normal()) + luck * random.normal())
    }
  }
  return {
    residualTotal: { ...centsPercentiles(totals), mean },
    forecastDeviation: Math.min(LARGEST_DEVIATION, Math.hypot(parameterDeviation(expected), forecast.level.deviation)),
  }
}
