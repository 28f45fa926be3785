import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConnection } from '../../../electron/engine/database/connection.ts'
import { type Migration, newestVersion } from '../../../electron/engine/database/migrate.ts'
import { migrations } from '../../../electron/engine/database/migrations/index.ts'
import { openWorkspaceFile } from '../../../electron/engine/files/workspace-file.ts'
import { AppError } from '../../../shared/result.ts'
import { seededRandom } from '../../../shared/random.ts'
import { temporaryFolder } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
let path: string
beforeEach(() => {
  folder = temporaryFolder()
  path = `${folder.path}/stamgast.db`
})
afterEach(() => { folder.remove() })

const newest = newestVersion(migrations)
const codeOf = (error: unknown) => (error instanceof AppError ? error.failure.code : error)

async function createWorkspace(): Promise<Buffer> {
  const connection = await openWorkspaceFile(path)
  await connection.close()
  return readFileSync(path)
}

/** The code it is refused with; the file and its folder must be as they were. */
async function refusal(bytes: Uint8Array | string): Promise<unknown> {
  writeFileSync(path, bytes)
  const before = { bytes: readFileSync(path), changedAt: statSync(path).mtimeMs, folder: readdirSync(folder.path) }
  const code = await openWorkspaceFile(path).then(() => 'opened', codeOf)
  expect({ bytes: readFileSync(path), changedAt: statSync(path).mtimeMs, folder: readdirSync(folder.path) }).toEqual(before)
  return code
}

test('a new workspace is marked as ours, and nothing half made lies beside it', async () => {
  const bytes = await createWorkspace()
  expect(bytes.toString('latin1', 0, 15)).toBe('SQLite format 3')
  expect(bytes.toString('latin1', 68, 72)).toBe('STAM')
  expect(bytes.readUInt32BE(60)).toBe(newest)
  expect(readdirSync(folder.path)).toEqual(['stamgast.db'])
})

test('what is not a whole workspace of this version is refused, and not touched', async () => {
  const whole = await createWorkspace()
  const random = seededRandom(11)
  const newer = Buffer.from(whole)
  newer.writeUInt32BE(newest + 10, 60)
  const foreign = Buffer.from(whole)
  foreign.writeUInt32BE(0x12345678, 68)
  expect(await refusal(newer)).toBe('workspace-newer')
  expect(await refusal(foreign)).toBe('workspace-foreign')
  expect(await refusal('')).toBe('workspace-damaged')
  expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('workspace-damaged')
  expect(await refusal(whole.subarray(0, 50))).toBe('workspace-damaged')
  expect(await refusal(Uint8Array.from({ length: 20_000 }, () => Math.floor(random.uniform() * 256)))).toBe('workspace-foreign')
  expect(await refusal('Order number,Date\nA1,2024-01-31\n')).toBe('workspace-foreign')
  writeFileSync(path, whole)
  await openWorkspaceFile(path).then((connection) => connection.close())
})

test('a newer version that still lies in the log is refused too', async () => {
  const whole = await createWorkspace()
  const other = await openConnection(path)
  await other.transaction(async (writer) => { await writer.exec(`PRAGMA user_version = ${newest + 10}`) })
  // As after a killed process: the file as it was, and the log beside it.
  const log = readFileSync(`${path}-wal`)
  await other.close()
  writeFileSync(path, whole)
  writeFileSync(`${path}-wal`, log)
  expect(await openWorkspaceFile(path).then(() => 'opened', codeOf)).toBe('workspace-newer')
})

test('a folder that is not there is made; where none can be made it is said', async () => {
  await openWorkspaceFile(`${folder.path}/deeper/still/stamgast.db`).then((connection) => connection.close())
  writeFileSync(`${folder.path}/a-file`, '')
  expect(await openWorkspaceFile(`${folder.path}/a-file/stamgast.db`).then(() => 'opened', codeOf)).toBe('workspace-not-writable')
})

test('creating goes on where a killed process left off', async () => {
  writeFileSync(`${path}.creating`, 'half')
  await createWorkspace()
  expect(existsSync(`${path}.creating`)).toBe(false)
})

test('an older file is backed up, verified and brought up to date in one go', async () => {
  await createWorkspace()
  const old = await openConnection(path)
  await old.transaction((writer) => writer.run(`INSERT INTO scenario (name, strategy, audience, assumptions, updated_at) VALUES ('Kept', 'vip', '{}', '{}', '')`))
  await old.close()
  const next: Migration = { version: newest + 10, sql: 'ALTER TABLE scenario ADD COLUMN note TEXT' }
  const broken: Migration = { version: newest + 20, sql: 'CREATE TABLE half (n INTEGER); INSERT INTO nowhere VALUES (1)' }

  await expect(openWorkspaceFile(path, [...migrations, next, broken])).rejects.toThrow('nowhere')
  const untouched = await openWorkspaceFile(path)
  expect(await untouched.get('PRAGMA user_version')).toEqual({ user_version: newest })
  expect(await untouched.all(`SELECT name FROM pragma_table_info('scenario') WHERE name = 'note'`)).toEqual([])
  await untouched.close()

  const updated = await openWorkspaceFile(path, [...migrations, next])
  expect(await updated.get('PRAGMA user_version')).toEqual({ user_version: newest + 10 })
  expect(await updated.all('SELECT name, note FROM scenario')).toEqual([{ name: 'Kept', note: null }])
  await updated.close()

  const backup = await openConnection(`${path}.before-${newest + 10}`)
  expect(await backup.get('PRAGMA user_version')).toEqual({ user_version: newest })
  expect(await backup.all('SELECT name FROM scenario')).toEqual([{ name: 'Kept' }])
  await backup.close()
})

test('a folder is no workspace', async () => {
  expect(await openWorkspaceFile(folder.path).catch(codeOf)).toBe('workspace-foreign')
  expect(readdirSync(folder.path)).toEqual([])
})
