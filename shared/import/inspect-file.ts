import type { ColumnField, FieldName, FilePreview, ImportChoices, ImportQuestion, RememberedChoice, SourcePreset } from '../contract/data.ts'
import { fieldNames } from '../contract/lists.ts'
import { assertNever, type Failure } from '../result.ts'
import { mapByCells, mapByFormat, mapByWords, type MappedColumn, type SeenColumn } from './columns/map-columns.ts'
import { repeatsOrderTotal } from './columns/order-total-evidence.ts'
import { readDates, readMarks } from './columns/value-forms.ts'
import { chooseCurrency, currenciesIn } from './currency-choice.ts'
import { columnsOf, rulesFor } from './format-rules.ts'
import { generic } from './formats/generic.ts'
import { recognizeFormat } from './formats/index.ts'
import type { SalesFormat } from './formats/sales-format.ts'
import { readHead } from './read-head.ts'
import type { ColumnRole, ReadingPlan } from './reading-plan.ts'
import { vatOf } from './vat-evidence.ts'

export type FileInspection = { readonly preview: FilePreview; readonly plan: ReadingPlan }

/** How much of a file is looked at: about ten thousand rows. */
export const HEAD_BYTES = 1 << 20
const PREVIEW_ROWS = 20
const SAMPLES = 3
/** Each of these says by itself who bought. */
const customerRoles = ['customerId', 'customerEmail', 'customerPhone', 'customerName', 'customerLastName'] as const satisfies readonly ColumnRole[]
/** What the owner said once that nothing in a file can gainsay. */
const alwaysUsed = ['encoding', 'delimiter', 'hasHeader', 'columns', 'vat'] as const satisfies readonly RememberedChoice[]

/**
 * Looks at the beginning of a file (at most its first megabyte, `HEAD_BYTES`) and tells how it will be read: what the owner sees and may
 * overrule, and the plan for `createSalesReader`. What is not told by evidence becomes a question; until it is answered
 * the plan holds a guess. What the owner said of the same source before (`preset`) goes before a guess and behind `choices`; a date order or
 * decimal mark that was remembered only settles what the file itself leaves open. Throws an AppError for what is no table: `file-empty`,
 * `file-is-spreadsheet`, `file-not-text`.
 */
export function inspectFile(head: Uint8Array, fileName: string, sizeBytes: number, chosen: ImportChoices = {}, preset: SourcePreset = {}): FileInspection {
  const { dateOrder: lastOrder = null, decimalMark: lastMark = null, currency: lastCurrency, ...certain } = preset
  const choices: ImportChoices = { ...certain, ...chosen }
  const { encoding, delimiter, header, rowsToSkip, dataRows, bytes } = readHead(head, sizeBytes <= head.length, choices)
  const hasHeader = header !== null
  const columns = seeColumns(header, dataRows)

  const recognized = hasHeader ? recognizeFormat(columns.map(({ name }) => name)) : generic
  const mapped = mapColumns(columns, recognized, hasHeader, choices.columns)
  const format = keepsFormat(recognized, mapped) ? recognized : generic
  const indexOf = new Map([...mapped].map(([index, { role }]) => [role, index]))
  const cellsOf = (role: ColumnRole) => columns[indexOf.get(role) ?? -1]
  const dates = readDates(cellsOf('date'), { chosen: chosen.dateOrder ?? null, remembered: lastOrder, byFormat: format.dateOrder })
  const marks = readMarks(cellsOf, { chosen: chosen.decimalMark ?? null, remembered: lastMark, byFormat: format.decimalMark })
  const repeatsTotal = format === generic && repeatsOrderTotal(
    { order: cellsOf('orderId'), date: cellsOf('date'), amount: cellsOf('amount'), price: cellsOf('unitPrice'), quantity: cellsOf('quantity'), product: cellsOf('productId') ?? cellsOf('productName') },
    { amount: marks.marks.amount ?? null, price: marks.marks.unitPrice ?? null, quantity: marks.marks.quantity ?? null })
  const rules = rulesFor(keepsAmount(format, columns, mapped) ? format : generic, columns.map(({ name }) => name))
  const readByRules = columnsOf(rules)
  const plan: ReadingPlan = {
    format: format.name,
    encoding,
    delimiter,
    rowsToSkip,
    columnCount: columns.length,
    columns: Object.fromEntries(indexOf),
    dateOrder: dates.order,
    decimalMarks: marks.marks,
    orderTotal: repeatsTotal ? 'first-row' : format.orderTotal,
    rules,
  }
  const currency = chooseCurrency(currenciesIn(bytes, plan, columns), { chosen: chosen.currency, remembered: lastCurrency })
  const vatEvidence = vatOf(keepsAmount(format, columns, mapped) ? format.name : 'generic', (cellsOf('amount') ?? cellsOf('unitPrice'))?.name ?? '')
  const remembered: RememberedChoice[] = [
    ...alwaysUsed.filter((name) => preset[name] !== undefined && chosen[name] === undefined),
    ...(dates.isRemembered ? ['dateOrder' as const] : []),
    ...(marks.isRemembered ? ['decimalMark' as const] : []),
    ...(currency.isRemembered ? ['currency' as const] : []),
  ]

  return {
    preview: {
      fileName,
      sizeBytes,
      kind: 'sales',
      format: format.name,
      encoding,
      delimiter,
      hasHeader,
      decimalMark: marks.shown,
      dateOrder: dates.shown,
      currencies: currency.all,
      vat: choices.vat ?? (vatEvidence === 'excluded' ? { included: false } : null),
      vatEvidence,
      columns: columns.map(({ name, cells }, index) => previewColumn(index, name, cells, mapped.get(index), readByRules.has(index))),
      rows: dataRows.slice(0, PREVIEW_ROWS),
      questions: [...missingColumns(indexOf), ...dates.questions, ...marks.questions, ...currency.questions],
      remembered,
      hasCustomer: customerRoles.some((role) => indexOf.has(role)),
      hasProduct: indexOf.has('productId') || indexOf.has('productName') || rules.itemGroups.length > 0,
    },
    plan: currency.only === null ? plan : { ...plan, currency: currency.only },
  }
}

/** The error that says what the owner still has to tell: for an import that is started before its questions are answered. */
export function failureOf(question: ImportQuestion): Failure {
  switch (question.kind) {
    case 'date-column': return { code: 'import-no-date' }
    case 'amount-column': return { code: 'import-no-amount' }
    case 'date-order': return { code: 'import-ambiguous-dates', params: { column: question.column } }
    case 'field-column': return { code: 'import-no-column' }
    case 'currency': return { code: 'import-mixed-currencies', params: { currencies: question.currencies.join(', ') } }
    case 'decimal-mark': return { code: 'import-ambiguous-amounts', params: { column: question.column } }
    default: return assertNever(question)
  }
}

/** Columns with a name each: the header's, else their number. */
export function seeColumns(header: readonly string[] | null, rows: readonly (readonly string[])[]): SeenColumn[] {
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
      if (index >= columns.length || !isField(field) || taken.has(field)) continue
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

function isField(role: ColumnRole | ColumnField): role is FieldName {
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

function previewColumn(index: number, name: string, cells: readonly string[], mapped: MappedColumn | undefined, isReadByRules: boolean): FilePreview['columns'][number] {
  const samples = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))].slice(0, SAMPLES)
  const field = mapped && isField(mapped.role) ? mapped.role : null
  return { index, name, field, evidence: mapped?.evidence ?? (isReadByRules ? 'format' : 'none'), samples }
}
