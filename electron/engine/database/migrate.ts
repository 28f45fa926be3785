import { APPLICATION_ID, type Connection } from './connection.ts'

export type Migration = { readonly version: number; readonly sql: string }

/** The version a file has after all of these. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

export async function readVersion(connection: Connection): Promise<number> {
  const row = await connection.get<{ user_version: number }>('PRAGMA user_version')
  return row?.user_version ?? 0
}

/** Brings the file to the newest version: all pending migrations in one transaction. The caller has made the backup. */
export async function migrate(connection: Connection, migrations: readonly Migration[]): Promise<void> {
  const version = await readVersion(connection)
  const pending = migrations.filter((migration) => migration.version > version)
  if (pending.length === 0) return
  await connection.transaction(async (writer) => {
    for (const migration of pending) await writer.exec(migration.sql)
    await writer.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${newestVersion(pending)}`)
  })
}
