import { gaussLegendre } from '../numerics/gauss-legendre.ts'
import type { Levers } from '../strategies/lever.ts'
import type { AudienceCurves } from './audience.ts'
import type { OutcomeSteps, Scene } from './outcome-steps.ts'
import { survivingShare, type PreparedSimulation } from './prepare.ts'

const NODES = gaussLegendre(8)
/** A customer's mean order has no finite variance from q + p n = 2 down; this close to it at most. */
const LEAST_ABOVE_TWO = 0.25

/**
 * Variances, relative to the squared expectation, of what the customers of an audience happen to do: `shared` by all they do (who is still
 * there, how eagerly they buy, how much they spend), and on top of it those of the purchases `gained`, of the ones made `anyway`,
 * of customers who `stayed`, and of customers `lost` after a purchase that was gained.
 */
export type Luck = Readonly<Record<'shared' | 'gained' | 'anyway' | 'stayed' | 'lost', number>>

const noLuck: Luck = { shared: 0, gained: 0, anyway: 0, stayed: 0, lost: 0 }

type Moments = { readonly mean: number; readonly single: number; readonly pairs: number; readonly own: number }

/**
 * Sums over the audience for the first `weeks`, of purchases or of money. Given alive, lambda ~ Gamma(r+x, alpha+T) and p ~ Beta(a, b+x+1):
 * g = E[N] is the integral of m(u), and E[N (N-1)] = 2 (r+x)(r+x+1)/(alpha+T)^2 (b+x+1)/(a+b+x+1) times the integral of
 * u 2F1(r+x+2, a; a+b+x+2; -u/(alpha+T)), because of two purchases the first was no reason to leave. Money of N orders: E[Z^2] (1 + 1/p) g + E[Z^2]
 * E[N (N-1)] with Z the customer's own mean order, E[Z^2] = E[Z]^2 (Q-1)/(Q-2), Q = q + p n (Fader & Hardie 2013).
 */
function moments(prepared: PreparedSimulation, curves: AudienceCurves, weeks: number, inMoney: boolean): Moments {
  const { parameters: { r, alpha, a, b }, groups, valued } = prepared
  const spend = valued.fit?.spend.parameters
  const sums = { mean: 0, single: 0, pairs: 0, own: 0 }
  for (let group = 0; group < curves.weightOfGroup.length; group++) {
    const weighed = curves.weightOfGroup[group]!
    if (weighed === 0) continue
    const x = groups.repeatPurchaseCount[group]!
    const shape = r + x
    const length = Math.log1p(weeks / (alpha + groups.observed[group]!))
    let once = 0
    let twice = 0
    for (let k = 0; k < NODES.nodes.length; k++) {
      const v = length * NODES.nodes[k]!
      const z = Math.expm1(v)
      const weight = length * NODES.weights[k]! * (z + 1)
      once += weight * survivingShare(prepared, x, z)
      twice += weight * z * survivingShare(prepared, x + 1, z)
    }
    once *= shape
    twice *= (2 * shape * (shape + 1) * (b + x + 1)) / (a + b + x + 1)
    const tail = spend ? spend.q + spend.p * (x + 1) : Infinity
    const spread = 1 + 1 / Math.max(LEAST_ABOVE_TWO, tail - 2)
    sums.mean += once * (inMoney ? curves.centsOfGroup[group]! : weighed)
    sums.single += once * (inMoney ? curves.centsSquaredOfGroup[group]! * spread * (spend ? 1 + 1 / spend.p : 1) : weighed)
    sums.pairs += twice * (inMoney ? curves.pairCentsSquaredOfGroup[group]! * spread : curves.pairWeightOfGroup[group]!)
    sums.own += once * once * (inMoney ? curves.ownCentsSquaredOfGroup[group]! : curves.ownWeightSquaredOfGroup[group]!)
  }
  return sums
}

/**
 * The luck of the individual customers at the chosen assumptions. Customers are independent, so their variances add up. Purchases a campaign adds
 * are a Poisson stream beside the ones made anyway (superposition; Kingman 1993, ch. 2), so that half as many gained have twice the relative
 * variance. Whoever stayed because of the campaign, or left after a purchase it added, brings all later purchases or none: few customers, each
 * worth the rest of a history, from halfway the window on (a compound Poisson sum: variance E[N] E[V^2]). The standard deviation is within a fifth of customers drawn one by one, for staying
 * alone at most a third too wide (luck.test.ts); that who buys less in the dip also leaves less is left out. Zero where nothing is gained.
 * Example: customers who surely stay, 3 purchases expected, .2 take it and .05 would have anyway: gained 1 / (3 x .15).
 */
export function luckOf(prepared: PreparedSimulation, curves: AudienceCurves, scene: Scene, levers: Levers, expected: OutcomeSteps): Luck {
  const { response, discount, marginRate } = levers
  const { windowEnd, horizon } = scene.line
  const perPurchase = levers.addedProfitPerPurchaseCents !== 0 || levers.givenAwayPerPurchaseCents !== 0
  const inWindow = moments(prepared, curves, windowEnd, !perPurchase)
  if (!(inWindow.mean > 0)) return noLuck
  const square = inWindow.mean ** 2
  const ofStream = (share: number) => (share > 0 ? inWindow.single / square / share : 0)
  const whole = levers.rateMultiplier === 1 && levers.dropoutMultiplier === 1 ? null : moments(prepared, curves, horizon - windowEnd / 2, true)
  const ofHistories = (cents: number) => (whole && cents > 0 && marginRate > 0 ? (marginRate * (whole.single + whole.pairs)) / (whole.mean * cents) : 0)
  return {
    shared: Math.max(0, inWindow.pairs - inWindow.own) / square,
    gained: ofStream(perPurchase ? response.takeShare - response.anywayShare : levers.rateMultiplier - 1),
    anyway: ofStream(perPurchase ? response.anywayShare : discount.givenAwayShare),
    stayed: ofHistories(expected.retention),
    lost: ofHistories(gainedBeforeLeaving(scene, levers) - expected['extra-purchases']),
  }
}

/** Profit on the purchases gained in the window if none of them made a customer leave. */
export function gainedBeforeLeaving({ moneyUnchanged }: Scene, { rateMultiplier, marginRate, discount }: Levers): number {
  return (rateMultiplier - 1) * (marginRate - discount.rate) * moneyUnchanged.inWindow
}
