import type { Handlers } from '../../../shared/contract/index.ts'
import type { RevenueReport } from '../../../shared/contract/revenue.ts'
import type { EngineContext } from '../context.ts'
import type { Connection } from '../database/connection.ts'
import { readRevenue } from '../database/revenue-store.ts'
import { readSalesVersion } from '../database/settings-store.ts'

/** Goes through every line: kept until what counts as sales changes. */
const reportedBefore = new WeakMap<Connection, { readonly version: number; readonly report: Promise<RevenueReport> }>()

export const revenueHandlers: Pick<Handlers<EngineContext>, 'revenue:report'> = {
  async 'revenue:report'(_request, context) {
    const connection = await context.workspace.connection()
    const version = await readSalesVersion(connection)
    const known = reportedBefore.get(connection)
    if (known?.version === version) return known.report
    const report = connection.snapshot(readRevenue)
    reportedBefore.set(connection, { version, report })
    report.catch(() => { reportedBefore.delete(connection) })
    return report
  },
}
