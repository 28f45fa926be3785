import type { CellReader } from '../../bytes/cell-reader.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'
import type { ReadingPlan } from '../../reading-plan.ts'
import { AmountReader } from '../../values/amount-reader.ts'
import { toCents } from '../../values/parse-amount.ts'

/** The money a row states beside its amount: what was paid on top, what is in it but does not count. */
export class RowMoney {
  private readonly plan: ReadingPlan
  private readonly reader: AmountReader

  constructor(plan: ReadingPlan) {
    this.plan = plan
    this.reader = new AmountReader(plan.decimalMarks.amount ?? null)
  }

  additions(row: ScannedRow, cell: CellReader): number {
    return this.sum(row, cell, this.plan.rules.additions)
  }

  deductions(row: ScannedRow, cell: CellReader): number {
    return this.sum(row, cell, this.plan.rules.deductions)
  }

  /** What is no amount adds nothing. */
  private sum(row: ScannedRow, cell: CellReader, columns: readonly number[]): number {
    let cents = 0
    for (const column of columns) {
      if (cell.at(row, column) && this.reader.read(cell) === 'amount') cents += toCents(this.reader.value, this.reader.scale)
    }
    return cents
  }
}
