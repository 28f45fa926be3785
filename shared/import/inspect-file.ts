import type { DateOrder, DecimalMark, FieldName, FilePreview, ImportChoices, ImportQuestion } from '../contract/data.ts'
import { fieldNames } from '../contract/lists.ts'
import { AppError, assertNever, type Failure } from '../result.ts'
import { createDecodeStream } from './bytes/decode-stream.ts'
import { detectEncoding, refuseOtherFiles } from './bytes/detect-encoding.ts'
import { decodeText } from './bytes/text-codec.ts'
import { dateEvidence, markEvidence } from './columns/column-evidence.ts'
import { detectDelimiter, separatorLine } from './columns/detect-delimiter.ts'
import { findHeader } from './columns/find-header.ts'
import { firstRows, type PreviewRow } from './columns/first-rows.ts'
import { mapByCells, mapByFormat, mapByWords, type MappedColumn, type SeenColumn } from './columns/map-columns.ts'
import { repeatsOrderTotal } from './columns/order-total-evidence.ts'
import { rulesFor } from './format-rules.ts'
import { generic } from './formats/generic.ts'
import { recognizeFormat } from './formats/index.ts'
import type { SalesFormat } from './formats/sales-format.ts'
import type { ColumnRole, ReadingPlan } from './reading-plan.ts'

export type FileInspection = { readonly preview: FilePreview; readonly plan: ReadingPlan }

/** How much of a file is looked at: about ten thousand rows. */
export const HEAD_BYTES = 1 << 20
const PREVIEW_ROWS = 20
const SAMPLES = 3
/** Each of these says by itself who bought. */
const customerRoles = ['customerId', 'customerEmail', 'customerPhone', 'customerName', 'customerLastName'] as const satisfies readonly ColumnRole[]
const NUMBER_ROLES = ['amount', 'unitPrice', 'quantity', 'refundedAmount'] as const
const SPACE = 32
const BLANK = /^[\s\u00A0]*$/u

/**
 * Looks at the beginning of a file (at most its first megabyte, `HEAD_BYTES`) and tells how it will be read: what the owner sees and may
 * overrule, and the plan for `createSalesReader`. What is not told by evidence becomes a question; until it is answered
 * the plan holds a guess. Throws an AppError for what is no table: `file-empty`, `file-is-spreadsheet`, `file-not-text`.
 */
export function inspectFile(head: Uint8Array, fileName: string, sizeBytes: number, choices: ImportChoices = {}): FileInspection {
  refuseOtherFiles(head)
  const encoding = choices.encoding ?? detectEncoding(head)
  const isWholeFile = sizeBytes <= head.length
  const bytes = decodeHead(head, encoding, isWholeFile)
  const separator = separatorLine(decodeText(bytes, 0, Math.min(bytes.length, 16)))
  const delimiter = choices.delimiter ?? separator ?? detectDelimiter(bytes, isWholeFile)
  const rows = firstRows(bytes, delimiter, isWholeFile, Infinity)
  if (!rows.some(isFilled)) {
    const isEndless = rows.length === 0 && bytes.some((byte) => byte > SPACE)
    throw new AppError(isEndless || rows.some(({ broken }) => broken) ? 'file-not-text' : 'file-empty')
  }

  const start = separator === null ? 0 : 1
  const headerIndex = choices.hasHeader === false ? -1 : choices.hasHeader === true ? Math.max(findHeader(rows, start), start) : findHeader(rows, start)
  const hasHeader = headerIndex >= 0
  const rowsToSkip = hasHeader ? headerIndex + 1 : start
  const dataRows = rows.slice(rowsToSkip).filter(isFilled).map(({ cells }) => cells)
  const columns = seeColumns(hasHeader ? (rows[headerIndex]?.cells ?? []) : null, dataRows)

  const recognized = hasHeader ? recognizeFormat(columns.map(({ name }) => name)) : generic
  const mapped = mapColumns(columns, recognized, hasHeader, choices.columns)
  const format = keepsFormat(recognized, mapped) ? recognized : generic
  const indexOf = new Map([...mapped].map(([index, { role }]) => [role, index]))
  const cellsOf = (role: ColumnRole) => columns[indexOf.get(role) ?? -1]
  const dates = readDates(cellsOf('date'), choices.dateOrder ?? null, format.dateOrder)
  const marks = readMarks(cellsOf, choices.decimalMark ?? null, format.decimalMark)
  const questions = [...missingColumns(indexOf), ...dates.questions, ...marks.questions]
  const repeatsTotal = format === generic && repeatsOrderTotal(
    { order: cellsOf('orderId'), amount: cellsOf('amount'), price: cellsOf('unitPrice'), quantity: cellsOf('quantity'), product: cellsOf('productId') ?? cellsOf('productName') },
    { amount: marks.marks.amount ?? null, price: marks.marks.unitPrice ?? null, quantity: marks.marks.quantity ?? null })

  return {
    preview: {
      fileName,
      sizeBytes,
      format: format.name,
      encoding,
      delimiter,
      hasHeader,
      decimalMark: marks.shown,
      dateOrder: dates.shown,
      columns: columns.map(({ name, cells }, index) => previewColumn(index, name, cells, mapped.get(index))),
      rows: dataRows.slice(0, PREVIEW_ROWS),
      questions,
      hasCustomer: customerRoles.some((role) => indexOf.has(role)),
    },
    plan: {
      format: format.name,
      encoding,
      delimiter,
      rowsToSkip,
      columnCount: columns.length,
      columns: Object.fromEntries(indexOf),
      dateOrder: dates.order,
      decimalMarks: marks.marks,
      orderTotal: repeatsTotal ? 'first-row' : format.orderTotal,
      rules: rulesFor(keepsAmount(format, columns, mapped) ? format : generic, columns.map(({ name }) => name)),
    },
  }
}

