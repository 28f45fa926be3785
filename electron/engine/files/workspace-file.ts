import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../../shared/result.ts'
import { APPLICATION_ID, checkPages, type Connection, copyDatabase, openConnection } from '../database/connection.ts'
import { refreshIdentity } from '../database/identity-store.ts'
import { migrate, type Migration, newestVersion, readVersion } from '../database/migrate.ts'
import { migrations as ourMigrations } from '../database/migrations/index.ts'

// SQLite's file header (sqlite.org/fileformat.html, 1.3).
const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'
const PAGE_SIZE_AT = 16
const PAGE_COUNT_AT = 28
const USER_VERSION_AT = 60
const APPLICATION_ID_AT = 68

async function sizeOf(path: string): Promise<number | null> {
  const file = await stat(path).catch(() => null)
  if (file?.isDirectory()) throw new AppError('workspace-foreign', 'a folder')
  return file?.size ?? null
}

/**
 * Refuses what is not ours, too new or cut off, by reading the header only: SQLite itself would write beside a file it opens.
 * A write-ahead log may hold pages that the file does not have yet, so its length counts only without one.
 */
async function checkHeader(path: string, sizeBytes: number, hasLog: boolean, newest: number): Promise<void> {
  if (sizeBytes === 0) throw new AppError('workspace-damaged', 'the file is empty')
  const header = Buffer.alloc(HEADER_BYTES)
  const file = await open(path, 'r').catch(refuseFolder)
  try {
    await file.read(header, 0, HEADER_BYTES, 0)
  } finally {
    await file.close()
  }
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw new AppError('workspace-foreign', 'no SQLite file')
  if (sizeBytes < HEADER_BYTES) throw new AppError('workspace-damaged', 'the header is cut off')
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) throw new AppError('workspace-foreign', 'another application id')
  if (header.readUInt32BE(USER_VERSION_AT) > newest) throw new AppError('workspace-newer')
  const declared = header.readUInt16BE(PAGE_SIZE_AT)
  const pageBytes = declared === 1 ? 65_536 : declared
  if (!hasLog && header.readUInt32BE(PAGE_COUNT_AT) * pageBytes > sizeBytes) throw new AppError('workspace-damaged', 'the file is cut off')
}

function refuseFolder(error: NodeJS.ErrnoException): never {
  throw new AppError('workspace-not-writable', error.code)
}

/** Made beside its place and moved there when whole: a file that is half made is never taken for a workspace. */
async function createFile(path: string, migrations: readonly Migration[]): Promise<void> {
  const unfinished = `${path}.creating`
  await mkdir(dirname(path), { recursive: true }).catch(refuseFolder)
  for (const suffix of ['', '-wal', '-shm']) await rm(unfinished + suffix, { force: true })
  const connection = await openConnection(unfinished, { create: true })
  try {
    await migrate(connection, migrations)
  } finally {
    await connection.close()
  }
  await rename(unfinished, path).catch(refuseFolder)
}

/** Opens the workspace, making it where there is none and bringing an older one up to date after a backup. */
export async function openWorkspaceFile(path: string, migrations: readonly Migration[] = ourMigrations): Promise<Connection> {
  const newest = newestVersion(migrations)
  if ((await sizeOf(path)) === null) await createFile(path, migrations)
  const sizeBytes = (await sizeOf(path)) ?? 0
  const hasLog = ((await sizeOf(`${path}-wal`)) ?? 0) > 0
  await checkHeader(path, sizeBytes, hasLog, newest)
  // A log left behind means that the last session did not end by itself; only then is looking at every page worth its time.
  if (hasLog) await checkPages(path)
  const connection = await openConnection(path)
  try {
    const version = await readVersion(connection)
    if (version > newest) throw new AppError('workspace-newer')
    if (version < newest) {
      const backup = `${path}.before-${newest}`
      await rm(backup, { force: true })
      await copyDatabase(path, backup)
      await migrate(connection, migrations)
      // What follows from the customers follows from what is known of them now.
      await connection.transaction(refreshIdentity)
    }
    return connection
  } catch (error) {
    await connection.close()
    throw error
  }
}
