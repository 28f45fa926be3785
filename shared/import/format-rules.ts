import type { RejectReason } from '../contract/data.ts'
import type { CountedItems, NumberedItems, SalesFormat } from './formats/sales-format.ts'
import { type PlannedRowRule, planRowRules } from './sales/row-kinds.ts'

/** The columns of one product among several on a row; -1 for what the file does not have. */
export type ItemGroup = { readonly id: number; readonly name: number; readonly quantity: number; readonly amount: number }

/** What a known export says beyond one field per column, by column index. Plain data: it may cross threads. */
export type FormatRules = {
  readonly statuses: Readonly<Record<string, RejectReason>>
  readonly rowKinds: readonly PlannedRowRule[]
  readonly refundedStatuses: readonly string[]
  readonly additions: readonly number[]
  readonly deductions: readonly number[]
  /** -1 for none. */
  readonly refundsText: number
  readonly itemGroups: readonly ItemGroup[]
  /** What stands between the count and the name of products that share a cell; `null` where a cell has one product. */
  readonly countSign: CountedItems['sign'] | null
  readonly isJudged: boolean
}

/** The rules of a format for a file with this header. Columns the file does not have are left out. */
export function rulesFor(format: SalesFormat, header: readonly string[]): FormatRules {
  const indices = new Map<string, number>()
  for (const [index, name] of header.entries()) {
    const plain = name.trim().toLowerCase()
    if (!indices.has(plain)) indices.set(plain, index)
  }
  const indexOf = (name: string) => indices.get(name.toLowerCase()) ?? -1
  const indicesOf = (wanted: readonly string[] = []) => wanted.map(indexOf).filter((index) => index >= 0)
  return {
    statuses: format.statuses ?? {},
    rowKinds: planRowRules(format.rowKinds ?? [], indexOf),
    refundedStatuses: format.refundedStatuses ?? [],
    additions: indicesOf(format.additions),
    deductions: indicesOf(format.deductions),
    refundsText: format.refundsText === undefined ? -1 : indexOf(format.refundsText),
    itemGroups: format.items?.kind === 'numbered' ? itemGroups(format.items, indexOf) : [],
    countSign: format.items?.kind === 'counted' ? format.items.sign : null,
    isJudged: format.isJudged ?? false,
  }
}

/** The columns that are read by these rules, beside those that have a role. */
export function columnsOf(rules: FormatRules): ReadonlySet<number> {
  return new Set([
    ...rules.rowKinds.flatMap(({ conditions }) => conditions.map(({ column }) => column)),
    ...rules.additions,
    ...rules.deductions,
    rules.refundsText,
    ...rules.itemGroups.flatMap((group) => Object.values(group)),
  ])
}

/** The groups of columns a file has: as many as the fullest of its orders has products. */
function itemGroups(items: NumberedItems, indexOf: (name: string) => number): ItemGroup[] {
  const groups: ItemGroup[] = []
  for (;;) {
    const at = (name: string) => indexOf(name.replace('#', String(groups.length + 1)))
    const group = { id: at(items.id), name: at(items.name), quantity: at(items.quantity), amount: at(items.amount) }
    if (group.name < 0) return groups
    groups.push(group)
  }
}
