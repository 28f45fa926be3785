import type { RejectReason } from '../../../contract/data.ts'
import type { CellReader } from '../../bytes/cell-reader.ts'
import type { ScannedRow } from '../../bytes/row-scanner.ts'
import type { ColumnRole, ReadingPlan } from '../../reading-plan.ts'
import { AmountReader, type AmountOutcome } from '../../values/amount-reader.ts'
import { MAX_CENTS, timesInCents, toCents } from '../../values/parse-amount.ts'

const REASONS: Readonly<Record<Exclude<AmountOutcome, 'amount'>, RejectReason>> = {
  missing: 'amount-missing',
  unreadable: 'amount-unreadable',
  'too-large': 'amount-too-large',
}

/** One column of amounts. */
export class AmountColumn {
  cents = 0
  currency: string | null = null
  readonly isMapped: boolean
  private readonly column: number
  private readonly reader: AmountReader

  constructor(plan: ReadingPlan, role: ColumnRole) {
    this.column = plan.columns[role] ?? -1
    this.isMapped = this.column >= 0
    this.reader = new AmountReader(plan.decimalMarks[role] ?? null)
  }

  read(row: ScannedRow, cell: CellReader): RejectReason | null {
    const outcome = cell.at(row, this.column) ? this.reader.read(cell) : 'missing'
    if (outcome !== 'amount') return REASONS[outcome]
    this.cents = toCents(this.reader.value, this.reader.scale)
    this.currency = this.reader.currency
    return null
  }
}

/** A price times a quantity; a file without quantities sells one of each. */
export class PricedQuantity {
  cents = 0
  quantity = 1
  currency: string | null = null
  readonly isMapped: boolean
  private readonly priceColumn: number
  private readonly quantityColumn: number
  private readonly price: AmountReader
  private readonly count: AmountReader

  constructor(plan: ReadingPlan) {
    this.priceColumn = plan.columns.unitPrice ?? -1
    this.quantityColumn = plan.columns.quantity ?? -1
    this.isMapped = this.priceColumn >= 0
    this.price = new AmountReader(plan.decimalMarks.unitPrice ?? null)
    this.count = new AmountReader(plan.decimalMarks.quantity ?? null)
  }

  /** The quantity alone; 1 where the cell holds none that can be read. */
  readQuantity(row: ScannedRow, cell: CellReader): void {
    const readable = cell.at(row, this.quantityColumn) && this.count.read(cell) === 'amount'
    this.quantity = readable ? this.count.value / 10 ** this.count.scale : 1
  }

  read(row: ScannedRow, cell: CellReader): RejectReason | null {
    const priceOutcome = cell.at(row, this.priceColumn) ? this.price.read(cell) : 'missing'
    if (priceOutcome !== 'amount') return REASONS[priceOutcome]
    const countOutcome = cell.at(row, this.quantityColumn) ? this.count.read(cell) : 'missing'
    if (countOutcome === 'unreadable' || countOutcome === 'too-large') return REASONS[countOutcome]
    const counted = countOutcome === 'amount'
    const { value, scale } = counted ? this.count : { value: 1, scale: 0 }
    this.quantity = scale === 0 ? value : value / 10 ** scale
    this.cents = timesInCents(this.price.value, this.price.scale, value, scale)
    this.currency = this.price.currency
    return Math.abs(this.cents) > MAX_CENTS ? 'amount-too-large' : null
  }
}
