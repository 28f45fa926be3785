import { describe, expect, test } from 'vitest'
import { assumptionRows, selectDescription, selectMissingData, selectOutcomeError, selectSettled, selectShown } from '../../../../renderer/plan/store/plan-selectors.ts'
import { createPlanStore } from '../../../../renderer/plan/store/plan-store.ts'
import type { Call } from '../../../../renderer/plan/store/plan-state.ts'
import type { Scenario, SimulationOutcome, StrategyDescription } from '../../../../shared/contract/strategies.ts'
import { ok, type Failure, type Result } from '../../../../shared/result.ts'

const rate = { id: 'acceptance', unit: 'rate', default: 0.12, min: 0.05, max: 0.25, step: 0.01, uncertainty: 0.3, source: 'judgement' } as const
const descriptions: StrategyDescription[] = [
  { strategy: 'upsell', audience: { kind: 'top-share', share: 0.2 }, assumptions: [rate] },
  { strategy: 'vip', audience: { kind: 'everyone' }, assumptions: [rate] },
]

type Question = { strategy: string; assumptions?: Record<string, number> }

/** In place of the engine, because the order in which answers arrive is what these tests are about. */
function engine({ scenarios = [], failure, holds = false, holdsSaves = false }: { scenarios?: Scenario[]; failure?: Failure; holds?: boolean; holdsSaves?: boolean } = {}) {
  const kept = [...scenarios]
  const asked: Question[] = []
  const held: (() => void)[] = []
  const saves: unknown[] = []
  let ticks = 100

  const figures = (question: Question) => {
    const value = question.assumptions?.[rate.id] ?? rate.default
    // Only the strategy and the figure that came of the assumption are looked at.
    return { strategy: question.strategy, net: { mean: Math.round(value * 100) } } as SimulationOutcome
  }
  const answers: Record<string, (request: never) => unknown> = {
    'strategies:list': () => ok(descriptions),
    'scenarios:list': () => ok([...kept]),
    'strategies:simulate': async (question: Question) => {
      asked.push(question)
      if (holds) await new Promise<void>((resolve) => held.push(resolve))
      return failure === undefined ? ok(figures(question)) : { ok: false, error: failure }
    },
    'scenarios:save': async (request: Omit<Scenario, 'updatedAt'>) => {
      if (holdsSaves) await new Promise<void>((resolve) => held.push(resolve))
      saves.push(request)
      ticks += 1
      const scenarioId = request.scenarioId ?? Math.max(0, ...kept.map((each) => each.scenarioId)) + 1
      const scenario = { ...request, scenarioId, updatedAt: `2026-01-01T00:00:00.${ticks}Z` }
      kept.splice(0, kept.length, ...kept.filter((each) => each.scenarioId !== scenarioId), scenario)
      return ok(scenario)
    },
    'scenarios:remove': ({ scenarioId }: { scenarioId: number }) => {
      kept.splice(0, kept.length, ...kept.filter((each) => each.scenarioId !== scenarioId))
      return ok({})
    },
  }
  const call = (async (channel: string, request: never) => answers[channel]?.(request)) as unknown as Call
  const store = createPlanStore({ call, nameOf: (strategy) => `My ${strategy}` })
  return { store, kept, asked, saves, release: () => held.shift()?.() }
}

/** Lets everything that is ready to go on go on. */
const settle = () => new Promise((resolve) => { setImmediate(resolve) })

const scenarioOf = (scenarioId: number, changes: Partial<Scenario> = {}): Scenario =>
  ({ scenarioId, name: `Plan ${scenarioId}`, strategy: 'upsell', audience: { kind: 'everyone' }, assumptions: {}, updatedAt: `2026-01-01T00:00:00.00${scenarioId}Z`, ...changes })

