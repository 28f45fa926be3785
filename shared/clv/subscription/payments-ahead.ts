import { retentionRate, type ChurnParameters } from './shifted-beta-geometric.ts'

/** Mean and variance of the number of payments to come, each for its present value. */
export type PaymentsAhead = { readonly mean: number; readonly variance: number }

/**
 * The payments of the next `periods` periods by a subscriber as `parameters` have them (`afterRenewals`), who makes each one until leaving. The next is due within one
 * period from now, on average half-way: payment k counts for (1+d)^-(k-1/2), `discountRate` d per period. The mean is Fader & Hardie's (2010) over a
 * horizon. The variance is that of a subscriber drawn by the model, other subscribers and the parameters apart: E[D^2] adds up, over the last payment made, what
 * all payments until then are worth (own derivation).
 * 0 and 0 for no periods; with alpha 0 everybody stays. NaN for parameters below 0.
 * Example: (alpha 1, beta 1), two periods at a rate of 0: none with 1/2, one with 1/6, two with 1/3: mean 5/6, variance 29/36.
 */
export function paymentsAhead(parameters: ChurnParameters, periods: number, discountRate: number): PaymentsAhead {
  const factor = 1 / (1 + discountRate)
  let worth = Math.sqrt(factor)
  let survivors = 1
  let before = 0
  let mean = 0
  let square = 0
  for (let period = 1; period <= periods; period++) {
    survivors *= retentionRate(parameters, period)
    mean += survivors * worth
    square += survivors * worth * (worth + 2 * before)
    before += worth
    worth *= factor
  }
  return { mean, variance: Math.max(0, square - mean * mean) }
}
