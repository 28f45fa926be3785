import type { Handlers } from '../../../shared/contract/index.ts'
import type { EngineContext } from '../context.ts'
import { readChangedOrders, readSharedNumbers } from '../database/conflict-store.ts'

type RowsChannel = 'data:changed-orders' | 'data:shared-numbers'

export const rowsHandlers: Pick<Handlers<EngineContext>, RowsChannel> = {
  'data:changed-orders': async (page, context) => readChangedOrders(await context.workspace.connection(), page),
  'data:shared-numbers': async (page, context) => readSharedNumbers(await context.workspace.connection(), page),
}