describe('opening the screen', () => {
  test('with nothing kept: the first strategy, computed, and nothing saved before the first change', async () => {
    const { store, kept } = engine()
    await store.getState().load('own')
    await settle()
    expect(store.getState().draft).toMatchObject({ strategy: 'upsell', name: 'My upsell', scenarioId: null, audience: { share: 0.2 } })
    expect(selectShown(store.getState())).toMatchObject({ net: { mean: 12 } })
    expect(kept).toEqual([])
  })

  test('with scenarios: the one changed last', async () => {
    const { store } = engine({ scenarios: [scenarioOf(1, { updatedAt: '2026-03-01T00:00:00.000Z', assumptions: { acceptance: 0.2 } }), scenarioOf(2)] })
    await store.getState().load('own')
    await settle()
    expect(store.getState().draft).toMatchObject({ scenarioId: 1, assumptions: { acceptance: 0.2 } })
    expect(selectShown(store.getState())).toMatchObject({ net: { mean: 20 } })
  })

  test('when the data changed, the plan at hand stays and is computed again', async () => {
    const { store, asked } = engine()
    await store.getState().load('own')
    store.getState().chooseStrategy('vip')
    await settle()
    await store.getState().load('own')
    await settle()
    expect(store.getState().draft?.strategy).toBe('vip')
    expect(asked.map((each) => each.strategy)).toEqual(['upsell', 'vip', 'vip'])
  })

  test('another shop starts empty, and a change made just before is not kept there', async () => {
    const { store, kept } = engine({ scenarios: [scenarioOf(1)] })
    await store.getState().load('own')
    store.getState().setAssumption('acceptance', 0.2)
    store.getState().duplicateScenario()
    kept.length = 0
    await store.getState().load('sample')
    await settle()
    expect(store.getState().draft).toMatchObject({ scenarioId: null, assumptions: {} })
    expect([store.getState().scenarios, kept]).toEqual([[], []])
  })

  test('without sales the screen has nothing to plan with; an empty audience is only this choice', async () => {
    const empty = engine({ failure: { code: 'no-sales-yet' } })
    await empty.store.getState().load('own')
    await settle()
    expect(selectMissingData(empty.store.getState())).toEqual({ code: 'no-sales-yet' })

    const nobody = engine({ failure: { code: 'audience-empty' } })
    await nobody.store.getState().load('own')
    await settle()
    expect(selectMissingData(nobody.store.getState())).toBeNull()
    expect(selectOutcomeError(nobody.store.getState())).toEqual({ code: 'audience-empty' })
  })
})

describe('a slider', () => {
  test('dragging computes, keeps the former figures meanwhile, saves nothing; letting go saves once', async () => {
    const { store, saves } = engine()
    await store.getState().load('own')
    await settle()
    store.getState().dragAssumption('acceptance', 0.13)
    expect(store.getState().outcome.status).toBe('loading')
    expect(selectShown(store.getState())).toMatchObject({ net: { mean: 12 } })
    await settle()
    expect(selectShown(store.getState())).toMatchObject({ net: { mean: 13 } })
    expect(selectSettled(store.getState())).toBeNull()
    expect(saves).toEqual([])

    store.getState().setAssumption('acceptance', 0.14)
    await settle()
    expect(selectSettled(store.getState())).toMatchObject({ net: { mean: 14 } })
    expect(saves).toEqual([{ name: 'My upsell', strategy: 'upsell', audience: { kind: 'top-share', share: 0.2 }, assumptions: { acceptance: 0.14 } }])
    expect(store.getState().draft?.scenarioId).toBe(1)
  })

  test('one request is under way at a time and the newest wins', async () => {
    const { store, asked, release } = engine({ holds: true })
    await store.getState().load('own')
    for (const value of [0.13, 0.14, 0.15]) store.getState().dragAssumption('acceptance', value)
    await settle()
    expect(asked).toHaveLength(1)
    release()
    await settle()
    expect(asked.map((each) => each.assumptions)).toEqual([{}, { acceptance: 0.15 }])
    expect(store.getState().outcome.status).toBe('loading')
    release()
    await settle()
    expect(store.getState().outcome).toMatchObject({ status: 'ready', shown: { net: { mean: 15 } } })
  })

  test('an answer about a plan that was left is dropped', async () => {
    const { store, release } = engine({ holds: true })
    await store.getState().load('own')
    store.getState().chooseStrategy('vip')
    release()
    await settle()
    expect(selectShown(store.getState())).toBeNull()
    release()
    await settle()
    expect(selectShown(store.getState())).toMatchObject({ strategy: 'vip' })
  })

  test('its value, and whether it differs from the default', async () => {
    const { store } = engine()
    await store.getState().load('own')
    const rows = () => {
      const state = store.getState()
      const description = selectDescription(state)
      return description === undefined || state.draft === null ? [] : assumptionRows(description, state.draft)
    }
    expect(rows()).toMatchObject([{ value: 0.12, isChanged: false }])
    store.getState().setAssumption('acceptance', 0.2)
    expect(rows()).toMatchObject([{ value: 0.2, isChanged: true }])
    store.getState().resetAssumption('acceptance')
    expect(rows()).toMatchObject([{ value: 0.12, isChanged: false }])
    expect(store.getState().draft?.assumptions).toEqual({})
  })
})

