import type { FieldName } from '../../contract/data.ts'
import type { SalesFormat } from '../formats/sales-format.ts'
import type { ColumnRole } from '../reading-plan.ts'
import { holdsAmounts, holdsDates, holdsEmails, holdsPhones, sampleOf } from './column-evidence.ts'
import { joinNames } from './name-columns.ts'
import { namesOf, synonyms } from './synonyms.ts'

export type MappedColumn = { readonly role: ColumnRole; readonly evidence: 'header' | 'cells' | 'format' | 'chosen' }

/** A column as far as the preview saw it. */
export type SeenColumn = { readonly name: string; readonly cells: readonly string[] }

const AMOUNT_FIELDS: ReadonlySet<FieldName> = new Set(['amount', 'unitPrice', 'quantity', 'refundedAmount'])
/** What a shorter form of the name (brackets and currency taken off) costs against the full one: more than any rank. */
const SHORTENED = 100

/** The columns a known format names, by its own list. */
export function mapByFormat(columns: readonly SeenColumn[], format: SalesFormat): Map<number, MappedColumn> {
  const mapped = new Map<number, MappedColumn>()
  const names = columns.map(({ name }) => name.trim().toLowerCase())
  for (const [role, headers] of Object.entries(format.columns)) {
    const index = headers.map((header) => names.indexOf(header.toLowerCase())).find((found) => found >= 0)
    if (index !== undefined) mapped.set(index, { role: role as ColumnRole, evidence: 'format' })
  }
  return mapped
}

/**
 * Fields by the words in the header, each field and each column at most once, the strongest word first. A word alone is not enough: a
 * date column must hold dates. Where there is no word for a date or an amount, the only column that looks like one is it.
 */
export function mapByWords(columns: readonly SeenColumn[]): Map<number, MappedColumn> {
  const candidates = columns.flatMap(({ name, cells }, index) => candidatesFor(name).map((candidate) => ({ ...candidate, index, cells })))
  candidates.sort((a, b) => a.rank - b.rank || a.index - b.index)
  const mapped = new Map<number, MappedColumn>()
  const taken = new Set<FieldName>()
  for (const { field, index, cells } of candidates) {
    if (taken.has(field) || mapped.has(index) || !fits(field, cells)) continue
    taken.add(field)
    mapped.set(index, { role: field, evidence: 'header' })
  }
  if (!taken.has('date')) addOnly(columns, mapped, 'date', holdsDates)
  if (!taken.has('amount') && !taken.has('unitPrice')) addOnly(columns, mapped, 'amount', holdsMoney)
  joinNames(columns, mapped)
  return mapped
}

/**
 * Fields of a table without header: the first column of dates, the last of amounts with decimals (else the last of numbers), before
 * them the first column of numbers or codes as the customer, and small whole numbers between as quantity.
 */
export function mapByCells(columns: readonly SeenColumn[]): Map<number, MappedColumn> {
  const mapped = new Map<number, MappedColumn>()
  const add = (index: number, role: FieldName) => {
    if (index >= 0 && !mapped.has(index)) mapped.set(index, { role, evidence: 'cells' })
  }
  const free = (test: (cells: readonly string[]) => boolean) => (column: SeenColumn, index: number) => !mapped.has(index) && test(column.cells)
  add(columns.findIndex(({ cells }) => holdsDates(cells)), 'date')
  add(columns.findIndex(free(holdsEmails)), 'customerEmail')
  const money = columns.findLastIndex(free(holdsMoney))
  add(money >= 0 ? money : columns.findLastIndex(free(holdsAmounts)), 'amount')
  add(columns.findIndex(free(holdsCodes)), 'customerId')
  add(columns.findLastIndex(free(holdsSmallCounts)), 'quantity')
  return mapped
}

function candidatesFor(name: string): { field: FieldName; rank: number }[] {
  const names = namesOf(name)
  return (Object.entries(synonyms) as [FieldName, readonly string[]][]).flatMap(([field, words]) => {
    const ranks = names.flatMap((word, form) => {
      const rank = words.indexOf(word)
      return rank < 0 ? [] : [rank + (form > 0 ? SHORTENED : 0)]
    })
    return ranks.length === 0 ? [] : [{ field, rank: Math.min(...ranks) }]
  })
}

function fits(field: FieldName, cells: readonly string[]): boolean {
  if (cells.every((cell) => cell.trim() === '')) return cells.length === 0 || (field !== 'date' && field !== 'amount')
  if (field === 'date') return holdsDates(cells)
  if (field === 'customerEmail') return holdsEmails(cells)
  if (field === 'customerPhone') return holdsPhones(cells)
  return !AMOUNT_FIELDS.has(field) || holdsAmounts(cells)
}

function addOnly(columns: readonly SeenColumn[], mapped: Map<number, MappedColumn>, role: FieldName, test: (cells: readonly string[]) => boolean): void {
  const found = columns.flatMap(({ cells }, index) => (!mapped.has(index) && test(cells) ? [index] : []))
  if (found.length === 1 && found[0] !== undefined) mapped.set(found[0], { role, evidence: 'cells' })
}

/** Amounts of which some have one or two decimals. */
function holdsMoney(cells: readonly string[]): boolean {
  return holdsAmounts(cells) && !holdsDates(cells) && sampleOf(cells).some((cell) => /\d[.,]\d{1,2}\D*$/u.test(cell))
}

function holdsCodes(cells: readonly string[]): boolean {
  const filled = sampleOf(cells)
  return filled.length > 0 && filled.every((cell) => /^[\w-]*\d[\w-]*$/u.test(cell.trim()))
}

function holdsSmallCounts(cells: readonly string[]): boolean {
  const filled = sampleOf(cells)
  return filled.length > 0 && filled.every((cell) => /^-?[1-9]?\d{0,3}$/u.test(cell.trim()))
}
