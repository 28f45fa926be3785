import { maximize, type Maximum, type Objective } from '../../../numerics/maximize.ts'
import { everyNthPattern, type PurchasePatterns } from './purchase-patterns.ts'

/** A likelihood of patterns, where to start and the scale of its parameters. */
export type LikelihoodFit = {
  readonly likelihood: (patterns: PurchasePatterns) => Objective
  readonly starts: readonly (readonly number[])[]
  readonly scale: readonly number[]
}

/** Patterns enough to come within a few hundredths of the optimum of them all. */
const SAMPLE = 4000

/**
 * Maximises a likelihood over patterns, of very many first that of every n-th: from its optimum the whole takes three evaluations, whatever the
 * start. Where the sample's optimum is at an edge the whole is climbed from the usual starts, because an edge is too flat to leave.
 * `evaluations` and `iterations` are those of all patterns. Example: see the fits.
 */
export function maximizeLikelihood(patterns: PurchasePatterns, { likelihood, starts, scale }: LikelihoodFit): Maximum {
  const n = Math.floor(patterns.weight.length / SAMPLE)
  if (n < 2) return maximize(likelihood(patterns), starts, { scale })
  const sample = maximize(likelihood(everyNthPattern(patterns, n)), starts, { scale })
  const usable = sample.converged && !sample.atBound.includes(true)
  return maximize(likelihood(patterns), usable ? [Array.from(sample.parameters, (value, i) => value / scale[i]!)] : starts, { scale })
}
