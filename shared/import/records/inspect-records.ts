import type { DecimalMark, FilePreview, ImportChoices, ImportQuestion, RecordField, RecordKind, RememberedChoice, SourcePreset } from '../../contract/data.ts'
import { markEvidence } from '../columns/column-evidence.ts'
import type { SeenColumn } from '../columns/map-columns.ts'
import { namesOf } from '../columns/synonyms.ts'
import { readDates, type Told } from '../columns/value-forms.ts'
import type { FileInspection } from '../inspect-file.ts'
import { recognizeRecordFormat } from './formats/index.ts'
import { mapRecordColumns } from './map-record-columns.ts'
import { requiredFields, valueTypes } from './record-fields.ts'
import type { RecordPlan } from './record-plan.ts'
import { OPPOSITES } from './record-synonyms.ts'

export type RecordInspection = { readonly preview: FilePreview; readonly plan: RecordPlan }
/** What may be remembered of how a file is written, whatever it is about. */
const OF_ANY_TABLE: ReadonlySet<RememberedChoice> = new Set(['encoding', 'delimiter', 'hasHeader', 'sheet'])

type Mapped = { readonly field: RecordField; readonly column: SeenColumn }

/**
 * How a file of this kind will be read. The table itself (letters, columns, header) was found by `inspectFile`: `asSales` is its answer, and `columns`
 * are the columns with their first cells. What only the owner knows becomes a question; `preset` is what was said of the same source before.
 */
export function inspectRecords(
  asSales: FileInspection, columns: readonly SeenColumn[], kind: RecordKind, chosen: ImportChoices = {}, preset: SourcePreset = {},
): RecordInspection {
  const { preview, plan } = asSales
  const recognized = preview.hasHeader ? recognizeRecordFormat(columns.map(({ name }) => name)) : null
  const format = recognized?.kind === kind ? recognized : null
  const mapped = mapRecordColumns(columns, kind, format, chosen.columns ?? preset.columns)
  const used = [...mapped].flatMap(([index, { field }]): Mapped[] => (columns[index] ? [{ field, column: columns[index] }] : []))
  const dates = readFileDates(used, { chosen: chosen.dateOrder ?? null, remembered: preset.dateOrder ?? null, byFormat: null })
  const marks = readMarks(used, { chosen: chosen.decimalMark ?? null, remembered: preset.decimalMark ?? null, byFormat: null })
  const everywhere = format?.fromFileName?.(preview.fileName) ?? {}
  const remembered: RememberedChoice[] = [
    ...preview.remembered.filter((name) => OF_ANY_TABLE.has(name) || (name === 'columns' && preset.columns !== undefined)),
    ...(preset.kind !== undefined && chosen.kind === undefined ? ['kind' as const] : []),
    ...(dates.isRemembered ? ['dateOrder' as const] : []),
    ...(marks.isRemembered ? ['decimalMark' as const] : []),
  ]
  return {
    preview: {
      ...preview,
      kind,
      format: format?.name ?? 'generic',
      decimalMark: marks.shown,
      dateOrder: dates.shown,
      columns: preview.columns.map((column) => ({ ...column, field: mapped.get(column.index)?.field ?? null, evidence: mapped.get(column.index)?.evidence ?? 'none' })),
      questions: [...missingFields(used, kind), ...dates.questions, ...marks.questions],
      remembered,
      currencies: [],
      vat: null,
      vatEvidence: null,
      hasCustomer: kind === 'customers' || kind === 'subscriptions',
      hasProduct: kind === 'products',
      ...(everywhere.emailConsent === undefined ? {} : { consentByFileName: everywhere.emailConsent === 1 }),
    },
    plan: {
      kind,
      format: format?.name ?? 'generic',
      encoding: plan.encoding,
      delimiter: plan.delimiter,
      rowsToSkip: plan.rowsToSkip,
      columnCount: plan.columnCount,
      columns: Object.fromEntries([...mapped].map(([index, { field }]) => [field, index])),
      dateOrder: dates.order,
      decimalMarks: marks.marks,
      opposites: used.filter(({ column }) => namesOf(column.name).some((name) => OPPOSITES.has(name))).map(({ field }) => field),
      everywhere,
    },
  }
}

function missingFields(used: readonly Mapped[], kind: RecordKind): ImportQuestion[] {
  return requiredFields[kind].flatMap((group): ImportQuestion[] =>
    (used.some(({ field }) => group.includes(field)) ? [] : [{ kind: 'field-column', field: group[0] }]))
}

/** One order for all dates of a file: what one column leaves open another may tell. */
function readFileDates(used: readonly Mapped[], told: Told<'ymd' | 'dmy' | 'mdy'>) {
  const dated = used.filter(({ field }) => valueTypes[field] === 'day' || valueTypes[field] === 'month').map(({ column }) => column)
  const dates = readDates({ name: '', cells: dated.flatMap(({ cells }) => cells) }, told)
  const questions = dates.questions.map((question): ImportQuestion => {
    if (question.kind !== 'date-order') return question
    const column = dated.find(({ cells }) => cells.some((cell) => cell.trim() === question.example))
    return { ...question, column: column?.name ?? '' }
  })
  return { ...dates, questions }
}

/** Decimal marks per column; a column that does not tell is as remembered, else follows another one of the same file that does. */
function readMarks(used: readonly Mapped[], { chosen, remembered }: Told<DecimalMark>) {
  const marks: Partial<Record<RecordField, DecimalMark>> = {}
  const numbered = used.filter(({ field }) => valueTypes[field] === 'cents' || valueTypes[field] === 'number')
  const open: { field: RecordField; column: string; example: string }[] = []
  for (const { field, column } of numbered) {
    const evidence = chosen === null ? markEvidence(column.cells) : ({ kind: 'decided', mark: chosen } as const)
    if (evidence.kind === 'decided') marks[field] = evidence.mark
    else if (evidence.kind === 'open') open.push({ field, column: column.name, example: evidence.example })
  }
  const isRemembered = open.length > 0 && remembered !== null
  if (isRemembered) for (const { field } of open) marks[field] = remembered
  const shown = chosen ?? Object.values(marks)[0] ?? null
  if (shown === null) {
    for (const { field } of open) marks[field] = '.'
    return { marks, shown, isRemembered, questions: open.slice(0, 1).map(({ column, example }): ImportQuestion => ({ kind: 'decimal-mark', column, example })) }
  }
  for (const { field } of numbered) marks[field] ??= shown
  return { marks, shown, isRemembered, questions: [] }
}
