import type { RejectReason } from '../../contract/data.ts'
import { rejectReasons } from '../../contract/data.ts'
import { CellReader } from '../bytes/cell-reader.ts'
import { Interner } from '../bytes/interner.ts'
import type { ImportedSales } from '../imported-sales.ts'
import type { ReadingPlan } from '../reading-plan.ts'
import { finishSales } from '../sales/finish-sales.ts'
import { lineRows } from '../sales/line-rows.ts'
import { OrderRegister } from '../sales/registers/order-register.ts'
import { SalesCollector } from '../sales/sales-collector.ts'
import { addStoredOrders, type StoredOrder } from '../sales/stored-orders.ts'
import { totalledRows } from '../sales/totalled-rows.ts'
import { createRowReader } from '../table-reader.ts'

/** A row to read once more, on the line where it stood. */
export type LooseRow = { readonly lineNumber: number; readonly text: string }

export type MendedSales = {
  /** The stored orders with the rows that joined them, and the orders that are new. */
  readonly sales: ImportedSales
  /** Lines of the rows that are sales now. */
  readonly accepted: ReadonlySet<number>
  /** Why the others are not. A row without any cell filled is in neither. */
  readonly rejected: ReadonlyMap<number, RejectReason>
  /** Every number and key under which the rows looked for their order. */
  readonly orderKeys: readonly string[]
}

/**
 * Reads rows of a file that were set aside once more, by the plan of the file, together with the orders that the file has already: gives what
 * reading the whole file with these rows in it would give for their orders.
 */
export function readMended(plan: ReadingPlan, rows: readonly LooseRow[], stored: readonly StoredOrder[]): MendedSales {
  const sales = new SalesCollector(plan)
  const isTotalled = plan.orderTotal === 'first-row'
  const started = addStoredOrders(sales, stored, isTotalled)
  const reader = isTotalled ? totalledRows(plan, sales, started) : lineRows(plan, sales)
  const seen = new Set<number>()
  /** Which order the row on a line belongs to: rows of a number that follow each other are one order. */
  const orderOnLine = new Map(started.flatMap((order) => order.lineNumbers.map((line) => [line, order] as const)))
  const readRow = createRowReader(plan, {
    row(row) {
      const number = sales.orders.withNumber(row, sales.cell, plan.columns.orderId ?? -1)
      const beside = [row.lineNumber - 1, row.lineNumber + 1].map((line) => orderOnLine.get(line)).find((order) => order?.number === number)
      if (beside) sales.orders.continueWith(number, beside.order)
      else if (!seen.has(row.lineNumber - 1)) sales.orders.continueWith(-1, -1)
      seen.add(row.lineNumber)
      reader.row(row)
    },
    reject: (row, reason) => { sales.rejected.add(row, reason, Number.NaN) },
  })
  for (const { text, lineNumber } of rows.toSorted((a, b) => a.lineNumber - b.lineNumber)) readRow(text, lineNumber)
  reader.finish()
  const finished = finishSales(sales, plan.format, rows.length)
  const rejected = new Map(Array.from(finished.rejected.lineNumbers, (line, i) => [line, rejectReasons[finished.rejected.reasons[i] ?? -1] ?? 'unclosed-quote']))
  const { keys } = sales.orders
  return {
    sales: finished,
    accepted: new Set([...seen].filter((line) => !rejected.has(line))),
    rejected,
    orderKeys: Array.from({ length: keys.size }, (_, index) => keys.text(index)),
  }
}

/** The order number on each row, by line; rows without one are left out. */
export function orderNumbersOf(plan: ReadingPlan, rows: readonly LooseRow[]): Map<number, string> {
  const cell = new CellReader()
  const orders = new OrderRegister(new Interner())
  const numbers = new Map<number, string>()
  const readRow = createRowReader(plan, {
    row(row) {
      const order = orders.withNumber(row, cell, plan.columns.orderId ?? -1)
      if (order >= 0) numbers.set(row.lineNumber, orders.keys.text(order))
    },
    reject: () => undefined,
  })
  for (const { text, lineNumber } of rows) readRow(text, lineNumber)
  return numbers
}
