import type { Handlers } from '../../../shared/contract/index.ts'
import { simulate } from '../../../shared/simulation/simulate.ts'
import { describeStrategies } from '../../../shared/strategies/index.ts'
import type { EngineContext } from '../context.ts'
import { readWorkspaceSettings } from '../database/settings-store.ts'

export const strategiesHandlers: Pick<Handlers<EngineContext>, 'strategies:list' | 'strategies:simulate'> = {
  'strategies:list': async (_request, context) => describeStrategies(await readWorkspaceSettings(await context.workspace.connection())),

  async 'strategies:simulate'(request, context) {
    const connection = await context.workspace.connection()
    const settings = await readWorkspaceSettings(connection)
    const { prepared } = await context.valuations.value(connection, settings)
    return simulate(prepared(), request, settings)
  },
}