/** The error that says what the owner still has to tell: for an import that is started before its questions are answered. */
export function failureOf(question: ImportQuestion): Failure {
  switch (question.kind) {
    case 'date-column': return { code: 'import-no-date' }
    case 'amount-column': return { code: 'import-no-amount' }
    case 'date-order': return { code: 'import-ambiguous-dates', params: { column: question.column } }
    case 'decimal-mark': return { code: 'import-ambiguous-amounts', params: { column: question.column } }
    default: return assertNever(question)
  }
}

function decodeHead(head: Uint8Array, encoding: FilePreview['encoding'], isWholeFile: boolean): Uint8Array {
  const decoder = createDecodeStream(encoding)
  const first = decoder.push(head)
  const rest = isWholeFile || first.length === 0 ? decoder.finish() : new Uint8Array(0)
  const bytes = new Uint8Array(first.length + rest.length)
  bytes.set(first)
  bytes.set(rest, first.length)
  return bytes
}

function isFilled({ cells, broken }: PreviewRow): boolean {
  return !broken && cells.some((cell) => !BLANK.test(cell))
}

/** Columns with a name each: the header's, else their number. */
function seeColumns(header: readonly string[] | null, rows: readonly (readonly string[])[]): SeenColumn[] {
  const count = header?.length ?? mostFrequent(rows.map((cells) => cells.length))
  return Array.from({ length: count }, (_, index) => ({
    name: header?.[index]?.trim() || String(index + 1),
    cells: rows.map((cells) => cells[index] ?? ''),
  }))
}

function mostFrequent(counts: readonly number[]): number {
  const frequencies = new Map<number, number>()
  for (const count of counts) frequencies.set(count, (frequencies.get(count) ?? 0) + 1)
  return [...frequencies].reduce((best, candidate) => (candidate[1] > best[1] ? candidate : best), [0, 0] as [number, number])[0]
}

function mapColumns(columns: readonly SeenColumn[], format: SalesFormat, hasHeader: boolean, chosen: ImportChoices['columns']): Map<number, MappedColumn> {
  if (chosen !== undefined) {
    const mapped = new Map<number, MappedColumn>()
    const taken = new Set<FieldName>()
    for (const { index, field } of chosen) {
      if (index >= columns.length || taken.has(field)) continue
      taken.add(field)
      mapped.set(index, { role: field, evidence: 'chosen' })
    }
    // What only the format knows of, such as when an order was cancelled, is not the owner's to list, and holds as before.
    for (const [index, column] of mapByFormat(columns, format)) {
      if (!isField(column.role) && !mapped.has(index)) mapped.set(index, column)
    }
    return mapped
  }
  if (!hasHeader) return mapByCells(columns)
  return format === generic ? mapByWords(columns) : mapByFormat(columns, format)
}

