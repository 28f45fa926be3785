import type { Channel, RequestInput, Response } from '../../../shared/contract/index.ts'
import type { Audience, Scenario, SimulationOutcome, StrategyDescription, StrategyName } from '../../../shared/contract/strategies.ts'
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts'
import type { Failure, Result } from '../../../shared/result.ts'

export type Call = <C extends Channel>(channel: C, request: RequestInput<C>) => Promise<Result<Response<C>>>

export type Async<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: Failure }

/** What the owner is working on. It becomes a scenario at the first change. */
export type Draft = {
  /** Tells one opened plan from the next within this window, saved or not. */
  readonly key: number
  readonly scenarioId: number | null
  readonly name: string
  readonly strategy: StrategyName
  readonly audience: Audience
  /** Only what differs from the default. */
  readonly assumptions: Readonly<Record<string, number>>
}

/** The last figures stay on screen while newer ones are computed, as long as they are about the same plan. */
export type OutcomeState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly shown: SimulationOutcome | null }
  | { readonly status: 'ready'; readonly shown: SimulationOutcome }
  | { readonly status: 'failed'; readonly error: Failure }

export type ComparedScenario = { readonly scenario: Scenario; readonly result: Result<SimulationOutcome> }

export type PlanState = {
  /** Whose plans these are; another shop starts empty. */
  readonly shop: WorkspaceInfo['kind'] | null
  readonly strategies: Async<readonly StrategyDescription[]>
  readonly scenarios: readonly Scenario[]
  readonly draft: Draft | null
  readonly outcome: OutcomeState
  /** True between the first and the last movement of a slider: nothing is announced or saved meanwhile. */
  readonly isDragging: boolean
  readonly saving: Async<null>
  /** The scenario removed last, for as long as it can be brought back. */
  readonly removed: Scenario | null
  readonly comparedIds: readonly number[]
  readonly comparison: Async<readonly ComparedScenario[]>
}

export type PlanActions = {
  /** Asks for everything on the screen; keeps the plan at hand where there is one. */
  readonly load: (shop: WorkspaceInfo['kind']) => Promise<void>
  readonly chooseStrategy: (strategy: StrategyName) => void
  readonly openScenario: (scenarioId: number) => void
  readonly newScenario: () => void
  readonly duplicateScenario: () => void
  readonly removeScenario: () => Promise<void>
  readonly undoRemove: () => Promise<void>
  readonly rename: (name: string) => void
  readonly setAudience: (audience: Audience) => void
  readonly dragAssumption: (id: string, value: number) => void
  readonly setAssumption: (id: string, value: number) => void
  readonly resetAssumption: (id: string) => void
  readonly saveAgain: () => void
  readonly toggleCompared: (scenarioId: number) => void
  readonly compare: () => Promise<void>
  readonly closeComparison: () => void
}

export type PlanStore = PlanState & PlanActions

/** What the engine is asked about a plan. */
export function questionOf({ strategy, audience, assumptions }: Draft | Scenario) {
  return { strategy, audience, assumptions: { ...assumptions } }
}

/** More columns than this do not fit beside each other at 900 pixels. */
export const mostCompared = 3

export const emptyPlan: PlanState = {
  shop: null,
  strategies: { status: 'idle' },
  scenarios: [],
  draft: null,
  outcome: { status: 'idle' },
  isDragging: false,
  saving: { status: 'idle' },
  removed: null,
  comparedIds: [],
  comparison: { status: 'idle' },
}
