import type { CellReader } from '../bytes/cell-reader.ts'
import type { ScannedRow } from '../bytes/row-scanner.ts'
import type { ReadingPlan } from '../reading-plan.ts'
import { AmountReader } from '../values/amount-reader.ts'
import { toCents } from '../values/parse-amount.ts'
import type { SalesCollector } from './sales-collector.ts'

type Item = { readonly product: number; readonly quantity: number; readonly cents: number }

/** A comma between two products (`next`): names have commas too, but seldom with a count behind them. */
const COUNTED = {
  '×': { next: /,\s+(?=-?\d+[×x]\s)/u, item: /^-?(\d{1,6})[×x]\s+(.+)$/su },
  ' x': { next: /,\s+(?=-?\d+ [×x]\s)/u, item: /^-?(\d{1,6}) [×x]\s+(.+)$/su },
} as const

/** The products of an order that stands on one row. */
export class RowItems {
  readonly isMapped: boolean
  private readonly plan: ReadingPlan
  private readonly sales: SalesCollector
  private readonly namesColumn: number
  private readonly reader: AmountReader

  constructor(plan: ReadingPlan, sales: SalesCollector) {
    this.plan = plan
    this.sales = sales
    this.namesColumn = plan.rules.countSign !== null ? (plan.columns.productName ?? -1) : -1
    this.reader = new AmountReader(plan.decimalMarks.amount ?? null)
    this.isMapped = plan.rules.itemGroups.length > 0 || this.namesColumn >= 0
  }

  /**
   * Adds the row as a line per product, the first of them as the row itself. They add up to `cents` with one line without
   * product for the rest: shipping, tax, a discount.
   */
  accept(row: ScannedRow, order: number, cents: number): void {
    const { cell } = this.sales
    const items = this.namesColumn >= 0 ? this.countedItems(row, cell, cents) : this.groupedItems(row, cell)
    const [first, ...others] = items
    if (first === undefined) return this.sales.accept(row, order, -1, 1, cents)
    this.sales.accept(row, order, first.product, first.quantity, first.cents)
    for (const item of others) this.sales.addDerived(row.lineNumber, order, item.cents, item.product, item.quantity)
    const rest = items.reduce((left, item) => left - item.cents, cents)
    if (rest !== 0) this.sales.addDerived(row.lineNumber, order, rest)
  }

  private groupedItems(row: ScannedRow, cell: CellReader): Item[] {
    return this.plan.rules.itemGroups.flatMap((group) => {
      const product = this.sales.products.of(row, cell, group.id, group.name)
      if (product < 0) return []
      const quantity = this.isNumber(row, cell, group.quantity) ? this.reader.value / 10 ** this.reader.scale : 1
      const cents = this.isNumber(row, cell, group.amount) ? toCents(this.reader.value, this.reader.scale) : 0
      return [{ product, quantity, cents }]
    })
  }

  /** The cell has no prices: its products share the amount by pieces, and the last takes what rounding leaves. */
  private countedItems(row: ScannedRow, cell: CellReader, cents: number): Item[] {
    if (!cell.at(row, this.namesColumn)) return []
    const written = COUNTED[this.plan.rules.countSign ?? '×']
    const counted = cell.text().split(written.next).map((text) => {
      const [, count = '1', name = text] = written.item.exec(text) ?? []
      return { name: name.trim(), count: Number(count) }
    })
    const pieces = Math.max(1, counted.reduce((sum, { count }) => sum + count, 0))
    let left = cents
    return counted.map(({ name, count }, index) => {
      // Plus nought: a small share of a refund is otherwise minus nought.
      const share = index === counted.length - 1 ? left : Math.trunc((cents * count) / pieces) + 0
      left -= share
      return { product: this.sales.products.named(name, cell), quantity: cents < 0 ? -count : count, cents: share }
    })
  }

  private isNumber(row: ScannedRow, cell: CellReader, column: number): boolean {
    return cell.at(row, column) && this.reader.read(cell) === 'amount'
  }
}
