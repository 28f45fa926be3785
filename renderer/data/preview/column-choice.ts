import type { ColumnField, FieldName, FilePreview } from '../../../shared/contract/data.ts'
import { formatsWithoutCustomers } from '../../../shared/contract/lists.ts'

type PreviewColumn = FilePreview['columns'][number]
export type ChosenColumn = { readonly index: number; readonly field: ColumnField }

/**
 * The columns as the owner now wants them: column `index` holds `field` (or nothing), the others keep theirs.
 * A field is in one column at most, so whichever column held it before lets go of it.
 */
export function columnsWith(columns: readonly PreviewColumn[], index: number, field: ColumnField | null): ChosenColumn[] {
  return columns.flatMap((column) => {
    if (column.index === index) return field ? [{ index, field }] : []
    if (column.field === null || column.field === field) return []
    return [{ index: column.index, field: column.field }]
  })
}

/** Whether the export has no column for who bought, whatever the owner points out. */
export function namesNobody(format: FilePreview['format']): boolean {
  return formatsWithoutCustomers.some((name) => name === format)
}

export type MissingPart = 'noDate' | 'noAmount' | 'noCustomer' | 'noOrder' | 'noProduct'

/** What the file does not tell, most serious first: without a date or an amount nothing can be imported. */
export function missingParts(preview: FilePreview): MissingPart[] {
  // Of other kinds of file what is missing is asked.
  if (preview.kind !== 'sales') return []
  const has = (...fields: FieldName[]): boolean => preview.columns.some((column) => fields.some((field) => field === column.field))
  const missing: MissingPart[] = []
  if (!has('date')) missing.push('noDate')
  if (!has('amount') && !(has('unitPrice') && has('quantity'))) missing.push('noAmount')
  if (!preview.hasCustomer) missing.push('noCustomer')
  if (!has('orderId')) missing.push('noOrder')
  if (!preview.hasProduct) missing.push('noProduct')
  return missing
}

export type EvidenceText = 'header' | 'format' | 'formatOnly' | 'chosen' | 'none' | 'cellsDate' | 'cellsAmount' | 'cellsCount' | 'cellsEmail' | 'cellsOther'

/** What the cells of a column without a heading look like. */
const cellWords: Readonly<Partial<Record<ColumnField, EvidenceText>>> = {
  date: 'cellsDate', amount: 'cellsAmount', unitPrice: 'cellsAmount', refundedAmount: 'cellsAmount', quantity: 'cellsCount', customerEmail: 'cellsEmail',
}

/** Without a field of its own, yet read: it says of an order that it was cancelled, or names one of its products. */
export function isReadAlong({ field, evidence }: Pick<PreviewColumn, 'field' | 'evidence'>): boolean {
  return field === null && evidence === 'format'
}

type Judged = Pick<PreviewColumn, 'index' | 'field' | 'evidence'>

/**
 * Which words say why a column is taken for what it is. The owner's choice is sent for all columns at once; for those that
 * were `guessed` the same before, the reason of the guess still stands.
 */
export function evidenceText(column: Judged, guessed: readonly Judged[]): EvidenceText {
  if (column.field === null) return isReadAlong(column) ? 'formatOnly' : 'none'
  if (column.evidence === 'chosen') {
    const guess = guessed.find(({ index }) => index === column.index)
    return guess?.field === column.field && guess.evidence !== 'chosen' ? evidenceText(guess, []) : 'chosen'
  }
  if (column.evidence !== 'cells') return column.evidence
  return cellWords[column.field] ?? 'cellsOther'
}
