import type { Gap } from '../../../../shared/data-quality/find-gaps.ts'
import { findRepeats } from '../../../../shared/data-quality/find-equal-orders.ts'
import type { FoundInSales, FoundOrder, SalesToJudge } from '../../../../shared/data-quality/find-in-sales.ts'
import type { QualityFacts } from '../../../../shared/data-quality/quality-facts.ts'
import { identityGroups } from '../../../../shared/customers/identity/identity-groups.ts'
import { resolveIdentity } from '../../../../shared/customers/identity/resolve-identity.ts'
import type { SalesLedger } from '../../../../shared/customers/sales-ledger.ts'
import type { Reader } from '../connection.ts'
import { lineCounts, orderCounts } from '../counting.ts'
import { readDecisions, readKnownCustomers } from '../identity-store.ts'
import { float64, int32, join, readColumns } from '../ledger-store.ts'
import { readKnownProducts } from '../records/known-records.ts'
import { withoutVat } from '../vat-store.ts'

/** Most important first. */
type RepeatedOrder = FoundOrder & { readonly sameAs: number }
export type FoundSales = {
  readonly futureOrders: readonly FoundOrder[]
  readonly unmatchedRefunds: readonly FoundOrder[]
  readonly identicalLines: readonly FoundOrder[]
  readonly equalOrders: readonly RepeatedOrder[]
  readonly outliers: readonly FoundOrder[]
  readonly gaps: readonly Gap[]
}
export type AssessedSales = { readonly facts: Omit<QualityFacts, 'marginKnownShare'>; readonly costedRevenueShare: number; readonly found: FoundSales }

/** All rows at once, as columns. */
async function readAll<Name extends string>(reader: Reader, names: readonly Name[], query: string, params: readonly string[] = []): Promise<Record<Name, number[]>> {
  const columns = names.map((name) => `json_group_array(${name}) AS ${name}`).join(', ')
  const row = await reader.get<Record<Name, string>>(`SELECT ${columns} FROM (${query})`, params)
  return Object.fromEntries(names.map((name) => [name, JSON.parse(row?.[name] ?? '[]')])) as Record<Name, number[]>
}

function toFound({ id, cents }: { readonly id: readonly number[]; readonly cents: readonly number[] }): FoundOrder[] {
  return id.map((orderId, i) => ({ orderId, cents: cents[i] ?? 0 }))
}

function sumOf(orders: readonly FoundOrder[]): { orders: number; amountCents: number } {
  return { orders: orders.length, amountCents: orders.reduce((sum, order) => sum + Math.abs(order.cents), 0) }
}

/** Until the day after: who imports at midnight imports the sales of what is yesterday elsewhere. */
const readFutureOrders = async (reader: Reader) => toFound(await readAll(reader, ['id', 'cents'], `
  WITH latest AS MATERIALIZED (SELECT batch_id, vat_rate, date(json_extract(summary, '$.importedAt'), '+1 day') AS latest_on FROM batch)
  SELECT order_id AS id, ${withoutVat('amount_cents')} AS cents FROM sales_order JOIN latest USING (batch_id) WHERE ordered_on > latest_on AND ${orderCounts} ORDER BY ordered_on DESC`))

const readIdenticalLines = (reader: Reader) => readAll(reader, ['id', 'lines', 'cents'], `
  SELECT order_id AS id, count(*) AS lines, sum(abs(${withoutVat('order_line.amount_cents')})) AS cents FROM order_line JOIN sales_order USING (order_id) JOIN batch USING (batch_id)
  WHERE is_identical = 1 AND ${lineCounts} AND ${orderCounts} GROUP BY order_id ORDER BY 3 DESC`)

/** The rows of an import that were mended belong to it. */
async function readEqualOrders(reader: Reader, { orderIds, amountCents }: SalesLedger, groups: readonly number[][]) {
  const read = await readAll(reader, ['id', 'source', 'content'], `
    SELECT order_id AS id, coalesce(mends_batch_id, batch_id) AS source, content_hash AS content FROM sales_order JOIN batch USING (batch_id)
    WHERE order_id IN (SELECT value FROM json_each(?))`, [JSON.stringify(groups.flatMap((group) => group.map((order) => orderIds[order])))])
  const placeOf = new Map(read.id.map((id, place) => [id, place]))
  const inGroup = (order: number) => {
    const place = placeOf.get(orderIds[order]!) ?? 0
    return { order, source: read.source[place] ?? 0, content: read.content[place] ?? 0 }
  }
  const repeats = groups.flatMap((group) => findRepeats(group.map(inGroup))).map(({ order, sameAs, isOtherImport }) =>
    ({ orderId: orderIds[order]!, sameAs: orderIds[sameAs]!, cents: amountCents[order]!, isOtherImport }))
  return { orders: repeats.toSorted((one, other) => other.cents - one.cents), betweenImports: repeats.filter((repeat) => repeat.isOtherImport) }
}

