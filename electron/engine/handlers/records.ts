import type { Handlers } from '../../../shared/contract/index.ts'
import type { EngineContext } from '../context.ts'
import { readKnownRecords } from '../database/records/known-records.ts'

export const recordsHandlers: Pick<Handlers<EngineContext>, 'records:known'> = {
  'records:known': async (_request, context) => readKnownRecords(await context.workspace.connection(), new Date().toISOString().slice(0, 10)),
}
