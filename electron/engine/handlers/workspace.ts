import type { Handlers } from '../../../shared/contract/index.ts'
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts'
import type { EngineContext } from '../context.ts'
import type { Connection } from '../database/connection.ts'
import { readDataVersion, readIsSample } from '../database/settings-store.ts'
import { readWorkspaceCounts, type WorkspaceCounts } from '../database/workspace-store.ts'
import { ensureSampleShop } from '../jobs/make-sample-shop.ts'
import type { WorkspaceKind } from '../workspace.ts'

/** Counting goes through every order, and the frame asks often, also while an import is under way. Lists are imports too, and change no sales. */
const countedBefore = new WeakMap<Connection, { readonly version: number; readonly counts: WorkspaceCounts }>()

async function countOnce(connection: Connection): Promise<WorkspaceCounts> {
  const version = await readDataVersion(connection)
  const known = countedBefore.get(connection)
  if (known?.version === version) return known.counts
  const counts = await readWorkspaceCounts(connection)
  countedBefore.set(connection, { version, counts })
  return counts
}

async function readInfo(context: EngineContext): Promise<WorkspaceInfo> {
  const connection = await context.workspace.connection()
  const [counts, isSample] = await Promise.all([countOnce(connection), readIsSample(connection)])
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
