import { quantile } from '../clv/quantile.ts'
import type { Assumption } from '../contract/strategies.ts'
import type { CentsRange } from '../contract/schema.ts'
import { seededRandom } from '../random.ts'
import type { Levers } from '../strategies/lever.ts'
import { outcomeSteps, stepIds, type OutcomeSteps, type Scene, type StepId } from './outcome-steps.ts'
import { priorAround, stratifiedDraws } from './priors.ts'

/** Standard deviations from P10 to P90 of a normal distribution. */
const P10_TO_P90 = 2.563103131089201

export type Draws = {
  readonly steps: Readonly<Record<StepId, Float64Array>>
  readonly count: number
}

type Simulated = {
  readonly scene: Scene
  readonly assumptions: readonly Assumption[]
  readonly values: Readonly<Record<string, number>>
  readonly levers: (values: Readonly<Record<string, number>>) => Levers
  /** Range of the forecast itself: how far the fit can be off. */
  readonly forecast: CentsRange | null
  readonly seed: number
  readonly count: number
}

/**
 * The outcome under `count` sets of assumptions drawn around the chosen values, audience fixed: choosing it again in every draw would be
 * clairvoyant. The forecast's own range comes on top, as one log-normal factor of mean 1 on all that depends on purchases. Each
 * assumption has a stream of its own, so that the same seed gives the same draws whatever else changes.
 */
export function drawOutcomes({ scene, assumptions, values, levers, forecast, seed, count }: Simulated): Draws {
  const uncertain = assumptions.flatMap((assumption, index) => {
    const value = values[assumption.id]!
    if (assumption.uncertainty === 0) return []
    return [{ id: assumption.id, draws: stratifiedDraws(priorAround(assumption, value), count, seededRandom(seed + 7919 * (index + 1))) }]
  })
  const factors = forecastFactors(forecast, seed, count)
  const steps = Object.fromEntries(stepIds.map((id) => [id, new Float64Array(count)])) as Record<StepId, Float64Array>
  const drawn = { ...values }
  for (let draw = 0; draw < count; draw++) {
    for (const { id, draws } of uncertain) drawn[id] = draws[draw]!
    const lever = levers(drawn)
    const outcome = outcomeSteps(scene, lever)
    const perk = lever.perkPerCustomerWeekCents * scene.customers * scene.windowAnnuity
    for (const id of stepIds) steps[id][draw] = scaled(outcome, id, factors[draw]!, perk)
  }
  return { steps, count }
}

/** What the owner pays whatever customers do; everything else grows and shrinks with the forecast. */
const ownerSteps: ReadonlySet<StepId> = new Set(['contact', 'fixed', 'hours'])

function scaled(outcome: OutcomeSteps, id: StepId, factor: number, perkCents: number): number {
  if (ownerSteps.has(id)) return outcome[id]
  return id === 'incentive' ? factor * (outcome.incentive + perkCents) - perkCents : factor * outcome[id]
}

function forecastFactors(forecast: CentsRange | null, seed: number, count: number): Float64Array {
  if (!forecast || !(forecast.p10 > 0 && forecast.p90 > forecast.p10)) return new Float64Array(count).fill(1)
  const deviation = Math.log(forecast.p90 / forecast.p10) / P10_TO_P90
  const random = seededRandom(seed)
  const factors = Float64Array.from({ length: count }, () => Math.exp(deviation * random.normal()))
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / count
  return factors.map((factor) => factor / mean)
}

/** Net when one assumption is at its P10 or P90 and the rest stay as chosen; the widest first. */
export function sensitivities({ scene, assumptions, values, levers }: Pick<Simulated, 'scene' | 'assumptions' | 'values' | 'levers'>) {
  const netAt = (id: string, value: number) => {
    const steps = outcomeSteps(scene, levers({ ...values, [id]: value }))
    return Math.round(stepIds.reduce((sum, step) => sum + steps[step], 0)) + 0
  }
  return assumptions
    .filter(({ uncertainty }) => uncertainty > 0)
    .map((assumption) => {
      const { quantile: valueAt } = priorAround(assumption, values[assumption.id]!)
      return { id: assumption.id, lowNetCents: netAt(assumption.id, valueAt(0.1)), highNetCents: netAt(assumption.id, valueAt(0.9)) }
    })
    .toSorted((one, other) => Math.abs(other.highNetCents - other.lowNetCents) - Math.abs(one.highNetCents - one.lowNetCents))
}

/** The values below which 10, 50 and 90 in a hundred draws lie. */
export function percentiles(draws: Float64Array): { p10: number, p50: number, p90: number } {
  const sorted = draws.toSorted()
  return { p10: quantile(sorted, 0.1), p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) }
}
