import { gaussLegendre } from '../../numerics/gauss-legendre.ts'
import { hypergeometric } from '../../numerics/hypergeometric.ts'
import { softplus } from '../../numerics/softplus.ts'

/**
 * The modified beta-geometric / negative binomial model of buying and silent leaving (Batislam, Denizel & Filiztekin 2007; Hoppe &
 * Wagner 2007), and the BG/NBD it comes from (Fader, Hardie & Lee 2005), which differ in one place: under MBG a customer
 * may leave right after the first purchase, so that a one-time buyer need not be a customer for ever.
 * Rates of purchase are Gamma(r, alpha) over customers, chances to leave after a purchase Beta(a, b).
 */
export type TransactionParameters = { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number }

/** Repeat purchases x, first to last purchase t_x, first purchase to end of data T, in the time unit of alpha. */
export type PurchaseHistory = { readonly repeatPurchaseCount: number; readonly activeSpan: number; readonly observed: number }

/** Whether somebody can have this history: x whole and at least 0, 0 <= t_x <= T, all finite. Example: x 2, t_x 30, T 10 cannot be. */
export function isPossibleHistory({ repeatPurchaseCount, activeSpan, observed }: PurchaseHistory): boolean {
  return Number.isInteger(repeatPurchaseCount) && repeatPurchaseCount >= 0 && activeSpan >= 0 && activeSpan <= observed && observed < Infinity
}

/** In which model, and for what the expectations are: `bg-nbd` is kept for comparison, never shown as "still a customer". */
export type TransactionVariant = 'mbg-nbd' | 'bg-nbd'

const QUADRATURE = gaussLegendre(32)
/** e^-40 of a purchase is nothing: so far a horizon without end is looked at. */
const FADED = 40
const LONG_QUADRATURE = gaussLegendre(64)
/** Times alpha + T. */
const FIRST_STRETCH = 1 / 16
/** So many times the first fall of the rate by a factor e. */
const STEEP = 24

function isPossible({ r, alpha, a, b }: TransactionParameters, history: PurchaseHistory): boolean {
  return r > 0 && alpha > 0 && a > 0 && b > 0 && isPossibleHistory(history)
}

/**
 * Logarithm of (chance of having left) / (chance of still being a customer); -Infinity for a one-time buyer under BG/NBD.
 * From the two terms of the likelihood: dead ~ B(a+1, b+x) (alpha+t_x)^-(r+x), alive ~ B(a, b+x+1) (alpha+T)^-(r+x) (MBG).
 */
function logOddsLeft(parameters: TransactionParameters, history: PurchaseHistory, variant: TransactionVariant): number {
  const { r, alpha, a, b } = parameters
  const { repeatPurchaseCount: x, activeSpan, observed } = history
  if (variant === 'bg-nbd' && x === 0) return Number.NEGATIVE_INFINITY
  const stayed = variant === 'bg-nbd' ? b + x - 1 : b + x
  return Math.log(a / stayed) + (r + x) * Math.log1p((observed - activeSpan) / (alpha + activeSpan))
}

/**
 * P(alive): the chance, 0 to 1, that the customer has not silently left. Falls with silence.
 * MBG: 1 / (1 + a/(b+x) ((alpha+T)/(alpha+t_x))^(r+x)) (Batislam et al. 2007); BG: with b+x-1, and 1 for x = 0 (Fader, Hardie & Lee 2008,
 * "Computing P(alive) using the BG/NBD model").
 * NaN for a history that cannot be (`isPossibleHistory`) or parameters that are not positive.
 * Example: (r .5248431, alpha 6.1830851, a .8913592, b 1.6140019), x 2, t_x 30.43, T 38.86 weeks: .7061 (MBG on CDNOW).
 */
export function probabilityAlive(parameters: TransactionParameters, history: PurchaseHistory, variant: TransactionVariant = 'mbg-nbd'): number {
  return isPossible(parameters, history) ? 1 / (1 + Math.exp(logOddsLeft(parameters, history, variant))) : Number.NaN
}

/**
 * Log-likelihood of one customer's history (Batislam et al. 2007; Fader, Hardie & Lee 2005, eq. 6), from sums of logarithms only. NaN where
 * `probabilityAlive` is. Example: MBG (r .25, alpha 4, a .8, b 2.5), x 0, T 40: -.41792826 (pymc-marketing's test).
 */
export function logLikelihood(parameters: TransactionParameters, history: PurchaseHistory, variant: TransactionVariant = 'mbg-nbd'): number {
  if (!isPossible(parameters, history)) return Number.NaN
  const { r, alpha, a, b } = parameters
  const { repeatPurchaseCount: x, observed } = history
  const stays = variant === 'bg-nbd' ? x : x + 1
  let sum = r * Math.log(alpha) - (r + x) * Math.log(alpha + observed)
  for (let k = 0; k < x; k++) sum += Math.log(r + k)
  for (let k = 0; k < stays; k++) sum += Math.log((b + k) / (a + b + k))
  return sum + softplus(logOddsLeft(parameters, history, variant))
}

/**
 * Purchases expected per unit of time at `ahead` after the end of data, given that the customer is alive at the end of data:
 * m(u) = (r+x)/(alpha+T) 2F1(r+x+1, a; a+b+x+1; -u/(alpha+T)), under BG/NBD with third parameter a+b+x. From
 * E[lambda e^(-lambda p u)] with lambda ~ Gamma(r+x, alpha+T) and p ~ Beta(a, b+x+1), independent given alive, because the likelihood of
 * being alive is (1-p)^(x+1) lambda^x e^(-lambda T). Finite at a = 1. Not checked: NaN or nonsense for what cannot be. Example: at u = 0 it is (r+x)/(alpha+T).
 */
