import { figure, subtractFigures, type Figure } from '../figure.ts'
import { check } from '../inputs.ts'

/** What customer value turns on (C6). Loyalty is the share of customers that comes back each year. */
export const factorNames = ['retentionRate', 'purchaseValueCents', 'lifespanYears', 'acquisitionCostCents', 'marginRate'] as const
export type FactorName = (typeof factorNames)[number]
export type ValueFactors = Readonly<Record<FactorName, number>>
/** Customer equity less acquisition, of any model that takes the five factors. */
export type EquityModel = (factors: ValueFactors) => Figure<'net-of-acquisition-cost'>

/** The years a customer is expected to buy, written so that next to r = 1 no digits cancel. */
function expectedYears(retentionRate: number, lifespanYears: number): number {
  // Under a year nobody has had to come back; the formula would make it more than there is, and the more so the fewer come back.
  if (retentionRate === 1 || lifespanYears <= 1) return lifespanYears
  return -Math.expm1(lifespanYears * Math.log(retentionRate)) / (1 - retentionRate)
}

/**
 * Customer equity by the formula: customers x (purchase value x purchases a year x margin x (1 - r^L) / (1 - r) - acquisition cost), where of the
 * customers r come back each year, for L years at most; undiscounted. Under a year L stands in place of the quotient. At r = 1 that is F2, for a long L it is F6. RangeError
 * for what is below zero, or a rate outside 0 to 1.
 * Example: 100 customers, 50.00 x 4 a year, margin .4, r .5, 2 years, 20.00 to win one: 100 x (80.00 x 1.5 - 20.00) = 10,000.00.
 */
export function formulaEquity(customers: number, purchasesPerYear: number): EquityModel {
  check('zero or more', { customers, purchasesPerYear })
  return ({ retentionRate, purchaseValueCents, lifespanYears, acquisitionCostCents, marginRate }) => {
    check('between 0 and 1', { retentionRate, marginRate })
    check('zero or more', { purchaseValueCents, lifespanYears, acquisitionCostCents })
    return figure(customers * (purchaseValueCents * purchasesPerYear * marginRate * expectedYears(retentionRate, lifespanYears) - acquisitionCostCents), 'net-of-acquisition-cost')
  }
}

export type FactorEffect = {
  readonly factor: FactorName
  /** The factor as it is, and as it was made: better by the change, rates to 1 at most. */
  readonly from: number
  readonly to: number
  readonly added: Figure<'net-of-acquisition-cost'>
  /** Relative change of equity over relative change of the factor; `null` where either is of zero, or no change was possible. */
  readonly elasticity: number | null
}

/**
 * What each factor made better by `change` adds to customer equity (C6), one at a time, by computing the equity again: a tenth more by default; of
 * acquisition cost a tenth less. A rate stops at 1. In the order of `factorNames`. (Gupta, Lehmann & Stuart 2004 found 5% of value for 1% of
 * retention, 1% for margin and .1% for acquisition cost.) RangeError for a change not above zero or over 1, and what the model refuses.
 * Example: equity 10,000.00 as in `formulaEquity`: a tenth more margin, .44, adds 100 x 8.00 x 1.5 = 1,200.00, elasticity 1.2.
 */
export function factorEffects(factors: ValueFactors, equityOf: EquityModel, change = 0.1): readonly FactorEffect[] {
  check('above zero', { change })
  check('between 0 and 1', { change })
  const equity = equityOf(factors)
  return factorNames.map((factor) => {
    const from = factors[factor]
    const better = from * (factor === 'acquisitionCostCents' ? 1 - change : 1 + change)
    const to = factor === 'retentionRate' || factor === 'marginRate' ? Math.min(1, better) : better
    const added = subtractFigures(equityOf({ ...factors, [factor]: to }), equity)
    const elasticity = to === from || equity.cents === 0 ? null : (added.cents / equity.cents) / (to / from - 1)
    return { factor, from, to, added, elasticity }
  })
}
