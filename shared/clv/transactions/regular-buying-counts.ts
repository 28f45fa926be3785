import gammaln from '@stdlib/math-base-special-gammaln'
import type { PurchaseHistory, TransactionVariant } from './beta-geometric.ts'
import { phaseWeights, probabilityAlive, stayShape, type RegularParameters } from './regular-buying.ts'

const PRECISION = 1e-17

/** Chance of exactly `ticks` ticks, negative binomial: Gamma(shape + ticks) / (Gamma(shape) ticks!) ratio^ticks (1 + ratio)^-(shape + ticks). */
function chanceOfTicks(ticks: number, shape: number, ratio: number): number {
  const log = gammaln(shape + ticks) - gammaln(shape) - gammaln(ticks + 1) + ticks * Math.log(ratio) - (shape + ticks) * Math.log1p(ratio)
  return Math.exp(log)
}

/** Chance of at least `ticks` ticks, summed on the side where less is. */
function chanceOfAtLeast(ticks: number, shape: number, ratio: number): number {
  const share = ratio / (1 + ratio)
  let sum = 0
  if (ticks > shape * ratio) {
    let term = chanceOfTicks(ticks, shape, ratio)
    for (let tick = ticks; term > PRECISION * sum; tick++) {
      sum += term
      term *= ((shape + tick) * share) / (tick + 1)
    }
    return sum
  }
  let term = ticks > 0 ? chanceOfTicks(ticks - 1, shape, ratio) : 0
  for (let tick = ticks - 1; tick >= 0 && term > PRECISION * sum; tick--) {
    sum += term
    term *= tick / ((shape + tick - 1) * share)
  }
  return 1 - sum
}

/** Of a customer alive in a phase: exactly n of what falls due are made, either because no more falls due, or because the n-th was the last. */
function chanceGivenPhase(n: number, k: number, phase: number, shape: number, ratio: number, a: number, stay: number): number {
  let stays = 1
  for (let i = 0; i < n - 1; i++) stays *= (stay + i) / (a + stay + i)
  let due = 0
  for (let ticks = Math.max(0, n * k - phase); ticks < (n + 1) * k - phase; ticks++) due += chanceOfTicks(ticks, shape, ratio)
  if (n === 0) return due
  const last = a / (a + stay + n - 1)
  return stays * (due + last * chanceOfAtLeast((n + 1) * k - phase, shape, ratio))
}

/**
 * Chance, 0 to 1, of exactly n purchases in (0, horizon] after the end of data of a customer who is alive then: of those in phase j, n purchases fall due with the
 * chance of nk - j to nk - j + k - 1 ticks, negative binomial (r+kx+j, alpha+T); they are made if the customer stayed n - 1 times; or more fall due and the customer
 * leaves at the n-th. Own derivation; for k 1 it is MBG/NBD, or BG/NBD. Sums to 1 over n. 0 for n that is not a whole number of at least 0; for a horizon of zero
 * or less, 1 for n = 0; NaN for what cannot be (`isPossible`) or a horizon that is not finite.
 * Example: (k 1, r 1, alpha 1), x 0, T 0 over 1: none with 1/2, whatever the chance to leave.
 */
export function chanceGivenAlive(
  parameters: RegularParameters, history: PurchaseHistory, horizon: number, n: number, variant: TransactionVariant = 'mbg-nbd',
): number {
  const weights = phaseWeights(parameters, history)
  if (Number.isNaN(weights[0]) || !Number.isFinite(horizon)) return Number.NaN
  if (!Number.isInteger(n) || n < 0) return 0
  if (horizon <= 0) return n === 0 ? 1 : 0
  const { k, r, alpha, a } = parameters
  const { repeatPurchaseCount: x, observed } = history
  let sum = 0
  weights.forEach((weight, phase) => {
    sum += weight * chanceGivenPhase(n, k, phase, r + k * x + phase, horizon / (alpha + observed), a, stayShape(parameters, x, variant))
  })
  return sum
}

/**
 * The same of a customer who may have left, and then makes none: its mean over n is `expectedPurchases`. As above for what cannot be.
 * Example: (k 2, r .9, alpha 4, a .8, b 2.5), x 4, t_x 20, T 26 over 26: none with .250302.
 */
export function probabilityOfPurchases(
  parameters: RegularParameters, history: PurchaseHistory, horizon: number, n: number, variant: TransactionVariant = 'mbg-nbd',
): number {
  const alive = probabilityAlive(parameters, history, variant)
  return alive * chanceGivenAlive(parameters, history, horizon, n, variant) + (n === 0 ? 1 - alive : 0)
}
