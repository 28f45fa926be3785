import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { zipOf } from './files/zip-writer.ts'
import { temporaryFolder } from './start-engine.ts'

const script = join(import.meta.dirname, '../../build/scripts/headless.mjs')
let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

function headless(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: folder.path, encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** Exactly one line of JSON. */
function answer(...args: string[]) {
  const { status, stdout } = headless(...args)
  expect(stdout.endsWith('\n')).toBe(true)
  expect(stdout.trimEnd()).not.toContain('\n')
  return { status, result: JSON.parse(stdout) as unknown }
}

test('a file goes in, the ranking comes out, and the workspace is closed behind', () => {
  writeFileSync(join(folder.path, 'sales.csv'), [
    'Order,Date,Customer,Amount', 'A1,2024-01-31,Anna,10.00', 'A2,2024-02-29,Björn,30.00', 'A3,2024-03-31,Anna,12.50',
  ].join('\n'))
  const imported = answer('shop/my.db', 'data:import-file', '{"file":"@sales.csv"}')
  expect(imported).toMatchObject({ status: 0, result: { ok: true, value: { rowsRead: 3, newOrders: 3, netRevenueCents: 5250, fileName: 'sales.csv' } } })
  expect(existsSync(join(folder.path, 'shop/my.db-wal'))).toBe(false)
  const ranked = answer('shop/my.db', 'customers:rank', '{"method":"realized-value"}')
  expect(ranked).toMatchObject({ status: 0, result: { ok: true, value: { total: 2, customerEquityCents: 5250, rows: [{ name: 'Björn', valueCents: 3000 }, { name: 'Anna', valueCents: 2250 }] } } })
})

test('a file inside a zip file is named as the list of its files names it', () => {
  writeFileSync(join(folder.path, 'orders.zip'), zipOf([{ name: 'januari.csv', content: 'Order,Date,Customer,Amount\nA1,2024-01-31,Anna,10.00\n' }]))
  expect(answer('my.db', 'data:list-files', '{"file":"@orders.zip"}')).toMatchObject({ status: 0, result: { ok: true, value: { files: [{ fileName: 'orders.zip › januari.csv' }] } } })
  expect(answer('my.db', 'data:import-file', '{"file":"@orders.zip › januari.csv"}')).toMatchObject({ status: 0, result: { ok: true, value: { newOrders: 1, fileName: 'orders.zip › januari.csv' } } })
})

test('an error is a result too, and the exit code tells', () => {
  expect(answer('my.db', 'customers:rank')).toEqual({ status: 1, result: { ok: false, error: { code: 'no-sales-yet' } } })
  expect(answer('my.db', 'data:import-file', '{"file":"@nowhere.csv"}')).toEqual({ status: 1, result: { ok: false, error: { code: 'file-not-found' } } })
  expect(answer('my.db', 'shell:about')).toMatchObject({ status: 1, result: { ok: false, error: { code: 'unknown-channel' } } })
})

test('a wrong command says how it is done, on stderr', () => {
  for (const args of [[], ['my.db'], ['my.db', 'workspace:info', '{'], ['my.db', 'workspace:info', '{}', 'more']]) {
    expect(headless(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Usage:') as string })
  }
})
