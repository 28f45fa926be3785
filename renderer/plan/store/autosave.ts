import type { RequestInput } from '../../../shared/contract/index.ts'
import type { Scenario } from '../../../shared/contract/strategies.ts'
import type { Result } from '../../../shared/result.ts'

type Content = Omit<RequestInput<'scenarios:save'>, 'scenarioId'>

/**
 * Keeps plans one after the other, each with its newest content only. A plan that was never kept gets its number from the
 * first answer, so two quick changes do not make two scenarios.
 */
export function createAutosave(
  save: (request: RequestInput<'scenarios:save'>) => Promise<Result<Scenario>>,
  /** `isLast` where nothing newer waits to be sent. */
  saved: (key: number, result: Result<Scenario>, isLast: boolean) => void,
) {
  const scenarioIds = new Map<number, number>()
  const waiting = new Map<number, Content>()
  let running: Promise<void> | null = null
  let generation = 0

  async function run(): Promise<void> {
    try {
      for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
        const [key, content] = next.value
        waiting.delete(key)
        const scenarioId = scenarioIds.get(key)
        const before = generation
        const result = await save(scenarioId === undefined ? content : { ...content, scenarioId })
        if (before !== generation) continue
        if (result.ok) scenarioIds.set(key, result.value.scenarioId)
        saved(key, result, waiting.size === 0)
      }
    } finally {
      running = null
    }
  }

  return {
    /** The plan with this key is this scenario. */
    opened(key: number, scenarioId: number): void {
      scenarioIds.set(key, scenarioId)
    },
    keep(key: number, content: Content): Promise<void> {
      waiting.set(key, content)
      running ??= run()
      return running
    },
    /** Drops what was not sent yet, and waits for what was; answers under which number the plan is kept, if it is. */
    async drop(key: number): Promise<number | undefined> {
      waiting.delete(key)
      await running
      return scenarioIds.get(key)
    },
    /** Another shop was opened: what was not sent belongs to the former one, and so do the answers under way. */
    forget(): void {
      generation += 1
      waiting.clear()
      scenarioIds.clear()
    },
    async settled(): Promise<void> {
      await running
    },
  }
}
