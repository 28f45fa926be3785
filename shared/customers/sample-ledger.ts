import type { SalesLedger } from './sales-ledger.ts'

/**
 * Every k-th customer of a ledger with all their orders and lines, so that at most `most` remain; the ledger itself where it has no more.
 * Systematic (Cochran 1977, ch. 8) over customers in the order they were first stored, so that old and new ones keep their shares.
 * Example: 50,000 customers and at most 20,000: every third, 16,667.
 */
export function sampleLedger(ledger: SalesLedger, most: number): SalesLedger {
  const step = Math.ceil(ledger.customerIds.length / most)
  if (step <= 1) return ledger
  const { customers, days, lines } = ledger
  const placeOf = new Int32Array(days.length).fill(-1)
  let kept = 0
  for (let order = 0; order < days.length; order++) if (customers[order]! % step === 0) placeOf[order] = kept++
  const keeps = (_: number, order: number) => placeOf[order]! >= 0
  const linesKept = Int32Array.from(lines.orders.keys()).filter((line) => placeOf[lines.orders[line]!]! >= 0)
  return {
    customerIds: ledger.customerIds.filter((_, row) => row % step === 0),
    customers: customers.filter(keeps).map((customer) => customer / step),
    orderIds: ledger.orderIds.filter(keeps),
    days: days.filter(keeps),
    amountCents: ledger.amountCents.filter(keeps),
    lines: {
      orders: linesKept.map((line) => placeOf[lines.orders[line]!]!),
      products: linesKept.map((line) => lines.products[line]!),
      quantities: Float64Array.from(linesKept, (line) => lines.quantities[line]!),
      amountCents: Float64Array.from(linesKept, (line) => lines.amountCents[line]!),
    },
  }
}
