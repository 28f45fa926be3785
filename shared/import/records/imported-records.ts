import type { FormatName, RecordField, RecordKind } from '../../contract/data.ts'
import type { ImportedSales } from '../imported-sales.ts'

/** What one field says: money in whole cents, yes and no as 1 and 0, days as `YYYY-MM-DD`, months as `YYYY-MM`, tags as a JSON list. */
export type RecordValue = string | number

export type ImportedRecord = {
  /** Under what it is known: the same key is the same customer, product, subscription or month of a channel. */
  readonly key: string
  /** Every key its customer may be known by in the sales, stronger first; empty where it is not about a customer. */
  readonly customerKeys: readonly string[]
  /** What is not filled in the file is left out. */
  readonly values: Readonly<Partial<Record<RecordField, RecordValue>>>
}

/** A file that is not about sales, understood. Such files are as long as a list of customers is: objects do. */
export type ImportedRecords = {
  readonly kind: RecordKind
  readonly format: FormatName
  /** Data rows in the file, header excluded: accepted plus rejected. */
  readonly rowsRead: number
  /** More than there are records where rows name one again. */
  readonly rowsAccepted: number
  /** Each once, in the order of their first row. */
  readonly records: readonly ImportedRecord[]
  readonly rejected: ImportedSales['rejected']
}
