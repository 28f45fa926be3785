import { isPossibleHistory, type ExpectedGivenAlive, type PurchaseHistory } from './beta-geometric.ts'

/**
 * The negative binomial model of buying without any leaving (Ehrenberg 1959): rates of purchase are Gamma(r, alpha) over customers, and
 * everybody stays a customer. What is left of Pareto/NBD and MBG/NBD where no leaving can be seen in the data. alpha in the time unit of the histories.
 */
export type NbdParameters = { readonly r: number; readonly alpha: number }

function isPossible({ r, alpha }: NbdParameters, history: PurchaseHistory): boolean {
  return r > 0 && alpha > 0 && isPossibleHistory(history)
}

/**
 * Log-likelihood of one customer's history, given the days of purchase: Gamma(r+x)/Gamma(r) alpha^r (alpha+T)^-(r+x) (Ehrenberg 1959), from sums of
 * logarithms only. NaN for a history that cannot be (`isPossibleHistory`) or parameters that are not positive.
 * Example: (r .741636, alpha 8.7367), x 0, T 26 weeks: -1.023654.
 */
export function logLikelihood(parameters: NbdParameters, history: PurchaseHistory): number {
  if (!isPossible(parameters, history)) return Number.NaN
  const { r, alpha } = parameters
  const { repeatPurchaseCount: x, observed } = history
  let sum = -r * Math.log1p(observed / alpha) - x * Math.log(alpha + observed)
  for (let k = 0; k < x; k++) sum += Math.log(r + k)
  return sum
}

/** P(alive): 1, for nobody leaves; NaN for a history that cannot be. Example: 1 after any silence. */
export function probabilityAlive(parameters: NbdParameters, history: PurchaseHistory): number {
  return isPossible(parameters, history) ? 1 : Number.NaN
}

/**
 * Purchases expected per unit of time, now and for ever: (r+x)/(alpha+T) (Morrison & Schmittlein 1988, the conditional expectation of the NBD).
 * Not checked: NaN or nonsense for what cannot be.
 * Example: (r .741636, alpha 8.7367), x 2, T 26: .078926 a week.
 */
export function purchaseRate({ r, alpha }: NbdParameters, x: number, observed: number): number {
  return (r + x) / (alpha + observed)
}

/**
 * Expected purchases over a horizon, plain and each discounted by e^(-discountRate u): the rate times the horizon, and times
 * (1 - e^(-discountRate horizon)) / discountRate. Zero for a horizon of zero or less; `Infinity` for an endless one, discounted finite where the rate is
 * above zero. All in the time unit of alpha. Example: (r .741636, alpha 8.7367), x 2, T 26, over 52 weeks: 4.104163.
 */
export function expectedGivenAlive(parameters: NbdParameters, x: number, observed: number, horizon: number, discountRate: number): ExpectedGivenAlive {
  if (horizon <= 0) return { expected: 0, discounted: 0 }
  const rate = purchaseRate(parameters, x, observed)
  return { expected: rate * horizon, discounted: discountRate === 0 ? rate * horizon : (rate * -Math.expm1(-discountRate * horizon)) / discountRate }
}

/**
 * Purchases expected in (0, horizon] after the end of data. NaN for a history that cannot be.
 * Example: (r .741636, alpha 8.7367), x 2, t_x 20, T 26, over 52 weeks: 4.104163.
 */
export function expectedPurchases(parameters: NbdParameters, history: PurchaseHistory, horizon: number): number {
  const { repeatPurchaseCount, observed } = history
  return probabilityAlive(parameters, history) * expectedGivenAlive(parameters, repeatPurchaseCount, observed, horizon, 0).expected
}

/**
 * The same with every purchase counted for its present value at the continuous rate `discountRate` per unit of time. NaN where `probabilityAlive` is.
 * Example: the customer above over an endless horizon at .0027 a week: 29.231929.
 */
export function discountedExpectedPurchases(parameters: NbdParameters, history: PurchaseHistory, horizon: number, discountRate: number): number {
  const { repeatPurchaseCount, observed } = history
  return probabilityAlive(parameters, history) * expectedGivenAlive(parameters, repeatPurchaseCount, observed, horizon, discountRate).discounted
}

/**
 * Logarithm of the chance of `n` purchases in `span` of a customer whose rate is Gamma(shape, rate): negative binomial (Ehrenberg 1959).
 * -Infinity where it cannot be: a purchase in no time. Example: shape 1, rate 1, span 1: ln(1/2) for n = 0, ln(1/4) for n = 1.
 */
export function logChanceOfPurchases(shape: number, rate: number, span: number, n: number): number {
  let sum = -shape * Math.log1p(span / rate)
  if (n > 0) sum += n * Math.log(span / (rate + span))
  for (let k = 0; k < n; k++) sum += Math.log((shape + k) / (k + 1))
  return sum
}

/**
 * The chance of exactly n purchases in (0, horizon] after the end of data. 0 for n that is not a whole number of at least 0; for a horizon of zero
 * or less, 1 for n = 0; NaN for a history that cannot be or an endless horizon.
 * Example: (r 1, alpha 1) and a new customer over a horizon of 1: 1/2, 1/4, 1/8, ...
 */
export function probabilityOfPurchases(parameters: NbdParameters, history: PurchaseHistory, horizon: number, n: number): number {
  if (!isPossible(parameters, history) || !Number.isFinite(horizon)) return Number.NaN
  if (!Number.isInteger(n) || n < 0) return 0
  const { r, alpha } = parameters
  return Math.exp(logChanceOfPurchases(r + history.repeatPurchaseCount, alpha + history.observed, Math.max(0, horizon), n))
}
