import { wholeCents } from '../clv/formulas/historic.ts'
import type { Basis as MarginBasis } from '../contract/customers.ts'
import { assertNever } from '../result.ts'
import { check } from './inputs.ts'

/** What a figure counts (C30): all revenue, what is left of it after buying in, or that less what winning the customer cost. */
export const bases = ['revenue', 'gross-profit', 'net-of-acquisition-cost'] as const satisfies readonly (MarginBasis | 'net-of-acquisition-cost')[]
export type Basis = (typeof bases)[number]

/** Money with its basis, in whole cents; two bases are two types, which do not add up. */
export type Figure<B extends Basis = Basis> = { readonly cents: number; readonly basis: B }

/**
 * A figure in whole cents. RangeError where the cents are no number, or more than can be counted exactly (2^53).
 * Example: 48750.4 cents of revenue are 48750 cents of revenue.
 */
export function figure<B extends Basis>(cents: number, basis: B): Figure<B> {
  const whole = wholeCents(cents)
  if (!Number.isSafeInteger(whole)) throw new RangeError(`cents must be a number that can be counted exactly, not ${cents}`)
  return { cents: whole, basis }
}

function refuseOtherBasis(a: Figure, b: Figure): void {
  if (a.basis !== b.basis) throw new RangeError(`b must be ${a.basis} as a is, not ${b.basis}`)
}

/** Two figures together. Of two bases: does not compile, and throws a RangeError. Example: 300 and 200 gross profit are 500. */
export function addFigures<B extends Basis>(a: Figure<B>, b: Figure<NoInfer<B>>): Figure<B> {
  refuseOtherBasis(a, b)
  return figure(a.cents + b.cents, a.basis)
}

/** The first less the second. Of two bases: does not compile, and throws a RangeError. Example: 300 less 200 is 100. */
export function subtractFigures<B extends Basis>(a: Figure<B>, b: Figure<NoInfer<B>>): Figure<B> {
  refuseOtherBasis(a, b)
  return figure(a.cents - b.cents, a.basis)
}

/**
 * Below, at or above zero where the first is smaller than, equal to or larger than the second; as `sort` asks for it.
 * Of two bases: does not compile, and throws a RangeError. Example: 300 against 200 is 100.
 */
export function compareFigures<B extends Basis>(a: Figure<B>, b: Figure<NoInfer<B>>): number {
  refuseOtherBasis(a, b)
  return a.cents - b.cents
}

/** A figure so many times, to the cent, in its own basis. RangeError for a factor below zero. Example: 6500 x 7.5 = 48750. */
export function timesFigure<B extends Basis>({ cents, basis }: Figure<B>, factor: number): Figure<B> {
  check('zero or more', { factor })
  return figure(cents * factor, basis)
}

/** What is left of revenue after buying in. RangeError for a margin outside 0 to 1. Example: 25,000.00 at a margin of .15 is 3,750.00. */
export function grossProfitOf({ cents }: Figure<'revenue'>, marginRate: number): Figure<'gross-profit'> {
  check('between 0 and 1', { marginRate })
  return figure(cents * marginRate, 'gross-profit')
}

/**
 * A customer's gross profit less what winning that customer cost, in whole cents; below zero where it cost more.
 * RangeError for a cost that is not whole cents, zero or more. Example: 240.00 less 60.00 is 180.00.
 */
export function netOfAcquisitionCost({ cents }: Figure<'gross-profit'>, acquisitionCostCents: number): Figure<'net-of-acquisition-cost'> {
  check('a whole number, zero or more', { acquisitionCostCents })
  return figure(cents - acquisitionCostCents, 'net-of-acquisition-cost')
}

/** What is known of the shop; `null` is not said yet. */
export type KnownOfShop = { readonly marginRate: number | null; readonly acquisitionCostCents: number | null }
export type InBasis = { readonly kind: 'figure'; readonly figure: Figure } | { readonly kind: 'unknown'; readonly missing: 'margin' | 'acquisition-cost' }

/**
 * Revenue of one customer as the owner wants to see it: the one switch of C30. What the chosen basis needs and nobody said is named
 * as missing, never taken for zero. RangeError for a margin outside 0 to 1 or a cost that is not whole cents, zero or more.
 * Example: 600.00 revenue at a margin of .4, won for 60.00: 600.00, 240.00 or 180.00.
 */
export function inBasis(revenue: Figure<'revenue'>, basis: Basis, { marginRate, acquisitionCostCents }: KnownOfShop): InBasis {
  if (basis === 'revenue') return { kind: 'figure', figure: revenue }
  if (marginRate === null) return { kind: 'unknown', missing: 'margin' }
  const profit = grossProfitOf(revenue, marginRate)
  switch (basis) {
    case 'gross-profit': return { kind: 'figure', figure: profit }
    case 'net-of-acquisition-cost':
      if (acquisitionCostCents === null) return { kind: 'unknown', missing: 'acquisition-cost' }
      return { kind: 'figure', figure: netOfAcquisitionCost(profit, acquisitionCostCents) }
    default: return assertNever(basis)
  }
}
