import type { ReasonGroup } from '../../../../shared/contract/data.ts'
import { formatIsoDay } from '../../../../shared/calendar.ts'
import { decodeText, encodeUtf8 } from '../../../../shared/import/bytes/text-codec.ts'
import type { ImportedSales } from '../../../../shared/import/imported-sales.ts'
import type { MendedSales } from '../../../../shared/import/mends/read-mended.ts'
import { pickOrders, textColumn } from '../../../../shared/import/pick-orders.ts'
import type { Writer } from '../../database/connection.ts'
import { holdOrders, readHeldContents } from '../../database/rows/mend-store.ts'
import type { HeldOrder, MendableBatch } from '../../database/rows/mendable-store.ts'
import { compareOrders, orderState } from '../../database/orders/order-comparison.ts'
import { writeBatchVat } from '../../database/vat-store.ts'
import { storeSales } from './save-import.ts'
import { summarizeImport } from './summarize-import.ts'

type Read = { readonly result: MendedSales; readonly held: readonly HeldOrder[] }
type Counted = { readonly rows: number; readonly byReason: ReasonGroup[]; readonly importedAt: string }

/** Stores the orders that mended rows made or changed as a batch of their own, and answers its id. */
export async function storeMendedSales(writer: Writer, source: MendableBatch, { result, held }: Read, { rows, byReason, importedAt }: Counted): Promise<number> {
  const stored = storedOrders(result.sales, held)
  const isOther = (order: number) => stored[order]?.contentHash !== result.sales.orders.contentHashes[order]
  const { sales: changed, settled } = underStoredKeys(result.sales, stored, isOther)

  const before = source.mendsBatchId === null ? new Map<string, number>() : await readHeldContents(writer, source.mendsBatchId)
  const contents = keysOf(changed.orders.keys).map((key, order) => `${changed.orders.contentHashes[order]} ${key}`)
  const isNew = (order: number) => !before.has(contents[order] ?? '')
  const added = pickOrders(changed, isNew)
  const settledAdded = new Set([...contents.keys()].filter(isNew).flatMap((order, index) => (settled.has(order) ? [index] : [])))
  const compared = await compareOrders(writer, added, () => undefined, settledAdded)

  const addedCents = sum(result.sales.lines.amountCents) - sum(held.map(({ amountCents }) => amountCents))
  const states = Uint8Array.from(changed.orders.days, (_, order) => (settled.has(order) ? orderState.changed : orderState.new))
  const { batchId } = await storeSales(writer, added, compared, (mendsBatchId, newCustomers) => ({
    ...summarizeImport(changed, { states, stored: new Int32Array(states.length), keys: changed.orders.keys, parts: new Set() }, {
      batchId: mendsBatchId, fileName: source.summary.fileName, remembered: [], vatRate: source.summary.vatRate, importedAt, newCustomers,
    }),
    rowsRead: rows,
    rowsAccepted: rows,
    rowsKnown: 0,
    rowsRejected: 0,
    rejectedByReason: [],
    netRevenueCents: addedCents,
    controlTotalCents: addedCents,
    mends: { batchId: source.batchId, byReason },
  }), () => undefined)
  await writeBatchVat(writer, batchId, source.summary.vatRate)
  await holdOrders(writer, batchId, contents.flatMap((content) => before.get(content) ?? []))
  return batchId
}

/** The stored order that each order of a reading continues; none for those that are new. */
function storedOrders({ orders }: ImportedSales, held: readonly HeldOrder[]): (HeldOrder | undefined)[] {
  const byKey = new Map(held.map((order) => [order.storedKey, order]))
  return keysOf(orders.keys).map((key, order) => {
    const day = orders.days[order] ?? 0
    const [bare, dated] = [byKey.get(key), byKey.get(`${key} ${formatIsoDay(day)}`)]
    // A number that stands for other orders on other days was stored without its day while there was only one of them.
    return orders.restarted[order] === 1 ? dated ?? (bare?.day === day ? bare : undefined) : bare ?? dated
  })
}

/** Some orders of a reading, those that continue a stored one under the key that it has. */
function underStoredKeys(sales: ImportedSales, stored: readonly (HeldOrder | undefined)[], isTaken: (order: number) => boolean) {
  const own = keysOf(sales.orders.keys)
  const keys = textColumn(own.map((key, order) => encodeUtf8(stored[order]?.storedKey ?? key)))
  const restarted = sales.orders.restarted.map((is, order) => (stored[order] ? 0 : is))
  const taken = stored.flatMap((order, index) => (isTaken(index) ? [order] : []))
  return {
    sales: pickOrders({ ...sales, orders: { ...sales.orders, keys, restarted } }, isTaken),
    settled: new Set(taken.flatMap((order, index) => (order ? [index] : []))),
  }
}

function keysOf({ bytes, offsets }: ImportedSales['orders']['keys']): string[] {
  return Array.from({ length: offsets.length - 1 }, (_, index) => decodeText(bytes, offsets[index], offsets[index + 1]))
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
