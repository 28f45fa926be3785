import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../../electron/engine/database/migrations/index.ts'
import { openWorkspaceFile } from '../../../electron/engine/files/workspace-file.ts'
import { startEngine, temporaryFolder } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

test('migration 70: a sale in a file of the version before gets the refund of a later file, and undo takes it off again', async () => {
  const path = `${folder.path}/stamgast.db`
  const old = await openWorkspaceFile(path, migrations.filter((migration) => migration.version < 70))
  await old.transaction((writer) => writer.exec(`
    INSERT INTO batch (batch_id, first_order_id, last_order_id, summary) VALUES (1, 1, 1, '{}');
    INSERT INTO customer (customer_id, customer_key, name, email) VALUES (1, 'id:7', 'Anna', '');
    INSERT INTO product (product_id, product_key, name) VALUES (1, 'Mug', 'Mug');
    INSERT INTO sales_order (order_id, batch_id, order_key, customer_id, ordered_on, amount_cents, content_hash) VALUES (1, 1, 'X', 1, '2024-05-10', 4500, 11);
    INSERT INTO order_line (order_id, position, product_id, quantity, amount_cents, line_number, is_identical) VALUES (1, 0, 1, 3, 4500, 2, 0)`))
  await old.close()

  const engine = startEngine(folder.path, path)
  const amounts = async () => (await engine.context.workspace.connection()).all('SELECT order_key, amount_cents FROM sales_order WHERE superseded_by_batch_id IS NULL')
  const { batchId } = await engine.import(['Order number,Date,Customer number,Product,Quantity,Amount', 'X,2024-06-12,7,Mug,-1,-15.00'])
  expect(await amounts()).toEqual([{ order_key: 'X', amount_cents: 3000 }])
  await engine.ask('data:undo-batch', { batchId })
  expect(await amounts()).toEqual([{ order_key: 'X', amount_cents: 4500 }])
  await engine.stop()
})
