import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { en, nl } from '../../shared/i18n/index.ts'
import { salesLines } from '../bench/generate-sales.ts'
import { startEngine, temporaryFolder } from '../engine/start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

const counted = ['batch', 'sales_order', 'order_line', 'customer', 'product', 'rejected_row']

test('F6: a workspace that may not grow: no partial batch, a sentence that says what to do, and the next import works', async () => {
  const engine = startEngine(folder.path)
  const connection = await engine.context.workspace.connection()
  const rows = () => Promise.all(counted.map(async (table) => (await connection.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))?.n))
  const lines = [...salesLines(30_000)]
  await engine.import(lines.slice(0, 1001), 'first.csv')
  const before = await rows()
  const limit = (pages: number) => connection.transaction((writer) => writer.exec(`PRAGMA max_page_count = ${pages}`))
  for (const pages of [60, 120, 250, 500]) {
    await limit(pages)
    await expect(engine.import(lines, 'second.csv'), `${pages} pages`).rejects.toThrow('disk-full')
    expect(await rows()).toEqual(before)
    expect(await connection.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  }
  await limit(1_000_000)
  expect(await engine.import(lines, 'second.csv')).toMatchObject({ rowsAccepted: 30_000 })
  await engine.stop()
  for (const { errors } of [en, nl]) expect(errors['disk-full']).toMatch(/\p{L}{4}.*\./u)
})

/** A disk of our own, of six megabytes, which nobody else sees and which is gone when the command ends. Needs a system that lets us make one. */
function onSmallDisk(command: string): { status: number | null; stdout: string; stderr: string } {
  const script = `mount -t tmpfs -o size=6m none "$1" && ${command}`
  return spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', script, 'sh', folder.path], { encoding: 'utf8' })
}
const canMount = process.platform === 'linux'
  && spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs -o size=1m none /mnt']).status === 0

test.skipIf(!canMount)('F6: a full disk of six megabytes: the import is refused in words and nothing of it stays (skipped where no small disk can be made)', () => {
  const files = temporaryFolder()
  const [small, large] = ['small.csv', 'large.csv'].map((name) => join(files.path, name))
  writeFileSync(small ?? '', [...salesLines(2000)].join('\n'))
  writeFileSync(large ?? '', [...salesLines(300_000)].join('\n'))
  const headless = join(import.meta.dirname, '../../electron/headless.ts')
  const ask = (channel: string, request: object) => `"${process.execPath}" "${headless}" "$1/shop.db" ${channel} '${JSON.stringify(request)}'`
  const { stdout, stderr } = onSmallDisk([
    ask('data:import-file', { file: `@${small}` }), `${ask('data:import-file', { file: `@${large}` })} ; ${ask('data:batches', {})}`, ask('data:import-file', { file: `@${small}` }), 'df -h "$1" | tail -1 >&2',
  ].join(' && '))
  files.remove()
  const answers = stdout.trim().split('\n').map((line) => JSON.parse(line) as { ok: boolean; value?: unknown; error?: { code: string } })
  expect(answers, stderr).toHaveLength(4)
  const [first, second, batches, again] = answers
  expect(first).toMatchObject({ ok: true, value: { rowsAccepted: 2000 } })
  expect(second).toMatchObject({ ok: false, error: { code: 'disk-full' } })
  expect(batches).toMatchObject({ ok: true, value: [{ rowsAccepted: 2000 }] })
  expect(again).toMatchObject({ ok: true, value: { newOrders: 0, rowsKnown: 2000 } })
}, 120_000)
