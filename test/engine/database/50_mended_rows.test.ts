import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../../electron/engine/database/migrations/index.ts'
import { openWorkspaceFile } from '../../../electron/engine/files/workspace-file.ts'
import { temporaryFolder } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

test('imports of before are kept, with their rows set aside; how their files were read is not known', async () => {
  const path = `${folder.path}/old.db`
  const old = await openWorkspaceFile(path, migrations.filter(({ version }) => version < 50))
  await old.transaction((writer) => writer.exec(`
    INSERT INTO batch (batch_id, first_order_id, last_order_id, summary) VALUES (1, 1, 1, '{}'), (2, 2, 2, '{}');
    INSERT INTO sales_order VALUES (1, 1, 'A1', NULL, '2024-01-31', 1000, 7, 2), (2, 2, 'A1', NULL, '2024-01-31', 2000, 8, NULL);
    INSERT INTO rejected_row VALUES (1, 0, 3, 'date-missing', NULL, 'A2,,5.00')`))
  await old.close()

  const updated = await openWorkspaceFile(path, migrations.filter(({ version }) => version <= 50))
  expect(await updated.all('SELECT batch_id, reading, mends_batch_id, replaced_by_batch_id FROM batch')).toEqual([
    { batch_id: 1, reading: null, mends_batch_id: null, replaced_by_batch_id: null },
    { batch_id: 2, reading: null, mends_batch_id: null, replaced_by_batch_id: null },
  ])
  expect(await updated.all('SELECT raw FROM rejected_row')).toEqual([{ raw: 'A2,,5.00' }])
  expect(await updated.all(`SELECT order_id FROM sales_order INDEXED BY sales_order_superseded WHERE superseded_by_batch_id = 2 AND order_key = 'A1'`)).toEqual([{ order_id: 1 }])
  await updated.transaction((writer) => writer.exec(`INSERT INTO mended_row VALUES (2, 3, 'A2,,5.00', 'A2,2024-02-01,5.00')`))
  expect(await updated.all('PRAGMA foreign_key_check')).toEqual([])
  await updated.close()
})
