import { formatIsoDay } from '../../../shared/calendar.ts'
import { rejectReasons, type ImportChoices } from '../../../shared/contract/data.ts'
import type { ImportedSales, TextColumn } from '../../../shared/import/imported-sales.ts'
import { HEAD_BYTES, inspectFile } from '../../../shared/import/inspect-file.ts'
import type { ReadingPlan } from '../../../shared/import/reading-plan.ts'
import { createSalesReader } from '../../../shared/import/sales-reader.ts'

/** Reads bytes as the engine does: look at the beginning, then feed the reader in chunks. */
export function readBytes(bytes: Uint8Array, choices: ImportChoices = {}, chunkBytes = HEAD_BYTES) {
  const { preview, plan } = inspectFile(bytes.subarray(0, HEAD_BYTES), 'test.csv', bytes.length, choices)
  return { preview, plan, sales: readWithPlan(bytes, plan, chunkBytes) }
}

export function readWithPlan(bytes: Uint8Array, plan: ReadingPlan, chunkBytes = HEAD_BYTES): ImportedSales {
  const reader = createSalesReader(plan)
  for (let start = 0; start < bytes.length; start += chunkBytes) reader.feed(bytes.subarray(start, start + chunkBytes))
  return reader.finish()
}

export function readText(text: string, choices: ImportChoices = {}) {
  const { preview, sales } = readBytes(new TextEncoder().encode(text), choices)
  return { preview, sales, ...inWords(sales) }
}

export function texts({ bytes, offsets }: TextColumn): string[] {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return Array.from({ length: offsets.length - 1 }, (_, index) => decoder.decode(bytes.subarray(offsets[index], offsets[index + 1])))
}

export function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += Number.isNaN(value) ? 0 : value
  return total
}

/** The columns as objects, for comparing in tests. */
export function inWords(sales: ImportedSales) {
  const customers = texts(sales.customers.keys)
  const products = texts(sales.products.keys)
  const orders = texts(sales.orders.keys).map((key, index) => ({
    key,
    day: formatIsoDay(sales.orders.days[index] ?? Number.NaN),
    customer: customers[sales.orders.customers[index] ?? -1] ?? null,
  }))
  const lines = Array.from(sales.lines.orders, (order, index) => ({
    order: orders[order]?.key,
    product: products[sales.lines.products[index] ?? -1] ?? null,
    quantity: sales.lines.quantities[index],
    cents: sales.lines.amountCents[index],
    line: sales.lines.lineNumbers[index],
  }))
  const raw = texts(sales.rejected.raw)
  const rejected = Array.from(sales.rejected.lineNumbers, (line, index) => ({
    line,
    reason: rejectReasons[sales.rejected.reasons[index] ?? -1],
    cents: sales.rejected.amountCents[index],
    raw: raw[index],
  }))
  return { orders, lines, rejected }
}

/** Rows that became lines, the derived ones left out. */
export function rowsAccepted(sales: ImportedSales): number {
  return sales.lines.derived.length - sum(sales.lines.derived)
}

/** All columns in one array of bytes each, for comparing large results quickly. */
export function columnBytes(sales: ImportedSales): Uint8Array[] {
  const tables = [sales.orders, sales.lines, sales.customers, sales.products, sales.rejected]
  return tables.flatMap((table) => Object.values(table))
    .flatMap((column) => (ArrayBuffer.isView(column) ? [column] : Object.values<Uint8Array | Uint32Array | Int32Array>(column)))
    .map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength))
}
