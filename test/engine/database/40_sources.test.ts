import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../../electron/engine/database/migrations/index.ts'
import { openWorkspaceFile } from '../../../electron/engine/files/workspace-file.ts'
import { batch } from '../../renderer/data/batches.ts'
import { startEngine, temporaryFolder } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

test('a file of the version before keeps its imports: nothing remembered of their source, nothing said of their VAT', async () => {
  const path = join(folder.path, 'old.db')
  const old = await openWorkspaceFile(path, migrations.filter(({ version }) => version < 40))
  const { remembered: _notThereYet, ...summary } = batch
  await old.transaction(async (writer) => {
    await writer.run('INSERT INTO batch (batch_id, first_order_id, last_order_id, summary) VALUES (1, 1, 1, ?)', [JSON.stringify({ ...summary, batchId: 1 })])
    await writer.exec("INSERT INTO sales_order (order_id, batch_id, order_key, ordered_on, amount_cents, content_hash) VALUES (1, 1, 'A1', '2026-01-03', 12100, 1)")
    await writer.exec("INSERT INTO order_line (order_id, position, quantity, amount_cents, line_number, is_identical) VALUES (1, 0, 1, 12100, 2, 0)")
  })
  await old.close()

  const engine = startEngine(folder.path, path)
  try {
    expect(await engine.ask('data:batches', {})).toMatchObject([{ ...summary, batchId: 1, remembered: [] }])
    expect(await engine.ask('workspace:info', {})).toMatchObject({ orders: 1, batches: 1 })
    const connection = await engine.context.workspace.connection()
    expect(await connection.all('SELECT vat_rate FROM batch')).toEqual([{ vat_rate: null }])
    expect(await connection.all('SELECT * FROM source_preset')).toEqual([])
  } finally {
    await engine.stop()
  }
})
