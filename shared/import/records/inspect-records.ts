import type { DateOrder, DecimalMark, FilePreview, ImportChoices, ImportQuestion, RecordField, RecordKind } from '../../contract/data.ts'
import { dateEvidence, markEvidence } from '../columns/column-evidence.ts'
import type { SeenColumn } from '../columns/map-columns.ts'
import { namesOf } from '../columns/synonyms.ts'
import type { FileInspection } from '../inspect-file.ts'
import { recognizeRecordFormat } from './formats/index.ts'
import { mapRecordColumns } from './map-record-columns.ts'
import { requiredFields, valueTypes } from './record-fields.ts'
import type { RecordPlan } from './record-plan.ts'
import { OPPOSITES } from './record-synonyms.ts'

export type RecordInspection = { readonly preview: FilePreview; readonly plan: RecordPlan }
type Mapped = { readonly field: RecordField; readonly column: SeenColumn }

/**
 * How a file of this kind will be read. The table itself (letters, columns, header) was found by `inspectFile`: `asSales` is its answer, and `columns`
 * are the columns with their first cells. What only the owner knows becomes a question.
 */
export function inspectRecords(asSales: FileInspection, columns: readonly SeenColumn[], kind: RecordKind, choices: ImportChoices = {}): RecordInspection {
  const { preview } = asSales
  const recognized = preview.hasHeader ? recognizeRecordFormat(columns.map(({ name }) => name)) : null
  const format = recognized?.kind === kind ? recognized : null
  const mapped = mapRecordColumns(columns, kind, format, choices.columns)
  const used = [...mapped].flatMap(([index, { field }]): Mapped[] => (columns[index] ? [{ field, column: columns[index] }] : []))
  const dates = readDates(used, choices.dateOrder ?? null)
  const marks = readMarks(used, choices.decimalMark ?? null)
  const fields = new Set(used.map(({ field }) => field))
  const everywhere = format?.fromFileName?.(preview.fileName) ?? {}
  return {
    preview: {
      ...preview,
      kind,
      format: format?.name ?? 'generic',
      decimalMark: marks.shown,
      dateOrder: dates.shown,
      columns: preview.columns.map((column) => ({ ...column, field: mapped.get(column.index)?.field ?? null, evidence: mapped.get(column.index)?.evidence ?? 'none' })),
      questions: [...missingFields(fields, kind), ...dates.questions, ...marks.questions],
      hasCustomer: kind === 'customers' || kind === 'subscriptions',
      ...(everywhere.emailConsent === undefined ? {} : { consentByFileName: everywhere.emailConsent === 1 }),
    },
    plan: {
      kind,
      format: format?.name ?? 'generic',
      encoding: asSales.plan.encoding,
      delimiter: asSales.plan.delimiter,
      rowsToSkip: asSales.plan.rowsToSkip,
      columnCount: asSales.plan.columnCount,
      columns: Object.fromEntries([...mapped].map(([index, { field }]) => [field, index])),
      dateOrder: dates.order,
      decimalMarks: marks.marks,
      opposites: used.filter(({ column }) => namesOf(column.name).some((name) => OPPOSITES.has(name))).map(({ field }) => field),
      everywhere,
    },
  }
}

function missingFields(fields: ReadonlySet<RecordField>, kind: RecordKind): ImportQuestion[] {
  return requiredFields[kind].flatMap(([first, ...others]) =>
    ([first, ...others].some((field) => fields.has(field)) ? [] : [{ kind: 'field-column' as const, field: first }]))
}

/** One order for all dates of a file: what one column leaves open another may tell. */
function readDates(used: readonly Mapped[], chosen: DateOrder | null) {
  const dated = used.filter(({ field }) => valueTypes[field] === 'day' || valueTypes[field] === 'month')
  const evidence = dateEvidence(dated.flatMap(({ column }) => column.cells))
  if (chosen !== null || evidence.kind === 'decided') {
    const order = chosen ?? (evidence.kind === 'decided' ? evidence.order : null)
    return { order, shown: order, questions: [] }
  }
  const column = dated.find(({ column: { cells } }) => cells.some((cell) => cell.trim() === evidence.example))?.column.name ?? ''
  const question: ImportQuestion = { kind: 'date-order', column, example: evidence.example }
  return { order: 'dmy' as const, shown: null, questions: [question] }
}

/** Decimal marks per column; a column that does not tell follows another one of the same file that does. */
function readMarks(used: readonly Mapped[], chosen: DecimalMark | null) {
  const marks: Partial<Record<RecordField, DecimalMark>> = {}
  const numbered = used.filter(({ field }) => ['cents', 'number'].includes(valueTypes[field]))
  const open: { field: RecordField; column: string; example: string }[] = []
  for (const { field, column } of numbered) {
    const evidence = chosen === null ? markEvidence(column.cells) : ({ kind: 'decided', mark: chosen } as const)
    if (evidence.kind === 'decided') marks[field] = evidence.mark
    else if (evidence.kind === 'open') open.push({ field, column: column.name, example: evidence.example })
  }
  const shown = chosen ?? Object.values(marks)[0] ?? null
  if (shown === null) {
    for (const { field } of open) marks[field] = '.'
    return { marks, shown, questions: open.slice(0, 1).map(({ column, example }): ImportQuestion => ({ kind: 'decimal-mark', column, example })) }
  }
  for (const { field } of numbered) marks[field] ??= shown
  return { marks, shown, questions: [] }
}
