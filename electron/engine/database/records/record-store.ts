import type { RecordKind } from '../../../../shared/contract/data.ts'
import type { ImportedRecord, RecordValue } from '../../../../shared/import/records/imported-records.ts'
import type { Reader, Writer } from '../connection.ts'
import { recordTables } from './record-tables.ts'

/** Records per statement: their values travel as one JSON text. */
const PER_STATEMENT = 2000

export type StoredRow = { readonly record_key: string } & Readonly<Record<string, RecordValue | null>>
export type RecordsCompared = { readonly new: number; readonly known: number; readonly changed: number }

function* portions<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += PER_STATEMENT) yield items.slice(start, start + PER_STATEMENT)
}

/** Rows of one record, the oldest import first, as one: each field as the newest import that fills it says. */
export function newestOf(rows: readonly StoredRow[]): Map<string, Record<string, RecordValue>> {
  const records = new Map<string, Record<string, RecordValue>>()
  for (const { record_key: key, ...fields } of rows) {
    const record = records.get(key) ?? {}
    records.set(key, record)
    for (const [name, value] of Object.entries(fields)) if (value !== null) record[name] = value
  }
  return records
}

/** How many of a file's records were not there yet, were there as they are, or say something else than what counted so far. */
export async function compareRecords(reader: Reader, kind: RecordKind, records: readonly ImportedRecord[]): Promise<RecordsCompared> {
  const { table, columns } = recordTables[kind]
  const compared = { new: 0, known: 0, changed: 0 }
  for (const portion of portions(records)) {
    const stored = newestOf(await reader.all<StoredRow>(
      `SELECT record_key, ${Object.values(columns).join(', ')} FROM ${table} WHERE record_key IN (SELECT value FROM json_each(?)) ORDER BY batch_id`,
      [JSON.stringify(portion.map(({ key }) => key))]))
    for (const { key, values } of portion) {
      const before = stored.get(key)
      if (before === undefined) compared.new++
      else if (Object.entries(columns).every(([field, column]) => isSame(values, field, before[column]))) compared.known++
      else compared.changed++
    }
  }
  return compared
}

function isSame(values: ImportedRecord['values'], field: string, before: RecordValue | undefined): boolean {
  const value = (values as Readonly<Record<string, RecordValue>>)[field]
  return value === undefined || value === before
}

/** Stores a file's records as rows of their batch, whether known or not: undoing another batch takes none of them away. */
export async function insertRecords(writer: Writer, batchId: number, kind: RecordKind, records: readonly ImportedRecord[]): Promise<void> {
  const { table, columns } = recordTables[kind]
  const fields = Object.keys(columns) as (keyof ImportedRecord['values'])[]
  const cells = fields.map((_, i) => `value ->> ${i + 1}`).join(', ')
  for (const portion of portions(records)) {
    await writer.run(`INSERT INTO ${table} (batch_id, record_key, ${Object.values(columns).join(', ')}) SELECT ?1, value ->> 0, ${cells} FROM json_each(?2)`,
      [batchId, JSON.stringify(portion.map(({ key, values }) => [key, ...fields.map((field) => values[field] ?? null)]))])
    await writer.run('INSERT OR IGNORE INTO record_customer (batch_id, kind, customer_key, record_key) SELECT ?1, ?2, value ->> 0, value ->> 1 FROM json_each(?3)',
      [batchId, kind, JSON.stringify(portion.flatMap(({ key, customerKeys }) => customerKeys.map((customerKey) => [customerKey, key])))])
  }
}

/** Takes a batch's records out again: what the imports before it said counts once more. */
export async function removeRecords(writer: Writer, batchId: number): Promise<void> {
  for (const table of [...Object.values(recordTables).map((kind) => kind.table), 'record_customer']) await writer.run(`DELETE FROM ${table} WHERE batch_id = ?`, [batchId])
}
