import type { DateOrder, DecimalMark, FormatName, RecordField, RecordKind } from '../../contract/data.ts'
import type { ReadingPlan } from '../reading-plan.ts'

/** Everything the reader must know of a file that is not about sales. Plain data: it may cross threads. */
export type RecordPlan = Pick<ReadingPlan, 'encoding' | 'delimiter' | 'rowsToSkip' | 'columnCount'> & {
  readonly kind: RecordKind
  readonly format: FormatName
  /** Column index per field; each field at most once. */
  readonly columns: Readonly<Partial<Record<RecordField, number>>>
  readonly dateOrder: DateOrder | null
  readonly decimalMarks: Readonly<Partial<Record<RecordField, DecimalMark>>>
  /** Fields whose column says the opposite: who has "yes" under "unsubscribed" gave no consent. */
  readonly opposites: readonly RecordField[]
  /** What holds for every row: Mailchimp writes who may be mailed in the name of the file. */
  readonly everywhere: Readonly<Partial<Record<RecordField, string | number>>>
  /** Day number (shared/calendar.ts) of the last day on which somebody can be born or can have become a customer. */
  readonly latestDay?: number
}
