import type { BatchSummary, ColumnField, FilePreview, ImportChoices, ImportQuestion } from '../../shared/contract/data.ts'
import type { AppEvents } from '../../shared/contract/index.ts'
import { type Failure, assertNever } from '../../shared/result.ts'
import { missingParts } from './preview/column-choice.ts'

/** A file the owner picked or dropped, by the token that stands for it. */
export type PickedFile = { readonly file: string; readonly fileName: string; /** Why it cannot be read: it is a folder without sales files, for one. */ readonly refused?: Failure }

export type Asked = {
  readonly picked: PickedFile
  /** The engine's answer; while it reads anew, with the owner's newest choices in it. */
  readonly preview: FilePreview
  /** What Stamgast took the columns for by itself, before the owner changed any. */
  readonly guessed: FilePreview['columns']
  readonly choices: ImportChoices
  /** The engine's last answer and the choices it was given by: what stands when a later choice cannot be followed. */
  readonly lastRead: { readonly preview: FilePreview; readonly choices: ImportChoices; readonly questions: readonly ImportQuestion[] }
  /** Every question so far, answered ones too: an answer stays on screen to be changed. */
  readonly questions: readonly ImportQuestion[]
}

export type JobProgress = Omit<AppEvents['job:progress'], 'jobId'>

/** One file on its way in, from the drop to the total that is held against the till. */
export type ImportFlow =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly picked: PickedFile }
  | { readonly status: 'failed'; readonly picked: PickedFile; readonly error: Failure }
  | Asked & { readonly status: 'ready'; readonly isChecking: boolean; readonly problem: Failure | null }
  | Asked & { readonly status: 'importing'; readonly jobId: string; readonly progress: JobProgress | null; readonly isCancelling: boolean }
  | { readonly status: 'done'; readonly batch: BatchSummary }

export type ReadyFlow = Extract<ImportFlow, { status: 'ready' }>

export type ImportState = {
  readonly flow: ImportFlow
  /** Dropped together with the first, or while it was being imported. */
  readonly waiting: readonly PickedFile[]
  /** What lay beside the sales files in a folder or zip file that was offered, by name. */
  readonly skipped: readonly string[]
  /** The owner said to import the waiting files too, without looking at each. */
  readonly isAll: boolean
  /** What was imported in one go, the last one included. */
  readonly together: readonly BatchSummary[]
}

export type ImportActions = {
  /** Takes files in, and those in folders and zip files: the first is read at once, unless one is being imported now. */
  readonly offer: (files: readonly PickedFile[]) => Promise<void>
  readonly choose: (choices: Partial<ImportChoices>) => Promise<void>
  /** Leaves out what was remembered of the file's source, and what was chosen so far. */
  readonly startAnew: () => Promise<void>
  readonly setField: (index: number, field: ColumnField | null) => Promise<void>
  readonly start: () => Promise<void>
  /** Imports this file and then the waiting ones, up to the first that the owner has to look at. */
  readonly startAll: () => Promise<void>
  readonly cancel: () => Promise<void>
  /** Puts the file aside, or leaves its result; the next one that waits is read. */
  readonly close: () => Promise<void>
  /** The batch on screen as it is now, after an undo elsewhere. */
  readonly replaceBatch: (batch: BatchSummary) => void
}

export type ImportStore = ImportState & ImportActions

export const nothingYet: ImportState = { flow: { status: 'idle' }, waiting: [], skipped: [], isAll: false, together: [] }

/** Why "Import" cannot be pressed yet, `null` when it can. */
export function whatHoldsImportBack(flow: ReadyFlow): 'checking' | 'noDate' | 'noAmount' | 'question' | null {
  if (flow.isChecking) return 'checking'
  const missing = missingParts(flow.preview)
  if (missing.includes('noDate')) return 'noDate'
  if (missing.includes('noAmount')) return 'noAmount'
  return flow.preview.questions.length > 0 ? 'question' : null
}

/** Whether a file needs no look of its own after the one before: nothing is open, and it is a known export or has the very same columns. */
export function followsUnseen(before: FilePreview, next: ImportFlow): boolean {
  if (next.status !== 'ready' || whatHoldsImportBack(next) !== null) return false
  const namesOf = ({ columns }: FilePreview) => JSON.stringify(columns.map(({ name }) => name))
  return next.preview.format !== 'generic' || namesOf(next.preview) === namesOf(before)
}

const isSame = (one: ImportQuestion, other: ImportQuestion): boolean =>
  one.kind === other.kind && ('column' in one ? one.column : '') === ('column' in other ? other.column : '')

/** The questions on screen: what is open now, and what was asked before and answered by a choice that still stands. */
export function questionsAfter(before: readonly ImportQuestion[], preview: FilePreview, choices: ImportChoices): ImportQuestion[] {
  const inUse = new Set(preview.columns.filter((column) => column.field !== null).map((column) => column.name))
  const answered = before.filter((question) => {
    if (preview.questions.some((open) => isSame(open, question))) return false
    switch (question.kind) {
      case 'date-order': return choices.dateOrder !== undefined && inUse.has(question.column)
      case 'decimal-mark': return choices.decimalMark !== undefined && inUse.has(question.column)
      case 'currency': return choices.currency !== undefined
      case 'date-column': case 'amount-column': case 'field-column': return false
      default: return assertNever(question)
    }
  })
  return [...answered, ...preview.questions]
}

/** The question that an import came upon only far into the file, if that is why it was refused. */
export function questionIn({ code, params }: Failure): ImportQuestion | null {
  if (code !== 'import-mixed-currencies' || typeof params?.['currencies'] !== 'string') return null
  return { kind: 'currency', currencies: params['currencies'].split(', ') }
}

/**
 * The preview with the owner's choices in it, as it is shown until the engine has read the file by them: a choice is seen at
 * once, and the next one builds on it.
 */
export function asChosen(preview: FilePreview, { kind, encoding, delimiter, hasHeader, columns, decimalMark, dateOrder, vat, sheet }: ImportChoices): FilePreview {
  return {
    ...preview,
    ...(sheet !== undefined && { sheet }),
    kind: kind ?? preview.kind,
    encoding: encoding ?? preview.encoding,
    delimiter: delimiter ?? preview.delimiter,
    hasHeader: hasHeader ?? preview.hasHeader,
    decimalMark: decimalMark ?? preview.decimalMark,
    dateOrder: dateOrder ?? preview.dateOrder,
    vat: vat ?? preview.vat,
    columns: columns === undefined ? preview.columns : preview.columns.map((column) => {
      const field = columns.find(({ index }) => index === column.index)?.field ?? null
      return field === column.field ? column : { ...column, field, evidence: field === null ? 'none' : 'chosen' }
    }),
  }
}

/** Whether files read by these choices have other columns, or other fields for them: another delimiter, sheet or kind of file. */
export function haveOtherColumns(before: ImportChoices, after: ImportChoices): boolean {
  return (['delimiter', 'kind', 'sheet'] as const).some((name) => after[name] !== undefined && after[name] !== before[name])
}

/** New choices on top of the old; where those make other columns, what was said about columns no longer holds. */
export function mergeChoices(before: ImportChoices, change: Partial<ImportChoices>): ImportChoices {
  const merged = { ...before, ...change }
  if (haveOtherColumns(before, change)) delete merged.columns
  return merged
}
