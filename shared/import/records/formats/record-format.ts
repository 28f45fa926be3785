import type { RecordField, RecordKind, recordFormatNames } from '../../../contract/data.ts'

/** A known export that is not about sales: how to recognise it, and what its columns are. */
export type RecordFormat = {
  readonly name: (typeof recordFormatNames)[number]
  readonly kind: RecordKind
  /** Header names that together occur in no other export; of a list of names one is enough. */
  readonly signature: readonly (string | readonly string[])[]
  /** Header name per field; the first that occurs and is not taken. */
  readonly columns: Readonly<Partial<Record<RecordField, readonly string[]>>>
  /** What the name of the file says of every row in it. */
  readonly fromFileName?: (fileName: string) => Readonly<Partial<Record<RecordField, string | number>>>
}
