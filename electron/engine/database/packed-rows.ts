import type { TextColumn } from '../../../shared/import/imported-sales.ts'
import { formatIsoDay } from '../../../shared/calendar.ts'
import { assertNever } from '../../../shared/result.ts'
import type { SqlValue, Writer } from './connection.ts'

/**
 * Many rows through few statements: up to `ROWS_PER_STATEMENT` rows lie in one BLOB as fixed-width ASCII fields, and SQLite cuts
 * them apart (`substr` of a BLOB costs the same anywhere in it). About fifteen times as fast as a statement per row; the
 * values are bound, never part of the SQL.
 */
export type PackedColumn =
  /** Whole numbers; `nullValue` stands for NULL. */
  | { readonly kind: 'integer'; readonly values: ArrayLike<number>; readonly nullValue?: number }
  | { readonly kind: 'real'; readonly values: ArrayLike<number> }
  /** Day numbers, stored as `YYYY-MM-DD`. */
  | { readonly kind: 'day'; readonly values: ArrayLike<number> }
  /** Texts of any length: their bytes travel in a BLOB of their own. */
  | { readonly kind: 'text'; readonly values: TextColumn }
  /** first, first + 1, ... over the rows that are taken. */
  | { readonly kind: 'sequence'; readonly first: number }
  | { readonly kind: 'same'; readonly value: SqlValue }

export type PackedTable = {
  readonly count: number
  /** One SQL expression per column, over `temp.packed_row AS packed`. */
  readonly expressions: readonly string[]
  /** What to bind for the rows from `start`; the buffers are used again, so bind before asking for the next. */
  readonly bind: (start: number) => SqlValue[]
}

export const ROWS_PER_STATEMENT = 8192
const OFFSET_WIDTH = 9
const DAY_WIDTH = 10
const REAL_WIDTH = 24
const SPACE = 32
const MINUS = 45
const ZERO = 48

/** The table of row numbers that packed rows are read through. */
export async function preparePackedRows(writer: Writer): Promise<void> {
  await writer.exec('CREATE TEMP TABLE IF NOT EXISTS packed_row (n INTEGER PRIMARY KEY)')
  await writer.run(`INSERT OR IGNORE INTO packed_row (n)
    WITH RECURSIVE counting (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counting WHERE n < ${ROWS_PER_STATEMENT - 1})
    SELECT n FROM counting WHERE NOT EXISTS (SELECT 1 FROM packed_row)`)
}

/** Writes a whole number right-aligned; what stands before it becomes spaces, which SQLite's CAST skips. */
function putInteger(bytes: Uint8Array, start: number, width: number, value: number): void {
  let at = start + width - 1
  let rest = Math.abs(value)
  while (rest > 0x7fffffff) {
    const shorter = Math.floor(rest / 10)
    bytes[at--] = ZERO + (rest - shorter * 10)
    rest = shorter
  }
  let small = rest | 0
  do {
    const shorter = (small / 10) | 0
    bytes[at--] = ZERO + (small - shorter * 10)
    small = shorter
  } while (small > 0)
  if (value < 0) bytes[at--] = MINUS
  while (at >= start) bytes[at--] = SPACE
}

function putAscii(bytes: Uint8Array, start: number, width: number, text: string): void {
  for (let i = 0; i < width; i++) bytes[start + i] = i < text.length ? text.charCodeAt(i) : SPACE
}

function integerWidth(values: ArrayLike<number>): number {
  let low = 0
  let high = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    if (value < low) low = value
    else if (value > high) high = value
  }
  return Math.max(String(high).length, String(low).length)
}

function allWhole(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isSafeInteger(values[i])) return false
  return true
}

type Field = {
  readonly width: number
  readonly expression: (cut: (offset: number, width: number) => string, offset: number, parameter: string) => string
  readonly put: (bytes: Uint8Array, at: number, row: number, taken: Taken) => void
  /** What travels beside the packed rows, for columns that need it. */
  readonly beside?: (taken: Taken) => SqlValue
}
/** The rows of one statement: the first row's own number, and where its texts begin. */
type Taken = { readonly start: number; readonly firstRow: number; readonly lastRow: number }

const noField = { width: 0, put: () => undefined }

function integerField(values: ArrayLike<number>, nullValue?: number): Field {
  const width = integerWidth(values)
  return {
    width,
    expression(cut, offset) {
      const number = `CAST(${cut(offset, width)} AS INTEGER)`
      return nullValue === undefined ? number : `NULLIF(${number}, ${nullValue})`
    },
    put: (bytes, at, row) => { putInteger(bytes, at, width, values[row] ?? 0) },
  }
}

