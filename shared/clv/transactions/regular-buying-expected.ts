import { gaussLegendre } from '../../numerics/gauss-legendre.ts'
import { purchasesForever, type ExpectedGivenAlive, type PurchaseHistory, type TransactionVariant } from './beta-geometric.ts'
import { phaseWeights, probabilityAlive, stayShape, type RegularParameters } from './regular-buying.ts'
import { purchasesWithin } from './regular-buying-sums.ts'

/** Nodes for horizons over which discounting takes little, and for those over which it takes nearly all: errors below 1e-9 of the whole. */
const SHORT = gaussLegendre(16)
const LONG = gaussLegendre(40)
const LITTLE_TAKEN = 4
/** After so many ticks at the mean rate, buying in step has faded into an even rate, and who leaves soon has left. */
const OUT_OF_STEP = 12
/** e^-40 of a purchase is nothing: so far a horizon without end is looked at. */
const FADED = 40

/** What `expectedGivenAlive` gives for each phase, of those who share (x, T). */
export type PhaseExpectations = { readonly expected: Float64Array; readonly discounted: Float64Array }

/**
 * Expected purchases over (0, horizon], plain and discounted, given alive in each of the k phases: all of a forecast that depends on
 * (x, T) only, to be computed once for each such pair. The n-th purchase ahead comes within u with chance I_(u/(alpha+T+u))(nk - j, r+kx+j), if the
 * customer stayed n - 1 times. Discounted by parts, e^(-delta h) E(h) + delta times the integral of e^(-delta u) E(u), in ln(1 + u/(alpha+T)): E is smooth
 * where the rate of regular buyers still swings. `discountRate` is continuous, per unit of alpha's time. A horizon of `Infinity` is allowed: expected is
 * Infinity for a <= 1, discounted is finite for any positive rate. Zeros for a horizon of zero or less. Parameters, x and T are
 * not checked. Own derivation; for k 1 it is MBG/NBD, or BG/NBD. Example: over a horizon of 0 all are 0.
 */
export function phaseExpectations(
  parameters: RegularParameters, x: number, observed: number, horizon: number, discountRate: number,
  variant: TransactionVariant = 'mbg-nbd', quadrature = discountRate * horizon <= LITTLE_TAKEN ? SHORT : LONG,
): PhaseExpectations {
  const { k, r, alpha, a } = parameters
  const expected = new Float64Array(k)
  const discounted = new Float64Array(k)
  if (horizon <= 0) return { expected, discounted }
  const stay = stayShape(parameters, x, variant)
  const base = alpha + observed
  const seen = discountRate > 0 ? Math.min(horizon, FADED / discountRate) : horizon
  const whole = Math.log1p(seen / base)
  for (let phase = 0; phase < k; phase++) {
    const state = { k, phase, shape: r + k * x + phase, a, stay }
    const total = horizon === Number.POSITIVE_INFINITY ? purchasesForever(a, stay) : purchasesWithin(state, horizon / base)
    expected[phase] = total
    if (!(discountRate > 0)) {
      discounted[phase] = total
      continue
    }
    const middle = Math.min(whole, Math.log1p(OUT_OF_STEP / state.shape))
    let sum = Math.exp(-discountRate * seen) * (seen === horizon ? total : purchasesWithin(state, seen / base))
    for (const [from, to] of middle < whole ? [[0, middle], [middle, whole]] as const : [[0, whole]] as const) {
      for (let node = 0; node < quadrature.nodes.length; node++) {
        const ratio = Math.expm1(from + (to - from) * quadrature.nodes[node]!)
        const ahead = base * ratio
        sum += (to - from) * quadrature.weights[node]! * (base + ahead) * discountRate * Math.exp(-discountRate * ahead) * purchasesWithin(state, ratio)
      }
    }
    discounted[phase] = sum
  }
  return { expected, discounted }
}

/**
 * Expected purchases over (0, horizon] given alive: the phases' expectations by their chances, which depend on the silence T - t_x. `phases` may be given
 * for customers who share (x, T). Exact, where Reutterer et al. (2021) approximate by BG/NBD with k alpha and scale the total. NaN for what cannot be
 * (`isPossible`). Example: over a horizon of 0 both are 0.
 */
export function expectedGivenAlive(
  parameters: RegularParameters, history: PurchaseHistory, horizon: number, discountRate: number, variant: TransactionVariant = 'mbg-nbd',
  phases?: PhaseExpectations,
): ExpectedGivenAlive {
  const weights = phaseWeights(parameters, history)
  if (Number.isNaN(weights[0])) return { expected: Number.NaN, discounted: Number.NaN }
  const known = phases ?? phaseExpectations(parameters, history.repeatPurchaseCount, history.observed, horizon, discountRate, variant)
  let expected = 0
  let discounted = 0
  for (let j = 0; j < weights.length; j++) {
    expected += weights[j]! * known.expected[j]!
    discounted += weights[j]! * known.discounted[j]!
  }
  return { expected, discounted }
}

/**
 * Purchases expected in (0, horizon] after the end of data: P(alive) times those given alive. NaN where `probabilityAlive` is.
 * Example: (k 2, r .9, alpha 4, a .8, b 2.5), x 4, t_x 20, T 26 over 26: 2.673538.
 */
export function expectedPurchases(parameters: RegularParameters, history: PurchaseHistory, horizon: number, variant: TransactionVariant = 'mbg-nbd'): number {
  return probabilityAlive(parameters, history, variant) * expectedGivenAlive(parameters, history, horizon, 0, variant).expected
}

/**
 * The same with every purchase counted for its present value at the continuous rate `discountRate` per unit of time, for any horizon, `Infinity` too. NaN where
 * `probabilityAlive` is.
 * Example: the customer above, without end at .0027: 13.041397.
 */
export function discountedExpectedPurchases(
  parameters: RegularParameters, history: PurchaseHistory, horizon: number, discountRate: number, variant: TransactionVariant = 'mbg-nbd',
): number {
  return probabilityAlive(parameters, history, variant) * expectedGivenAlive(parameters, history, horizon, discountRate, variant).discounted
}
