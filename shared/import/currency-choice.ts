import type { ImportQuestion } from '../contract/data.ts'
import type { SeenColumn } from './columns/map-columns.ts'
import type { ReadingPlan } from './reading-plan.ts'
import { createSalesReader } from './sales-reader.ts'

/** What may stand in an amount that tells its currency. */
const NOT_A_NUMBER = /[^\s\d.,'’()+-]/u
const LINE_END = Uint8Array.of(10)

/** The currencies of the rows of a table's beginning that count: read as the whole file will be, so that both see the same. */
export function currenciesIn(bytes: Uint8Array, plan: ReadingPlan, columns: readonly SeenColumn[]): readonly string[] {
  const { amount, unitPrice, date, currency } = plan.columns
  const paid = amount ?? unitPrice
  if (date === undefined || paid === undefined) return []
  if (currency === undefined && !columns[paid]?.cells.some((cell) => NOT_A_NUMBER.test(cell))) return []
  const reader = createSalesReader({ ...plan, encoding: 'utf-8' })
  reader.feed(bytes)
  // The last row of a file may end with it.
  reader.feed(LINE_END)
  return reader.currencies
}

type CurrencyChoice = {
  readonly all: readonly string[]
  /** The one that counts; null where nothing is to be set aside, or the owner has not said yet. */
  readonly only: string | null
  readonly isRemembered: boolean
  readonly questions: readonly ImportQuestion[]
}

/** Which of a file's currencies counts. A remembered one that none of the rows is in says nothing of this file. */
export function chooseCurrency(all: readonly string[], { chosen, remembered }: { readonly chosen: string | undefined; readonly remembered: string | undefined }): CurrencyChoice {
  if (chosen !== undefined) return { all, only: chosen, isRemembered: false, questions: [] }
  if (remembered !== undefined && (all.length === 0 || all.includes(remembered))) return { all, only: remembered, isRemembered: all.length > 1, questions: [] }
  return { all, only: null, isRemembered: false, questions: all.length > 1 ? [{ kind: 'currency', currencies: all }] : [] }
}