function fieldOf(column: PackedColumn): Field {
  switch (column.kind) {
    case 'integer':
      return integerField(column.values, column.nullValue)
    case 'real': {
      const { values } = column
      if (allWhole(values)) return integerField(values)
      return {
        width: REAL_WIDTH,
        expression: (cut, offset) => `CAST(${cut(offset, REAL_WIDTH)} AS REAL)`,
        put: (bytes, at, row) => { putAscii(bytes, at, REAL_WIDTH, String(values[row])) },
      }
    }
    case 'day': {
      const { values } = column
      const written = new Map<number, string>()
      return {
        width: DAY_WIDTH,
        expression: (cut, offset) => `CAST(${cut(offset, DAY_WIDTH)} AS TEXT)`,
        put(bytes, at, row) {
          const day = values[row] ?? 0
          let text = written.get(day)
          if (text === undefined) written.set(day, text = formatIsoDay(day))
          putAscii(bytes, at, DAY_WIDTH, text)
        },
      }
    }
    case 'text': {
      const { bytes: texts, offsets } = column.values
      const at = (row: number) => offsets[row] ?? 0
      return {
        width: OFFSET_WIDTH * 2,
        expression: (cut, offset, parameter) =>
          `CAST(substr(${parameter}, CAST(${cut(offset, OFFSET_WIDTH)} AS INTEGER), CAST(${cut(offset + OFFSET_WIDTH, OFFSET_WIDTH)} AS INTEGER)) AS TEXT)`,
        put(bytes, start, row, { firstRow }) {
          putInteger(bytes, start, OFFSET_WIDTH, at(row) - at(firstRow) + 1)
          putInteger(bytes, start + OFFSET_WIDTH, OFFSET_WIDTH, at(row + 1) - at(row))
        },
        // An empty BLOB would be bound as NULL.
        beside: ({ firstRow, lastRow }) => (at(lastRow + 1) > at(firstRow)
          ? Buffer.from(texts.buffer, texts.byteOffset + at(firstRow), at(lastRow + 1) - at(firstRow)) : Buffer.of(SPACE)),
      }
    }
    case 'sequence':
      return { ...noField, expression: (_cut, _offset, parameter) => `${parameter} + packed.n`, beside: ({ start }) => column.first + start }
    case 'same':
      return { ...noField, expression: (_cut, _offset, parameter) => parameter, beside: () => column.value }
    default:
      return assertNever(column)
  }
}

/** Lays columns out for SQLite. `rows` takes only these rows, in ascending order; without it, the first `count`. */
export function packRows(columns: readonly PackedColumn[], rows: { readonly count: number } | Int32Array): PackedTable {
  const fields = columns.map(fieldOf)
  const rowBytes = Math.max(1, fields.reduce((sum, field) => sum + field.width, 0))
  const picked = rows instanceof Int32Array ? rows : null
  const count = rows instanceof Int32Array ? rows.length : rows.count
  const buffer = Buffer.alloc(rowBytes * Math.min(count, ROWS_PER_STATEMENT))
  const cut = (offset: number, width: number) => `substr(?1, packed.n * ${rowBytes} + ${offset + 1}, ${width})`

  let offset = 0
  let parameters = 2
  const placed = fields.map((field) => {
    const place = { field, offset, expression: field.expression(cut, offset, field.beside ? `?${++parameters}` : '') }
    offset += field.width
    return place
  })
  return {
    count,
    expressions: placed.map(({ expression }) => expression),
    bind(start) {
      const taken = Math.min(count - start, ROWS_PER_STATEMENT)
      const rowAt = (k: number) => (picked ? picked[start + k] ?? 0 : start + k)
      const about: Taken = { start, firstRow: rowAt(0), lastRow: rowAt(taken - 1) }
      for (const { field, offset } of placed) {
        if (field.width === 0) continue
        for (let k = 0; k < taken; k++) field.put(buffer, k * rowBytes + offset, rowAt(k), about)
      }
      return [buffer, taken, ...fields.flatMap((field) => (field.beside ? [field.beside(about)] : []))]
    },
  }
}

/** Inserts packed rows; the next statement's rows are packed while SQLite works on the last. */
export async function insertPacked(
  writer: Writer, into: string, table: PackedTable, onRows: (done: number) => void = () => undefined,
): Promise<void> {
  if (table.count === 0) return
  const insert = await writer.prepare(`INSERT INTO ${into} SELECT ${table.expressions.join(', ')} FROM temp.packed_row AS packed WHERE packed.n < ?2`)
  try {
    let inserting = Promise.resolve()
    for (let start = 0; start < table.count; start += ROWS_PER_STATEMENT) {
      const values = table.bind(start)
      await inserting
      inserting = insert.run(values)
      onRows(start)
    }
    await inserting
  } finally {
    await insert.finalize()
  }
}