export function purchaseRate(parameters: TransactionParameters, x: number, observed: number, ahead: number, variant: TransactionVariant = 'mbg-nbd'): number {
  const { r, alpha, a, b } = parameters
  const c = a + b + x + (variant === 'bg-nbd' ? 0 : 1)
  return ((r + x) / (alpha + observed)) * hypergeometric(r + x + 1, a, c, ahead / (alpha + observed))
}

/**
 * Purchases in all time to come given alive, of somebody whose chance to leave p after each is Beta(a, stay): E[1/p] = (a+stay-1)/(a-1), as the chance to stay n
 * times falls as n^-a; Infinity for a <= 1. Not checked. Example: a 2, stay 8: 9.
 */
export function purchasesForever(a: number, stay: number): number {
  return a > 1 ? (a + stay - 1) / (a - 1) : Number.POSITIVE_INFINITY
}

/** Expected purchases over a horizon given alive, plain and each discounted by e^(-discountRate u). */
export type ExpectedGivenAlive = { readonly expected: number; readonly discounted: number }

/**
 * Integrals of m(u) and e^(-delta u) m(u) over (0, horizon], given alive: Gauss-Legendre in ln(1 + u/(alpha+T)), where m is smooth; in two
 * parts where it falls steeply at first. `discountRate` is continuous, per unit of time. All in the time unit of alpha; zero for a horizon of
 * zero or less; NaN for an x, T or parameters that cannot be. A horizon of `Infinity` is allowed: discounted is finite for any positive rate (the analogue of
 * Pareto/NBD's discounted expected residual transactions; Fader, Hardie & Lee 2005 JMR), expected is `purchasesForever`. Example: over a horizon of 0 both are 0.
 */
export function expectedGivenAlive(
  parameters: TransactionParameters, x: number, observed: number, horizon: number, discountRate: number,
  variant: TransactionVariant = 'mbg-nbd', quadrature = QUADRATURE,
): ExpectedGivenAlive {
  if (!isPossible(parameters, { repeatPurchaseCount: x, activeSpan: 0, observed })) return { expected: Number.NaN, discounted: Number.NaN }
  if (horizon <= 0) return { expected: 0, discounted: 0 }
  if (horizon === Number.POSITIVE_INFINITY) {
    const endless = purchasesForever(parameters.a, parameters.b + x + (variant === 'bg-nbd' ? 0 : 1))
    if (!(discountRate > 0)) return { expected: endless, discounted: endless }
    return { expected: endless, discounted: untilFaded(parameters, x, observed, discountRate, variant) }
  }
  const { r, alpha, a, b } = parameters
  const base = alpha + observed
  const whole = Math.log1p(horizon / base)
  const steep = (STEEP * (a + b + x)) / ((r + x) * a)
  let expected = 0
  let discounted = 0
  const addPart = (from: number, to: number) => {
    for (let k = 0; k < quadrature.nodes.length; k++) {
      const stretched = base * Math.exp(from + (to - from) * quadrature.nodes[k]!)
      const ahead = stretched - base
      const part = (to - from) * quadrature.weights[k]! * stretched * purchaseRate(parameters, x, observed, ahead, variant)
      expected += part
      discounted += part * Math.exp(-discountRate * ahead)
    }
  }
  addPart(0, Math.min(whole, steep))
  if (steep < whole) addPart(steep, whole)
  return { expected, discounted }
}

/** Discounted purchases in all time to come given alive, for as long as money counts: in stretches each twice as long as the one before, as the rate falls ever slower. */
function untilFaded(parameters: TransactionParameters, x: number, observed: number, discountRate: number, variant: TransactionVariant): number {
  const end = FADED / discountRate
  let sum = 0
  for (let from = 0, to = Math.min(end, FIRST_STRETCH * (parameters.alpha + observed)); from < end; from = to, to = Math.min(end, 2 * to)) {
    for (let k = 0; k < LONG_QUADRATURE.nodes.length; k++) {
      const ahead = from + (to - from) * LONG_QUADRATURE.nodes[k]!
      sum += (to - from) * LONG_QUADRATURE.weights[k]! * Math.exp(-discountRate * ahead) * purchaseRate(parameters, x, observed, ahead, variant)
    }
  }
  return sum
}

/**
 * Purchases expected in (0, horizon] after the end of data: P(alive) times the integral of m. NaN where `probabilityAlive` is.
 * Example: CDNOW's first customer (above) over 39 weeks: 1.262759.
 */
export function expectedPurchases(
  parameters: TransactionParameters, history: PurchaseHistory, horizon: number, variant: TransactionVariant = 'mbg-nbd',
): number {
  const { repeatPurchaseCount, observed } = history
  return probabilityAlive(parameters, history, variant) * expectedGivenAlive(parameters, repeatPurchaseCount, observed, horizon, 0, variant).expected
}

/**
 * The same with every purchase counted for its present value at the continuous rate `discountRate` per unit of time, for any
 * horizon (the rate form of discounted expected transactions; Fader, Hardie & Lee 2005 JMR). NaN where `probabilityAlive` is.
 * Example: CDNOW's first customer over 156 weeks at .0027 a week: 2.981843.
 */
export function discountedExpectedPurchases(
  parameters: TransactionParameters, history: PurchaseHistory, horizon: number, discountRate: number, variant: TransactionVariant = 'mbg-nbd',
): number {
  const { repeatPurchaseCount, observed } = history
  return probabilityAlive(parameters, history, variant) * expectedGivenAlive(parameters, repeatPurchaseCount, observed, horizon, discountRate, variant).discounted
}
