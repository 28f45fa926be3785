import type { Handlers } from '../../../shared/contract/index.ts'
import type { EngineContext } from '../context.ts'
import { settingsHandlers } from './settings.ts'
import { workspaceHandlers } from './workspace.ts'

/** One handler per channel of the contract: a missing one does not compile. */
export const handlers: Partial<Handlers<EngineContext>> = {
  ...workspaceHandlers, ...settingsHandlers,
}
