import { formatIsoDay } from '../../../shared/calendar.ts'
import type { Handlers } from '../../../shared/contract/index.ts'
import type { Repair, shownFindings } from '../../../shared/contract/quality.ts'
import type { SalesLedger } from '../../../shared/customers/sales-ledger.ts'
import { type FoundInSales, findInSales, type SalesToJudge } from '../../../shared/data-quality/find-in-sales.ts'
import { scoreQuality } from '../../../shared/data-quality/score-quality.ts'
import { AppError, assertNever } from '../../../shared/result.ts'
import type { EngineContext } from '../context.ts'
import type { Connection } from '../database/connection.ts'
import { readLedger } from '../database/ledger-store.ts'
import { type AssessedSales, assessSales } from '../database/quality/assess-sales.ts'
import { type ExamplePage, type Page, readFoundOrders, readOrdersWithoutCustomer, readRepairedOrders, readUnusableDates } from '../database/quality/example-store.ts'
import { makeRepair, readRepair, readRepairs, undoRepair } from '../database/quality/repair-store.ts'
import { runInWorker } from '../jobs/run-in-worker.ts'
import { nextSalesVersion, readDataVersion, readWorkspaceSettings } from '../database/settings-store.ts'

type QualityChannel = 'quality:report' | 'quality:repair' | 'quality:undo-repair' | 'quality:examples'

/** Goes through every order, and is asked for by every page of examples: kept until the data change. */
const assessedBefore = new WeakMap<Connection, { readonly version: number; readonly assessed: Promise<AssessedSales> }>()

/** With fewer orders, a worker takes longer to start than looking through them does. */
const WORTH_A_WORKER = 50_000

const findIn = (context: EngineContext) => async (sales: SalesToJudge): Promise<FoundInSales> =>
  sales.ledger.orderIds.length + sales.anonymous.orderIds.length < WORTH_A_WORKER ? findInSales(sales) : runInWorker('find-in-sales', sales, context)

/** The ledger as the ranking starts from it, read once for both; without customers there is none to rank, and nothing to read. */
async function readLedgerOnce(connection: Connection, { valuations }: EngineContext): Promise<SalesLedger> {
  return valuations.sales(connection).then(({ ledger }) => ledger, (error: unknown) => {
    if (error instanceof AppError && (error.failure.code === 'no-sales-yet' || error.failure.code === 'no-customers-yet')) return connection.snapshot(readLedger)
    throw error
  })
}

async function assessOnce(connection: Connection, context: EngineContext): Promise<AssessedSales> {
  const version = await readDataVersion(connection)
  const known = assessedBefore.get(connection)
  if (known?.version === version) return known.assessed
  const assessed = readLedgerOnce(connection, context).then((ledger) => connection.snapshot((reader) => assessSales(reader, ledger, findIn(context))))
  assessedBefore.set(connection, { version, assessed })
  assessed.catch(() => { assessedBefore.delete(connection) })
  return assessed
}

function ordersOf(kind: Exclude<Repair['kind'], 'outlier-orders'>, { found }: AssessedSales) {
  return { 'identical-lines': found.identicalLines, 'equal-orders': found.equalOrders, 'future-orders': found.futureOrders }[kind]
}

async function examplesOf(finding: (typeof shownFindings)[number], page: Page, connection: Connection, context: EngineContext): Promise<ExamplePage> {
  const { found } = await assessOnce(connection, context)
  switch (finding) {
    case 'no-customer': return readOrdersWithoutCustomer(connection, page)
    case 'unusable-dates': return readUnusableDates(connection, page)
    case 'future-orders': return readFoundOrders(connection, found.futureOrders, page)
    case 'unmatched-refunds': return readFoundOrders(connection, found.unmatchedRefunds, page)
    case 'identical-lines': return readFoundOrders(connection, found.identicalLines, page)
    case 'equal-orders': return readFoundOrders(connection, found.equalOrders, page)
    case 'outlier-orders': return readFoundOrders(connection, found.outliers, page)
    case 'gaps': return {
      examples: found.gaps.slice(page.offset, page.offset + page.limit)
        .map(({ fromDay, untilDay, days }) => ({ kind: 'gap', from: formatIsoDay(fromDay), until: formatIsoDay(untilDay), days })),
      total: found.gaps.length,
    }
    default: return assertNever(finding)
  }
}

export const qualityHandlers: Pick<Handlers<EngineContext>, QualityChannel> = {
  async 'quality:report'(_request, context) {
    const connection = await context.workspace.connection()
    const { facts, costedRevenueShare } = await assessOnce(connection, context)
    const { contributionMarginRate } = await readWorkspaceSettings(connection)
    return { ...scoreQuality({ ...facts, marginKnownShare: contributionMarginRate === null ? costedRevenueShare : 1 }), repairs: await readRepairs(connection) }
  },

  async 'quality:repair'(request, context) {
    const connection = await context.workspace.connection()
    const { repair, dataVersion } = await connection.transaction(async (writer) => {
      const orders = request.kind === 'outlier-orders' ? request.orderIds.map((orderId) => ({ orderId })) : ordersOf(request.kind, await assessSales(writer, await readLedger(writer), findIn(context)))
      return {
        repair: await makeRepair(writer, { kind: request.kind, orders, madeAt: new Date().toISOString() }),
        dataVersion: await nextSalesVersion(writer),
      }
    })
    context.emit('data:changed', { dataVersion })
    return repair
  },

  async 'quality:undo-repair'({ repairId }, context) {
    const connection = await context.workspace.connection()
    const { repair, dataVersion } = await connection.transaction(async (writer) => ({
      repair: await undoRepair(writer, repairId, new Date().toISOString()),
      dataVersion: await nextSalesVersion(writer),
    }))
    context.emit('data:changed', { dataVersion })
    return repair
  },

  async 'quality:examples'({ of, ...page }, context) {
    const connection = await context.workspace.connection()
    if ('finding' in of) return examplesOf(of.finding, page, connection, context)
    await readRepair(connection, of.repairId)
    return readRepairedOrders(connection, of.repairId, page)
  },
}
