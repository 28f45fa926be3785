import { rejectReasons, type RejectReason } from '../../contract/data.ts'
import { float64Column, int32Column, uint32Column } from '../bytes/growing-column.ts'
import type { ScannedRow } from '../bytes/row-scanner.ts'
import type { ReadingPlan } from '../reading-plan.ts'
import { DateReader } from '../values/date-reader.ts'
import { AmountColumn, PricedQuantity } from './money/line-amount.ts'
import { OrderRefund } from './money/order-refund.ts'
import { DATE_REASONS, type RowReader } from './line-rows.ts'
import { statusReason } from './evidence/order-status.ts'
import type { SalesCollector } from './sales-collector.ts'

const UNKNOWN = -2
const COUNTS = -1

/** An order whose first row was read before: what it has open of its total, and where it began. */
export type StartedOrder = { readonly order: number; readonly openCents: number; readonly firstLine: number }

/**
 * Rows of which only an order's first has the order's total, date, customer and status, or all have the same. The items
 * become lines at price times quantity or their own total (without either the first one gets the whole total); what the total has more or less than its items (shipping, discount) becomes one derived line, and what was
 * refunded a negative one, so that the order's lines add up to what the shop kept. Orders that count for nothing
 * are set aside whole, without an amount.
 * To the orders that were `started` before, rows only add items.
 *
 * A number that comes back on another day is another order, as of a till that starts numbering again every day; unless the
 * total is the same and so is the customer, or no other number stands between.
 */
export function totalledRows(plan: ReadingPlan, sales: SalesCollector, started: readonly StartedOrder[] = []): RowReader {
  const { cell } = sales
  const { columns } = plan
  const date = new DateReader(plan.dateOrder, plan.latestDay)
  const total = new AmountColumn(plan, 'amount')
  const refund = new OrderRefund(plan)
  const item = new PricedQuantity(plan)
  const lineTotal = new AmountColumn(plan, 'lineAmount')
  /** Per order: an index into `rejectReasons` where the order was set aside, else one of the constants above. */
  const fates = int32Column()
  const openTotals = float64Column()
  const firstLines = uint32Column()
  const ownOrders = int32Column()
  const firstDays = float64Column()
  const firstTotals = float64Column()
  /** Per order number that came back: the order it stands for now. */
  const latestOrders = new Map<number, number>()
  let lastNumber = -1

  function fateOfFirstRow(row: ScannedRow): RejectReason | null {
    if (!cell.at(row, columns.amount ?? -1)) return 'continuation-without-order'
    if (cell.at(row, columns.cancelledAt ?? -1)) return 'cancelled-order'
    const status = cell.at(row, columns.status ?? -1) ? statusReason(cell.text(), plan.rules.statuses) : null
    if (status !== null) return status
    const dateOutcome = cell.at(row, columns.date ?? -1) ? date.read(cell) : 'missing'
    if (dateOutcome !== 'day') return DATE_REASONS[dateOutcome]
    return total.read(row, cell) ?? (sales.currencies.isOther(row, cell, total.currency) ? 'other-currency' : null)
  }

  /** Decides the order's fate; null where it counts. */
  function startOrder(row: ScannedRow, number: number, place: number, customer: number): RejectReason | null {
    const reason = fateOfFirstRow(row)
    if (reason === 'continuation-without-order') return reason
    fates.values[place] = reason === null ? COUNTS : rejectReasons.indexOf(reason)
    if (reason !== null) return reason
    const order = sales.orders.open(number, customer, date.day)
    ownOrders.values[place] = order
    openTotals.values[place] = total.cents
    firstLines.values[place] = row.lineNumber
    firstDays.values[place] = date.day
    firstTotals.values[place] = total.cents
    const refundedCents = refund.cents(row, cell, total.cents)
    if (refundedCents !== 0) sales.addRefund(row.lineNumber, order, refundedCents)
    return null
  }

  function addItem(row: ScannedRow, number: number, product: number): void {
    if (!item.isMapped) item.readQuantity(row, cell)
    if (!item.isMapped && !lineTotal.isMapped) {
      sales.accept(row, ownOrders.at(number), product, item.quantity, openTotals.at(number))
      openTotals.values[number] = 0
      return
    }
    const source = item.isMapped ? item : lineTotal
    const reason = source.read(row, cell)
    if (reason !== null && reason !== 'amount-missing') return sales.reject(row, reason)
    const cents = reason === null ? source.cents : 0
    openTotals.values[number] = openTotals.at(number) - cents
    sales.accept(row, ownOrders.at(number), product, reason === null ? item.quantity : 0, cents)
  }

  function makeRoomFor(number: number): void {
    while (fates.length <= number) {
      fates.push(UNKNOWN)
      openTotals.push(0)
      firstLines.push(0)
      ownOrders.push(-1)
      firstDays.push(Number.NaN)
      firstTotals.push(Number.NaN)
    }
  }

  for (const { order, openCents, firstLine } of started) {
    makeRoomFor(order)
    fates.values[order] = COUNTS
    ownOrders.values[order] = order
    openTotals.values[order] = openCents
    firstLines.values[order] = firstLine
  }

  /** Where the order of a row is kept: by its number, unless that stands for another order on the row's day. */
  function placeOf(row: ScannedRow, number: number, customer: number): number {
    const latest = latestOrders.get(number) ?? number
    if (fates.at(number) !== COUNTS) return latest
    if (!cell.at(row, columns.date ?? -1) || date.read(cell) !== 'day' || total.read(row, cell) !== null) return latest
    if (number === lastNumber && total.cents === firstTotals.at(latest)) return latest
    const place = date.day === firstDays.at(number) ? number : sales.orders.otherOn(number, date.day)
    makeRoomFor(place)
    const isSame = customer >= 0 && customer === sales.orders.customers.at(ownOrders.at(number)) && total.cents === firstTotals.at(number)
    if (fates.at(place) === UNKNOWN && isSame) return latest
    latestOrders.set(number, place)
    return place
  }

  return {
    row(row) {
      const customer = sales.customers.of(row, cell)
      const number = sales.orders.withNumber(row, cell, columns.orderId ?? -1)
      if (number < 0) return sales.reject(row, 'continuation-without-order')
      makeRoomFor(number)
      const place = placeOf(row, number, customer)
      lastNumber = number
      const fate = fates.at(place)
      const reason = fate === UNKNOWN ? startOrder(row, number, place, customer) : (rejectReasons[fate] ?? null)
      if (reason !== null) return sales.reject(row, reason)
      addItem(row, place, sales.products.of(row, cell))
    },
    finish() {
      for (let number = 0; number < fates.length; number++) {
        const rest = openTotals.at(number)
        if (fates.at(number) === COUNTS && rest !== 0) sales.addDerived(firstLines.at(number), ownOrders.at(number), rest)
      }
    },
  }
}
