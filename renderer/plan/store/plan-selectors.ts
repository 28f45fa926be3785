import type { Assumption, SimulationOutcome, StrategyDescription } from '../../../shared/contract/strategies.ts'
import type { Failure } from '../../../shared/result.ts'
import type { ComparedScenario, Draft, PlanState } from './plan-state.ts'

export type AssumptionRow = { readonly assumption: Assumption; readonly value: number; readonly isChanged: boolean }

/** The defaults of the strategy at hand. */
export function selectDescription({ strategies, draft }: PlanState): StrategyDescription | undefined {
  return strategies.status === 'ready' ? strategies.value.find((each) => each.strategy === draft?.strategy) : undefined
}

/** The figures on screen: the newest, or the last ones while newer are on their way. */
export function selectShown({ outcome }: PlanState): SimulationOutcome | null {
  return outcome.status === 'ready' || outcome.status === 'loading' ? outcome.shown : null
}

/** The figures to read aloud: only once nothing moves any more. */
export function selectSettled({ outcome, isDragging }: PlanState): SimulationOutcome | null {
  return outcome.status === 'ready' && !isDragging ? outcome.shown : null
}

export function selectOutcomeError({ outcome }: PlanState): Failure | null {
  return outcome.status === 'failed' ? outcome.error : null
}

const missingData: ReadonlySet<Failure['code']> = new Set(['no-sales-yet', 'no-customers-yet', 'fit-not-possible'])

/** An error that no choice on this screen can mend: there is nothing to plan with yet. */
export function selectMissingData(state: PlanState): Failure | null {
  const error = state.strategies.status === 'failed' ? state.strategies.error : selectOutcomeError(state)
  return error !== null && missingData.has(error.code) ? error : null
}

/** Every assumption with the value in force. */
export function assumptionRows(description: StrategyDescription, draft: Draft): readonly AssumptionRow[] {
  return description.assumptions.map((assumption) => {
    const value = draft.assumptions[assumption.id] ?? assumption.default
    return { assumption, value, isChanged: value !== assumption.default }
  })
}

type WaterfallStep = SimulationOutcome['waterfall'][number]

/** What is drawn: the parts that are something, and always the net. */
export function waterfallParts({ waterfall }: SimulationOutcome): readonly (WaterfallStep & { readonly isTotal: boolean })[] {
  return waterfall
    .filter(({ id, cents, p10, p90 }) => id === 'net' || cents !== 0 || p10 !== 0 || p90 !== 0)
    .map((step) => ({ ...step, isTotal: step.id === 'net' }))
}

/** The scenario that is expected to bring the most; `null` where that would bring nothing. */
export function bestOf(compared: readonly ComparedScenario[]): number | null {
  let best: { readonly scenarioId: number; readonly net: number } | null = null
  for (const { scenario, result } of compared) {
    if (result.ok && result.value.net.mean > (best?.net ?? 0)) best = { scenarioId: scenario.scenarioId, net: result.value.net.mean }
  }
  return best?.scenarioId ?? null
}