function isField(role: ColumnRole): role is FieldName {
  return fieldNames.some((name) => name === role)
}

/** A format's way of totalling orders needs its order number and total (rows that say all of themselves no number); an owner who maps them away reads plain rows. */
function keepsFormat(format: SalesFormat, mapped: ReadonlyMap<number, MappedColumn>): boolean {
  const roles = new Set([...mapped.values()].map(({ role }) => role))
  return (roles.has('orderId') || format.orderTotal === 'rows') && roles.has('amount') && roles.has('date') && format !== generic
}

/** Whether the amount is the format's own: what belongs to another column's amount says nothing of one the owner chose. */
function keepsAmount(format: SalesFormat, columns: readonly SeenColumn[], mapped: ReadonlyMap<number, MappedColumn>): boolean {
  const byFormat = mapByFormat(columns, format)
  return [...mapped].some(([index, { role }]) => role === 'amount' && byFormat.get(index)?.role === 'amount')
}

function missingColumns(indexOf: ReadonlyMap<ColumnRole, number>): ImportQuestion[] {
  const questions: ImportQuestion[] = []
  if (!indexOf.has('date')) questions.push({ kind: 'date-column' })
  if (!indexOf.has('amount') && !indexOf.has('unitPrice')) questions.push({ kind: 'amount-column' })
  return questions
}

function readDates(column: SeenColumn | undefined, chosen: DateOrder | null, byFormat: DateOrder | null) {
  if (column === undefined) return { order: chosen, shown: chosen, questions: [] }
  if (chosen !== null) return { order: chosen, shown: chosen, questions: [] }
  const evidence = dateEvidence(column.cells)
  if (evidence.kind === 'decided') return { order: evidence.order ?? byFormat, shown: evidence.order ?? byFormat, questions: [] }
  if (byFormat !== null) return { order: byFormat, shown: byFormat, questions: [] }
  const question: ImportQuestion = { kind: 'date-order', column: column.name, example: evidence.example }
  return { order: 'dmy' as const, shown: null, questions: [question] }
}

/** Decimal marks per column; a column that does not tell follows another one of the same file that does. */
function readMarks(cellsOf: (role: ColumnRole) => SeenColumn | undefined, chosen: DecimalMark | null, byFormat: DecimalMark | null) {
  const marks: Partial<Record<ColumnRole, DecimalMark>> = {}
  const open: { role: ColumnRole; column: string; example: string }[] = []
  for (const role of NUMBER_ROLES) {
    const column = cellsOf(role)
    if (column === undefined) continue
    const evidence = chosen === null ? markEvidence(column.cells) : ({ kind: 'decided', mark: chosen } as const)
    if (evidence.kind === 'decided') marks[role] = evidence.mark
    else if (evidence.kind === 'open') open.push({ role, column: column.name, example: evidence.example })
  }
  const shown = chosen ?? byFormat ?? marks.amount ?? marks.unitPrice ?? marks.refundedAmount ?? marks.quantity ?? null
  if (shown === null) {
    for (const { role } of open) marks[role] = '.'
    return { marks, shown, questions: open.slice(0, 1).map(({ column, example }): ImportQuestion => ({ kind: 'decimal-mark', column, example })) }
  }
  for (const role of NUMBER_ROLES) marks[role] ??= shown
  return { marks, shown, questions: [] }
}

function previewColumn(index: number, name: string, cells: readonly string[], mapped: MappedColumn | undefined): FilePreview['columns'][number] {
  const samples = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))].slice(0, SAMPLES)
  const field = mapped && isField(mapped.role) ? mapped.role : null
  return { index, name, field, evidence: mapped?.evidence ?? 'none', samples }
}
