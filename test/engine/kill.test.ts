import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspaceFile } from '../../electron/engine/files/workspace-file.ts'
import { seededRandom } from '../../shared/random.ts'
import { salesLines } from '../bench/generate-sales.ts'
import { temporaryFolder } from './start-engine.ts'

const KILLS = 20
const LINES = 20_000
const headless = join(import.meta.dirname, '../../electron/headless.ts')
let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

/** Milliseconds an import ran before it ended or was killed, and whether it had answered. */
async function importInto(workspace: string, file: string, killAfterMs: number): Promise<{ milliseconds: number; answered: boolean }> {
  const started = performance.now()
  const child = spawn(process.execPath, [headless, workspace, 'data:import-file', JSON.stringify({ file: `@${file}` })], { stdio: ['ignore', 'pipe', 'ignore'] })
  let answered = false
  child.stdout.on('data', () => { answered = true })
  const kill = setTimeout(() => { child.kill('SIGKILL') }, killAfterMs)
  await new Promise((resolve) => { child.once('close', resolve) })
  clearTimeout(kill)
  return { milliseconds: performance.now() - started, answered }
}

test(`killed at ${KILLS} random moments of an import, the file opens and no batch is partly there`, async () => {
  const file = join(folder.path, 'sales.csv')
  const lines = [...salesLines(LINES)]
  writeFileSync(file, lines.join('\n'))
  const whole = join(folder.path, 'whole.db')
  const { milliseconds } = await importInto(whole, file, 1e6)
  const expected = await totals(whole)
  expect(expected.lines).toBe(LINES)

  const random = seededRandom(2026)
  const workspace = join(folder.path, 'killed.db')
  const outcomes: string[] = []
  for (let i = 0; i < KILLS; i++) {
    for (const suffix of ['', '-wal', '-shm', '.creating', '.creating-wal', '.creating-shm']) rmSync(workspace + suffix, { force: true })
    const { answered } = await importInto(workspace, file, milliseconds * random.uniform())
    const found = await totals(workspace)
    // All of it or nothing; and what was answered is there.
    if (answered || found.batches > 0) expect(found).toEqual(expected)
    else expect(found).toEqual({ batches: 0, orders: 0, lines: 0, customers: 0, products: 0, cents: null })
    outcomes.push(found.batches > 0 ? 'whole' : 'nothing')
  }
  // The moments were spread enough to mean something.
  expect(outcomes).toContain('nothing')
}, 300_000)

type Totals = { batches: number; orders: number; lines: number; customers: number; products: number; cents: number | null }

/** Opens the file the way the app does, has SQLite look at every page, and counts. */
async function totals(path: string): Promise<Totals> {
  const connection = await openWorkspaceFile(path)
  expect(await connection.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(await connection.all('PRAGMA foreign_key_check')).toEqual([])
  const counted = await connection.get<Totals>(`SELECT (SELECT count(*) FROM batch) AS batches, (SELECT count(*) FROM sales_order) AS orders,
    (SELECT count(*) FROM order_line) AS lines, (SELECT count(*) FROM customer) AS customers, (SELECT count(*) FROM product) AS products,
    (SELECT sum(amount_cents) FROM order_line) AS cents`)
  await connection.close()
  if (!counted) throw new Error('a query of counts gave no row')
  return counted
}
