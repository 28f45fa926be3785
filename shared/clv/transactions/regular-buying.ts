import gammaln from '@stdlib/math-base-special-gammaln'
import { softplus } from '../../numerics/softplus.ts'
import type { Random } from '../../random.ts'
import { isPossibleHistory, type PurchaseHistory, type TransactionParameters, type TransactionVariant } from './beta-geometric.ts'

/**
 * Regular buyers: MBG/CNBD-k and BG/CNBD-k (Reutterer, Platzer & Schröder 2021). As beta-geometric.ts, but a purchase
 * takes k ticks of a Poisson clock: intervals are Erlang-k(lambda), lambda ~ Gamma(r, alpha), so that somebody buys lambda / k times per unit of
 * time. k = 1 is exactly (M)BG/NBD. `mbg-nbd` and `bg-nbd` say here whether one may leave after the first purchase (M) or not.
 */
export type RegularParameters = TransactionParameters & { readonly k: number }

/** Parameters are positive and finite, k is whole, and the history can be; all else gives NaN. */
function isPossible({ k, r, alpha, a, b }: RegularParameters, history: PurchaseHistory): boolean {
  const positive = [r, alpha, a, b].every((value) => value > 0 && Number.isFinite(value))
  return positive && Number.isInteger(k) && k >= 1 && isPossibleHistory(history)
}

/** Second parameter of the Beta distribution of the chance to leave, given alive: b and the times a customer stayed. Not checked. Example: MBG, b 2, x 3: 6. */
export function stayShape({ b }: RegularParameters, x: number, variant: TransactionVariant): number {
  return b + x + (variant === 'bg-nbd' ? 0 : 1)
}

/** The sum over phases j < k of (r+kx)_j / j! (w / (alpha+T))^j with w = T - t_x: being alive, relative to phase 0. Fills `terms` where given. */
function aliveSum({ k, r, alpha }: RegularParameters, { repeatPurchaseCount: x, activeSpan, observed }: PurchaseHistory, terms?: Float64Array): number {
  const silence = (observed - activeSpan) / (alpha + observed)
  let term = 1
  let sum = 0
  for (let j = 0; j < k; j++) {
    if (terms) terms[j] = term
    sum += term
    term *= ((r + k * x + j) * silence) / (j + 1)
  }
  return sum
}

/** Logarithm of (chance of having left) / (chance of still being a customer); -Infinity for a one-time buyer under BG. */
function logOddsLeft(parameters: RegularParameters, history: PurchaseHistory, variant: TransactionVariant): number {
  const { k, r, alpha, a } = parameters
  const { repeatPurchaseCount: x, activeSpan, observed } = history
  if (variant === 'bg-nbd' && x === 0) return Number.NEGATIVE_INFINITY
  const stayed = stayShape(parameters, x, variant) - 1
  return Math.log(a / stayed) + (r + k * x) * Math.log1p((observed - activeSpan) / (alpha + activeSpan)) - Math.log(aliveSum(parameters, history))
}

/**
 * P(alive): the chance, 0 to 1, that the customer has not silently left. Falls with silence; for k > 1 slowly at first, as nobody is missed
 * before the next purchase is due. 1 / (1 + a/(b+x) ((alpha+T)/(alpha+t_x))^(r+kx) / sum_j (r+kx)_j/j! ((T-t_x)/(alpha+T))^j)
 * (Reutterer et al. 2021); BG: with b+x-1, and 1 for x = 0. NaN for a history or parameters that cannot be (`isPossible`).
 * Example: (k 2, r .9, alpha 4, a .8, b 2.5), x 4, t_x 20, T 26: .756101.
 */
export function probabilityAlive(parameters: RegularParameters, history: PurchaseHistory, variant: TransactionVariant = 'mbg-nbd'): number {
  return isPossible(parameters, history) ? 1 / (1 + Math.exp(logOddsLeft(parameters, history, variant))) : Number.NaN
}

