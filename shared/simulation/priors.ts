import type { Assumption } from '../contract/strategies.ts'
import type { Random } from '../random.ts'

const CELLS = 400
const REACH_IN_DEVIATIONS = 12

/** An assumption's spread around the value chosen: its values at the shares of chance in between. */
export type Prior = { readonly quantile: (share: number) => number }

/**
 * A Beta distribution on the assumption's range whose mean is the value chosen and whose standard deviation is `uncertainty` times that value: the
 * PERT way of turning "least, expected, most" into a distribution (Malcolm et al. 1959), with the mean kept so that an uncertain
 * assumption expects what the owner chose. As wide as a single hump allows at most. A value at either end of its range, or without uncertainty, is certain.
 * Example: .12 in 0 to .6 with uncertainty .4 has mean .12 and standard deviation .048.
 */
export function priorAround({ min, max, uncertainty }: Pick<Assumption, 'min' | 'max' | 'uncertainty'>, value: number): Prior {
  const mean = (value - min) / (max - min)
  const deviation = (uncertainty * Math.abs(value)) / (max - min)
  if (!(mean > 0 && mean < 1 && deviation > 0)) return { quantile: () => value }
  const smallestSum = 1 / Math.min(mean, 1 - mean)
  const sum = Math.max(smallestSum, (mean * (1 - mean)) / deviation ** 2 - 1)
  const cumulative = cumulativeBeta(mean * sum, (1 - mean) * sum)
  return { quantile: (share) => min + (max - min) * cumulative.inverse(share) }
}

/** The distribution function of Beta(alpha, beta), both at least 1, on cells around its mass; inverted by straight lines. */
function cumulativeBeta(alpha: number, beta: number): { inverse: (share: number) => number } {
  const mean = alpha / (alpha + beta)
  const reach = REACH_IN_DEVIATIONS * Math.sqrt((mean * (1 - mean)) / (alpha + beta + 1))
  const low = Math.max(0, mean - reach)
  const width = (Math.min(1, mean + reach) - low) / CELLS
  const logDensity = (t: number) => (alpha - 1) * Math.log(t) + (beta - 1) * Math.log1p(-t)
  const peak = alpha + beta > 2 ? logDensity(Math.min(1 - width / 2, Math.max(width / 2, (alpha - 1) / (alpha + beta - 2)))) : 0
  const cumulative = new Float64Array(CELLS + 1)
  for (let cell = 0; cell < CELLS; cell++) cumulative[cell + 1] = cumulative[cell]! + Math.exp(logDensity(low + (cell + 0.5) * width) - peak)
  const whole = cumulative[CELLS]!
  return {
    inverse: (share) => {
      const target = share * whole
      let from = 0
      let to = CELLS
      while (to - from > 1) {
        const middle = (from + to) >> 1
        if (cumulative[middle]! <= target) from = middle
        else to = middle
      }
      return low + width * (from + (target - cumulative[from]!) / (cumulative[to]! - cumulative[from]!))
    },
  }
}

/**
 * `count` draws, one from each slice of equal chance, in random order (Latin hypercube: McKay, Beckman & Conover 1979): the mean of 1,000 is
 * as near as that of far more independent ones, and a slider moved a little moves every draw a little.
 */
export function stratifiedDraws(prior: Prior, count: number, random: Random): Float64Array {
  const draws = Float64Array.from({ length: count }, (_, slice) => prior.quantile((slice + random.uniform()) / count))
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random.uniform() * (last + 1))
    const kept = draws[last]!
    draws[last] = draws[other]!
    draws[other] = kept
  }
  return draws
}
