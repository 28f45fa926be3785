import type { ImportedSales, TextColumn } from '../../../../shared/import/imported-sales.ts'
import { formatIsoDay } from '../../../../shared/calendar.ts'
import type { Writer } from '../connection.ts'
import { compareParts } from './order-parts.ts'
import { packRows, ROWS_PER_STATEMENT } from '../packed-rows.ts'
import { markNumbersAsRestarted, readNumbersRestart } from '../settings-store.ts'

/** What each order of a file is to the workspace, one entry per order. */
export type OrderStates = {
  readonly states: Uint8Array
  /** The stored order with the same number, known or to be replaced; 0 where the order is new. */
  readonly stored: Int32Array
  /** The numbers to store the orders under. */
  readonly keys: TextColumn
  /** Orders of which another file holds a part, or all: they are stored as they came, and the order is made of all of them. */
  readonly parts: ReadonlySet<number>
}
export const orderState = { new: 0, known: 1, changed: 2 } as const

type Found = { readonly stored: Int32Array; readonly sameContent: Uint8Array; readonly sameDay: Uint8Array; readonly sameAmount: Uint8Array; readonly isCredit: Uint8Array }

/** Sum of the lines of each order, in cents. */
export function orderTotals({ orders, lines }: ImportedSales): Float64Array {
  const totals = new Float64Array(orders.days.length)
  for (let line = 0; line < lines.orders.length; line++) totals[lines.orders[line] ?? 0]! += lines.amountCents[line] ?? 0
  return totals
}

/**
 * Compares with the orders that count now, by the shop's own order number: the same content is known, other content is a change.
 * One number is one order across all files of a workspace, whatever program they come from; unless the numbering started again, as
 * a till's receipts do every day or month: when most of the numbers found on another day also have another amount, those are
 * other orders, and their numbers get the day added. (A file with its days read anew has the same amounts: those are changes.)
 * Where the numbering starts again within the file its reader tells, and the day is added as well; an earlier file that held that day alone
 * has brought the order under its bare number.
 * Where a file holds refunds of another file's sales, under the number of the sale, both are parts of one order: those are told by their lines.
 * Of the orders in `settled` it is known already under which number they are stored.
 */
export async function compareOrders(
  writer: Writer, sales: ImportedSales, onRows: (done: number) => void, settled: ReadonlySet<number> = new Set(),
): Promise<OrderStates> {
  const { orders } = sales
  const count = orders.days.length
  const states = new Uint8Array(count)
  const everyOrder = Int32Array.from({ length: count }, (_, order) => order)
  const usesDated = new Set(everyOrder.filter((order) => orders.restarted[order] === 1))
  const keys = usesDated.size > 0 ? datedKeys(orders, usesDated) : orders.keys
  const isDated = await readNumbersRestart(writer)
  if (usesDated.size > 0 && !isDated) await markNumbersAsRestarted(writer)
  if (!await writer.get('SELECT 1 FROM sales_order LIMIT 1')) return { states, stored: new Int32Array(count), keys, parts: new Set() }

  const totals = orderTotals(sales)
  const found = await findStored(writer, orders, totals, keys, everyOrder, onRows)
  const unseen = everyOrder.filter((order) => usesDated.has(order) && found.stored[order] === 0)
  const foundBare = unseen.length > 0 ? await findStored(writer, orders, totals, orders.keys, unseen, onRows) : null
  for (const order of unseen) {
    if (foundBare?.sameDay[order] !== 1) continue
    usesDated.delete(order)
    found.stored[order] = foundBare.stored[order] ?? 0
    found.sameContent[order] = foundBare.sameContent[order] ?? 0
    found.sameDay[order] = 1
  }

  const contents = await compareContents(writer, sales, totals, found, everyOrder)
  const returned = restartedNumbers(found, (order) => settled.has(order) || contents.has(order))
  // A refund that is not of the order with its number stands for itself, and says nothing about the numbering.
  const isForItself = (order: number) => contents.get(order) === null && found.sameDay[order] === 0 && !settled.has(order)
  const restarted = new Set([...returned, ...[...contents.keys()].filter(isForItself)])
  const again = isDated
    ? everyOrder.filter((order) => orders.restarted[order] === 0 && (found.stored[order] === 0 || restarted.has(order))) : Int32Array.from(restarted)
  if (returned.size > 0 && !isDated) await markNumbersAsRestarted(writer)

  const dated = again.length > 0 ? datedKeys(orders, new Set(again)) : orders.keys
  const foundDated = again.length > 0 ? await findStored(writer, orders, totals, dated, again, onRows) : null
  for (const order of again) {
    if (!restarted.has(order) && foundDated?.stored[order] === 0) continue
    usesDated.add(order)
    found.stored[order] = foundDated?.stored[order] ?? 0
    found.sameContent[order] = foundDated?.sameContent[order] ?? 0
    contents.delete(order)
  }
  if (foundDated) for (const [order, kind] of await compareContents(writer, sales, totals, foundDated, again)) contents.set(order, kind)
  const isKnown = (order: number) => found.sameContent[order] === 1 || contents.get(order) === 'contained'
  for (let order = 0; order < count; order++) {
    if (found.stored[order] !== 0) states[order] = isKnown(order) ? orderState.known : orderState.changed
  }
  const parts = new Set([...contents].flatMap(([order, kind]) => (kind === 'contained' || kind === 'combined' ? [order] : [])))
  return { states, stored: found.stored, keys: usesDated.size > 0 ? datedKeys(orders, usesDated) : orders.keys, parts }
}

