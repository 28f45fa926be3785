import type { SpendModel } from '../../contract/forecast.ts'
import { assertNever } from '../../result.ts'
import { expectedOrderValue, fitGammaGamma, type SpendParameters } from './gamma-gamma.ts'
import { expectedLogNormalOrder, fitLogNormal, type LogNormalParameters } from './log-normal.ts'
import { expectedShrunkenOrder, fitShrunkenMean, type ShrunkenMeanParameters } from './shrunken-mean.ts'

/** A model of what a purchase is worth with its parameters, in whole units of money. */
export type FittedSpend =
  | { readonly model: 'gamma-gamma'; readonly parameters: SpendParameters }
  | { readonly model: 'log-normal'; readonly parameters: LogNormalParameters }
  | { readonly model: 'shrunken-mean'; readonly parameters: ShrunkenMeanParameters }

/**
 * Fits a spend model on all purchases, the first included: one place per customer, `totals` in whole units of money. Source, and what
 * comes of no paying customer: each model's own file.
 * Example: `gamma-gamma` on the CDNOW sample: p 9.8818, q 3.3987, gamma 7.9280.
 */
export function fitSpend(model: SpendModel, purchaseCount: ArrayLike<number>, totals: ArrayLike<number>): FittedSpend {
  switch (model) {
    case 'gamma-gamma': return { model, parameters: fitGammaGamma(purchaseCount, totals).parameters }
    case 'log-normal': return { model, parameters: fitLogNormal(purchaseCount, totals).parameters }
    case 'shrunken-mean': return { model, parameters: fitShrunkenMean(purchaseCount, totals).parameters }
    default: return assertNever(model)
  }
}

/**
 * Expected value of the next order of a customer with `purchases` orders that together were `total`, in whole units of money; without orders, see each model's file.
 * Example: `shrunken-mean` (shopMean 50, k 2, highest 500), 2 orders of 140 together: 60.
 */
export function expectedOrder(fitted: FittedSpend, purchases: number, total: number): number {
  switch (fitted.model) {
    case 'gamma-gamma': return expectedOrderValue(fitted.parameters, purchases, total)
    case 'log-normal': return expectedLogNormalOrder(fitted.parameters, purchases, total)
    case 'shrunken-mean': return expectedShrunkenOrder(fitted.parameters, purchases, total)
    default: return assertNever(fitted)
  }
}
