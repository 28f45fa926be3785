import sqlite3 from 'sqlite3'
import type { ErrorCode } from '../../../shared/i18n/en/errors.ts'
import { AppError } from '../../../shared/result.ts'
import { queue } from '../queue.ts'

export type SqlValue = string | number | null | Uint8Array
type Params = readonly SqlValue[]

export type Reader = {
  all<Row>(sql: string, params?: Params): Promise<Row[]>
  get<Row>(sql: string, params?: Params): Promise<Row | undefined>
}
/** A statement that runs many times; each run waits for the one before. */
export type Prepared = { run(params: Params): Promise<void>; finalize(): Promise<void> }
export type Writer = Reader & {
  /** Answers how many rows changed. */
  run(sql: string, params?: Params): Promise<number>
  exec(sql: string): Promise<void>
  prepare(sql: string): Promise<Prepared>
}
/**
 * One workspace file. Reading has a connection of its own, so that a question is answered from the last commit while an import
 * is under way; writing happens in `transaction` only, one after the other.
 */
export type Connection = Reader & {
  /** All of `work` or nothing. An aborted signal stops the running statement and rolls back. */
  transaction<T>(work: (writer: Writer) => Promise<T>, signal?: AbortSignal): Promise<T>
  /**
   * A transaction for millions of rows whose references are right by construction: foreign keys are not looked up row by row, and
   * the write-ahead log is carried over into the file after the commit has been answered.
   */
  bulkTransaction<T>(work: (writer: Writer) => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Several questions answered from one and the same commit. */
  snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  close(): Promise<void>
}
type Handle = Writer & { interrupt(): void; close(): Promise<void> }

/** 'STAM' in ASCII: marks the file as ours. */
export const APPLICATION_ID = 0x5354414d
const BUSY_TIMEOUT_MS = 4000
const INTERRUPT_EVERY_MS = 20
export const CACHE_KIB = 16_384
const WAL_CHECKPOINT_PAGES = 1000
const WAL_LIMIT_BYTES = 16 * 1024 * 1024

const codes: Readonly<Record<string, ErrorCode>> = {
  SQLITE_FULL: 'disk-full',
  SQLITE_BUSY: 'workspace-locked',
  SQLITE_LOCKED: 'workspace-locked',
  SQLITE_CORRUPT: 'workspace-damaged',
  SQLITE_NOTADB: 'workspace-foreign',
  SQLITE_READONLY: 'workspace-not-writable',
  SQLITE_CANTOPEN: 'workspace-not-writable',
  SQLITE_PERM: 'workspace-not-writable',
  SQLITE_INTERRUPT: 'cancelled',
}

function translate(error: Error): Error {
  const sqliteCode = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const code = codes[sqliteCode]
  return code ? new AppError(code, error.message) : error
}

function settle<T>(start: (done: (error: Error | null, value?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => start((error, value) => (error ? reject(translate(error)) : resolve(value as T))))
}

async function openHandle(path: string, mode: number): Promise<Handle> {
  const database = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(path, mode, (error) => (error ? reject(translate(error)) : resolve(opened)))
  })
  return {
    all: <Row>(sql: string, params: Params = []) => settle<Row[]>((done) => { database.all<Row>(sql, params, done) }),
    get: <Row>(sql: string, params: Params = []) => settle<Row | undefined>((done) => { database.get<Row>(sql, params, done) }),
    run: (sql, params = []) => settle<number>((done) => {
      database.run(sql, params, function (error) { done(error, this.changes) })
    }),
    exec: (sql) => settle<void>((done) => { database.exec(sql, done) }),
    async prepare(sql) {
      const statement = await settle<sqlite3.Statement>((done) => {
        const prepared = database.prepare(sql, (error) => { done(error, prepared) })
      })
      return {
        run: (params) => settle<void>((done) => { statement.run(params, done) }),
        finalize: () => settle<void>((done) => { statement.finalize(() => { done(null) }) }),
      }
    },
    interrupt: () => { database.interrupt() },
    close: () => settle<void>((done) => { database.close(done) }),
  }
}

async function openWriter(path: string, mode: number): Promise<Handle> {
  const writer = await openHandle(path, mode)
  try {
    await writer.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
      PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      PRAGMA journal_size_limit = ${WAL_LIMIT_BYTES}; PRAGMA cache_size = -${CACHE_KIB}`)
    return writer
  } catch (error) {
    await writer.close()
    throw error
  }
}

async function openReader(path: string): Promise<Handle> {
  const reader = await openHandle(path, sqlite3.OPEN_READONLY)
  await reader.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON`)
  return reader
}

