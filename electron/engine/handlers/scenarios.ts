import type { Handlers } from '../../../shared/contract/index.ts'
import type { EngineContext } from '../context.ts'
import { readScenarios, removeScenario, saveScenario } from '../database/scenario-store.ts'

export const scenariosHandlers: Pick<Handlers<EngineContext>, 'scenarios:list' | 'scenarios:save' | 'scenarios:remove'> = {
  'scenarios:list': async (_request, context) => readScenarios(await context.workspace.connection()),

  async 'scenarios:save'(scenario, context) {
    const connection = await context.workspace.connection()
    return connection.transaction((writer) => saveScenario(writer, { ...scenario, updatedAt: new Date().toISOString() }))
  },

  async 'scenarios:remove'({ scenarioId }, context) {
    const connection = await context.workspace.connection()
    await connection.transaction((writer) => removeScenario(writer, scenarioId))
    return {}
  },
}
