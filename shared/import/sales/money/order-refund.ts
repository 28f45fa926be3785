import type { CellReader } from '../../bytes/cell-reader.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'
import type { ReadingPlan } from '../../reading-plan.ts'
import { parseAmount, toCents } from '../../values/parse-amount.ts'
import { statusWord } from '../evidence/order-status.ts'
import { AmountColumn } from './line-amount.ts'

/** `|` stands between what a refund says, `;` between refunds; a reason may hold either, an amount holds neither. */
const REFUND_IN_TEXT = /(?:^|;)\s*amount:([^|;]*)/gu

/** What went back of an order that a row states as paid. */
export class OrderRefund {
  private readonly plan: ReadingPlan
  private readonly refunded: AmountColumn
  private readonly remaining: AmountColumn
  private readonly refundedStatuses: ReadonlySet<string>

  constructor(plan: ReadingPlan) {
    this.plan = plan
    this.refunded = new AmountColumn(plan, 'refundedAmount')
    this.remaining = new AmountColumn(plan, 'remainingAmount')
    this.refundedStatuses = new Set(plan.rules.refundedStatuses)
  }

  /**
   * The cents that went back of `paidCents`, nought or more: by the column of refunds, else the refunds in a text, else what
   * is missing from the amount that remained, else all of it where the status says so. Of a row that is
   * no payment nothing went back.
   */
  cents(row: ScannedRow, cell: CellReader, paidCents: number): number {
    if (paidCents <= 0) return 0
    return this.stated(row, cell) || this.inText(row, cell) || this.missing(row, cell, paidCents) || this.byStatus(row, cell, paidCents)
  }

  private stated(row: ScannedRow, cell: CellReader): number {
    return this.refunded.isMapped && this.refunded.read(row, cell) === null ? Math.abs(this.refunded.cents) : 0
  }

  private inText(row: ScannedRow, cell: CellReader): number {
    if (!cell.at(row, this.plan.rules.refundsText)) return 0
    let cents = 0
    for (const [, text = ''] of cell.text().matchAll(REFUND_IN_TEXT)) {
      const amount = parseAmount(text, this.plan.decimalMarks.amount ?? null)
      if (amount.kind === 'amount') cents += Math.abs(toCents(amount.value, amount.scale))
    }
    return cents
  }

  /** Nought remains of orders of which all went back and of orders of which nothing did: it tells neither. */
  private missing(row: ScannedRow, cell: CellReader, paidCents: number): number {
    if (!this.remaining.isMapped || this.remaining.read(row, cell) !== null) return 0
    const { cents } = this.remaining
    return cents > 0 && cents < paidCents ? paidCents - cents : 0
  }

  private byStatus(row: ScannedRow, cell: CellReader, paidCents: number): number {
    if (this.refundedStatuses.size === 0 || !cell.at(row, this.plan.columns.status ?? -1)) return 0
    return this.refundedStatuses.has(statusWord(cell.text())) ? paidCents : 0
  }
}
