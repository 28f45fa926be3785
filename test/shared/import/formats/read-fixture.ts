import { readFileSync } from 'node:fs'
import { inWords, readBytes, rowsAccepted, sum } from '../read-sales.ts'

/** Reads an export in test/fixtures/import, such as `paypal-nl/refund`, and tells what a test of its totals needs. */
export function readFixture(name: string) {
  const { preview, sales } = readBytes(readFileSync(new URL(`../../../fixtures/import/${name}.csv`, import.meta.url)))
  const { orders, lines, rejected } = inWords(sales)
  /** Net cents per order. */
  const totals = Object.fromEntries(orders.map(({ key }) => [key, sum(lines.filter(({ order }) => order === key).map(({ cents }) => cents ?? 0))]))
  /** Net cents per customer. */
  const spent: Record<string, number> = {}
  for (const { key, customer } of orders) spent[customer ?? 'nobody'] = (spent[customer ?? 'nobody'] ?? 0) + (totals[key] ?? 0)
  return {
    preview,
    sales,
    orders,
    lines,
    totals,
    spent,
    net: sum(sales.lines.amountCents),
    /** Line, reason and cents of the rows set aside; null where no money moved. */
    setAside: rejected.map(({ line, reason, cents }) => [line, reason, Number.isNaN(cents) ? null : cents]),
    isEveryRowCounted: sales.rowsRead === rowsAccepted(sales) + rejected.length,
  }
}
