import type { RejectReason } from '../../contract/data.ts'
import type { ScannedRow } from '../bytes/row-scanner.ts'
import type { ReadingPlan } from '../reading-plan.ts'
import { DateReader, type DateOutcome } from '../values/date-reader.ts'
import { HeldRows } from './held-rows.ts'
import { AmountColumn, PricedQuantity } from './money/line-amount.ts'
import { OrderRefund } from './money/order-refund.ts'
import { notASale } from './evidence/not-a-sale.ts'
import { statusReason } from './evidence/order-status.ts'
import { RowItems } from './row-items.ts'
import { centsSetAside, rowKind } from './row-kinds.ts'
import { RowMoney } from './money/row-money.ts'
import type { SalesCollector } from './sales-collector.ts'
import { isTotalsRow } from './evidence/totals-row.ts'

export const DATE_REASONS: Readonly<Record<Exclude<DateOutcome, 'day'>, RejectReason>> = {
  missing: 'date-missing',
  unreadable: 'date-unreadable',
  impossible: 'date-impossible',
}

/** Takes the data rows of a file, in its way of saying things. */
export type RowReader = { readonly row: (row: ScannedRow) => void; readonly finish: () => void }

/**
 * Rows that each say all of themselves: a line of an order, or an order on one row. The amount column counts where there is
 * one, else price times quantity. What went back of a positive amount becomes a negative line of the same order; a
 * row that is negative already is the refund itself. What a format states beside the amount (`FormatRules`) is added or taken off.
 *
 * Rows of orders that were cancelled, not paid or a test are set aside without an amount: no money came in, so they are
 * no part of the total to hold against the till. The same goes for a total below the table, and for money in another currency. All other rows set aside
 * keep the amount they show.
 */
export function lineRows(plan: ReadingPlan, sales: SalesCollector): RowReader {
  const { cell } = sales
  const dateColumn = plan.columns.date ?? -1
  const orderColumn = plan.columns.orderId ?? -1
  const statusColumn = plan.columns.status ?? -1
  const date = new DateReader(plan.dateOrder, plan.latestDay)
  const amount = new AmountColumn(plan, 'amount')
  const refund = new OrderRefund(plan)
  const money = new RowMoney(plan)
  const items = new RowItems(plan, sales)
  const priced = new PricedQuantity(plan)
  const held = new HeldRows()
  const statuses = new Map<string, RejectReason | null>()

  function statusOf(row: ScannedRow): RejectReason | null {
    if (!cell.at(row, statusColumn)) return null
    const text = cell.text()
    let reason = statuses.get(text)
    if (reason === undefined) {
      reason = statusReason(text, plan.rules.statuses)
      statuses.set(text, reason)
    }
    return reason
  }

  function readAmount(row: ScannedRow): RejectReason | null {
    if (!amount.isMapped) return priced.read(row, cell)
    priced.readQuantity(row, cell)
    return amount.read(row, cell)
  }

  function readRow(row: ScannedRow): void {
    const customer = sales.customers.of(row, cell)
    const product = items.isMapped ? -1 : sales.products.of(row, cell)
    const status = statusOf(row)
    if (status !== null) return sales.reject(row, status)
    const amountReason = readAmount(row)
    const source = amount.isMapped ? amount : priced
    const stated = amountReason === null ? source.cents : Number.NaN
    const kind = rowKind(plan.rules.rowKinds, row, cell, stated)
    if (kind !== 'sale' && kind !== 'refund') return sales.reject(row, kind, centsSetAside(kind, stated))
    const sign = kind === 'refund' && stated > 0 ? -1 : 1
    const cents = sign * stated
    const quantity = kind === 'refund' ? -Math.abs(priced.quantity) : priced.quantity
    const dateOutcome = cell.at(row, dateColumn) ? date.read(cell) : 'missing'
    if (dateOutcome !== 'day') {
      return sales.reject(row, DATE_REASONS[dateOutcome], isTotalsRow(row) ? Number.NaN : cents)
    }
    if (amountReason !== null) return sales.reject(row, amountReason)
    const noSale = plan.rules.isJudged ? null : notASale(sales.products.natureOf(product), cents, quantity, customer >= 0)
    if (noSale !== null) return sales.reject(row, noSale, cents)
    if (sales.currencies.isOther(row, cell, source.currency)) return sales.reject(row, 'other-currency')
    const number = sales.orders.withNumber(row, cell, orderColumn)
    if (!plan.rules.isJudged && cents === 0 && customer < 0 && number >= 0) return held.hold(row, number, date.day, product, quantity)
    const order = sales.orders.open(number, customer, date.day)
    sales.lines.day = date.day
    const ownCents = cents - sign * money.deductions(row, cell)
    if (items.isMapped) items.accept(row, order, ownCents)
    else sales.accept(row, order, product, quantity, ownCents)
    const addedCents = sign * money.additions(row, cell)
    if (addedCents !== 0) sales.addDerived(row.lineNumber, order, addedCents)
    const refundedCents = refund.cents(row, cell, ownCents + addedCents)
    if (refundedCents !== 0) sales.addRefund(row.lineNumber, order, refundedCents)
  }

  return { row: readRow, finish: () => held.settle(sales) }
}
