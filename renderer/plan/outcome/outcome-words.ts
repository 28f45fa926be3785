import type { CentsRange } from '../../../shared/contract/schema.ts'
import type { SimulationOutcome } from '../../../shared/contract/strategies.ts'
import { roundingStep, roundTo } from '../../ui/charts/rounding.ts'

/** How the outcome is said: a loss is called a loss, and a gain that may well be a loss is not called a gain. */
export type Verdict = 'gain' | 'uncertain' | 'loss'

export function verdictOf({ net, lossProbability }: Pick<SimulationOutcome, 'net' | 'lossProbability'>): Verdict {
  if (net.mean < 0) return 'loss'
  return lossProbability > 0.25 ? 'uncertain' : 'gain'
}

/** The chance of a loss as people say it. */
export function lossWord(chance: number): 'none' | 'small' | 'fair' | 'even' | 'likely' | 'certain' {
  if (chance < 0.01) return 'none'
  if (chance <= 0.1) return 'small'
  if (chance <= 0.3) return 'fair'
  if (chance <= 0.6) return 'even'
  return chance < 0.95 ? 'likely' : 'certain'
}

type Amounts = Pick<SimulationOutcome, 'extraClv' | 'costCents' | 'net' | 'waterfall'>

/** The step to which every amount of one outcome is rounded, so that the sum, the waterfall and the line say the same net. In cents. */
export function shownStep({ extraClv, costCents, net, waterfall }: Amounts): number {
  return roundingStep(Math.max(...[extraClv.mean, costCents.mean, net.mean, ...waterfall.map((step) => step.cents)].map(Math.abs)))
}

/** Extra value, costs and net as read: what is added and what is left are rounded, the costs are the difference. In cents. */
export function shownSum(outcome: Amounts): { extra: number; cost: number; net: number } {
  const step = shownStep(outcome)
  const extra = roundTo(outcome.extraClv.mean, step)
  const net = roundTo(outcome.net.mean, step)
  return { extra, cost: extra - net, net }
}

/** The ends of a range, from a thousand up in two figures, so that a wide range does not look exact. In cents. */
export function shownRange({ p10, p90 }: Pick<CentsRange, 'p10' | 'p90'>): { low: number; high: number } {
  const largest = Math.max(Math.abs(p10), Math.abs(p90))
  const step = roundingStep(largest) * (largest < 100_000 ? 1 : 10)
  return { low: roundTo(p10, step), high: roundTo(p90, step) }
}
