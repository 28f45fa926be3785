import { existsSync, statSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connection, openConnection } from '../../../electron/engine/database/connection.ts'
import { AppError } from '../../../shared/result.ts'
import { temporaryFolder } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
let path: string
let connection: Connection
beforeEach(async () => {
  folder = temporaryFolder()
  path = `${folder.path}/some.db`
  connection = await openConnection(path, { create: true })
  await connection.transaction((writer) => writer.exec('CREATE TABLE sale (id INTEGER PRIMARY KEY, cents INTEGER) STRICT'))
})
afterEach(async () => {
  await connection.close()
  folder.remove()
})

const codeOf = (error: unknown) => (error instanceof AppError ? error.failure.code : error)
const count = async () => (await connection.get<{ n: number }>('SELECT count(*) AS n FROM sale'))?.n
const many = 'INSERT INTO sale (cents) WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5000000) SELECT n FROM c'

test('the settings of the file are on', async () => {
  const pragmas = await connection.transaction(async (writer) => Object.assign({}, ...await Promise.all(
    ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'secure_delete'].map((name) => writer.get(`PRAGMA ${name}`)))) as object)
  expect(pragmas).toEqual({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1, trusted_schema: 0, cell_size_check: 1, secure_delete: 1 })
})

test('foreign keys are looked up again after a bulk transaction, whether it succeeded or not', async () => {
  const foreignKeys = () => connection.transaction((writer) => writer.get('PRAGMA foreign_keys'))
  expect(await connection.bulkTransaction((writer) => writer.get('PRAGMA foreign_keys'))).toEqual({ foreign_keys: 0 })
  expect(await foreignKeys()).toEqual({ foreign_keys: 1 })
  await connection.bulkTransaction(() => Promise.reject(new Error('on purpose'))).catch(() => undefined)
  expect(await foreignKeys()).toEqual({ foreign_keys: 1 })
})

test('transactions wait for one another, and a failed one leaves nothing', async () => {
  const order: string[] = []
  const one = connection.transaction(async (writer) => {
    await writer.run('INSERT INTO sale (cents) VALUES (1)')
    order.push('one')
    await writer.run('INSERT INTO sale (cents) VALUES (2)')
    order.push('one')
    throw new Error('on purpose')
  }).catch((error: Error) => error.message)
  const two = connection.transaction(async (writer) => {
    order.push('two')
    await writer.run('INSERT INTO sale (cents) VALUES (3)')
  })
  expect(await one).toBe('on purpose')
  await two
  expect(order).toEqual(['one', 'one', 'two'])
  expect(await connection.all('SELECT cents FROM sale')).toEqual([{ cents: 3 }])
})

test('questions are answered from the last commit while a transaction is under way', async () => {
  await connection.transaction(async (writer) => {
    await writer.run('INSERT INTO sale (cents) VALUES (1)')
    expect(await count()).toBe(0)
  })
  expect(await count()).toBe(1)
})

test('a snapshot keeps seeing the commit it began with', async () => {
  await connection.snapshot(async (reader) => {
    expect(await reader.get('SELECT count(*) AS n FROM sale')).toEqual({ n: 0 })
    await connection.transaction((writer) => writer.run('INSERT INTO sale (cents) VALUES (1)'))
    expect(await reader.get('SELECT count(*) AS n FROM sale')).toEqual({ n: 0 })
  })
  expect(await count()).toBe(1)
})

test('an aborted signal interrupts a running statement and rolls back', async () => {
  const stop = new AbortController()
  let started = () => {}
  const running = new Promise<void>((resolve) => { started = resolve })
  const work = connection.transaction(async (writer) => {
    await writer.run('INSERT INTO sale (cents) VALUES (1)')
    const long = writer.run(many)
    started()
    await long
  }, stop.signal).catch(codeOf)
  await running
  // The statement runs in another thread by the time this answer has come back from it.
  await count()
  stop.abort()
  expect(await work).toBe('cancelled')
  expect(await count()).toBe(0)
  expect(await connection.transaction(() => Promise.resolve(1), stop.signal).catch(codeOf)).toBe('cancelled')
  await connection.transaction((writer) => writer.run('INSERT INTO sale (cents) VALUES (4)'))
  expect(await count()).toBe(1)
})

test('another writer on the same file is told so in words', async () => {
  const other = await openConnection(path)
  await connection.transaction(async (writer) => {
    await writer.run('INSERT INTO sale (cents) VALUES (1)')
    expect(await other.transaction((second) => second.run('INSERT INTO sale (cents) VALUES (2)')).catch(codeOf)).toBe('workspace-locked')
  })
  await other.close()
})

test('a full disk is told so in words, and leaves nothing half saved', async () => {
  // SQLite's own limit on the size of a file gives the same error as a disk without room.
  const failed = connection.transaction(async (writer) => {
    await writer.exec('PRAGMA max_page_count = 30')
    await writer.run(many)
  }).catch(codeOf)
  expect(await failed).toBe('disk-full')
  expect(await count()).toBe(0)
})

test('a bulk transaction leaves no log behind once the file is closed', async () => {
  await connection.bulkTransaction((writer) => writer.run('INSERT INTO sale (cents) VALUES (1)'))
  await connection.close()
  expect(existsSync(`${path}-wal`)).toBe(false)
  expect(statSync(path).size).toBeGreaterThan(0)
  connection = await openConnection(path)
  expect(await count()).toBe(1)
})
