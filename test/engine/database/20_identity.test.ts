import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../../electron/engine/database/migrations/index.ts'
import { openWorkspaceFile } from '../../../electron/engine/files/workspace-file.ts'
import { batch } from '../../renderer/data/batches.ts'
import { startEngine, temporaryFolder } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

test('a file of the version before keeps its customers, and a guest with an account’s e-mail is found to be that account', async () => {
  const path = join(folder.path, 'old.db')
  const old = await openWorkspaceFile(path, migrations.filter(({ version }) => version < 20))
  await old.transaction(async (writer) => {
    await writer.run('INSERT INTO batch (batch_id, first_order_id, last_order_id, summary) VALUES (1, 1, 2, ?)', [JSON.stringify({ ...batch, batchId: 1 })])
    await writer.exec(`INSERT INTO customer (customer_id, customer_key, name, email) VALUES (1, 'email:anna@voorbeeld.nl', '', 'anna@voorbeeld.nl'), (2, 'id:7', 'Anna', 'Anna@voorbeeld.nl');
      INSERT INTO sales_order (order_id, batch_id, order_key, customer_id, ordered_on, amount_cents, content_hash) VALUES
        (1, 1, 'A1', 1, '2026-01-03', 12100, 1), (2, 1, 'A2', 2, '2026-01-04', 5000, 2)`)
  })
  await old.close()

  const engine = startEngine(folder.path, path)
  try {
    expect(await engine.ask('workspace:info', {})).toMatchObject({ orders: 2, customers: 1, batches: 1 })
    const connection = await engine.context.workspace.connection()
    expect(await connection.all('SELECT * FROM merged_customer')).toEqual([{ customer_id: 1, into_customer_id: 2 }])
    expect(await connection.all('SELECT phone, postcode FROM customer')).toEqual([{ phone: '', postcode: '' }, { phone: '', postcode: '' }])
  } finally {
    await engine.stop()
  }
})