/** The same writer, which refuses to go on once the signal is aborted. */
function abortable(writer: Writer, signal: AbortSignal): Writer {
  const check = () => { if (signal.aborted) throw new AppError('cancelled') }
  return {
    all: async (sql, params) => { check(); return writer.all(sql, params) },
    get: async (sql, params) => { check(); return writer.get(sql, params) },
    run: async (sql, params) => { check(); return writer.run(sql, params) },
    exec: async (sql) => { check(); return writer.exec(sql) },
    async prepare(sql) {
      check()
      const prepared = await writer.prepare(sql)
      return { ...prepared, run: async (params) => { check(); return prepared.run(params) } }
    },
  }
}

/** Interrupts what runs once the signal is aborted, and again: a statement that waits for its thread does not hear the first. */
function interruptOn(signal: AbortSignal | undefined, handle: Handle): () => void {
  let repeat: ReturnType<typeof setInterval> | undefined
  const interrupt = () => {
    handle.interrupt()
    repeat = setInterval(() => { handle.interrupt() }, INTERRUPT_EVERY_MS)
  }
  signal?.addEventListener('abort', interrupt)
  return () => {
    signal?.removeEventListener('abort', interrupt)
    clearInterval(repeat)
  }
}

async function runTransaction<T>(handle: Handle, work: (writer: Writer) => Promise<T>, signal?: AbortSignal): Promise<T> {
  if (signal?.aborted) throw new AppError('cancelled')
  await handle.exec('BEGIN IMMEDIATE')
  const stopInterrupting = interruptOn(signal, handle)
  try {
    const value = await work(signal ? abortable(handle, signal) : handle)
    if (signal?.aborted) throw new AppError('cancelled')
    stopInterrupting()
    await handle.exec('COMMIT')
    return value
  } catch (error) {
    stopInterrupting()
    // SQLite has rolled back by itself after a full disk or an interrupted statement; then there is nothing left to undo.
    await handle.exec('ROLLBACK').catch((failure: Error) => {
      if (!failure.message.includes('no transaction is active')) throw failure
    })
    throw error
  }
}

async function runBulkTransaction<T>(handle: Handle, work: (writer: Writer) => Promise<T>, signal?: AbortSignal): Promise<T> {
  await handle.exec('PRAGMA foreign_keys = OFF; PRAGMA wal_autocheckpoint = 0')
  try {
    return await runTransaction(handle, work, signal)
  } finally {
    await handle.exec(`PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = ${WAL_CHECKPOINT_PAGES}`)
  }
}

/** Opens an existing file (or, with `create`, a new one) for its one writer. The caller has checked that it is ours. */
export async function openConnection(path: string, options: { readonly create?: boolean } = {}): Promise<Connection> {
  const mode = options.create ? sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE : sqlite3.OPEN_READWRITE
  const writer = await openWriter(path, mode)
  const reader = await openReader(path).catch(async (error: unknown) => {
    await writer.close()
    throw error
  })
  const inTurn = queue()
  // Somebody may be reading from the log: then the next commit carries it over.
  const carryOverLog = () => inTurn(() => writer.exec('PRAGMA wal_checkpoint(TRUNCATE)')).catch(() => undefined)
  return {
    all: (sql, params) => reader.all(sql, params),
    get: (sql, params) => reader.get(sql, params),
    transaction: (work, signal) => inTurn(() => runTransaction(writer, work, signal)),
    async bulkTransaction(work, signal) {
      const value = await inTurn(() => runBulkTransaction(writer, work, signal))
      void carryOverLog()
      return value
    },
    async snapshot(work) {
      const own = await openReader(path)
      try {
        await own.exec('BEGIN')
        return await work(own)
      } finally {
        await own.close()
      }
    },
    close: () => inTurn(async () => {
      await reader.close()
      await writer.close()
    }),
  }
}

/** Looks at every page without writing anything; throws where they do not agree. */
export async function checkPages(path: string): Promise<void> {
  const handle = await openHandle(path, sqlite3.OPEN_READONLY)
  try {
    const check = await handle.get<{ quick_check: string }>('PRAGMA quick_check(1)')
    if (check?.quick_check !== 'ok') throw new AppError('workspace-damaged', 'the pages do not agree')
  } finally {
    await handle.close()
  }
}

/** A copy of the whole file, checked by reading it back: a backup that cannot be read is none. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = await openHandle(from, sqlite3.OPEN_READONLY)
  try {
    await source.run('VACUUM INTO ?', [to])
  } finally {
    await source.close()
  }
  await checkPages(to)
}
