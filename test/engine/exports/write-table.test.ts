import { existsSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeTable } from '../../../electron/engine/exports/write-table.ts'
import type { Row, Table } from '../../../shared/export/table.ts'
import { temporaryFolder } from '../start-engine.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

const tableOf = (pages: AsyncIterable<readonly Row[]>): Table => ({ title: 'x', columns: [{ header: 'x', kind: 'text' }], pages })

test.skipIf(!existsSync('/dev/full'))('F6: on a full disk the owner is told to make room', async () => {
  // A device that is always full stands in for the disk.
  const path = join(folder.path, 'full.csv')
  symlinkSync('/dev/full', `${path}.unfinished`)
  async function* pages() {
    yield [['a']]
  }
  await expect(writeTable(path, tableOf(pages()), 'csv-comma', new AbortController().signal)).rejects.toMatchObject({ failure: { code: 'disk-full' } })
  expect(readdirSync(folder.path).filter((name) => name.startsWith('full'))).toEqual([])
})

test('stopped half way, a save leaves nothing', async () => {
  const path = join(folder.path, 'stopped.csv')
  for (const layout of ['csv-comma', 'xlsx'] as const) {
    const stop = new AbortController()
    async function* endless() {
      for (let row = 0; ; row++) {
        if (row === 100) stop.abort()
        yield [['x'.repeat(1000)]]
      }
    }
    await expect(writeTable(path, tableOf(endless()), layout, stop.signal)).rejects.toMatchObject({ failure: { code: 'cancelled' } })
  }
  expect(readdirSync(folder.path).filter((name) => name.startsWith('stopped'))).toEqual([])
})

test('a spreadsheet with more rows than one holds is refused, in words', async () => {
  const page = Array.from({ length: 50_000 }, () => [null])
  async function* pages() {
    for (let at = 0; at < 21; at++) yield page
  }
  const path = join(folder.path, 'long.xlsx')
  await expect(writeTable(path, tableOf(pages()), 'xlsx', new AbortController().signal)).rejects.toMatchObject({ failure: { code: 'export-too-many-rows' } })
  expect(readdirSync(folder.path).filter((name) => name.startsWith('long'))).toEqual([])
})
