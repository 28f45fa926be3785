import { afterEach, beforeEach, expect, test } from 'vitest'
import { readLedger } from '../../../electron/engine/database/ledger-store.ts'
import { makeRepair, readRepairs } from '../../../electron/engine/database/quality/repair-store.ts'
import { migrations } from '../../../electron/engine/database/migrations/index.ts'
import { openWorkspaceFile } from '../../../electron/engine/files/workspace-file.ts'
import { temporaryFolder } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

test('migration 60: a file of the version before keeps its sales, and its orders can be left out', async () => {
  const path = `${folder.path}/stamgast.db`
  const old = await openWorkspaceFile(path, migrations.filter((migration) => migration.version < 60))
  await old.transaction((writer) => writer.exec(`
    INSERT INTO batch (batch_id, first_order_id, last_order_id, summary) VALUES (1, 1, 2, '{}');
    INSERT INTO customer (customer_id, customer_key, name, email) VALUES (1, 'id:7', 'Anna', '');
    INSERT INTO sales_order (order_id, batch_id, order_key, customer_id, ordered_on, amount_cents, content_hash)
      VALUES (1, 1, 'A1', 1, '2024-03-01', 2000, 11), (2, 1, 'A2', 1, '2024-03-02', 500, 12);
    INSERT INTO order_line (order_id, position, product_id, quantity, amount_cents, line_number, is_identical) VALUES (1, 0, NULL, 1, 1000, 2, 0), (1, 1, NULL, 1, 1000, 3, 1), (2, 0, NULL, 1, 500, 4, 0)`))
  await old.close()

  const updated = await openWorkspaceFile(path)
  const amounts = async () => Array.from((await updated.snapshot(readLedger)).amountCents)
  expect(await amounts()).toEqual([2000, 500])
  expect(await readRepairs(updated)).toEqual([])
  await updated.transaction((writer) => makeRepair(writer, { kind: 'identical-lines', orders: [{ orderId: 1 }], madeAt: '' }))
  await updated.transaction((writer) => makeRepair(writer, { kind: 'outlier-orders', orders: [{ orderId: 2 }], madeAt: '' }))
  expect(await amounts()).toEqual([1000])
  await updated.close()
})
