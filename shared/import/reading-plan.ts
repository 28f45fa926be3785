import type { DateOrder, DecimalMark, DelimiterName, EncodingName, FieldName, FormatName } from '../contract/data.ts'
import type { FormatRules } from './format-rules.ts'
import type { SalesFormat } from './formats/sales-format.ts'

/**
 * What a column is for: a field of the contract, or something only a known format has. `remainingAmount` is what was left of
 * the amount after refunds, where nought says nothing; `lineAmount` what one item cost in all, beside the total of its order.
 */
export type ColumnRole = FieldName | 'cancelledAt' | 'remainingAmount' | 'lineAmount'

/** Everything the reader must know of a file to read it as the preview showed it. Plain data: it may cross threads. */
export type ReadingPlan = {
  readonly format: FormatName
  readonly encoding: EncodingName
  readonly delimiter: DelimiterName
  /** Rows before the first data row: a `sep=` line, notes above the table, the header. Empty lines do not count. */
  readonly rowsToSkip: number
  /** Cells a row may have; -1 where nothing tells. */
  readonly columnCount: number
  /** Column index per role; each role at most once. */
  readonly columns: Readonly<Partial<Record<ColumnRole, number>>>
  readonly dateOrder: DateOrder | null
  /** The one currency that counts, where the file has several and the owner chose. */
  readonly currency?: string
  /** Day number (shared/calendar.ts) after which a date is a slip: one sale in 2062 would make every customer look gone for decades. */
  readonly latestDay?: number
  /** Decimal mark per role that holds numbers; what is not listed shows none. */
  readonly decimalMarks: Readonly<Partial<Record<ColumnRole, DecimalMark>>>
  /** Whether every row counts for itself, or the first row of an order for the whole of it: by the format, or by what the rows show. */
  readonly orderTotal: SalesFormat['orderTotal']
  readonly rules: FormatRules
}
