import { NORMAL_P975 } from '../../numerics/statistics/normal-quantiles.ts'

/** ln(n!) for n from 0 to `most`, which is what `chanceOfTogether` counts ways with. Example: the last one to 3 is ln 6 = 1.791759. */
export function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1)
  for (let n = 2; n <= most; n++) logs[n] = logs[n - 1]! + Math.log(n)
  return logs
}

/** Two products in a number of sets: those with the one, with the other, with both. */
export type TogetherCounts = { readonly sets: number; readonly countA: number; readonly countB: number; readonly together: number }

const NEGLIGIBLE = 1e-17

/**
 * The probability that two products that have nothing to do with each other come together at least this often: the upper tail of the
 * hypergeometric distribution (Fisher's exact test, one-sided; Fisher 1935, The Design of Experiments, ch. 2). 0 to 1: 1 where so many together are
 * unavoidable, 0 where they are impossible. Counts must be whole and not above `sets`. `logs`: `logFactorials(sets)` or longer.
 * Example: Fisher's tea, 8 cups, 4 and 4, 3 together: 17/70 = 0.242857.
 */
export function chanceOfTogether({ sets, countA, countB, together }: TogetherCounts, logs: Float64Array): number {
  const most = Math.min(countA, countB)
  const least = Math.max(0, countA + countB - sets)
  if (together <= least) return 1
  if (together > most) return 0
  const rest = sets - countA - countB
  let term = 1
  let tail = 1
  for (let k = together; k < most; k++) {
    term *= ((countA - k) * (countB - k)) / ((k + 1) * (rest + k + 1))
    tail += term
    // Beyond the most likely number terms only get smaller.
    if (term < NEGLIGIBLE * tail) break
  }
  const log = logs[countA]! + logs[countB]! + logs[sets - countA]! + logs[sets - countB]!
    - logs[sets]! - logs[together]! - logs[countA - together]! - logs[countB - together]! - logs[rest + together]!
  return Math.min(1, Math.exp(log + Math.log(tail)))
}

/**
 * The largest probability that still counts as a finding when `tests` were made and at most the share `rate` of the findings may be chance
 * (false discovery rate: Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57, procedure (1)). `probabilities` may leave out tests
 * that are no finding anyway. -1 where nothing is found. Their example: the 15 probabilities of thrombolysis outcomes at .05 find 4, up to .0095.
 */
export function discoveryLimit(probabilities: Float64Array, tests: number, rate: number): number {
  const sorted = probabilities.toSorted()
  for (let i = sorted.length - 1; i >= 0; i--) if (sorted[i]! <= ((i + 1) / tests) * rate) return sorted[i]!
  return -1
}

/**
 * The lower end of the 95% interval of a number of events, as a Poisson number (Byar's approximation: Breslow & Day 1987, Statistical
 * Methods in Cancer Research II, ch. 2). 0 for no events. Example: 10 events: 4.7874 (exact, Garwood 1936: 4.7954).
 */
export function leastEvents(events: number): number {
  if (events <= 0) return 0
  return events * Math.max(0, 1 - 1 / (9 * events) - NORMAL_P975 / (3 * Math.sqrt(events))) ** 3
}
