import { create } from 'zustand'
import type { Scenario, SimulationOutcome, StrategyName } from '../../../shared/contract/strategies.ts'
import type { Result } from '../../../shared/result.ts'
import { createAutosave } from './autosave.ts'
import { newestWins } from './newest-wins.ts'
import { type Call, type Draft, type PlanStore, emptyPlan, mostCompared, questionOf } from './plan-state.ts'
import { uniqueName } from './unique-name.ts'

type Dependencies = {
  readonly call: Call
  /** What a new scenario of this strategy is called, in the language of the moment. */
  readonly nameOf: (strategy: StrategyName) => string
}

const byId = (one: Scenario, other: Scenario) => one.scenarioId - other.scenarioId
const latest = (scenarios: readonly Scenario[]) =>
  scenarios.reduce<Scenario | undefined>((newest, each) => (newest === undefined || each.updatedAt > newest.updatedAt ? each : newest), undefined)
const contentOf = ({ name, strategy, audience, assumptions }: Draft | Scenario) => ({ name, strategy, audience, assumptions: { ...assumptions } })

/** What the owner is planning, and the engine's last answer about it. */
export function createPlanStore({ call, nameOf }: Dependencies) {
  return create<PlanStore>()((set, get) => {
    let keys = 0

    const simulate = newestWins(
      (draft: Draft) => call('strategies:simulate', questionOf(draft)),
      (result: Result<SimulationOutcome>, about, isNewest) => {
        // An answer about a plan that is no longer open is of no use; one that is merely a slider step behind is.
        if (about.key !== get().draft?.key) return
        if (!result.ok) set({ outcome: { status: 'failed', error: result.error } })
        else set({ outcome: { status: isNewest ? 'ready' : 'loading', shown: result.value } })
      },
    )

    const autosave = createAutosave(
      (request) => call('scenarios:save', request),
      (key, result, isLast) => {
        if (!result.ok) return set({ saving: { status: 'failed', error: result.error } })
        const { scenarios, draft } = get()
        const scenario = result.value
        set({
          saving: isLast ? { status: 'ready', value: null } : { status: 'loading' },
          scenarios: [...scenarios.filter((each) => each.scenarioId !== scenario.scenarioId), scenario].sort(byId),
          ...(draft?.key === key ? { draft: { ...draft, scenarioId: scenario.scenarioId } } : {}),
        })
      },
    )

    function compute(draft: Draft): void {
      const { outcome } = get()
      set({ outcome: { status: 'loading', shown: outcome.status === 'ready' || outcome.status === 'loading' ? outcome.shown : null } })
      void simulate(draft)
    }

    function open(content: Omit<Draft, 'key'>): Draft {
      keys += 1
      const draft: Draft = { ...content, key: keys }
      if (draft.scenarioId !== null) autosave.opened(draft.key, draft.scenarioId)
      set({ draft, outcome: { status: 'idle' }, isDragging: false, comparison: { status: 'idle' } })
      compute(draft)
      return draft
    }

    function fresh(strategy: StrategyName): Draft | null {
      const { strategies, scenarios } = get()
      const description = strategies.status === 'ready' ? strategies.value.find((each) => each.strategy === strategy) : undefined
      if (description === undefined) return null
      const name = uniqueName(nameOf(strategy), scenarios.map((each) => each.name))
      return open({ scenarioId: null, name, strategy, audience: description.audience, assumptions: {} })
    }

    function keep(draft: Draft): void {
      // What is opened again before the answer is the plan as it was left.
      const scenarios = get().scenarios.map((each) => each.scenarioId === draft.scenarioId ? { ...each, ...contentOf(draft) } : each)
      set({ saving: { status: 'loading' }, scenarios })
      void autosave.keep(draft.key, contentOf(draft))
    }

    function change(changes: Partial<Pick<Draft, 'audience' | 'assumptions'>>, isDragging: boolean): void {
      const { draft } = get()
      if (draft === null) return
      const changed = { ...draft, ...changes }
      set({ draft: changed, isDragging })
      compute(changed)
      if (!isDragging) keep(changed)
    }

    return {
      ...emptyPlan,

      async load(shop) {
        if (get().shop !== shop) {
          autosave.forget()
          set({ ...emptyPlan, shop })
        }
        if (get().strategies.status === 'idle') set({ strategies: { status: 'loading' } })
        const [strategies, kept] = await Promise.all([call('strategies:list', {}), call('scenarios:list', {})])
        if (get().shop !== shop) return
        if (!strategies.ok) return set({ strategies: { status: 'failed', error: strategies.error } })
        if (!kept.ok) return set({ strategies: { status: 'failed', error: kept.error } })
        const scenarios = kept.value.toSorted(byId)
        set({ strategies: { status: 'ready', value: strategies.value }, scenarios })
        const { draft, openScenario } = get()
        const isStillThere = draft !== null && (draft.scenarioId === null || scenarios.some((each) => each.scenarioId === draft.scenarioId))
        const first = strategies.value[0]
        const last = latest(scenarios)
        if (isStillThere) compute(draft)
        else if (last !== undefined) openScenario(last.scenarioId)
        else if (first !== undefined) fresh(first.strategy)
      },

      chooseStrategy(strategy) {
        if (get().draft?.strategy === strategy) return
        const last = latest(get().scenarios.filter((each) => each.strategy === strategy))
        if (last === undefined) fresh(strategy)
        else get().openScenario(last.scenarioId)
      },

      openScenario(scenarioId) {
        const scenario = get().scenarios.find((each) => each.scenarioId === scenarioId)
        if (scenario !== undefined) open({ ...contentOf(scenario), scenarioId })
      },

      newScenario() {
        const { draft } = get()
        const made = draft === null ? null : fresh(draft.strategy)
        if (made !== null) keep(made)
      },

      duplicateScenario() {
        const { draft, scenarios } = get()
        if (draft === null) return
        // A new name that is still being saved is in no list yet.
        keep(open({ ...draft, scenarioId: null, name: uniqueName(draft.name, [draft.name, ...scenarios.map((each) => each.name)]) }))
      },

      async removeScenario() {
        const { draft } = get()
        if (draft === null) return
        const scenarioId = await autosave.drop(draft.key)
        const scenario = get().scenarios.find((each) => each.scenarioId === scenarioId)
        if (scenario === undefined) return
        const gone = await call('scenarios:remove', { scenarioId: scenario.scenarioId })
        if (!gone.ok) return set({ saving: { status: 'failed', error: gone.error } })
        const scenarios = get().scenarios.filter((each) => each.scenarioId !== scenario.scenarioId)
        const comparedIds = get().comparedIds.filter((id) => id !== scenario.scenarioId)
        set({ scenarios, comparedIds, removed: scenario })
        // Another plan may have been opened meanwhile: that one stays.
        if (get().draft?.key !== draft.key) return
        const next = latest(scenarios.filter((each) => each.strategy === scenario.strategy))
        if (next === undefined) fresh(scenario.strategy)
        else get().openScenario(next.scenarioId)
      },

      async undoRemove() {
        const { removed } = get()
        if (removed === null) return
        set({ removed: null })
        const back = await call('scenarios:save', contentOf(removed))
        if (!back.ok) return set({ removed, saving: { status: 'failed', error: back.error } })
        set({ scenarios: [...get().scenarios, back.value].sort(byId) })
        get().openScenario(back.value.scenarioId)
      },

      rename(name) {
        const { draft } = get()
        const trimmed = name.trim().slice(0, 120)
        if (draft === null || trimmed === '' || trimmed === draft.name) return
        const renamed = { ...draft, name: trimmed }
        set({ draft: renamed })
        keep(renamed)
      },

      setAudience: (audience) => change({ audience }, false),
      dragAssumption: (id, value) => change({ assumptions: { ...get().draft?.assumptions, [id]: value } }, true),
      setAssumption: (id, value) => change({ assumptions: { ...get().draft?.assumptions, [id]: value } }, false),
      resetAssumption(id) {
        const { [id]: _, ...rest } = get().draft?.assumptions ?? {}
        change({ assumptions: rest }, false)
      },

      saveAgain() {
        const { draft } = get()
        if (draft !== null) keep(draft)
      },

      toggleCompared(scenarioId) {
        const { comparedIds } = get()
        if (comparedIds.includes(scenarioId)) set({ comparedIds: comparedIds.filter((id) => id !== scenarioId) })
        else if (comparedIds.length < mostCompared) set({ comparedIds: [...comparedIds, scenarioId] })
      },

      async compare() {
        await autosave.settled()
        const chosen = get().scenarios.filter((each) => get().comparedIds.includes(each.scenarioId))
        set({ comparison: { status: 'loading' } })
        const compared = []
        for (const scenario of chosen) compared.push({ scenario, result: await call('strategies:simulate', questionOf(scenario)) })
        // Another scenario may have been opened meanwhile.
        if (get().comparison.status === 'loading') set({ comparison: { status: 'ready', value: compared } })
      },

      closeComparison: () => set({ comparison: { status: 'idle' } }),
    }
  })
}
