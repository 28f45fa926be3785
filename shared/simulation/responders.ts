import { gaussLegendre } from '../numerics/gauss-legendre.ts'
import type { Levers } from '../strategies/lever.ts'
import type { AudienceCurves } from './audience.ts'
import { survivingShare, type PreparedSimulation } from './prepare.ts'

const NODES = gaussLegendre(8)

/** Customers expected to take the offer at least once, and how many would have done the same without the campaign. */
export type Responders = { readonly expected: number; readonly anyway: number }

export function expectedResponders(prepared: PreparedSimulation, curves: AudienceCurves, levers: Levers, windowWeeks: number): Responders {
  const { rateMultiplier, dropoutMultiplier, response } = levers
  return {
    expected: customersTaking(prepared, curves, windowWeeks, { rateMultiplier, dropoutMultiplier, takeShare: response.takeShare }),
    anyway: customersTaking(prepared, curves, windowWeeks, { rateMultiplier: 1, dropoutMultiplier: 1, takeShare: response.anywayShare }),
  }
}

type Taking = { readonly rateMultiplier: number; readonly dropoutMultiplier: number; readonly takeShare: number }

/**
 * Expected customers with at least one purchase in the window that takes the offer, when each does so with chance q. At u, y = c u / (alpha+T):
 * the first such purchase comes at c q (r+x)/(alpha+T) (1+qy)^-(r+x+1) 2F1(r+x+1, a; a+b+x+1; -(1-q) k y / (1+qy)), from
 * E[lambda c q e^(-lambda c (q + (1-q) k p) u)] over the posterior of lambda and p. With q = 1 leaving plays no part, because one leaves after a
 * purchase: 1 - (1+y)^-(r+x). Never more than there are customers still.
 * Example: q 1, r+x = 1, alpha+T = 10, 10 weeks: half of those still there.
 */
export function customersTaking(prepared: PreparedSimulation, curves: AudienceCurves, windowWeeks: number, taking: Taking): number {
  const { rateMultiplier, dropoutMultiplier, takeShare: q } = taking
  const { parameters: { r, alpha }, groups } = prepared
  if (q === 0 || windowWeeks === 0) return 0
  let customers = 0
  for (let group = 0; group < curves.aliveOfGroup.length; group++) {
    const alive = curves.aliveOfGroup[group]!
    if (alive === 0) continue
    const x = groups.repeatPurchaseCount[group]!
    // How much faster than MBG/NBD the chosen forecast says they buy.
    const faster = curves.weightOfGroup[group]! / alive
    const reach = (faster * rateMultiplier * windowWeeks) / (alpha + groups.observed[group]!)
    if (q === 1) {
      customers -= alive * Math.expm1(-(r + x) * Math.log1p(reach))
      continue
    }
    // In v = ln(1 + q y) the integrand is q (r+x) (1+qy)^-(r+x) 2F1 dv / q: smooth for any window.
    const length = Math.log1p(q * reach)
    let share = 0
    for (let k = 0; k < NODES.nodes.length; k++) {
      const v = length * NODES.nodes[k]!
      const left = survivingShare(prepared, x, ((1 - q) * dropoutMultiplier * -Math.expm1(-v)) / q)
      share += NODES.weights[k]! * Math.exp(-(r + x) * v) * left
    }
    customers += alive * (r + x) * length * share
  }
  return customers
}
