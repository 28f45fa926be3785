import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createFileGrants } from '../../../electron/shell/file-grants.ts'
import { filesAmong, grantFiles, safeFileName } from '../../../electron/shell/files.ts'

const folder = mkdtempSync(join(tmpdir(), 'files-'))
writeFileSync(join(folder, 'sales.CSV'), 'x')
writeFileSync(join(folder, 'picture.png'), 'x')
mkdirSync(join(folder, 'folder.csv'))
afterAll(() => { rmSync(folder, { recursive: true }) })

test('the sales files among the arguments of a start', () => {
  const args = ['.', '--inspect=sales.CSV', 'sales.CSV', join(folder, 'sales.CSV'), 'picture.png', 'folder.csv', 'gone.csv', '']
  expect(filesAmong(args, folder)).toEqual([join(folder, 'sales.CSV'), join(folder, 'sales.CSV')])
})

test('a path becomes a token that says nothing, and the engine is told', () => {
  const told: unknown[] = []
  const { grant, all } = createFileGrants((one) => told.push(one))
  const token = grant('/home/anna/sales.csv')
  expect(token).toMatch(/^[0-9a-f-]{36}$/)
  expect(grant('/home/anna/sales.csv')).not.toBe(token)
  expect(told).toEqual(all())
  expect(told[0]).toEqual({ token, path: '/home/anna/sales.csv' })
})

test('what is no path of a file is not granted', () => {
  const { grant, all } = createFileGrants(() => {})
  for (const path of ['', 'sales.csv', '../sales.csv', '/a\0b', 7, null, undefined, ['/a'], { path: '/a' }]) expect(grant(path)).toBeNull()
  expect(all()).toEqual([])
})

test('the window is told names, not paths', () => {
  const { grant } = createFileGrants(() => {})
  expect(grantFiles(['/home/anna/März sales.csv', 'relative.csv'], grant)).toEqual([{ file: expect.any(String), fileName: 'März sales.csv' }])
})

test('only the newest thousand files are remembered', () => {
  const { grant, all } = createFileGrants(() => {})
  for (let index = 0; index < 1001; index++) grant(`/${index}.csv`)
  expect(all()).toHaveLength(1000)
  expect(all()[0]?.path).toBe('/1.csv')
})

test.each([
  ['Customers 2026', 'Customers 2026.pdf'],
  ['Customers.PDF', 'Customers.pdf'],
  ['../../etc/passwd', 'etc passwd.pdf'],
  ['Bakker & Zn: "klanten" <2026>', 'Bakker & Zn klanten 2026.pdf'],
  ['a\\b\nc\0d', 'a b c d.pdf'],
  ['...', 'Stamgast.pdf'],
])('%j is saved as %j', (name, expected) => {
  expect(safeFileName(name, 'pdf')).toBe(expected)
})

test('a table has the ending of its layout, whatever name was suggested', () => {
  expect(safeFileName('Klanten: 2026', 'csv')).toBe('Klanten 2026.csv')
  expect(safeFileName('Klanten.csv', 'xlsx')).toBe('Klanten.xlsx')
})
