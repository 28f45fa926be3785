import type { Assumption } from '../contract/strategies.ts'
import { seededRandom } from '../random.ts'
import type { Levers } from '../strategies/lever.ts'
import { gainedBeforeLeaving, type Luck } from './luck.ts'
import { outcomeSteps, stepIds, type OutcomeSteps, type Scene, type StepId } from './outcome-steps.ts'
import { priorAround, stratifiedDraws } from './priors.ts'

/** Spread beyond which a factor would be zero in nearly every draw. */
const LARGEST_VARIANCE = 50

export type Draws = {
  readonly steps: Readonly<Record<StepId, Float64Array>>
  readonly count: number
}

type Simulated = {
  readonly scene: Scene
  readonly assumptions: readonly Assumption[]
  readonly values: Readonly<Record<string, number>>
  readonly levers: (values: Readonly<Record<string, number>>) => Levers
  /** Standard deviation of the logarithm of the forecast: how far the fit can be off. */
  readonly forecastDeviation: number
  readonly luck: Luck
  readonly seed: number
  readonly count: number
}

/**
 * The outcome under `count` sets of assumptions drawn around the chosen values, audience fixed: choosing it again in every draw would be
 * clairvoyant. On all that depends on purchases come, as factors of mean 1, how far the fit can be off (log-normal) and the luck of the
 * customers (luck.ts; gamma, so that nothing changes sign), the latter as it is at the chosen values. Each assumption and each
 * factor has a stream of its own, so that the same seed gives the same draws whatever else changes.
 */
export function drawOutcomes({ scene, assumptions, values, levers, forecastDeviation, luck, seed, count }: Simulated): Draws {
  const uncertain = assumptions.flatMap((assumption, index) => {
    const value = values[assumption.id]!
    if (assumption.uncertainty === 0) return []
    return [{ id: assumption.id, draws: stratifiedDraws(priorAround(assumption, value), count, seededRandom(seed + 7919 * (index + 1))) }]
  })
  const random = seededRandom(seed)
  const all = factorsOf(count, () => Math.exp(forecastDeviation * random.normal()))
  const shared = luckFactors(luck.shared, count, seed + 1)
  const gained = luckFactors(luck.gained, count, seed + 2)
  const anyway = luckFactors(luck.anyway, count, seed + 3)
  const stayed = luckFactors(luck.stayed, count, seed + 4)
  const lost = luckFactors(luck.lost, count, seed + 5)
  const steps = Object.fromEntries(stepIds.map((id) => [id, new Float64Array(count)])) as Record<StepId, Float64Array>
  const drawn = { ...values }
  for (let draw = 0; draw < count; draw++) {
    for (const { id, draws } of uncertain) drawn[id] = draws[draw]!
    const lever = levers(drawn)
    const outcome = outcomeSteps(scene, lever)
    const perk = lever.perkPerCustomerWeekCents * scene.customers * scene.windowAnnuity
    const factors = { all: all[draw]! * shared[draw]!, gained: gained[draw]!, anyway: anyway[draw]!, stayed: stayed[draw]!, lost: lost[draw]! }
    const happened = scaled(outcome, lever, factors, { perk, gross: gainedBeforeLeaving(scene, lever) })
    for (const id of stepIds) steps[id][draw] = happened[id]
  }
  return { steps, count }
}

type Factors = { readonly all: number; readonly gained: number; readonly anyway: number; readonly stayed: number; readonly lost: number }

/** What the owner pays whatever customers do stays; everything else grows and shrinks with them. */
function scaled(
  outcome: OutcomeSteps, { response }: Levers, { all, gained, anyway, stayed, lost }: Factors, { perk, gross }: { perk: number, gross: number },
): OutcomeSteps {
  const anywayOfTakers = response.takeShare > 0 ? Math.min(1, response.anywayShare / response.takeShare) : 1
  return {
    ...outcome,
    'extra-purchases': all * (gained * gross - lost * (gross - outcome['extra-purchases'])),
    'extra-value': all * gained * outcome['extra-value'],
    'retention': all * stayed * outcome.retention,
    'pulled-forward': all * gained * outcome['pulled-forward'],
    'discount-given-away': all * anyway * outcome['discount-given-away'],
    'incentive': all * (anywayOfTakers * anyway + (1 - anywayOfTakers) * gained) * (outcome.incentive + perk) - perk,
  }
}

function luckFactors(variance: number, count: number, seed: number): Float64Array {
  if (!(variance > 0)) return new Float64Array(count).fill(1)
  const random = seededRandom(seed + 104_729)
  const shape = 1 / Math.min(variance, LARGEST_VARIANCE)
  return factorsOf(count, () => random.gamma(shape))
}

/** Drawn, and brought to a mean of exactly 1. */
function factorsOf(count: number, draw: () => number): Float64Array {
  const factors = Float64Array.from({ length: count }, draw)
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