/**
 * Log-likelihood of one customer's history. `logIntervals` is the sum of the logarithms of the x intervals between purchases, in the unit of
 * alpha: the density of all purchase times (Reutterer et al. 2021). `null` where only (x, t_x, T) is known: their own density, t_x being the sum of x
 * intervals, divided by t_x^(x-1) / (x-1)!, so that it too is that of (M)BG/NBD for k = 1. Both can be compared between values of k; the first knows far
 * more about k. -Infinity for repeat purchases in no time (k > 1); NaN for what cannot be (`isPossible`).
 * Example: k 1, MBG (r .25, alpha 4, a .8, b 2.5), x 0, T 40: -.41792826 (pymc-marketing's test of MBG/NBD).
 */
export function logLikelihood(
  parameters: RegularParameters, history: PurchaseHistory, variant: TransactionVariant = 'mbg-nbd', logIntervals: number | null = null,
): number {
  if (!isPossible(parameters, history)) return Number.NaN
  const { k, r, alpha, a, b } = parameters
  const { repeatPurchaseCount: x, activeSpan, observed } = history
  const stays = variant === 'bg-nbd' ? x : x + 1
  let sum = r * Math.log(alpha) - (r + k * x) * Math.log(alpha + observed) + Math.log(aliveSum(parameters, history))
  for (let tick = 0; tick < k * x; tick++) sum += Math.log(r + tick)
  for (let stay = 0; stay < stays; stay++) sum += Math.log((b + stay) / (a + b + stay))
  sum += softplus(logOddsLeft(parameters, history, variant))
  if (k === 1 || x === 0) return sum
  if (logIntervals !== null) return sum + (k - 1) * logIntervals - x * gammaln(k)
  return sum + (k - 1) * x * Math.log(activeSpan) + gammaln(x) - gammaln(k * x)
}

/**
 * Given alive: the chance of each phase, that is of 0 .. k-1 ticks since the last purchase; sums to 1. Proportional to (r+kx)_j / j! ((T-t_x) / (alpha+T))^j,
 * from the likelihood lambda^(kx) e^(-lambda T) (lambda (T-t_x))^j / j! of having had j of them (own derivation; for k 1 there
 * is one phase, as in (M)BG/NBD). A single NaN for what cannot be.
 * Example: k 2, r 1, alpha 4, x 1, t_x 2, T 6: .4545 and .5455.
 */
export function phaseWeights(parameters: RegularParameters, history: PurchaseHistory): Float64Array {
  if (!isPossible(parameters, history)) return Float64Array.of(Number.NaN)
  const weights = new Float64Array(parameters.k)
  const sum = aliveSum(parameters, history, weights)
  for (let j = 0; j < weights.length; j++) weights[j]! /= sum
  return weights
}

/** A customer as the model sees one: ticks since the last purchase, ticks per unit of time, chance to leave after a purchase. */
export type AliveState = { readonly phase: number; readonly rate: number; readonly leaves: number }

/**
 * Draws a customer who is alive at the end of data from the posterior: phase j by `phaseWeights`, then lambda ~ Gamma(r+kx+j, alpha+T) and
 * p ~ Beta(a, b+x+1) (BG: b+x), independent. The next purchase takes k - phase ticks, each later one k. Throws a RangeError for what cannot be
 * (`isPossible`), as there is nothing to draw from. Example: k = 1 is always in phase 0.
 */
export function drawAlive(parameters: RegularParameters, history: PurchaseHistory, random: Random, variant: TransactionVariant = 'mbg-nbd'): AliveState {
  if (!isPossible(parameters, history)) throw new RangeError('Nobody has this history, or these parameters')
  const { k, r, alpha, a } = parameters
  const { repeatPurchaseCount: x, observed } = history
  const weights = phaseWeights(parameters, history)
  let phase = 0
  for (let left = random.uniform() - weights[0]!; left >= 0 && phase < k - 1; left -= weights[phase]!) phase++
  return { phase, rate: random.gamma(r + k * x + phase) / (alpha + observed), leaves: random.beta(a, stayShape(parameters, x, variant)) }
}
