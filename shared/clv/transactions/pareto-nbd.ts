import { gaussLegendre } from '../../numerics/gauss-legendre.ts'
import { integrate } from '../../numerics/integrate.ts'
import { softplus } from '../../numerics/softplus.ts'
import { isPossibleHistory, type ExpectedGivenAlive, type PurchaseHistory } from './beta-geometric.ts'
import { logChanceOfPurchases } from './nbd.ts'

/**
 * The Pareto / negative binomial model of buying and silent leaving (Schmittlein, Morrison & Colombo 1987): rates of purchase are Gamma(r, alpha)
 * over customers, and so are rates of leaving, Gamma(s, beta), at any moment and not only after a purchase. alpha and beta in the time unit of the histories. A
 * customer without history (x, t_x and T 0) is a new one in every function below.
 */
export type ParetoParameters = { readonly r: number; readonly alpha: number; readonly s: number; readonly beta: number }

const SHORT = gaussLegendre(16)
const LONG = gaussLegendre(32)
/** Up to this length of the interval in its logarithmic variable the short rule is exact to 1e-11, beyond it the long one. */
const LONG_FROM = 3
/** Of so many falls by e the stretched variable makes one: a pure power becomes a polynomial of degree 4. */
export const STRETCH = 5
/** A stretch by less than this is none. */
const NO_STRETCH = 1e-6
/** e to minus this is nothing beside 1. */
const NOTHING = 45

function isPossible({ r, alpha, s, beta }: ParetoParameters, history: PurchaseHistory): boolean {
  return r > 0 && alpha > 0 && s > 0 && beta > 0 && isPossibleHistory(history)
}

/**
 * Logarithm of (chance of having left) / (chance of still being a customer), from the likelihood's two parts: alive ~ (alpha+T)^-(r+x) (beta+T)^-s, and left
 * at y ~ s (alpha+y)^-(r+x) (beta+y)^-(s+1), integrated over y from t_x to T (Fader & Hardie 2005, "A note on deriving the Pareto/NBD
 * model", before their hypergeometric functions): a positive integrand, so that nothing cancels. The variable is ln(base+y) with the smaller
 * of alpha and beta as base, stretched to where the integrand is large. -Infinity where there was no time to leave.
 */
function logOddsLeft({ r, alpha, s, beta }: ParetoParameters, { repeatPurchaseCount, activeSpan, observed }: PurchaseHistory): number {
  if (observed === activeSpan) return Number.NEGATIVE_INFINITY
  const buys = r + repeatPurchaseCount
  const near = Math.min(alpha, beta) + activeSpan
  const between = Math.abs(alpha - beta)
  const far = near + between
  const nearPower = alpha <= beta ? buys : s + 1
  const farPower = alpha <= beta ? s + 1 : buys
  const whole = Math.log1p((observed - activeSpan) / near)
  const fall = (nearPower - 1 + (farPower * near) / far) / STRETCH
  const stretch = Math.abs(fall) * whole < NO_STRETCH ? NO_STRETCH / whole : fall
  const mapped = -Math.expm1(-stretch * whole)
  const { nodes, weights } = whole < LONG_FROM ? SHORT : LONG
  let sum = 0
  for (let k = 0; k < nodes.length; k++) {
    const ahead = -Math.log1p(-nodes[k]! * mapped) / stretch
    const farAhead = Math.log1p((near * Math.expm1(ahead)) / far)
    sum += weights[k]! * Math.exp((stretch - nearPower + 1) * ahead - farPower * farAhead)
  }
  const start = buys * Math.log1p((observed - activeSpan) / (alpha + activeSpan)) + s * Math.log1p((observed - activeSpan) / (beta + activeSpan))
  return start + Math.log(((s * near) / (beta + activeSpan)) * (mapped / stretch) * sum)
}

/**
 * P(alive): the chance, 0 to 1, that the customer has not silently left (Schmittlein, Morrison & Colombo 1987; here
 * 1 / (1 + odds of having left)). Falls with silence; 1 at the moment of a purchase. NaN for a history that cannot be (`isPossibleHistory`) or
 * parameters that are not positive. Example: CDNOW (r .5533, alpha 10.5777, s .6062, beta 11.6687), x 26, t_x 30.86, T 31: .9979 (BTYD).
 */
