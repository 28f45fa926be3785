import { strategyNames } from './lists.ts'
import { cents, centsRange, count, nothing, share, z } from './schema.ts'

export { strategyNames }
export const strategyName = z.enum(strategyNames)
export type StrategyName = z.infer<typeof strategyName>

/** For whom: a choice over the ranked customers. */
export const audience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  z.object({ kind: z.literal('top-share'), share: z.number().min(0.01).max(1) }),
  z.object({ kind: z.literal('value-band'), fromCents: cents, toCents: cents }),
  z.object({ kind: z.literal('one-time') }),
  z.object({ kind: z.literal('lapsing') }),
])
export type Audience = z.infer<typeof audience>

/** One slider: its default, its range and where they come from. The words are the window's, by id. */
export const assumption = z.object({
  id: z.string(),
  unit: z.enum(['rate', 'cents', 'weeks', 'hours', 'count']),
  default: z.number(),
  min: z.number(),
  max: z.number(),
  step: z.number(),
  /** The spread of the draws around the chosen value, as a share of it; 0 for what the owner decides. */
  uncertainty: z.number().min(0),
  /** Author and year, or 'judgement' where no source supports a number, or 'own' where it comes from the shop's data. */
  source: z.string(),
})
export type Assumption = z.infer<typeof assumption>

export const strategyDescription = z.object({ strategy: strategyName, audience, assumptions: z.array(assumption) })
export type StrategyDescription = z.infer<typeof strategyDescription>

export const simulationRequest = z.object({
  strategy: strategyName,
  audience: audience.optional(),
  /** What is left out takes its default. */
  assumptions: z.record(z.string(), z.number()).default({}),
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
  draws: z.number().int().min(100).max(10_000).default(1000),
})

export const waterfallStep = z.object({
  id: z.enum(['extra-purchases', 'extra-value', 'retention', 'pulled-forward', 'discount-given-away', 'incentive', 'contact', 'fixed', 'hours', 'net']),
  /** Expected; costs negative. The steps before `net` add up to it to the cent. */
  cents,
  p10: z.number(),
  p90: z.number(),
})

export const simulationOutcome = z.object({
  strategy: strategyName,
  audience,
  assumptions: z.record(z.string(), z.number()),
  customers: count,
  /** Share of revenue so far that these customers brought. */
  revenueShare: z.number(),
  basis: z.enum(['revenue', 'gross-profit']),
  marginRate: share,
  /** False while the owner's margin is not known and the default stands in for it. */
  marginKnown: z.boolean(),
  horizonMonths: count,
  /** Customer value of this audience over the horizon when nothing is done. */
  baselineClvCents: cents,
  /** Extra customer value before the costs below, discount given away already taken off. */
  extraClv: centsRange,
  costCents: centsRange,
  net: centsRange,
  /** Net per euro of cost, `mean` that of the expected net and cost; `null` without cost. */
  returnOnCost: z.object({ p10: z.number(), p50: z.number(), p90: z.number(), mean: z.number() }).nullable(),
  lossProbability: share,
  /** Months until the expected extra margin has paid the costs; `null` when it does not within the horizon. */
  paybackMonths: z.number().nullable(),
  discountGivenAway: centsRange,
  expectedResponders: z.number(),
  /** Who would have done it without the campaign. */
  respondersAnyway: z.number(),
  waterfall: z.array(waterfallStep),
  /** Expected cumulative net per month from the start, month 0 first. */
  cumulativeNetCents: z.array(z.number()),
  /** Net when one assumption is at its low or high end and the rest stay; widest first. */
  sensitivity: z.array(z.object({ id: z.string(), lowNetCents: z.number(), highNetCents: z.number() })),
  seed: count,
  draws: count,
})
export type SimulationOutcome = z.infer<typeof simulationOutcome>

export const scenario = z.object({
  scenarioId: count,
  name: z.string().min(1).max(120),
  strategy: strategyName,
  audience,
  assumptions: z.record(z.string(), z.number()),
  updatedAt: z.string(),
})
export type Scenario = z.infer<typeof scenario>

export const strategiesChannels = {
  'strategies:list': { request: nothing, response: z.array(strategyDescription) },
  'strategies:simulate': { request: simulationRequest, response: simulationOutcome },
  'scenarios:list': { request: nothing, response: z.array(scenario) },
  /** Without an id a new one is kept. */
  'scenarios:save': { request: scenario.omit({ scenarioId: true, updatedAt: true }).extend({ scenarioId: count.optional() }), response: scenario },
  'scenarios:remove': { request: z.object({ scenarioId: count }), response: nothing },
}