/** Of each group of customers who may be one person, all but one. Whose orders do not count is nobody to judge. */
async function countProbablyOne(reader: Reader, ledger: SalesLedger): Promise<number> {
  const customers = await readKnownCustomers(reader)
  const decisions = await readDecisions(reader)
  const buyers = new Set(ledger.customerIds)
  return identityGroups(resolveIdentity(customers, decisions), decisions)
    .filter((group) => group.state === 'suggested')
    .reduce((sum, group) => sum + Math.max(0, group.parts.filter((row) => buyers.has(customers.ids[row] ?? 0)).length - 1), 0)
}

async function readCounts(reader: Reader) {
  const row = await reader.get<{ lines: number; rows: number; cents: number }>(`
    SELECT (SELECT count(*) FROM order_line) AS lines,
      count(*) AS rows, coalesce(sum(abs(amount_cents)), 0) AS cents FROM (${unusableDateRows})`)
  if (!row) throw new Error('a query of counts gave no row')
  return row
}

/** Of sales, and not mended since. A file that was imported twice set the same rows aside twice: they are one. */
export const unusableDateRows = `
  SELECT min(batch_id) AS batch_id, line_number, raw, amount_cents FROM rejected_row
  WHERE reason IN ('date-missing', 'date-unreadable', 'date-impossible') AND batch_id NOT IN (SELECT batch_id FROM batch WHERE json_extract(summary, '$.kind') <> 'sales')
    AND line_number NOT IN (SELECT line_number FROM mended_row JOIN batch AS mending USING (batch_id) WHERE mending.mends_batch_id = rejected_row.batch_id AND undone_at IS NULL)
  GROUP BY line_number, raw, amount_cents`

/** The orders that name nobody. */
async function readAnonymous(reader: Reader): Promise<SalesToJudge['anonymous']> {
  const pages = await readColumns(reader, ['id', 'day', 'cents'], `
    SELECT order_id AS id, unixepoch(ordered_on) / 86400 AS day, ${withoutVat('amount_cents')} AS cents FROM sales_order JOIN batch USING (batch_id)
    WHERE order_id BETWEEN ?1 AND ?2 AND customer_id IS NULL AND ${orderCounts}`)
  return { orderIds: join(pages, 'id', float64), days: join(pages, 'day', int32), amountCents: join(pages, 'cents', float64) }
}

/**
 * Gathers everything the quality score is computed from, with the orders that each finding is about. Netting needs the ledger, which whoever ranks
 * has read already; `find` may run elsewhere, because a large shop takes a moment.
 */
export async function assessSales(reader: Reader, ledger: SalesLedger, find: (sales: SalesToJudge) => Promise<FoundInSales>): Promise<AssessedSales> {
  const future = await readFutureOrders(reader)
  const inSales = await find({ ledger, anonymous: await readAnonymous(reader), futureOrderIds: future.map((order) => order.orderId) })
  const { orders, salesCents, customers, withoutCustomer, commonestDay, unmatchedRefunds, outliers, gaps } = inSales
  const equal = await readEqualOrders(reader, ledger, inSales.equalGroups)
  const identical = await readIdenticalLines(reader)
  const { lines, rows, cents } = await readCounts(reader)
  return {
    found: {
      futureOrders: future, unmatchedRefunds: unmatchedRefunds ?? [], identicalLines: toFound(identical), equalOrders: equal.orders,
      outliers: outliers?.orders ?? [], gaps: gaps?.gaps ?? [],
    },
    costedRevenueShare: (await readKnownProducts(reader)).costedRevenueShare ?? 0,
    facts: {
      orders, lines, salesCents, customers, withoutCustomer, commonestDay,
      probablyOne: await countProbablyOne(reader, ledger),
      unusableDates: { rows, amountCents: cents },
      future: sumOf(future),
      unmatchedRefunds: unmatchedRefunds && sumOf(unmatchedRefunds),
      identicalLines: { ...sumOf(toFound(identical)), lines: identical.lines.reduce((sum, each) => sum + each, 0) },
      equalOrders: { ...sumOf(equal.orders), betweenImports: sumOf(equal.betweenImports) },
      outliers: outliers && { ...sumOf(outliers.orders), boundCents: outliers.boundCents },
      gaps: gaps && { gaps: gaps.gaps.length, days: gaps.gaps.reduce((sum, gap) => sum + gap.days, 0), observedDays: gaps.observedDays },
    },
  }
}
