import type { RejectReason } from '../contract/data.ts'
import type { SalesFormat } from './formats/sales-format.ts'
import { type PlannedRowRule, planRowRules } from './sales/row-kinds.ts'

/** What a known export says beyond one field per column, by column index. Plain data: it may cross threads. */
export type FormatRules = {
  readonly statuses: Readonly<Record<string, RejectReason>>
  readonly rowKinds: readonly PlannedRowRule[]
  readonly additions: readonly number[]
  readonly deductions: readonly number[]
}

/** The rules of a format for a file with this header. Columns the file does not have are left out. */
export function rulesFor(format: SalesFormat, header: readonly string[]): FormatRules {
  const names = header.map((name) => name.trim().toLowerCase())
  const indexOf = (name: string) => names.indexOf(name.toLowerCase())
  const indicesOf = (wanted: readonly string[] = []) => wanted.map(indexOf).filter((index) => index >= 0)
  return {
    statuses: format.statuses ?? {},
    rowKinds: planRowRules(format.rowKinds ?? [], indexOf),
    additions: indicesOf(format.additions),
    deductions: indicesOf(format.deductions),
  }
}
