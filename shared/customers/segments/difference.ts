import { midRanks } from '../../numerics/statistics/mid-ranks.ts'
import { chiSquareTail } from '../../numerics/statistics/chi-square-tail.ts'

/** Below this chi-square is a poor stand-in for the exact distribution of H (Kruskal & Wallis 1952 tabulate that up to samples of five). */
const FEWEST_CUSTOMERS = 5
const SIGNIFICANT = 0.05
/** From here on an effect is called medium (Cohen 1988, ch. 8: f = .25). */
const CLEAR_EFFECT = 0.06

/**
 * `clear`: more than chance, and large enough to see in the shop; `slight`: more than chance, but the segments overlap so much that one customer's
 * segment says little of the value; `none`: chance may have done it.
 */
export type Verdict = 'clear' | 'slight' | 'none'

export type Difference = {
  /** H, corrected for ties. */
  readonly statistic: number
  readonly degreesOfFreedom: number
  /** The chance of such a difference or more where the segments do not differ, 0 to 1. */
  readonly pValue: number
  /** Share of the variance of the ranks that the segments account for, 0 to 1. */
  readonly etaSquared: number
  readonly verdict: Verdict
  /** Segments that took part: those of five customers and more. */
  readonly segments: number
}

/**
 * Whether segments differ in a value (C25): the Kruskal-Wallis test on ranks (Kruskal & Wallis 1952, JASA 47, with their correction for ties), because customer
 * values are far from normal and one large customer must not decide; p by chi-square. With the size of the effect, eta squared of H =
 * (H - k + 1) / (n - k), not below 0 (Tomczak & Tomczak 2014), because among many customers every difference is significant.
 * Segments under five customers are left out; `null` where fewer than two remain. Says nothing of segments cut by the very value tested: they
 * differ by construction. Example: ozone in five months (R's example of kruskal.test,
 * airquality): H = 29.267, p = 6.901e-6, eta squared .228.
 */
export function differenceBetween(values: ArrayLike<number>, segments: readonly Int32Array[]): Difference | null {
  const compared = segments.filter((rows) => rows.length >= FEWEST_CUSTOMERS)
  const degreesOfFreedom = compared.length - 1
  if (degreesOfFreedom < 1) return null
  const n = compared.reduce((sum, rows) => sum + rows.length, 0)
  const pooled = new Float64Array(n)
  let at = 0
  for (const rows of compared) for (const row of rows) pooled[at++] = values[row]!
  const { ranks, ties } = midRanks(pooled)
  const middle = (n + 1) / 2
  let between = 0
  let ranked = 0
  for (const rows of compared) {
    let sum = 0
    // Around the middle rank: sums of ranks of a million customers would lose digits.
    for (const rank of ranks.subarray(ranked, ranked + rows.length)) sum += rank - middle
    ranked += rows.length
    between += (sum * sum) / rows.length
  }
  const correction = 1 - ties / (n * n * n - n)
  const statistic = correction > 0 ? (12 * between) / (n * (n + 1)) / correction : 0
  const pValue = chiSquareTail(statistic, degreesOfFreedom)
  const etaSquared = Math.max(0, (statistic - degreesOfFreedom) / (n - compared.length))
  const verdict = pValue >= SIGNIFICANT ? 'none' : etaSquared < CLEAR_EFFECT ? 'slight' : 'clear'
  return { statistic, degreesOfFreedom, pValue, etaSquared, verdict, segments: compared.length }
}