describe('scenarios', () => {
  test('two quick changes make one scenario, holding the last', async () => {
    const { store, kept } = engine()
    await store.getState().load('own')
    store.getState().setAssumption('acceptance', 0.2)
    store.getState().setAssumption('acceptance', 0.21)
    store.getState().rename('  Spring  ')
    await settle()
    expect(kept).toMatchObject([{ scenarioId: 1, name: 'Spring', assumptions: { acceptance: 0.21 } }])
    expect(store.getState().scenarios).toEqual(kept)
  })

  test('a new one starts from the defaults, a copy from the plan at hand, each with a name of its own', async () => {
    const { store } = engine()
    await store.getState().load('own')
    store.getState().setAssumption('acceptance', 0.2)
    await settle()
    store.getState().duplicateScenario()
    await settle()
    store.getState().newScenario()
    await settle()
    expect(store.getState().scenarios.map(({ name, assumptions }) => [name, assumptions])).toEqual([
      ['My upsell', { acceptance: 0.2 }], ['My upsell 2', { acceptance: 0.2 }], ['My upsell 3', {}],
    ])
  })

  test('a copy made while the new name is still being saved has a name of its own', async () => {
    const { store } = engine({ scenarios: [scenarioOf(1)] })
    await store.getState().load('own')
    store.getState().rename('Autumn gift set')
    store.getState().duplicateScenario()
    expect(store.getState().draft?.name).toBe('Autumn gift set 2')
    await settle()
    expect(store.getState().scenarios.map(({ name }) => name)).toEqual(['Autumn gift set', 'Autumn gift set 2'])
  })

  test('an empty name is not taken', async () => {
    const { store } = engine({ scenarios: [scenarioOf(1)] })
    await store.getState().load('own')
    store.getState().rename('   ')
    expect(store.getState().draft?.name).toBe('Plan 1')
  })

  test('what was removed can be brought back', async () => {
    const { store, kept } = engine({ scenarios: [scenarioOf(1), scenarioOf(2, { assumptions: { acceptance: 0.2 } })] })
    await store.getState().load('own')
    await store.getState().removeScenario()
    expect(kept.map((each) => each.scenarioId)).toEqual([1])
    expect(store.getState().draft?.scenarioId).toBe(1)
    await store.getState().undoRemove()
    await settle()
    expect(store.getState().draft).toMatchObject({ name: 'Plan 2', assumptions: { acceptance: 0.2 } })
    expect(store.getState().removed).toBeNull()
    expect(kept.map((each) => each.name)).toEqual(['Plan 1', 'Plan 2'])
  })

  test('what was changed is kept only once nothing newer is on its way', async () => {
    const { store, release } = engine({ scenarios: [scenarioOf(1)], holdsSaves: true })
    await store.getState().load('own')
    store.getState().setAssumption('acceptance', 0.2)
    store.getState().setAssumption('acceptance', 0.21)
    release()
    await settle()
    expect(store.getState().saving.status).toBe('loading')
    release()
    await settle()
    expect(store.getState().saving.status).toBe('ready')
  })

  test('a plan that is opened again before it was kept is as it was left', async () => {
    const { store } = engine({ scenarios: [scenarioOf(1), scenarioOf(2)], holdsSaves: true })
    await store.getState().load('own')
    store.getState().setAssumption('acceptance', 0.2)
    store.getState().openScenario(1)
    store.getState().openScenario(2)
    expect(store.getState().draft).toMatchObject({ scenarioId: 2, assumptions: { acceptance: 0.2 } })
  })

  test('what is removed is the plan that was open when removing was asked, not the one opened since', async () => {
    const { store, kept, release } = engine({ scenarios: [scenarioOf(1), scenarioOf(2)], holdsSaves: true })
    await store.getState().load('own')
    store.getState().setAssumption('acceptance', 0.2)
    const removing = store.getState().removeScenario()
    store.getState().openScenario(1)
    release()
    await removing
    expect(kept.map((each) => each.scenarioId)).toEqual([1])
    expect(store.getState().draft?.scenarioId).toBe(1)
  })

  test('removing right after a change removes that change too', async () => {
    const { store, kept } = engine()
    await store.getState().load('own')
    store.getState().setAssumption('acceptance', 0.2)
    await store.getState().removeScenario()
    await settle()
    expect(kept).toEqual([])
    expect(store.getState().draft).toMatchObject({ scenarioId: null, assumptions: {} })
  })

  test('at most three are compared, each with the figures of its own assumptions', async () => {
    const scenarios = [1, 2, 3, 4].map((id) => scenarioOf(id, { assumptions: { acceptance: id / 20 } }))
    const { store } = engine({ scenarios })
    await store.getState().load('own')
    for (const { scenarioId } of scenarios) store.getState().toggleCompared(scenarioId)
    store.getState().toggleCompared(2)
    expect(store.getState().comparedIds).toEqual([1, 3])
    await store.getState().compare()
    const { comparison } = store.getState()
    const netOf = (result: Result<SimulationOutcome>) => (result.ok ? result.value.net.mean : null)
    expect(comparison.status === 'ready' && comparison.value.map(({ scenario, result }) => [scenario.scenarioId, netOf(result)])).toEqual([[1, 5], [3, 15]])
  })
})
