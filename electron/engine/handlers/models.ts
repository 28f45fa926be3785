import { parseIsoDay } from '../../../shared/calendar.ts'
import { fitSummaryOf } from '../../../shared/clv/fit.ts'
import type { Handlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/result.ts'
import type { EngineContext } from '../context.ts'
import { runInWorker } from '../jobs/run-in-worker.ts'

export const modelsHandlers: Pick<Handlers<EngineContext>, 'models:fit' | 'models:back-test'> = {
  async 'models:back-test'(_, context) {
    const { method, level, report } = await context.valuations.choice(await context.workspace.connection())
    return { method, levelFactor: level.factor, report }
  },

  async 'models:fit'({ observedUntil }, context) {
    const sales = await context.valuations.sales(await context.workspace.connection())
    const observedUntilDay = observedUntil === undefined ? sales.lastDay : parseIsoDay(observedUntil)
    if (observedUntilDay === null) throw new AppError('bad-request', 'observedUntil is no day of the calendar')
    const { fit } = await runInWorker('fit-models', { ledger: sales.ledger, observedUntilDay }, context)
    // There are customers: without any before that day, history is too thin as well.
    if (!fit) throw new AppError('fit-not-possible')
    return fitSummaryOf(fit)
  },
}
