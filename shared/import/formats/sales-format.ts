import type { DateOrder, DecimalMark, FormatName } from '../../contract/data.ts'
import type { ColumnRole } from '../reading-plan.ts'

/** A known export: how to recognise it, what its columns are, and how it states an order's value. */
export type SalesFormat = {
  readonly name: FormatName
  /** Header names that together occur in no other export. Empty: any file. */
  readonly signature: readonly string[]
  /** Header name per role; the first that occurs. Roles that are not listed are guessed by `synonyms` only for the generic format. */
  readonly columns: Readonly<Partial<Record<ColumnRole, readonly string[]>>>
  /**
   * `rows`: each row says its own date, customer and amount. `first-row`: rows of one order follow each other up, and only
   * the first one has the order's total, date, customer and status.
   */
  readonly orderTotal: 'rows' | 'first-row'
  /** What the export always writes, whatever the country. */
  readonly dateOrder: DateOrder | null
  readonly decimalMark: DecimalMark | null
}
