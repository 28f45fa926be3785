import type { ImportChoices, RecordField, RecordKind } from '../../contract/data.ts'
import { recordFieldNames } from '../../contract/lists.ts'
import { assertNever } from '../../result.ts'
import { holdsAmounts, holdsDates, holdsEmails, sampleOf } from '../columns/column-evidence.ts'
import type { SeenColumn } from '../columns/map-columns.ts'
import { bareNames, firstNames, namesOf } from '../columns/synonyms.ts'
import type { RecordFormat } from './formats/record-format.ts'
import { valueTypes } from './record-fields.ts'
import { recordSynonyms } from './record-synonyms.ts'
import { parseMonth } from './values/month.ts'
import { parseYesNo } from './values/yes-no.ts'

export type MappedRecordColumn = { readonly field: RecordField; readonly evidence: 'header' | 'format' | 'chosen' }
export type MappedRecordColumns = ReadonlyMap<number, MappedRecordColumn>

/** Of the cells that are filled, what share must look like the field's values. */
const ENOUGH = 0.5
/** What a shorter form of the name (brackets and currency taken off) costs against the full one: more than any rank. */
const SHORTENED = 100

/** What each column of a file of this kind holds, by the owner's choice, else by its format, else by the words in its header and what its cells look like. */
export function mapRecordColumns(columns: readonly SeenColumn[], kind: RecordKind, format: RecordFormat | null, chosen: ImportChoices['columns']): MappedRecordColumns {
  if (chosen !== undefined) return mapByChoice(columns, kind, chosen)
  return format === null ? mapRecordWords(columns, kind) : mapByNames(columns, format)
}

function mapByChoice(columns: readonly SeenColumn[], kind: RecordKind, chosen: NonNullable<ImportChoices['columns']>): MappedRecordColumns {
  const mapped = new Map<number, MappedRecordColumn>()
  for (const { index, field } of chosen) {
    const known = recordFieldNames[kind].find((name) => name === field)
    const isTaken = [...mapped.values()].some((other) => other.field === known)
    if (known !== undefined && !isTaken && index < columns.length) mapped.set(index, { field: known, evidence: 'chosen' })
  }
  return mapped
}

function mapByNames(columns: readonly SeenColumn[], format: RecordFormat): MappedRecordColumns {
  const mapped = new Map<number, MappedRecordColumn>()
  const names = columns.map(({ name }) => name.trim().toLowerCase())
  for (const [field, headers] of Object.entries(format.columns)) {
    const index = headers.map((header) => names.indexOf(header.toLowerCase())).find((found) => found >= 0 && !mapped.has(found))
    if (index !== undefined) mapped.set(index, { field: field as RecordField, evidence: 'format' })
  }
  return mapped
}

/** Fields by the words in the header, each field and each column at most once, the strongest word first; a column of dates must hold dates. */
export function mapRecordWords(columns: readonly SeenColumn[], kind: RecordKind): MappedRecordColumns {
  const words = Object.entries(recordSynonyms[kind]) as [RecordField, readonly string[]][]
  const candidates = columns.flatMap(({ name, cells }, index) => words.flatMap(([field, synonyms]) => {
    const ranks = namesOf(name).flatMap((form, place) => (synonyms.includes(form) ? [synonyms.indexOf(form) + (place > 0 ? SHORTENED : 0)] : []))
    return ranks.length > 0 && fits(field, cells) ? [{ field, index, rank: Math.min(...ranks) }] : []
  }))
  candidates.sort((a, b) => a.rank - b.rank || a.index - b.index)
  const mapped = new Map<number, MappedRecordColumn>()
  const taken = new Set<RecordField>()
  for (const { field, index } of candidates) {
    if (taken.has(field) || mapped.has(index)) continue
    taken.add(field)
    mapped.set(index, { field, evidence: 'header' })
  }
  return withBareLastName(columns, mapped)
}

/** Who writes "Voornaam" in one column means the last name by "Naam" in another. */
function withBareLastName(columns: readonly SeenColumn[], mapped: Map<number, MappedRecordColumn>): MappedRecordColumns {
  const isNamed = (index: number, words: readonly string[]) => namesOf(columns[index]?.name ?? '').some((name) => words.includes(name))
  const hasFirst = [...mapped].some(([index, { field }]) => field === 'customerName' && isNamed(index, firstNames))
  const hasLast = [...mapped.values()].some(({ field }) => field === 'customerLastName')
  const bare = columns.findIndex((_, index) => !mapped.has(index) && isNamed(index, bareNames))
  if (hasFirst && !hasLast && bare >= 0) mapped.set(bare, { field: 'customerLastName', evidence: 'header' })
  return mapped
}

function fits(field: RecordField, cells: readonly string[]): boolean {
  const filled = sampleOf(cells)
  if (filled.length === 0) return true
  if (field === 'customerEmail') return holdsEmails(filled)
  const mostly = (looksRight: (cell: string) => boolean) => filled.filter(looksRight).length >= ENOUGH * filled.length
  const type = valueTypes[field]
  switch (type) {
    case 'text': case 'tags': return true
    case 'day': return holdsDates(filled)
    case 'month': return mostly((cell) => parseMonth(cell, 'dmy') !== null || parseMonth(cell, 'mdy') !== null)
    case 'yes-no': return mostly((cell) => parseYesNo(cell) !== null)
    case 'cents': case 'number': case 'score': return holdsAmounts(filled)
    default: return assertNever(type)
  }
}
