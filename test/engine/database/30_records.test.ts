import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../../electron/engine/database/migrations/index.ts'
import { openWorkspaceFile } from '../../../electron/engine/files/workspace-file.ts'
import { batch } from '../../renderer/data/batches.ts'
import { startEngine, temporaryFolder } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

test('a file of the version before has sales only: its imports are about sales, and lists come beside them', async () => {
  const path = join(folder.path, 'old.db')
  const old = await openWorkspaceFile(path, migrations.filter(({ version }) => version < 30))
  const { kind: _notThereYet, records: _norThis, ...summary } = batch
  await old.transaction(async (writer) => {
    await writer.run('INSERT INTO batch (batch_id, first_order_id, last_order_id, summary) VALUES (1, 1, 1, ?)', [JSON.stringify({ ...summary, batchId: 1 })])
    await writer.exec("INSERT INTO sales_order (order_id, batch_id, order_key, ordered_on, amount_cents, content_hash) VALUES (1, 1, 'A1', '2026-01-03', 12100, 1)")
  })
  await old.close()

  const engine = startEngine(folder.path, path)
  try {
    expect(await engine.ask('data:batches', {})).toMatchObject([{ ...summary, batchId: 1, kind: 'sales', records: null }])
    expect((await engine.import(['Klantnummer;Nieuwsbrief', '7;ja'], 'lijst.csv')).records).toEqual({ new: 1, known: 0, changed: 0 })
    expect(await engine.ask('workspace:info', {})).toMatchObject({ orders: 1, batches: 2 })
    const connection = await engine.context.workspace.connection()
    expect(await connection.all('PRAGMA foreign_key_check')).toEqual([])
  } finally {
    await engine.stop()
  }
})
