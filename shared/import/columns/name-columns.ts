import type { MappedColumn, SeenColumn } from './map-columns.ts'
import { bareNames, firstNames, namesOf } from './synonyms.ts'

/**
 * Settles which columns make up a name: beside a first name, a column called just `Name` is the last name; beside a whole name or a
 * company, last name and what stands before it say nothing new.
 */
export function joinNames(columns: readonly SeenColumn[], mapped: Map<number, MappedColumn>): void {
  const indexOf = (role: MappedColumn['role']) => [...mapped].find(([, column]) => column.role === role)?.[0]
  const name = indexOf('customerName')
  if (name === undefined) return
  const called = (column: SeenColumn | undefined, words: readonly string[]) => column !== undefined && namesOf(column.name).some((word) => words.includes(word))
  if (called(columns[name], firstNames)) {
    if (indexOf('customerLastName') !== undefined) return
    const bare = columns.findIndex((column, index) => !mapped.has(index) && called(column, bareNames))
    if (bare >= 0) mapped.set(bare, { role: 'customerLastName', evidence: 'header' })
    return
  }
  for (const [index, { role }] of mapped) {
    if (role === 'customerLastName' || role === 'customerMiddleName') mapped.delete(index)
  }
}
