import type { RejectReason } from '../../contract/data.ts'
import type { CellReader } from '../bytes/cell-reader.ts'
import type { ScannedRow } from '../bytes/row-scanner.ts'

/** What a row is: a sale, money given back (negative whatever its sign), or why it is neither. */
export type RowKind = 'sale' | 'refund' | RejectReason

/** Rows are of this kind if all the named columns hold what they must; a rule about a column that the file does not have is left out. */
export type RowRule = {
  readonly when: Readonly<Record<string, RegExp>>
  /** Only for rows whose amount has this sign. */
  readonly amount?: 'negative' | 'positive'
  readonly kind: RowKind
}

/** A rule by column index. */
export type PlannedRowRule = Pick<RowRule, 'amount' | 'kind'> & { readonly conditions: readonly { readonly column: number; readonly pattern: RegExp }[] }

/** Reasons that say that no money came in or went out. */
const WITHOUT_MONEY: ReadonlySet<RejectReason> = new Set<RejectReason>(['cancelled-order', 'unpaid-order', 'test-order'])

/** The rules for a file in which `indexOf` finds a column by its name, -1 for none. */
export function planRowRules(rules: readonly RowRule[], indexOf: (name: string) => number): PlannedRowRule[] {
  return rules.flatMap(({ when, amount, kind }) => {
    const conditions = Object.entries(when).map(([name, pattern]) => ({ column: indexOf(name), pattern }))
    return conditions.some(({ column }) => column < 0) ? [] : [{ conditions, kind, ...(amount && { amount }) }]
  })
}

/** What a row is by the first rule it fits; a sale where none fits. `cents` is NaN where no amount could be read. */
export function rowKind(rules: readonly PlannedRowRule[], row: ScannedRow, cell: CellReader, cents: number): RowKind {
  for (const { conditions, amount, kind } of rules) {
    if ((amount === 'negative' && !(cents < 0)) || (amount === 'positive' && !(cents > 0))) continue
    if (conditions.every(({ column, pattern }) => pattern.test(cell.at(row, column) ? cell.text() : ''))) return kind
  }
  return 'sale'
}

/** The amount to keep with a row set aside: none where no money moved. */
export function centsSetAside(reason: RejectReason, cents: number): number {
  return WITHOUT_MONEY.has(reason) ? Number.NaN : cents
}