export function probabilityAlive(parameters: ParetoParameters, history: PurchaseHistory): number {
  return isPossible(parameters, history) ? 1 / (1 + Math.exp(logOddsLeft(parameters, history))) : Number.NaN
}

/**
 * Log-likelihood of one customer's history (Fader & Hardie 2005, "A note on deriving the Pareto/NBD model", eq. 18). NaN where `probabilityAlive` is.
 * Example: (r .553277, alpha 10.577682, s .60624, beta 11.668739), x 0, t_x 0, T 39: -.521663544719559 (25-digit arithmetic).
 */
export function logLikelihood(parameters: ParetoParameters, history: PurchaseHistory): number {
  if (!isPossible(parameters, history)) return Number.NaN
  const { r, alpha, s, beta } = parameters
  const { repeatPurchaseCount: x, observed } = history
  let sum = -r * Math.log1p(observed / alpha) - x * Math.log(alpha + observed) - s * Math.log1p(observed / beta)
  for (let k = 0; k < x; k++) sum += Math.log(r + k)
  return sum + softplus(logOddsLeft(parameters, history))
}

/**
 * Purchases expected per unit of time at `ahead` after the end of data, given that the customer is alive at the end of data:
 * (r+x)/(alpha+T) ((beta+T)/(beta+T+u))^s, because rates of buying and of leaving are then Gamma(r+x, alpha+T) and Gamma(s, beta+T), independent.
 * Not checked: NaN or nonsense for what cannot be. Example: at u = 0 it is (r+x)/(alpha+T).
 */
export function purchaseRate({ r, alpha, s, beta }: ParetoParameters, x: number, observed: number, ahead: number): number {
  return ((r + x) / (alpha + observed)) * Math.exp(-s * Math.log1p(ahead / (beta + observed)))
}

/** Time that a customer is expected to remain within a horizon: the integral of (base / (base + u))^s. Infinity for an endless one with s <= 1. */
function expectedTime(s: number, base: number, horizon: number): number {
  if (horizon === Infinity) return s > 1 ? base / (s - 1) : Infinity
  const whole = Math.log1p(horizon / base)
  const power = (1 - s) * whole
  return base * whole * (power === 0 ? 1 : Math.expm1(power) / power)
}

/** The same with every moment discounted, in the variable ln(1 + u/base), up to where leaving and discounting have left nothing. */
function discountedTime(s: number, base: number, horizon: number, discountRate: number): number {
  if (discountRate === 0) return expectedTime(s, base, horizon)
  const rate = discountRate * base
  const end = Math.min(Math.log1p(horizon / base), rate > 0 ? Math.log1p(NOTHING / rate) : Infinity, s > 1 ? NOTHING / (s - 1) : Infinity)
  if (end === Infinity) return Infinity
  const at = (stretched: number) => Math.exp((1 - s) * stretched - rate * Math.expm1(stretched))
  // Where staying outweighs discounting at first, the largest value lies inside.
  const peak = s < 1 && rate > 0 ? Math.min(end, Math.max(0, Math.log((1 - s) / rate))) : 0
  return base * (integrate(at, 0, peak) + integrate(at, peak, end))
}

/**
 * Expected purchases over a horizon given alive, plain and each discounted by e^(-discountRate u) (continuous, per unit of time).
 * `expected` in closed form, s = 1 included (Fader & Hardie 2005); `discounted` by quadrature to about 1e-13, over an `Infinity` horizon
 * the discounted expected residual transactions (DERT; Fader, Hardie & Lee 2005 JMR). Over an endless horizon `expected` is finite only for s > 1, else Infinity, and
 * `discounted` for a rate above zero. A discount rate below zero is taken as it stands for a horizon that ends. Zeros for a horizon of zero or less, NaN for one
 * that is NaN. Example: (r .8, alpha 10, s 2, beta 10), x 0, T 0, endless: .8 purchases expected.
 */
