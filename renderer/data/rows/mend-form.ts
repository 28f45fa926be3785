import type { FieldName, RejectReason } from '../../../shared/contract/data.ts'
import type { RowForm } from '../../../shared/contract/rows.ts'

export type FormCell = RowForm['cells'][number] & { readonly index: number }

const faults: Readonly<Partial<Record<RejectReason, readonly FieldName[]>>> = {
  'date-missing': ['date'],
  'date-unreadable': ['date'],
  'date-impossible': ['date'],
  'amount-missing': ['amount', 'unitPrice'],
  'amount-unreadable': ['amount', 'unitPrice', 'quantity'],
  'amount-too-large': ['amount', 'unitPrice', 'quantity'],
  'continuation-without-order': ['orderId', 'amount'],
  'too-few-cells': [],
  'too-many-cells': [],
  'unclosed-quote': [],
}

/** Whether something is wrong with such a row that can be mended; rows that are simply no sale are not wrong. */
export function isMendable(reason: RejectReason): boolean {
  return Object.hasOwn(faults, reason)
}

/** The cell to look at first: the one the reason is about. */
export function faultyCell({ cells }: RowForm, reason: RejectReason): number {
  const fields = faults[reason] ?? []
  const about = fields.map((field) => cells.findIndex((cell) => cell.field === field)).filter((index) => index >= 0)
  const surplus = reason === 'too-many-cells' ? cells.findIndex(({ name, text }) => name === null && text.trim() !== '') : -1
  return about.find((index) => cells[index]?.text.trim() === '') ?? about[0] ?? surplus
}

/** The cells that are read come first and in sight, and so does what stands beyond the headings. */
export function sortCells({ cells }: RowForm): { readonly used: readonly FormCell[]; readonly others: readonly FormCell[] } {
  const all = cells.map((cell, index) => ({ ...cell, index }))
  const isUsed = ({ field, name, text }: FormCell) => field !== null || (name === null && text.trim() !== '')
  return { used: all.filter(isUsed), others: all.filter((cell) => !isUsed(cell)) }
}
