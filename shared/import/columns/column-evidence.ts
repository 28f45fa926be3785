import type { DateOrder, DecimalMark } from '../../contract/data.ts'
import { normalizedPhone } from '../../customers/identity/phone.ts'
import { parseAmount } from '../values/parse-amount.ts'
import { splitDate } from '../values/parse-date.ts'

/** Of the cells that are filled, what share must look like the field's values. */
const ENOUGH = 0.5
/** Filled cells that are enough to tell what a column holds. */
const SAMPLE = 200

export type DateEvidence =
  | { readonly kind: 'decided'; readonly order: DateOrder | null }
  | { readonly kind: 'open'; readonly example: string }

export type MarkEvidence =
  | { readonly kind: 'decided'; readonly mark: DecimalMark }
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly example: string }

export function holdsDates(cells: readonly string[]): boolean {
  return mostly(cells, (cell) => splitDate(cell) !== null)
}

export function holdsAmounts(cells: readonly string[]): boolean {
  return mostly(cells, isAmount)
}

export function holdsEmails(cells: readonly string[]): boolean {
  return mostly(cells, (cell) => cell.includes('@'))
}

export function holdsPhones(cells: readonly string[]): boolean {
  return mostly(cells, (cell) => normalizedPhone(cell) !== null)
}

export function isAmount(cell: string): boolean {
  return (['.', ','] as const).some((mark) => parseAmount(cell, mark).kind === 'amount')
}

function mostly(cells: readonly string[], looksRight: (cell: string) => boolean): boolean {
  const filled = sampleOf(cells)
  return filled.length > 0 && filled.filter(looksRight).length >= ENOUGH * filled.length
}

/** The first filled cells of a column. */
export function sampleOf(cells: readonly string[]): string[] {
  const sample: string[] = []
  for (const cell of cells) {
    if (cell.trim() !== '') sample.push(cell)
    if (sample.length === SAMPLE) break
  }
  return sample
}

/**
 * In which order a column writes its dates. Year first and month names say so themselves; else a first number above 12 is a day, a second above
 * 12 makes the first a month. Where both occur the more frequent wins and the others turn out impossible; where neither
 * does, only the owner knows.
 */
export function dateEvidence(cells: readonly string[]): DateEvidence {
  let dayFirst = 0
  let monthFirst = 0
  let yearFirst = 0
  let example: string | null = null
  for (const cell of cells) {
    const parts = splitDate(cell)
    if (parts?.form === 'year-first') yearFirst++
    if (parts?.form !== 'open') continue
    if (parts.first > 12 && parts.second <= 12) dayFirst++
    else if (parts.second > 12 && parts.first <= 12) monthFirst++
    else if (parts.first !== parts.second) example ??= cell.trim()
  }
  if (dayFirst > 0 || monthFirst > 0) return { kind: 'decided', order: dayFirst >= monthFirst ? 'dmy' : 'mdy' }
  if (example !== null) return { kind: 'open', example }
  return { kind: 'decided', order: yearFirst > 0 ? 'ymd' : null }
}

/**
 * Which decimal mark a column uses. A cell with both marks decides, and so does one with a mark followed by anything but exactly three
 * digits, or with a leading nought (0.125), or with the same mark twice (thousands). Where all cells that have a mark look like
 * `1.234`, only the owner knows.
 */
export function markEvidence(cells: readonly string[]): MarkEvidence {
  let points = 0
  let commas = 0
  let example: string | null = null
  for (const cell of cells) {
    const mark = decimalMarkOf(cell)
    if (mark === '.') points++
    else if (mark === ',') commas++
    else if (mark === 'open') example ??= cell.trim()
  }
  if (points > 0 || commas > 0) return { kind: 'decided', mark: points >= commas ? '.' : ',' }
  return example === null ? { kind: 'none' } : { kind: 'open', example }
}

function decimalMarkOf(cell: string): DecimalMark | 'open' | null {
  const digits = /\d[\d.,\s\u00A0\u202F'’]*/u.exec(cell)?.[0].trim() ?? ''
  const marks = digits.replace(/[^.,]/gu, '')
  if (marks === '' || !isAmount(cell)) return null
  const last = marks.at(-1) === '.' ? '.' : ','
  const other = last === '.' ? ',' : '.'
  if (marks.includes(other)) return marks.indexOf(last) === marks.length - 1 ? last : null
  if (marks.length > 1) return other
  const [whole = '', decimals = ''] = digits.split(last)
  if (decimals.length !== 3 || whole.startsWith('0') || whole === '' || whole.length > 3) return decimals === '' ? null : last
  return /^\d{1,3}$/u.test(whole) ? 'open' : last
}
