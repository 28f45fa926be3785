import { weeklyDiscountRate, weeksOfMonths } from '../clv/present-value.ts'
import { percentiles } from '../numerics/statistics/quantile.ts'
import type { CentsRange } from '../contract/schema.ts'
import type { SimulationOutcome, StrategyName, Audience } from '../contract/strategies.ts'
import { assumptionsOf, chosenValues, strategyByName, type StrategySettings } from '../strategies/index.ts'
import { audienceCurves, chooseAudience } from './audience.ts'
import { luckOf } from './luck.ts'
import { drawOutcomes, sensitivities, type Draws } from './monte-carlo.ts'
import { costOf, extraValueOf, outcomeSteps, sceneOf, stepIds, type StepId } from './outcome-steps.ts'
import { cumulativeNet, paybackMonths } from './payback.ts'
import type { PreparedSimulation } from './prepare.ts'
import { expectedResponders } from './responders.ts'
import { timeline } from './time-change.ts'

export { prepareSimulation, type PreparedSimulation } from './prepare.ts'

export type SimulationSettings = StrategySettings & { readonly annualDiscountRate: number; readonly horizonMonths: number }

/** As in the contract; what is left out takes its default. */
export type SimulationInput = {
  readonly strategy: StrategyName
  readonly audience?: Audience | undefined
  readonly assumptions?: Readonly<Record<string, number>>
  readonly seed?: number
  readonly draws?: number
}

/**
 * What a strategy would bring on these customers over the horizon: value with the levers less value without them, summed over the
 * audience, less costs (Fader, Hardie & Lee 2005 for the value; the change of clock in time-change.ts; Blattberg & Deighton 1996 for setting it against cost). `mean`s,
 * waterfall, months and payback are at the chosen assumptions; P10, P50, P90 and the chance of a loss come from the draws, the luck of the customers included. Always gross profit: the margin, or
 * its stand-in. Whole cents. Throws `audience-empty` and, for an unknown assumption, `bad-request`.
 * The same input gives the same answer. Example: every effect at zero brings exactly 0 and costs what it costs.
 */
export function simulate(prepared: PreparedSimulation, input: SimulationInput, settings: SimulationSettings): SimulationOutcome {
  const strategy = strategyByName(input.strategy)
  const { seed = 1, draws: count = 1000, audience = strategy.audience, assumptions: asked = {} } = input
  const marginKnown = settings.contributionMarginRate !== null || asked.marginRate !== undefined
  const assumptions = assumptionsOf(strategy, settings).map((each) => (each.id === 'marginRate' && marginKnown ? { ...each, uncertainty: 0 } : each))
  const values = chosenValues(assumptions, asked)
  const levers = strategy.levers(values)

  const rows = chooseAudience(prepared, audience)
  const curves = audienceCurves(prepared, rows)
  const horizon = weeksOfMonths(settings.horizonMonths)
  const line = timeline(prepared.parameters.alpha, levers.windowWeeks, levers.dip.weeks, horizon, weeklyDiscountRate(settings.annualDiscountRate))
  const scene = sceneOf(curves, prepared.grid, line, settings.hourlyRateCents)

  const expected = wholeCents(outcomeSteps(scene, levers))
  const luck = luckOf(prepared, curves, scene, levers, expected)
  const { forecastDeviation } = prepared.valued
  const simulated = { scene, assumptions, values, levers: strategy.levers, forecastDeviation, luck, seed, count }
  const drawn = drawOutcomes(simulated)
  const extra = sumOfDraws(drawn, extraValueOf)
  const cost = sumOfDraws(drawn, costOf)
  const net = extra.map((value, draw) => value - cost[draw]!)
  const expectedCost = costOf(expected)
  const expectedNet = extraValueOf(expected) - expectedCost
  const months = cumulativeNet(scene, levers, settings.horizonMonths)
  const responders = expectedResponders(prepared, curves, levers, line.windowEnd)

  return {
    strategy: input.strategy,
    audience,
    assumptions: values,
    customers: rows.length,
    revenueShare: revenueShare(prepared, rows),
    basis: 'gross-profit',
    marginRate: levers.marginRate,
    marginKnown,
    horizonMonths: settings.horizonMonths,
    baselineClvCents: Math.round(levers.marginRate * scene.moneyUnchanged.total),
    extraClv: rangeOf(extra, extraValueOf(expected)),
    costCents: rangeOf(cost, expectedCost),
    net: rangeOf(net, expectedNet),
    returnOnCost: expectedCost === 0 ? null : { ...percentiles(net.map((value, draw) => value / cost[draw]!)), mean: expectedNet / expectedCost },
    lossProbability: net.filter((value) => value < 0).length / count,
    paybackMonths: paybackMonths(months),
    discountGivenAway: rangeOf(drawn.steps['discount-given-away'].map((cents) => 0 - cents), 0 - expected['discount-given-away']),
    expectedResponders: responders.expected,
    respondersAnyway: responders.anyway,
    waterfall: [
      ...stepIds.map((id) => ({ id, cents: expected[id], ...outer(drawn.steps[id]) })),
      { id: 'net' as const, cents: expectedNet, ...outer(net) },
    ],
    cumulativeNetCents: months.map((cents) => Math.round(cents) + 0),
    sensitivity: sensitivities(simulated),
    seed,
    draws: count,
  }
}

function sumOfDraws({ steps, count }: Draws, total: (steps: Record<StepId, number>) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, draw) => total(Object.fromEntries(stepIds.map((id) => [id, steps[id][draw]!])) as Record<StepId, number>))
}

/** Whole cents whose sum is the rounded sum (largest remainder). */
function wholeCents(steps: Readonly<Record<StepId, number>>): Record<StepId, number> {
  const whole = Object.fromEntries(stepIds.map((id) => [id, Math.floor(steps[id])])) as Record<StepId, number>
  const sum = (of: Readonly<Record<StepId, number>>) => stepIds.reduce((total, id) => total + of[id], 0)
  const missing = Math.round(sum(steps)) - sum(whole)
  const byRemainder = stepIds.toSorted((one, other) => steps[other] - whole[other] - (steps[one] - whole[one]))
  for (const id of byRemainder.slice(0, missing)) whole[id] += 1
  return Object.fromEntries(stepIds.map((id) => [id, whole[id] + 0])) as Record<StepId, number>
}

function rangeOf(draws: Float64Array, mean: number): CentsRange {
  const { p10, p50, p90 } = percentiles(draws)
  return { p10: Math.round(p10) + 0, p50: Math.round(p50) + 0, p90: Math.round(p90) + 0, mean: mean + 0 }
}

function outer(draws: Float64Array): { p10: number, p90: number } {
  const { p10, p90 } = percentiles(draws)
  return { p10: Math.round(p10) + 0, p90: Math.round(p90) + 0 }
}

/** Of what customers brought; who got more back than was paid brought nothing. */
function revenueShare({ valued: { netCents } }: PreparedSimulation, rows: Int32Array): number {
  const all = netCents.reduce((sum, cents) => sum + Math.max(0, cents), 0)
  return all > 0 ? rows.reduce((sum, row) => sum + Math.max(0, netCents[row]!), 0) / all : 0
}
