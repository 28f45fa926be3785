import { type BatchSummary, rejectReasons, type ReasonGroup, type RejectReason } from '../../../../shared/contract/data.ts'
import type { ImportedSales } from '../../../../shared/import/imported-sales.ts'
import { type LooseRow, type MendedSales, orderNumbersOf, readMended } from '../../../../shared/import/mends/read-mended.ts'
import type { ReadingPlan } from '../../../../shared/import/reading-plan.ts'
import { isWholeRow } from '../../../../shared/import/sales/rejected-rows.ts'
import { AppError } from '../../../../shared/result.ts'
import { refuseOtherCurrency, undoBatch } from '../../database/batch-store.ts'
import type { Connection, Reader } from '../../database/connection.ts'
import { replaceMends } from '../../database/rows/mend-store.ts'
import {
  type HeldOrder, type MendableBatch, readHeldOrders, readMendable, readRowsSetAside, readRowsWith, readTypedMends, type RowSetAside,
} from '../../database/rows/mendable-store.ts'
import { preparePackedRows } from '../../database/packed-rows.ts'
import { nextSalesVersion } from '../../database/settings-store.ts'
import { latestDay } from './latest-day.ts'
import { storeMendedSales } from './store-mended-sales.ts'

export type MendOutcome = {
  /** Why the row still cannot be read: then nothing was changed. */
  readonly reason: RejectReason | null
  readonly dataVersion: number | null
}
type Change = { readonly lineNumber: number; readonly mended: string | null }

/**
 * Mends a row that was set aside, or with `null` sets it aside again, in one transaction. All mended rows of an import are one batch that
 * is made anew each time: they are read together with the rows that may come along, as if they had stood in the file like this, and joined to the
 * orders that the file has already. What was mended before and is still the same stays as it is.
 */
export function mendRow(connection: Connection, batchId: number, change: Change): Promise<MendOutcome> {
  return connection.bulkTransaction(async (writer) => {
    const source = await readMendable(writer, batchId)
    if (source.isUndone || source.reading === null) throw new AppError('row-not-mendable')
    const typed = new Map((source.mendsBatchId === null ? [] : await readTypedMends(writer, source.mendsBatchId)).map((row) => [row.lineNumber, row.text]))
    if (change.mended !== null) typed.set(change.lineNumber, change.mended)
    else if (!typed.delete(change.lineNumber)) throw new AppError('row-not-mendable')

    const originals = new Map((await readRowsSetAside(writer, batchId, [...typed.keys()])).map((row) => [row.lineNumber, row]))
    const original = originals.get(change.lineNumber)
    if (change.mended !== null && !(original && isWholeRow(original.text))) throw new AppError('row-not-mendable')

    const plan = { ...source.reading.plan, latestDay: latestDay() }
    const own = [...typed].map(([lineNumber, text]) => ({ lineNumber, text }))
    const along = await rowsAlong(writer, batchId, plan, own)
    const read = await readAgain(writer, source, plan, [...own, ...along])
    if (original && !read.result.accepted.has(change.lineNumber)) return { reason: read.result.rejected.get(change.lineNumber) ?? original.reason, dataVersion: null }
    refuseSecondCurrency(source.summary, read.result.sales)
    await refuseOtherCurrency(writer, read.result.sales.currency)

    await preparePackedRows(writer)
    const counted = [...originals.values(), ...along].filter((row) => read.result.accepted.has(row.lineNumber)).sort((a, b) => a.lineNumber - b.lineNumber)
    const at = new Date().toISOString()
    const mendsBatchId = counted.length === 0 ? null
      : await storeMendedSales(writer, source, read, { rows: counted.length, byReason: groupByReason(counted), importedAt: at })
    if (mendsBatchId !== null) {
      const rows = counted.map(({ lineNumber, text }) => ({ lineNumber, original: text, mended: typed.get(lineNumber) ?? null }))
      await replaceMends(writer, { batchId, mendsBatchId, former: source.mendsBatchId, rows })
    }
    if (source.mendsBatchId !== null) await undoBatch(writer, source.mendsBatchId, at)
    return { reason: null, dataVersion: await nextSalesVersion(writer) }
  })
}

/** The other rows set aside of the orders that mended rows belong to: an order whose first row can be read has its further rows read too. */
async function rowsAlong(reader: Reader, batchId: number, plan: ReadingPlan, own: readonly LooseRow[]): Promise<RowSetAside[]> {
  const numbers = new Set(orderNumbersOf(plan, own).values())
  const isOwn = new Set(own.map(({ lineNumber }) => lineNumber))
  const candidates = (await readRowsWith(reader, batchId, [...numbers])).filter(({ lineNumber, text }) => !isOwn.has(lineNumber) && isWholeRow(text))
  const numberOf = orderNumbersOf(plan, candidates)
  return candidates.filter(({ lineNumber }) => numbers.has(numberOf.get(lineNumber) ?? ''))
}

/** Reads rows twice: first to see which orders they look for, then with those orders in place. */
async function readAgain(
  reader: Reader, { batchId }: MendableBatch, plan: ReadingPlan, rows: readonly LooseRow[],
): Promise<{ readonly result: MendedSales; readonly held: readonly HeldOrder[] }> {
  const { orderKeys } = readMended(plan, rows, [])
  const held = await readHeldOrders(reader, batchId, orderKeys)
  return { result: readMended(plan, rows, held), held }
}

function refuseSecondCurrency({ currency }: BatchSummary, sales: ImportedSales): void {
  if (currency === null || sales.currency === null || currency === sales.currency) return
  throw new AppError('import-mixed-currencies', undefined, { currencies: [currency, sales.currency].sort().join(', ') })
}

function groupByReason(rows: readonly RowSetAside[]): ReasonGroup[] {
  return rejectReasons.map((reason) => {
    const group = rows.filter((row) => row.reason === reason)
    return { reason, rows: group.length, amountCents: group.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0) }
  }).filter(({ rows: count }) => count > 0)
}
