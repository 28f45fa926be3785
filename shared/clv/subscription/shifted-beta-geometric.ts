import { hypergeometric } from '../../numerics/hypergeometric.ts'

/**
 * The shifted-beta-geometric model of subscribers (Fader & Hardie 2007, "How to project customer retention"): at the end of every period a
 * subscriber leaves with an own chance that never changes, and those chances are Beta(alpha, beta) over subscribers. Who leaves easily leaves
 * first, so that the retention of those who are still there rises, though nobody becomes more loyal.
 */
export type ChurnParameters = { readonly alpha: number; readonly beta: number }

/**
 * Share of the subscribers of period `period` (1, 2, ...) who go on to the next: (beta+t-1) / (alpha+beta+t-1) (Fader & Hardie 2007, eq. 8). 0 to 1,
 * rising with the period. NaN for a period below 1 or parameters below 0.
 * Example: (alpha .704, beta 1.182), period 1: .6267; period 7: .9107.
 */
export function retentionRate({ alpha, beta }: ChurnParameters, period: number): number {
  if (!(period >= 1 && alpha >= 0 && beta >= 0)) return Number.NaN
  return (beta + period - 1) / (alpha + beta + period - 1)
}

/**
 * S(t): the chance, 0 to 1, to be a subscriber still after `periods` whole periods: B(alpha, beta+t) / B(alpha, beta), as the product of the retention
 * rates (Fader & Hardie 2007, eq. 1). 1 after 0 periods; NaN for less, or parameters below 0.
 * Example: (alpha .668, beta 3.806) after 12 periods: .378, of whom the paper saw .394.
 */
export function survivor(parameters: ChurnParameters, periods: number): number {
  let share = periods >= 0 ? 1 : Number.NaN
  for (let period = 1; period <= periods; period++) share *= retentionRate(parameters, period)
  return share
}

/**
 * P(T = t): the chance, 0 to 1, to leave at the end of period `period` (1, 2, ...): S(t-1) - S(t), which is
 * B(alpha+1, beta+t-1) / B(alpha, beta) (Fader & Hardie 2007). NaN for a period below 1 or parameters below 0.
 * Example: (alpha 1, beta 1), periods 1, 2, 3: 1/2, 1/6, 1/12.
 */
export function churnProbability(parameters: ChurnParameters, period: number): number {
  return survivor(parameters, period - 1) * (1 - retentionRate(parameters, period))
}

/**
 * What a subscriber who has renewed so many times is like: the chance to leave is Beta(alpha, beta + renewals) over such subscribers (Bayes; Fader & Hardie
 * 2010), so that every function of a new subscriber answers for an old one. Not checked: the functions it is given to do.
 * Example: the retention rate in the first period of who renewed 3 times is the one of period 4.
 */
export function afterRenewals({ alpha, beta }: ChurnParameters, renewals: number): ChurnParameters {
  return { alpha, beta: beta + renewals }
}

/**
 * Expected number of periods of a new subscriber, the first included: the sum of S(t) from t = 0, (alpha+beta-1) / (alpha-1). `null` where
 * alpha is not above 1: some then stay so long that there is no mean, and only a horizon or a discount rate gives a number.
 * Example: (alpha 3, beta 17): 9.5 periods. With alpha, beta large in the ratio of a churn of 5%: 20, one over the churn (F3).
 */
export function expectedLifetime({ alpha, beta }: ChurnParameters): number | null {
  return alpha > 1 && beta > 0 ? (alpha + beta - 1) / (alpha - 1) : null
}

/**
 * DEL: expected number of payments of a new subscriber, one at the start of every period and the first one now, each for its present value, without an
 * end: the sum of S(t) / (1+d)^t = 2F1(1, beta; alpha+beta; 1/(1+d)) (Fader & Hardie 2010), by Pfaff's transformation (Abramowitz & Stegun 1964, 15.3.4).
 * `discountRate` d is per period. At a rate of 0 the expected lifetime; `null` where that does not exist, for a rate below 0 or too small to divide by, or
 * parameters not above 0.
 * Example: (alpha 1, beta 1) at 10% a period: 11 ln 11 / 10 = 2.637685.
 */
export function discountedExpectedLifetime(parameters: ChurnParameters, discountRate: number): number | null {
  const { alpha, beta } = parameters
  if (!(discountRate >= 0 && alpha > 0 && beta > 0)) return null
  if (discountRate === 0) return expectedLifetime(parameters)
  const payments = ((1 + discountRate) / discountRate) * hypergeometric(1, alpha, alpha + beta, 1 / discountRate)
  return Number.isFinite(payments) ? payments : null
}

/**
 * DERL: the same for the payments to come of a subscriber who made `payments` of them and is about to decide on the next, which would be made now:
 * (beta+n-1) / (alpha+beta+n-1) 2F1(1, beta+n; alpha+beta+n; 1/(1+d)) (Fader & Hardie 2010, eq. 6). `null` where there is no such number,
 * or no such subscriber (fewer than one payment).
 * Example: (alpha .668, beta 3.806) after 8 payments at 10%: 7.530 (the worked example of shifted_beta_geometric_py).
 */
export function discountedExpectedResidualLifetime(parameters: ChurnParameters, payments: number, discountRate: number): number | null {
  if (!(payments >= 1)) return null
  const ahead = discountedExpectedLifetime(afterRenewals(parameters, payments), discountRate)
  return ahead === null ? null : retentionRate(parameters, payments) * ahead
}
