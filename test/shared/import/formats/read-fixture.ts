import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withTable } from '../../../../electron/engine/files/table-file.ts'
import type { ImportChoices } from '../../../../shared/contract/data.ts'
import { inWords, readBytes, rowsAccepted, sum } from '../read-sales.ts'

const fixture = (name: string) => new URL(`../../../fixtures/import/${name}`, import.meta.url)

/** Reads an export in test/fixtures/import, such as `paypal-nl/refund`, and tells what a test of its totals needs. */
export function readFixture(name: string) {
  return tellOf(readFileSync(fixture(name.includes('.') ? name : `${name}.csv`)))
}

/** The same of a spreadsheet, such as `zettle-receipts/refund.xlsx`. */
export function readSpreadsheetFixture(name: string) {
  return withTable({ path: fileURLToPath(fixture(name)) }, async (table) => {
    const pieces: Uint8Array[] = []
    await table.stream((bytes) => { pieces.push(bytes.slice()) })
    return tellOf(Buffer.concat(pieces), table.written)
  })
}

function tellOf(bytes: Uint8Array, choices?: ImportChoices) {
  const { preview, sales } = readBytes(bytes, choices)
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
