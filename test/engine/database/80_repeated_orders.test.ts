import { afterEach, beforeEach, expect, test } from 'vitest'
import { readLedger } from '../../../electron/engine/database/ledger-store.ts'
import { migrations } from '../../../electron/engine/database/migrations/index.ts'
import { undoRepair } from '../../../electron/engine/database/quality/repair-store.ts'
import { undoBatch } from '../../../electron/engine/database/batch-store.ts'
import { openWorkspaceFile } from '../../../electron/engine/files/workspace-file.ts'
import { temporaryFolder } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

test('migration 80: a file of the version before keeps what was left out, also when an import is undone, until its repair is', async () => {
  const path = `${folder.path}/stamgast.db`
  const old = await openWorkspaceFile(path, migrations.filter((migration) => migration.version < 80))
  await old.transaction((writer) => writer.exec(`
    INSERT INTO batch (batch_id, first_order_id, last_order_id, summary) VALUES (1, 1, 1, '{}'), (2, 2, 3, '{}');
    INSERT INTO customer (customer_id, customer_key, name, email) VALUES (1, 'id:7', 'Anna', '');
    INSERT INTO repair (repair_id, kind, made_at, detail) VALUES (1, 'equal-orders', '', '{"orders":1,"lines":1,"amountCents":500}');
    INSERT INTO left_out_order (repair_id, order_key, content_hash) VALUES (1, 'B1', 12);
    INSERT INTO sales_order (order_id, batch_id, order_key, customer_id, ordered_on, amount_cents, content_hash, left_out_by_repair_id)
      VALUES (1, 1, 'A1', 1, '2024-03-01', 500, 11, NULL), (2, 2, 'B1', 1, '2024-03-01', 500, 12, 1), (3, 2, 'B2', 1, '2024-03-02', 300, 13, NULL);
    INSERT INTO order_line (order_id, position, product_id, quantity, amount_cents, line_number, is_identical) VALUES (1, 0, NULL, 1, 500, 2, 0), (2, 0, NULL, 1, 500, 2, 0), (3, 0, NULL, 1, 300, 3, 0)`))
  await old.close()

  const updated = await openWorkspaceFile(path)
  const amounts = async () => Array.from((await updated.snapshot(readLedger)).amountCents)
  expect(await amounts()).toEqual([500, 300])
  await updated.transaction((writer) => undoBatch(writer, 1, '2024-04-01'))
  expect(await amounts()).toEqual([300])
  await updated.transaction((writer) => undoRepair(writer, 1, '2024-04-01'))
  expect(await amounts()).toEqual([500, 300])
  await updated.close()
})
