import { assertNever } from '../../result.ts'
import type { FittedTransactions } from './fitted-transactions.ts'

/** The estimated parameters of a fitted model, in the order of its maximum. Example: `nbd` has r and alpha. */
export function parameterVector(fitted: FittedTransactions): number[] {
  switch (fitted.model) {
    case 'mbg-nbd':
    case 'mbg-cnbd-k': {
      const { r, alpha, a, b } = fitted.parameters
      return [r, alpha, a, b]
    }
    case 'pareto-nbd': {
      const { r, alpha, s, beta } = fitted.parameters
      return [r, alpha, s, beta]
    }
    case 'nbd':
    case 'established-nbd': return [fitted.parameters.r, fitted.parameters.alpha]
    default: return assertNever(fitted)
  }
}

/** The same model with other parameters, in the order of `parameterVector`; what is missing stays. Not checked. Example: `nbd` with [2, 3]: r 2, alpha 3. */
export function withParameters(fitted: FittedTransactions, vector: readonly number[]): FittedTransactions {
  switch (fitted.model) {
    case 'mbg-nbd': {
      const { r, alpha, a, b } = fitted.parameters
      return { ...fitted, parameters: { r: vector[0] ?? r, alpha: vector[1] ?? alpha, a: vector[2] ?? a, b: vector[3] ?? b } }
    }
    case 'mbg-cnbd-k': {
      const { k, r, alpha, a, b } = fitted.parameters
      return { ...fitted, parameters: { k, r: vector[0] ?? r, alpha: vector[1] ?? alpha, a: vector[2] ?? a, b: vector[3] ?? b } }
    }
    case 'pareto-nbd': {
      const { r, alpha, s, beta } = fitted.parameters
      return { ...fitted, parameters: { r: vector[0] ?? r, alpha: vector[1] ?? alpha, s: vector[2] ?? s, beta: vector[3] ?? beta } }
    }
    case 'nbd':
    case 'established-nbd': {
      const { r, alpha } = fitted.parameters
      return { ...fitted, parameters: { r: vector[0] ?? r, alpha: vector[1] ?? alpha } }
    }
    default: return assertNever(fitted)
  }
}
