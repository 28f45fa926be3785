import { decodeText } from '../../../../shared/import/bytes/text-codec.ts'
import type { BatchSummary } from '../../../../shared/contract/data.ts'
import type { AppEvents } from '../../../../shared/contract/index.ts'
import type { ImportedSales } from '../../../../shared/import/imported-sales.ts'
import { insertBatch, insertRejectedRows, nextBatchId, refuseOtherCurrency } from '../../database/batch-store.ts'
import type { Connection, Writer } from '../../database/connection.ts'
import { storeDictionary } from '../../database/dictionary-store.ts'
import { refreshIdentity } from '../../database/identity-store.ts'
import { rememberReading } from '../../database/rows/mend-store.ts'
import { composeOrders } from '../../database/orders/compose-orders.ts'
import { preparePackedRows } from '../../database/packed-rows.ts'
import { savePreset } from '../../database/preset-store.ts'
import { compareOrders, orderState, type OrderStates } from '../../database/orders/order-comparison.ts'
import { leaveOutAgain } from '../../database/quality/repair-store.ts'
import { insertSales, nextOrderId, rememberKnown, supersede } from '../../database/orders/sales-store.ts'
import { nextSalesVersion } from '../../database/settings-store.ts'
import { writeBatchVat } from '../../database/vat-store.ts'
import { summarizeImport } from './summarize-import.ts'
import type { ReadFile } from '../reading-jobs.ts'

type Phase = AppEvents['job:progress']['phase']
type OnProgress = (phase: Phase, rowsDone: number) => void
type Circumstances = {
  readonly fileName: string
  readonly file: Omit<ReadFile, 'sales'>
  readonly importedAt: string
  readonly signal: AbortSignal
  readonly onProgress: OnProgress
}

/** The entries of a dictionary that the orders (or lines) to be stored refer to. */
function usedEntries(size: number, references: Int32Array, isTaken: (i: number) => boolean): Uint8Array {
  const used = new Uint8Array(size)
  for (const [i, entry] of references.entries()) if (entry >= 0 && isTaken(i)) used[entry] = 1
  return used
}

function isStored({ states, parts }: OrderStates, order: number): boolean {
  return states[order] !== orderState.known || parts.has(order)
}

function keysOfParts({ keys: { bytes, offsets }, parts }: OrderStates): string[] {
  return Array.from(parts, (order) => decodeText(bytes, offsets[order], offsets[order + 1]))
}

function toStore(compared: OrderStates): Int32Array {
  const orders: number[] = []
  for (const order of compared.states.keys()) if (isStored(compared, order)) orders.push(order)
  return Int32Array.from(orders)
}

/** Stores a file's sales as one batch, in one transaction: all of it with its indices, or nothing. */
export function saveImport(
  connection: Connection, sales: ImportedSales, { fileName, file, importedAt, signal, onProgress }: Circumstances,
): Promise<{ summary: BatchSummary; dataVersion: number }> {
  return connection.bulkTransaction(async (writer) => {
    await refuseOtherCurrency(writer, sales.currency)
    await preparePackedRows(writer)
    const compared = await compareOrders(writer, sales, (done) => { onProgress('comparing', done) })
    const summary = await storeSales(writer, sales, compared, (batchId, newCustomers) => ({
      ...summarizeImport(sales, compared, { batchId, fileName, remembered: file.source.remembered, vatRate: file.source.vatRate, importedAt, newCustomers }),
      ...(file.mended.length > 0 && { rowsMendedBefore: file.mended.length }),
    }), onProgress)
    await writeBatchVat(writer, summary.batchId, file.source.vatRate)
    await insertRejectedRows(writer, summary.batchId, sales.rejected)
    await rememberReading(writer, summary.batchId, file)
    if (file.source.preset !== null) await savePreset(writer, summary.batchId, file.source.preset, importedAt)
    const dataVersion = await nextSalesVersion(writer)
    return { summary, dataVersion }
  }, signal)
}

/** Stores the orders that are new or changed as a batch, and that it held the known ones too. */
export async function storeSales(
  writer: Writer, sales: ImportedSales, compared: OrderStates, summarize: (batchId: number, newCustomers: number) => BatchSummary, onProgress: OnProgress,
): Promise<BatchSummary> {
  const { orders, lines, customers, products } = sales
  const added = toStore(compared)

  onProgress('saving', 0)
  const customerIds = await storeDictionary(writer, {
    table: 'customer', keys: customers.keys, texts: { name: customers.names, email: customers.emails, phone: customers.phones, postcode: customers.postcodes },
    used: usedEntries(customers.keys.offsets.length - 1, orders.customers, (order) => isStored(compared, order)),
  })
  const productIds = await storeDictionary(writer, {
    table: 'product', keys: products.keys, texts: { name: products.names },
    used: usedEntries(products.keys.offsets.length - 1, lines.products, (line) => isStored(compared, lines.orders[line] ?? 0)),
  })

  const batchId = await nextBatchId(writer)
  const summary = summarize(batchId, customerIds.added)
  const firstOrderId = await nextOrderId(writer)
  await insertBatch(writer, summary, { first: firstOrderId, last: firstOrderId + added.length - 1 })
  if (compared.states.includes(orderState.known)) await rememberKnown(writer, batchId, compared)
  if (compared.states.includes(orderState.changed)) await supersede(writer, batchId, compared)
  await insertSales(writer, sales, { batchId, firstOrderId, keys: compared.keys, orders: added, parts: compared.parts, customerIds: customerIds.ids, productIds: productIds.ids }, {
    onRows: (done) => { onProgress('saving', done) },
    onIndexing: () => { onProgress('indexing', lines.orders.length) },
  })
  if (compared.parts.size > 0) await composeOrders(writer, keysOfParts(compared))
  await leaveOutAgain(writer, firstOrderId)
  // Where nothing was stored nobody was named either.
  if (added.length > 0) await refreshIdentity(writer)
  return summary
}
