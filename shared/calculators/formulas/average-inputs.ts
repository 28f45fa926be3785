import { basicFormula, shopFormula } from '../../clv/formulas/basic-formula.ts'
import type { PurchaseSummary } from '../../customers/sales-ledger.ts'
import { figure, grossProfitOf, type Basis, type Figure } from '../figure.ts'
import { check } from '../inputs.ts'

/** One input of the formulas, and where it comes from: what the owner filled in goes before what the sales say. */
export type Input = { readonly origin: 'data' | 'by-hand'; readonly value: number } | { readonly origin: 'unknown' }

const names = ['averagePurchaseValueCents', 'purchasesPerYear', 'lifespanYears', 'marginRate'] as const
type InputName = (typeof names)[number]
export type AverageInputs = Readonly<Record<InputName, Input>>
export type InputsByHand = Readonly<Partial<Record<InputName, number>>>

/**
 * The inputs of the average customer (F1): purchase value in whole cents, purchases a year, lifespan in years (both by `shopFormula`) and
 * margin, each overridable by hand. Without sales (`null`) everything is by hand or unknown (G2); lifespan and purchases a year are
 * unknown where nobody came back. RangeError for a value by hand below zero, or a margin outside 0 to 1.
 * Example: 13 purchases of together 60000 cents are 4615 cents each.
 */
export function averageInputs(summary: PurchaseSummary | null, marginRate: number | null, byHand: InputsByHand = {}): AverageInputs {
  const formula = summary && shopFormula(summary)
  const purchases = summary?.purchaseCount.reduce((sum, count) => sum + count, 0) ?? 0
  const cents = summary?.purchaseCents.reduce((sum, own) => sum + own, 0) ?? 0
  const ofData: Readonly<Record<InputName, number | null>> = {
    averagePurchaseValueCents: purchases > 0 ? Math.round(cents / purchases) : null,
    purchasesPerYear: formula?.purchasesPerYear ?? null,
    lifespanYears: formula?.lifespanYears ?? null,
    marginRate,
  }
  const input = (name: InputName): Input => {
    const own = byHand[name]
    const value = own ?? ofData[name]
    if (value === null) return { origin: 'unknown' }
    check(name === 'marginRate' ? 'between 0 and 1' : 'zero or more', { [name]: value })
    return { origin: own === undefined ? 'data' : 'by-hand', value }
  }
  return {
    averagePurchaseValueCents: input('averagePurchaseValueCents'),
    purchasesPerYear: input('purchasesPerYear'),
    lifespanYears: input('lifespanYears'),
    marginRate: input('marginRate'),
  }
}

/**
 * Basic CLV (F2): average purchase value x purchases a year x lifespan in years, to the cent, in the basis of the value.
 * RangeError for anything below zero. Example: 65.00 x 2.5 x 3 = 487.50.
 */
export function basicClv<B extends Basis>(averagePurchaseValue: Figure<B>, purchasesPerYear: number, lifespanYears: number): Figure<B> {
  check('zero or more', { averagePurchaseValue: averagePurchaseValue.cents, purchasesPerYear, lifespanYears })
  return figure(basicFormula(averagePurchaseValue.cents, purchasesPerYear, lifespanYears), averagePurchaseValue.basis)
}

export type ClvOfInputs =
  | { readonly kind: 'clv'; readonly revenue: Figure<'revenue'>; readonly grossProfit: Figure<'gross-profit'> | null }
  | { readonly kind: 'unknown'; readonly missing: readonly InputName[] }

/**
 * Basic CLV of the inputs as they stand (F1, F2), as revenue and, once a margin is known, as gross profit. Names what is missing.
 * Example: 65.00, 2.5, 3 and a margin of .4 are 487.50 revenue, 195.00 gross profit.
 */
export function clvOfInputs(inputs: AverageInputs): ClvOfInputs {
  const { averagePurchaseValueCents: value, purchasesPerYear: perYear, lifespanYears: lifespan, marginRate: margin } = inputs
  if (value.origin === 'unknown' || perYear.origin === 'unknown' || lifespan.origin === 'unknown') {
    return { kind: 'unknown', missing: names.filter((name) => name !== 'marginRate' && inputs[name].origin === 'unknown') }
  }
  const revenue = basicClv(figure(value.value, 'revenue'), perYear.value, lifespan.value)
  return { kind: 'clv', revenue, grossProfit: margin.origin === 'unknown' ? null : grossProfitOf(revenue, margin.value) }
}
