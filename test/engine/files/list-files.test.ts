import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listFiles } from '../../../electron/engine/files/list-files.ts'
import { sourceName } from '../../../electron/engine/files/file-source.ts'
import { AppError } from '../../../shared/result.ts'
import { engineForEachTest, type TestEngine, type TestFolder } from '../engine-for-each-test.ts'
import { workbookParts, xlsxOf } from './xlsx-writer.ts'
import { zipOf } from './zip-writer.ts'

let folder: TestFolder
let engine: TestEngine
engineForEachTest((started) => { ({ folder, engine } = started) })

function write(name: string, content: string | Buffer): string {
  const path = join(folder.path, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}
const csv = (order: number, month: string) => `order,date,customer,amount\n${order},2026-${month}-15,Anna,10.00\n`
const list = (path: string) => engine.ask('data:list-files', { file: engine.grant(path) })
const names = async (path: string) => (await list(path)).files.map(({ fileName }) => fileName)
const refusal = (path: string) => listFiles(path).then(() => 'listed', (error: unknown) => (error instanceof AppError ? error.failure : error))

describe('a zip file', () => {
  test('stands for the CSV and XLSX files in it, and each of them is read and imported', async () => {
    const workbook = xlsxOf([['order', 'date', 'customer', 'amount'], [3, '2026-03-15', 'Bert', 12.5]])
    const zip = write('orders.zip', zipOf([
      { name: '2026/', content: '' }, { name: '2026/10 oktober.csv', content: csv(2, '10') }, { name: '2026/2 februari.CSV', content: csv(1, '02') },
      { name: 'maart.xlsx', content: workbook }, { name: 'lees mij.pdf', content: '%PDF' }, { name: '__MACOSX/2026/._januari.csv', content: 'x' }, { name: '.DS_Store', content: 'x' },
    ]))
    const { files, skipped } = await list(zip)
    expect(files.map(({ fileName }) => fileName)).toEqual(['orders.zip › 2026/2 februari.CSV', 'orders.zip › 2026/10 oktober.csv', 'orders.zip › maart.xlsx'])
    expect(skipped).toEqual(['lees mij.pdf'])
    expect(files.map(({ file }) => file).join()).not.toContain(folder.path)

    expect(await engine.ask('data:preview-file', { file: files[0]?.file ?? '' })).toMatchObject({ fileName: 'orders.zip › 2026/2 februari.CSV', sizeBytes: csv(1, '02').length })
    for (const { file } of files) await engine.ask('data:import-file', { file })
    expect(await engine.ask('workspace:info', {})).toMatchObject({ orders: 3, customers: 2, firstOrderOn: '2026-02-15', lastOrderOn: '2026-10-15' })
    expect((await engine.ask('data:batches', {})).map(({ fileName, netRevenueCents }) => [fileName, netRevenueCents])).toEqual([
      ['orders.zip › maart.xlsx', 1250], ['orders.zip › 2026/10 oktober.csv', 1000], ['orders.zip › 2026/2 februari.CSV', 1000],
    ])
  })

  test('that is a spreadsheet stands for itself, as does an ordinary file', async () => {
    for (const path of [write('sales.xlsx', zipOf(workbookParts([{ name: 'Sales', rows: [['date']] }]))), write('sales.csv', csv(1, '01'))]) {
      expect(await list(path)).toEqual({ files: [{ file: path, fileName: path.slice(folder.path.length + 1) }], skipped: [] })
    }
  })

  test('that is half a spreadsheet is a damaged spreadsheet', async () => {
    const half = write('half.xlsx', zipOf(workbookParts([{ name: 'Sales', rows: [['date']] }])).subarray(0, 300))
    expect(await list(half)).toMatchObject({ files: [{ fileName: 'half.xlsx' }] })
    expect(await engine.call('data:preview-file', { file: half })).toMatchObject({ ok: false, error: { code: 'spreadsheet-damaged' } })
  })

  test('itself is no table, and says what to do', async () => {
    const zip = write('orders.zip', zipOf([{ name: 'a.csv', content: csv(1, '01') }]))
    expect(await engine.call('data:preview-file', { file: engine.grant(zip) })).toMatchObject({ ok: false, error: { code: 'file-is-archive' } })
  })

  const hostile: readonly [string, string, () => Buffer][] = [
    ['no sales file', 'no-sales-files-inside', () => zipOf([{ name: 'photo.jpg', content: 'x' }])],
    ['a password', 'archive-encrypted', () => zipOf([{ name: 'a.csv', content: 'x', flags: 1 }])],
    ['a zip bomb', 'archive-too-large', () => zipOf([{ name: 'a.csv', content: Buffer.alloc(3_000_000, 'a,b\n') }])],
    ['more than it can unpack', 'archive-too-large', () => zipOf([{ name: 'a.csv', content: 'x', declaredSize: 300_000_000 }])],
    ['very many files', 'archive-too-large', () => zipOf(Array.from({ length: 2001 }, (_, index) => ({ name: `${index}.csv`, content: 'x' })))],
    ['more sales files than anyone means', 'folder-too-large', () => zipOf(Array.from({ length: 501 }, (_, index) => ({ name: `${index}.csv`, content: 'x' })))],
    ['a name that leads out of it', 'archive-damaged', () => zipOf([{ name: '../../outside.csv', content: 'x' }])],
    ['its end missing', 'archive-damaged', () => zipOf([{ name: 'a.csv', content: csv(1, '01') }]).subarray(0, 60)],
  ]
  test.each(hostile)('B6: with %s is refused: %s', async (_, code, make) => {
    expect(await refusal(write('hostile.zip', make()))).toMatchObject({ code })
  })

  test('B6: whose content is not what its list says is refused while it is read, and nothing is imported', async () => {
    for (const [lie, code] of [[{ checksum: 1 }, 'archive-damaged'], [{ declaredSize: 5 }, 'archive-damaged']] as const) {
      const { files } = await list(write('lying.zip', zipOf([{ name: 'a.csv', content: csv(1, '01'), ...lie }])))
      expect(await engine.call('data:import-file', { file: files[0]?.file ?? '' })).toMatchObject({ ok: false, error: { code } })
    }
    expect(await engine.ask('workspace:info', {})).toMatchObject({ orders: 0, batches: 0 })
  })
})

describe('a folder', () => {
  test('stands for the sales files in it and in its folders, zip files opened; the rest is named', async () => {
    write('export/2025.csv', csv(1, '01'))
    write('export/deep/er/2024.tsv', csv(2, '02'))
    write('export/more.zip', zipOf([{ name: 'a.csv', content: csv(3, '03') }, { name: 'inner.zip', content: 'PK' }]))
    write('export/logo.png', 'x')
    write('export/.hidden.csv', 'x')
    write('export/~$2025.xlsx', 'x')
    symlinkSync('/etc', join(folder.path, 'export/elsewhere'))
    const { files, skipped } = await list(join(folder.path, 'export'))
    expect(files.map(({ fileName }) => fileName)).toEqual(['export › 2025.csv', 'export › deep/er/2024.tsv', 'export › more.zip › a.csv'])
    expect(skipped).toEqual(['logo.png', 'more.zip › inner.zip'])
    for (const { file } of files) await engine.ask('data:import-file', { file })
    expect((await engine.ask('data:batches', {})).map(({ fileName }) => fileName)).toEqual(['export › more.zip › a.csv', 'export › deep/er/2024.tsv', 'export › 2025.csv'])
  })

  test('without sales files says so by its name; one that is gone too', async () => {
    mkdirSync(join(folder.path, 'leeg'))
    expect(await refusal(join(folder.path, 'leeg'))).toEqual({ code: 'no-sales-files-inside', params: { name: 'leeg' } })
    expect(await refusal(join(folder.path, 'weg'))).toMatchObject({ code: 'file-not-found' })
  })

  test('with more than anyone means is refused', async () => {
    for (let i = 0; i <= 500; i++) write(`much/${i}.csv`, 'x')
    expect(await refusal(join(folder.path, 'much'))).toMatchObject({ code: 'folder-too-large' })
    expect(await names(write('one.csv', 'x'))).toEqual(['one.csv'])
  })
})

test('a file is called by where it was found', () => {
  expect(sourceName({ path: '/a/b/sales.csv' })).toBe('sales.csv')
  expect(sourceName({ path: '/a/b/orders.zip', entry: 'x/jan.csv' })).toBe('orders.zip › x/jan.csv')
  expect(sourceName({ path: '/a/b/c/orders.zip', entry: 'jan.csv', folder: '/a/b' })).toBe('b › c/orders.zip › jan.csv')
})
