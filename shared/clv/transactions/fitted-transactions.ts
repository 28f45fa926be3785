import { DAYS_PER_WEEK } from '../../calendar.ts'
import type { TransactionModel } from '../../contract/forecast.ts'
import type { Maximum } from '../../numerics/maximize.ts'
import { assertNever } from '../../result.ts'
import type { TimedHistories } from '../season/seasonal-clock.ts'
import type { TransactionParameters } from './beta-geometric.ts'
import { fitBetaGeometric, fitSmallShop, smallShop } from './fitting/fit-beta-geometric.ts'
import { fitEstablishedNbd } from './fitting/fit-established-nbd.ts'
import { fitNbd } from './fitting/fit-nbd.ts'
import { fitParetoNbd } from './fitting/fit-pareto-nbd.ts'
import { fitRegularBuying } from './fitting/fit-regular-buying.ts'
import { purchasePatterns, type PurchasePatterns } from './fitting/purchase-patterns.ts'
import { customerCount } from './fitting/survival-counts.ts'
import type { NbdParameters } from './nbd.ts'
import type { ParetoParameters } from './pareto-nbd.ts'
import type { RegularParameters } from './regular-buying.ts'

/** A model of buying with its parameters, in weeks. */
export type FittedTransactions =
  | { readonly model: 'mbg-nbd'; readonly parameters: TransactionParameters }
  | { readonly model: 'mbg-cnbd-k'; readonly parameters: RegularParameters }
  | { readonly model: 'pareto-nbd'; readonly parameters: ParetoParameters }
  | { readonly model: 'nbd'; readonly parameters: NbdParameters }
  /** Everyone was a customer before the data began: watched for the whole `window`, and every purchase counts (fit-established-nbd.ts). */
  | { readonly model: 'established-nbd'; readonly parameters: NbdParameters; readonly window: number }

export type TransactionsFit = { readonly fitted: FittedTransactions; readonly maximum: Maximum }

/** Histories grouped once for all models that are fitted to them. */
export type FittingInput = {
  readonly histories: TimedHistories
  /** Ticks a purchase of regular buyers, 1 where buying is not regular (fitRegularity). */
  readonly k: number
  readonly patterns: PurchasePatterns
}

/** Gathers what every model is fitted from. Example: `k` 1 makes `mbg-cnbd-k` the same as `mbg-nbd` from 500 customers on (below, only `mbg-nbd` is penalised). */
export function fittingInput(histories: TimedHistories, k: number): FittingInput {
  return { histories, k, patterns: purchasePatterns(histories, DAYS_PER_WEEK) }
}

/** Whether MBG/NBD is drawn toward what is usual in shops, for want of customers. Example: 499 customers are few enough, 500 are not. */
export function isSmall(patterns: PurchasePatterns): boolean {
  return customerCount(patterns) < smallShop
}

/**
 * Maximum likelihood of a model of buying, in weeks, MBG/NBD of a small shop penalised. Source, and what comes of no customers: each model's own fit.
 * Example: `mbg-nbd` on the CDNOW sample: r .524843.
 */
export function fitTransactions(model: TransactionModel, { histories, k, patterns }: FittingInput): TransactionsFit {
  switch (model) {
    case 'mbg-nbd': {
      const { parameters, maximum } = isSmall(patterns) ? fitSmallShop(patterns) : fitBetaGeometric(patterns)
      return { fitted: { model, parameters }, maximum }
    }
    case 'mbg-cnbd-k': {
      const { parameters, maximum } = fitRegularBuying(patterns, k, null)
      return { fitted: { model, parameters }, maximum }
    }
    case 'pareto-nbd': {
      const { parameters, maximum } = fitParetoNbd(patterns)
      return { fitted: { model, parameters }, maximum }
    }
    case 'nbd': {
      const { parameters, maximum } = fitNbd(patterns)
      return { fitted: { model, parameters }, maximum }
    }
    case 'established-nbd': {
      const window = (histories.observedUntilDay - histories.dataFirstDay + 1) / DAYS_PER_WEEK
      const { parameters, maximum } = fitEstablishedNbd(histories.purchaseCount, window)
      return { fitted: { model, parameters, window }, maximum }
    }
    default: return assertNever(model)
  }
}

/** Whether leaving can be seen under this model: else everyone counts as a customer still. Example: not under `nbd`. */
export function seesLeaving({ model }: FittedTransactions): boolean {
  return model !== 'nbd' && model !== 'established-nbd'
}
