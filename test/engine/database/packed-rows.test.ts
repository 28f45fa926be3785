import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Connection } from '../../../electron/engine/database/connection.ts'
import { openConnection } from '../../../electron/engine/database/connection.ts'
import { insertPacked, packRows, preparePackedRows, ROWS_PER_STATEMENT } from '../../../electron/engine/database/packed-rows.ts'
import type { TextColumn } from '../../../shared/import/imported-sales.ts'
import { parseIsoDay } from '../../../shared/calendar.ts'
import { seededRandom } from '../../../shared/random.ts'
import { temporaryFolder } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
let connection: Connection
beforeEach(async () => {
  folder = temporaryFolder()
  connection = await openConnection(`${folder.path}/packed.db`, { create: true })
})
afterEach(async () => {
  await connection.close()
  folder.remove()
})

function textColumn(texts: readonly string[]): TextColumn {
  const bytes = texts.map((text) => Buffer.from(text))
  const offsets = new Uint32Array(texts.length + 1)
  bytes.forEach((text, i) => { offsets[i + 1] = (offsets[i] ?? 0) + text.length })
  return { bytes: new Uint8Array(Buffer.concat(bytes)), offsets }
}

async function stored(columns: Parameters<typeof packRows>[0], rows: Parameters<typeof packRows>[1], types: string) {
  return connection.transaction(async (writer) => {
    await preparePackedRows(writer)
    await writer.exec(`CREATE TABLE packed_test (n INTEGER PRIMARY KEY, ${types}) STRICT`)
    const names = types.split(',').map((type) => type.trim().split(' ')[0]).join(', ')
    await insertPacked(writer, `packed_test (n, ${names})`, packRows([{ kind: 'sequence', first: 1 }, ...columns], rows))
    return writer.all<Record<string, unknown>>(`SELECT ${names} FROM packed_test ORDER BY n`)
  })
}

test('every kind of value comes back as it went in', async () => {
  const integers = [0, -1, 7, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 31, -(2 ** 31), 1e15]
  const reals = [0, -0.5, 1.25, 1e-7, 1e21, -3, 0.1 + 0.2, Number.MAX_VALUE]
  const days = ['1970-01-01', '1969-12-31', '2024-02-29', '0001-01-01', '9999-12-31', '2000-01-01', '1899-12-30', '2026-11-22']
  const texts = ['', 'Anna', 'Łukasz; "de" Vries\n', '🍵', ' spaces kept ', "O'Neil", 'x'.repeat(20_000), '']
  const rows = await stored([
    { kind: 'integer', values: integers },
    { kind: 'real', values: reals },
    { kind: 'day', values: days.map((day) => parseIsoDay(day) ?? 0) },
    { kind: 'text', values: textColumn(texts) },
    { kind: 'integer', values: [1, -1, 3, -1, 5, 6, 7, -1], nullValue: -1 },
    { kind: 'same', value: 'whole' },
  ], { count: 8 }, 'i INTEGER, r REAL, d TEXT, t TEXT, o INTEGER, s TEXT')
  expect(rows).toEqual(integers.map((i, k) => ({ i, r: reals[k], d: days[k], t: texts[k], o: [1, null, 3, null, 5, 6, 7, null][k], s: 'whole' })))
})

test('more rows than one statement takes, and a choice of rows', async () => {
  const count = ROWS_PER_STATEMENT * 2 + 17
  const random = seededRandom(3)
  const values = Float64Array.from({ length: count }, () => Math.floor((random.uniform() - 0.5) * 2 ** 40))
  const texts = Array.from(values, (value) => value.toString(36))
  const picked = Int32Array.from(values.keys()).filter((row) => row % 3 === 1)
  const rows = await stored([{ kind: 'integer', values }, { kind: 'text', values: textColumn(texts) }], picked, 'v INTEGER, t TEXT')
  expect(rows).toEqual(Array.from(picked, (row) => ({ v: values[row], t: texts[row] })))
})

test('texts that are all empty stay empty', async () => {
  expect(await stored([{ kind: 'text', values: textColumn(['', '']) }], { count: 2 }, 't TEXT NOT NULL')).toEqual([{ t: '' }, { t: '' }])
})
