import type { Handlers } from '../../../shared/contract/index.ts'
import type { EngineContext } from '../context.ts'
import { customersHandlers } from './customers.ts'
import { dataHandlers } from './data.ts'
import { exportsHandlers } from './exports.ts'
import { identityHandlers } from './identity.ts'
import { modelsHandlers } from './models.ts'
import { qualityHandlers } from './quality.ts'
import { recordsHandlers } from './records.ts'
import { revenueHandlers } from './revenue.ts'
import { rowsHandlers } from './rows.ts'
import { scenariosHandlers } from './scenarios.ts'
import { settingsHandlers } from './settings.ts'
import { strategiesHandlers } from './strategies.ts'
import { workspaceHandlers } from './workspace.ts'

/** One handler per channel of the contract: a missing one does not compile. */
export const handlers: Handlers<EngineContext> = {
  ...workspaceHandlers, ...settingsHandlers, ...dataHandlers, ...rowsHandlers, ...modelsHandlers, ...customersHandlers, ...identityHandlers, ...strategiesHandlers, ...scenariosHandlers,
  ...qualityHandlers, ...recordsHandlers, ...revenueHandlers, ...exportsHandlers,
}
