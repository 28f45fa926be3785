import type { Handlers } from '../../../shared/contract/index.ts'
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts'
import type { EngineContext } from '../context.ts'
import { readDataVersion, readIsSample } from '../database/settings-store.ts'
import { readWorkspaceCounts } from '../database/workspace-store.ts'
import { ensureSampleShop } from '../jobs/make-sample-shop.ts'
import type { WorkspaceKind } from '../workspace.ts'

async function readInfo(context: EngineContext): Promise<WorkspaceInfo> {
  const connection = await context.workspace.connection()
  const [counts, isSample] = await Promise.all([readWorkspaceCounts(connection), readIsSample(connection)])
  return { kind: isSample ? 'sample' : 'own', ...counts, appVersion: context.appVersion }
}

async function show(kind: WorkspaceKind, context: EngineContext): Promise<WorkspaceInfo> {
  context.workspace.show(kind)
  const connection = await context.workspace.connection()
  context.emit('data:changed', { dataVersion: await readDataVersion(connection) })
  return readInfo(context)
}

export const workspaceHandlers: Pick<Handlers<EngineContext>, 'workspace:info' | 'workspace:open-sample' | 'workspace:leave-sample'> = {
  'workspace:info': (_request, context) => readInfo(context),

  async 'workspace:open-sample'(_request, context) {
    await ensureSampleShop(context)
    return show('sample', context)
  },

  'workspace:leave-sample': (_request, context) => show('own', context),
}
