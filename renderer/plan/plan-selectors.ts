import type { Assumption, SimulationOutcome, StrategyDescription } from '../../shared/contract/strategies.ts'
import type { Failure } from '../../shared/result.ts'
import type { Draft, PlanState } from './plan-state.ts'

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

/** An error that no choice on this screen can mend: there is nothing to plan with yet. */
export function selectMissingData(state: PlanState): Failure | null {
  const error = state.strategies.status === 'failed' ? state.strategies.error : selectOutcomeError(state)
  switch (error?.code) {
    case 'no-sales-yet':
    case 'no-customers-yet':
    case 'fit-not-possible':
      return error
    default:
      return null
  }
}

/** Every assumption with the value in force. */
export function assumptionRows(description: StrategyDescription, draft: Draft): readonly AssumptionRow[] {
  return description.assumptions.map((assumption) => {
    const value = draft.assumptions[assumption.id] ?? assumption.default
    return { assumption, value, isChanged: value !== assumption.default }
  })
}
