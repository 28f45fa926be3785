import { formatIsoDay } from '../../../../shared/calendar.ts'
import { type BatchSummary, rejectReasons } from '../../../../shared/contract/data.ts'
import type { ImportedSales } from '../../../../shared/import/imported-sales.ts'
import { AppError } from '../../../../shared/result.ts'
import { vatIn } from '../../database/batch-store.ts'
import { type OrderStates, orderState } from '../../database/orders/order-comparison.ts'

type Circumstances = Pick<BatchSummary, 'batchId' | 'fileName' | 'importedAt' | 'newCustomers' | 'remembered' | 'vatRate'>

/** Everything the owner can check an import by. All rows are in it: accepted, known and set aside. */
export function summarizeImport(sales: ImportedSales, { states }: OrderStates, circumstances: Circumstances): BatchSummary {
  const { orders, lines, rejected } = sales
  let net = 0
  let refunds = 0
  let isRefundRow = false
  let identified = 0
  let rowsAccepted = 0
  let rowsKnown = 0
  let rowsWithoutCustomer = 0
  let identicalLines = 0
  for (let line = 0; line < lines.orders.length; line++) {
    const order = lines.orders[line] ?? 0
    const cents = lines.amountCents[line] ?? 0
    net += cents
    if (lines.derived[line] === 0) isRefundRow = cents < 0
    // Shipping given back goes with its row. A discount is no refund: it has no pieces, and is taken off a sale.
    if (cents < 0 && (isRefundRow || lines.quantities[line] !== 0)) refunds += cents
    const isIdentified = (orders.customers[order] ?? -1) >= 0
    if (isIdentified) identified += cents
    if (lines.identical[line] === 1) identicalLines++
    // Shipping, a discount on the whole or a refund column: money of the order, but no row of the file.
    if (lines.derived[line] === 1) continue
    rowsAccepted++
    if (states[order] === orderState.known) rowsKnown++
    if (!isIdentified) rowsWithoutCustomer++
  }

  const byReason = rejectReasons.map((reason) => ({ reason, rows: 0, amountCents: 0 }))
  for (const [i, reason] of rejected.reasons.entries()) {
    const group = byReason[reason]
    const cents = rejected.amountCents[i] ?? Number.NaN
    if (!group) throw new Error(`The reader set a row aside for reason ${reason}, which the contract does not know.`)
    group.rows++
    if (!Number.isNaN(cents)) group.amountCents += cents
  }

  const controlTotalCents = byReason.reduce((sum, group) => sum + group.amountCents, net)
  // Beyond whole numbers a sum is no longer exact: no shop sells that much, the column holds something else than money.
  if (!Number.isSafeInteger(net) || !Number.isSafeInteger(controlTotalCents)) throw new AppError('import-nothing-usable', 'the amounts outgrow whole numbers')
  const ordersIn = (state: number) => states.reduce((sum, one) => sum + (one === state ? 1 : 0), 0)
  const days = orders.days.reduce(
    (range, day) => ({ first: Math.min(range.first, day), last: Math.max(range.last, day) }), { first: Infinity, last: -Infinity })
  return {
    ...circumstances,
    kind: 'sales',
    format: sales.format,
    rowsRead: sales.rowsRead,
    rowsAccepted,
    rowsKnown,
    rowsRejected: rejected.lineNumbers.length,
    rejectedByReason: byReason.filter((group) => group.rows > 0),
    newOrders: ordersIn(orderState.new),
    knownOrders: ordersIn(orderState.known),
    changedOrders: ordersIn(orderState.changed),
    customers: sales.customersNamed,
    rowsWithoutCustomer,
    identicalLines,
    refundCents: refunds,
    netRevenueCents: net,
    identifiedRevenueShare: net > 0 ? Math.min(1, Math.max(0, identified / net)) : 0,
    controlTotalCents,
    firstOrderOn: orders.days.length > 0 ? formatIsoDay(days.first) : null,
    lastOrderOn: orders.days.length > 0 ? formatIsoDay(days.last) : null,
    currency: sales.currency,
    ...vatIn({ netRevenueCents: net }, circumstances.vatRate),
    records: null,
    undoneAt: null,
  }
}