/** Holds the orders that were found with other content against what is stored, where it is the same day or one of the two gave money back. */
function compareContents(writer: Writer, sales: ImportedSales, totals: Float64Array, found: Found, chosen: Int32Array) {
  const others = new Map<number, number>()
  for (const order of chosen) {
    if (found.stored[order] === 0 || found.sameContent[order] === 1) continue
    if (found.sameDay[order] === 1 || found.isCredit[order] === 1 || (totals[order] ?? 0) < 0) others.set(order, found.stored[order] ?? 0)
  }
  return compareParts(writer, sales, totals, others)
}

/** Orders whose number stands for another order of another day. */
function restartedNumbers({ stored, sameContent, sameDay, sameAmount }: Found, isSettled: (order: number) => boolean): ReadonlySet<number> {
  const otherDay: number[] = []
  let otherAmount = 0
  for (let order = 0; order < stored.length; order++) {
    if (stored[order] === 0 || sameContent[order] === 1 || sameDay[order] === 1 || isSettled(order)) continue
    otherDay.push(order)
    if (sameAmount[order] === 0) otherAmount++
  }
  return new Set(otherAmount * 2 > otherDay.length ? otherDay : [])
}

/** The order numbers, with the day added to the chosen ones. */
function datedKeys({ keys, days }: ImportedSales['orders'], chosen: ReadonlySet<number>): TextColumn {
  const bytes = new Uint8Array(keys.bytes.length + chosen.size * ' 2000-01-01'.length)
  const offsets = new Uint32Array(keys.offsets.length)
  const encoder = new TextEncoder()
  let at = 0
  for (let order = 0; order < days.length; order++) {
    const key = keys.bytes.subarray(keys.offsets[order], keys.offsets[order + 1])
    bytes.set(key, at)
    at += key.length
    if (chosen.has(order)) at += encoder.encodeInto(` ${formatIsoDay(days[order] ?? 0)}`, bytes.subarray(at)).written
    offsets[order + 1] = at
  }
  return { bytes: bytes.subarray(0, at), offsets }
}

async function findStored(
  writer: Writer, orders: ImportedSales['orders'], totals: Float64Array, keys: TextColumn, wanted: Int32Array, onRows: (done: number) => void,
): Promise<Found> {
  const count = orders.days.length
  const found = { stored: new Int32Array(count), sameContent: new Uint8Array(count), sameDay: new Uint8Array(count), sameAmount: new Uint8Array(count), isCredit: new Uint8Array(count) }
  const packed = packRows([
    { kind: 'text', values: keys }, { kind: 'integer', values: orders.contentHashes }, { kind: 'day', values: orders.days }, { kind: 'integer', values: totals },
  ], wanted)
  const [key, hash, day, total] = packed.expressions
  for (let start = 0; start < wanted.length; start += ROWS_PER_STATEMENT) {
    onRows(start)
    const row = await writer.get<{ places: string; ids: string; content: string; days: string; amounts: string }>(
      `SELECT json_group_array(packed.n) AS places, json_group_array(order_id) AS ids, json_group_array(content_hash = ${hash}) AS content,
       json_group_array(ordered_on = ${day}) AS days, json_group_array((amount_cents = ${total}) + 2 * (amount_cents < 0)) AS amounts
       FROM temp.packed_row AS packed CROSS JOIN sales_order ON order_key = ${key} AND superseded_by_batch_id IS NULL WHERE packed.n < ?2`,
      packed.bind(start))
    if (!row) continue
    const read = (column: string) => JSON.parse(column) as number[]
    const [ids, content, days, amounts] = [read(row.ids), read(row.content), read(row.days), read(row.amounts)]
    for (const [i, place] of read(row.places).entries()) {
      const order = wanted[start + place] ?? 0
      found.stored[order] = ids[i] ?? 0
      found.sameContent[order] = content[i] ?? 0
      found.sameDay[order] = days[i] ?? 0
      found.sameAmount[order] = (amounts[i] ?? 0) & 1
      found.isCredit[order] = (amounts[i] ?? 0) >> 1
    }
  }
  return found
}
