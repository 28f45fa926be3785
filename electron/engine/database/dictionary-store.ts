import type { TextColumn } from '../../../shared/import/imported-sales.ts'
import type { Writer } from './connection.ts'
import { insertPacked, packRows, type PackedColumn, ROWS_PER_STATEMENT } from './packed-rows.ts'

type Dictionary = {
  readonly table: 'customer' | 'product'
  readonly keys: TextColumn
  /** The columns after the id and the key, by name. */
  readonly texts: Readonly<Record<string, TextColumn>>
  /** 1 for the entries that orders of this import refer to; the others are not stored. */
  readonly used: Uint8Array
}
/** The database's id of each entry (0 where it is not used), and how many were not known before. */
export type DictionaryIds = { readonly ids: Int32Array; readonly added: number }

async function findKnown(writer: Writer, { table, keys }: Dictionary, ids: Int32Array): Promise<void> {
  const packed = packRows([{ kind: 'text', values: keys }], { count: ids.length })
  for (let start = 0; start < packed.count; start += ROWS_PER_STATEMENT) {
    const row = await writer.get<{ places: string; known: string }>(
      `SELECT json_group_array(packed.n) AS places, json_group_array(${table}_id) AS known
       FROM temp.packed_row AS packed CROSS JOIN ${table} ON ${table}_key = ${packed.expressions[0]} WHERE packed.n < ?2`,
      packed.bind(start))
    if (!row) continue
    const known = JSON.parse(row.known) as number[]
    for (const [i, place] of (JSON.parse(row.places) as number[]).entries()) ids[start + place] = known[i] ?? 0
  }
}

/** Later files may name whom earlier ones did not; a name that is there already stays. */
async function fillGaps(writer: Writer, { table, keys, texts }: Dictionary, rows: Int32Array): Promise<void> {
  for (const [column, values] of Object.entries(texts)) {
    const named = rows.filter((row) => (values.offsets[row + 1] ?? 0) > (values.offsets[row] ?? 0))
    const packed = packRows([{ kind: 'text', values: keys }, { kind: 'text', values }], named)
    for (let start = 0; start < packed.count; start += ROWS_PER_STATEMENT) {
      await writer.run(
        `UPDATE ${table} SET ${column} = given.text
         FROM (SELECT ${packed.expressions[0]} AS key, ${packed.expressions[1]} AS text FROM temp.packed_row AS packed WHERE packed.n < ?2) AS given
         WHERE ${table}_key = given.key AND ${column} = ''`,
        packed.bind(start))
    }
  }
}

/** Looks up the entries that are used and stores those that are new. */
export async function storeDictionary(writer: Writer, dictionary: Dictionary): Promise<DictionaryIds> {
  const { table, keys, texts, used } = dictionary
  const ids = new Int32Array(used.length)
  const newest = (await writer.get<{ id: number | null }>(`SELECT max(${table}_id) AS id FROM ${table}`))?.id ?? 0
  if (newest > 0) {
    await findKnown(writer, dictionary, ids)
    await fillGaps(writer, dictionary, rowsWhere(used, (row) => (ids[row] ?? 0) > 0))
  }
  const added = rowsWhere(used, (row) => ids[row] === 0)
  for (const [i, row] of added.entries()) ids[row] = newest + 1 + i
  const columns: PackedColumn[] = [
    { kind: 'sequence', first: newest + 1 }, { kind: 'text', values: keys },
    ...Object.values(texts).map((values) => ({ kind: 'text' as const, values })),
  ]
  await insertPacked(writer, `${table} (${table}_id, ${table}_key, ${Object.keys(texts).join(', ')})`, packRows(columns, added))
  return { ids, added: added.length }
}

function rowsWhere(used: Uint8Array, fits: (row: number) => boolean): Int32Array {
  const rows: number[] = []
  for (let row = 0; row < used.length; row++) if (used[row] === 1 && fits(row)) rows.push(row)
  return Int32Array.from(rows)
}
