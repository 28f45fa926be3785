import type { RangeColumns } from '../../../shared/clv/ranges/range-columns.ts'
import type { ValuedCustomers } from '../../../shared/clv/valued-customers.ts'
import type { ExportTable } from '../../../shared/contract/exports.ts'
import type { Words } from '../../../shared/export/words.ts'
import type { Reader } from '../database/connection.ts'
import type { WorkspaceSettings } from '../database/settings-store.ts'
import type { Valuation } from '../valuation.ts'

/** What tables are made of. */
export type Sources = {
  readonly reader: Reader
  readonly settings: WorkspaceSettings
  readonly words: Words
  /** The customers with their value: only asked for by the tables that are about it. */
  readonly valuation: () => Promise<Valuation>
  /** The ranges of these rows of `valued`, drawn in a thread of their own. */
  readonly ranges: (valued: ValuedCustomers, rows: Int32Array) => Promise<RangeColumns>
}

export type TableRequest<Kind extends ExportTable['kind']> = Extract<ExportTable, { kind: Kind }>

/** What is known as a whole, a piece at a time: between two pieces somebody else may be answered. */
export async function* inPages<T, Row>(values: ArrayLike<T>, size: number, rowsOf: (page: T[], start: number) => readonly Row[] | Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < values.length; start += size) {
    yield await rowsOf(Array.from({ length: Math.min(size, values.length - start) }, (_, at) => values[start + at]!), start)
  }
}

/** When something happened by the owner's own clock, `YYYY-MM-DD HH:MM`. */
export function localMoment(timestamp: string): string {
  const moment = new Date(timestamp)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}
