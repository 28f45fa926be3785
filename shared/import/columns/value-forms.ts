import type { DateOrder, DecimalMark, ImportQuestion } from '../../contract/data.ts'
import type { ColumnRole } from '../reading-plan.ts'
import { dateEvidence, markEvidence } from './column-evidence.ts'
import type { SeenColumn } from './map-columns.ts'

const NUMBER_ROLES = ['amount', 'unitPrice', 'quantity', 'refundedAmount', 'remainingAmount', 'lineAmount'] as const

/** What may tell how values are written beside the cells: the owner now, the owner with an earlier file of this source, the format. */
export type Told<Form> = { readonly chosen: Form | null; readonly remembered: Form | null; readonly byFormat: Form | null }

type DateForm = { readonly order: DateOrder | null; readonly shown: DateOrder | null; readonly isRemembered: boolean; readonly questions: readonly ImportQuestion[] }

/** In which order dates are written: as chosen now, else as the cells show; where these leave it open as remembered, else as the format does, else the owner is asked. */
export function readDates(column: SeenColumn | undefined, { chosen, remembered, byFormat }: Told<DateOrder>): DateForm {
  const settled = (order: DateOrder | null, isRemembered = false) => ({ order, shown: order, isRemembered, questions: [] })
  if (column === undefined || chosen !== null) return settled(chosen)
  const evidence = dateEvidence(column.cells)
  if (evidence.kind === 'decided') return settled(evidence.order ?? byFormat)
  if (remembered === 'dmy' || remembered === 'mdy') return settled(remembered, true)
  if (byFormat !== null) return settled(byFormat)
  return { order: 'dmy', shown: null, isRemembered: false, questions: [{ kind: 'date-order', column: column.name, example: evidence.example }] }
}

type MarkForms = {
  readonly marks: Partial<Record<ColumnRole, DecimalMark>>; readonly shown: DecimalMark | null; readonly isRemembered: boolean; readonly questions: readonly ImportQuestion[]
}

/** Decimal marks per column; a column that does not tell is as remembered, else follows another one of the same file that does. */
export function readMarks(cellsOf: (role: ColumnRole) => SeenColumn | undefined, { chosen, remembered, byFormat }: Told<DecimalMark>): MarkForms {
  const marks: Partial<Record<ColumnRole, DecimalMark>> = {}
  const open: { role: ColumnRole; column: string; example: string }[] = []
  for (const role of NUMBER_ROLES) {
    const column = cellsOf(role)
    if (column === undefined) continue
    const evidence = chosen === null ? markEvidence(column.cells) : ({ kind: 'decided', mark: chosen } as const)
    if (evidence.kind === 'decided') marks[role] = evidence.mark
    else if (evidence.kind === 'open') open.push({ role, column: column.name, example: evidence.example })
  }
  const told = chosen ?? byFormat ?? markIn(marks)
  const isRemembered = open.length > 0 && remembered !== null && byFormat === null && told !== remembered
  if (isRemembered) for (const { role } of open) marks[role] = remembered
  const shown = chosen ?? byFormat ?? markIn(marks)
  if (shown === null) {
    for (const { role } of open) marks[role] = '.'
    return { marks, shown, isRemembered, questions: open.slice(0, 1).map(({ column, example }): ImportQuestion => ({ kind: 'decimal-mark', column, example })) }
  }
  for (const role of NUMBER_ROLES) marks[role] ??= shown
  return { marks, shown, isRemembered, questions: [] }
}

function markIn({ amount, unitPrice, refundedAmount, quantity }: MarkForms['marks']): DecimalMark | null {
  return amount ?? unitPrice ?? refundedAmount ?? quantity ?? null
}
