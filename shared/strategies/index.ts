import { strategyNames, type Assumption, type StrategyDescription, type StrategyName } from '../contract/strategies.ts'
import { AppError } from '../result.ts'
import { bundle } from './catalog/bundle.ts'
import { promotion } from './catalog/promotion.ts'
import { upsell } from './catalog/upsell.ts'
import { vip } from './catalog/vip.ts'
import type { Strategy } from './define-strategy.ts'
import { standInMarginRate } from './owner-assumptions.ts'

/** What a strategy takes from the owner's settings; the hourly rate is per hour of the owner's own time. */
export type StrategySettings = { readonly contributionMarginRate: number | null; readonly hourlyRateCents: number }

/** While the margin is not known it is drawn too: it can be far off. */
const STAND_IN_MARGIN_UNCERTAINTY = 0.15

const strategies = { upsell, bundle, promotion, vip } satisfies Record<StrategyName, Strategy>

/** Every assumption there is: one without words on the screen does not compile. */
export type AssumptionId = (typeof strategies)[StrategyName]['assumptions'][number]['id']

export function strategyByName(name: StrategyName): Strategy {
  return strategies[name]
}

/** The assumptions of a strategy with the owner's margin as its default, or the stand-in while it is not known. */
export function assumptionsOf(strategy: Strategy, settings: StrategySettings): readonly Assumption[] {
  const known = settings.contributionMarginRate
  return strategy.assumptions.map((assumption) => {
    if (assumption.id !== 'marginRate') return assumption
    return known === null
      ? { ...assumption, default: standInMarginRate, uncertainty: STAND_IN_MARGIN_UNCERTAINTY }
      : { ...assumption, default: known, source: 'own' }
  })
}

/** The catalogue as the window shows it: for whom, and every slider with its default, range and source. */
export function describeStrategies(settings: StrategySettings): StrategyDescription[] {
  return strategyNames.map((name) => {
    const strategy = strategyByName(name)
    return { strategy: name, audience: strategy.audience, assumptions: [...assumptionsOf(strategy, settings)] }
  })
}

/**
 * The value of every assumption: what was asked, brought inside its range, else the default. Throws `bad-request` for an
 * assumption the strategy does not have or a value that is no number.
 */
export function chosenValues(assumptions: readonly Assumption[], asked: Readonly<Record<string, number>>): Record<string, number> {
  const unknown = Object.keys(asked).find((id) => !assumptions.some((assumption) => assumption.id === id))
  if (unknown !== undefined) throw new AppError('bad-request', `no assumption ${unknown}`)
  return Object.fromEntries(assumptions.map(({ id, default: usual, min, max }) => {
    const value = asked[id] ?? usual
    if (!Number.isFinite(value)) throw new AppError('bad-request', `assumption ${id} is not a number`)
    return [id, Math.min(max, Math.max(min, value))]
  }))
}