export function expectedGivenAlive(parameters: ParetoParameters, x: number, observed: number, horizon: number, discountRate: number): ExpectedGivenAlive {
  if (horizon <= 0) return { expected: 0, discounted: 0 }
  const { s, beta } = parameters
  const rate = purchaseRate(parameters, x, observed, 0)
  return { expected: rate * expectedTime(s, beta + observed, horizon), discounted: rate * discountedTime(s, beta + observed, horizon, discountRate) }
}

/**
 * Purchases expected in (0, horizon] after the end of data: P(alive) times the expectation given alive. NaN where `probabilityAlive` is.
 * Example: (r .55, alpha 10.58, s .61, beta 11.67), x 132, t_x 200, T 200, over 10 weeks: 6.2060517889632418 (lifetimes).
 */
export function expectedPurchases(parameters: ParetoParameters, history: PurchaseHistory, horizon: number): number {
  const { repeatPurchaseCount, observed } = history
  return probabilityAlive(parameters, history) * expectedGivenAlive(parameters, repeatPurchaseCount, observed, horizon, 0).expected
}

/**
 * The same with every purchase counted for its present value at the continuous rate `discountRate` per unit of time, for any horizon. NaN where
 * `probabilityAlive` is.
 * Example: (r .5629966, alpha 12.559037, s .4081095, beta 10.5148048), x 7, t_x 35, T 77.86, endless at .0027 a week: 1.86418332807 (BTYD's DERT).
 */
export function discountedExpectedPurchases(parameters: ParetoParameters, history: PurchaseHistory, horizon: number, discountRate: number): number {
  const { repeatPurchaseCount, observed } = history
  return probabilityAlive(parameters, history) * expectedGivenAlive(parameters, repeatPurchaseCount, observed, horizon, discountRate).discounted
}

/** The chance of n purchases in a horizon given alive: those who stay all of it, and, over the moment of leaving, those who do not. */
function chanceGivenAlive({ r, alpha, s, beta }: ParetoParameters, x: number, observed: number, horizon: number, n: number): number {
  const buys = r + x
  const bought = alpha + observed
  const stayed = beta + observed
  const stays = Math.exp(logChanceOfPurchases(buys, bought, horizon, n) - s * Math.log1p(horizon / stayed))
  // The logarithms that do not depend on the moment are taken once; the moment as ln(1 + u/(alpha+T)), in which the chance has one peak.
  const constant = logChanceOfPurchases(buys, bought, bought, n) + (buys + n) * Math.LN2
  const at = (stretched: number) => {
    const span = bought * Math.expm1(stretched)
    const log = constant + n * Math.log(-Math.expm1(-stretched)) + (1 - buys) * stretched - (s + 1) * Math.log1p(span / stayed)
    return n === 0 && stretched === 0 ? 0 : Math.exp(log)
  }
  const end = Math.log1p(horizon / bought)
  const peak = Math.min(end, Math.log1p(n / (buys + s)))
  return stays + ((s * bought) / stayed) * (integrate(at, 0, peak) + integrate(at, peak, end))
}

/**
 * The chance of exactly n purchases in (0, horizon] after the end of data, that of having left included (Fader & Hardie 2014, "Deriving the
 * conditional PMF of the Pareto/NBD model", here as an integral over the moment of leaving). 0 for n that
 * is not a whole number of at least 0; for a horizon of zero or less, 1 for n = 0; NaN where `probabilityAlive` is, or for an endless horizon.
 * Example: the chances of all n add up to 1, and n times them to `expectedPurchases`.
 */
export function probabilityOfPurchases(parameters: ParetoParameters, history: PurchaseHistory, horizon: number, n: number): number {
  if (!isPossible(parameters, history) || !Number.isFinite(horizon)) return Number.NaN
  if (!Number.isInteger(n) || n < 0) return 0
  if (horizon <= 0) return n === 0 ? 1 : 0
  const { repeatPurchaseCount, observed } = history
  const alive = probabilityAlive(parameters, history)
  return (n === 0 ? 1 - alive : 0) + alive * chanceGivenAlive(parameters, repeatPurchaseCount, observed, horizon, n)
}
