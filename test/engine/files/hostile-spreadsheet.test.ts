import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { workerJobs } from '../../../electron/engine/jobs/worker-jobs.ts'
import { AppError } from '../../../shared/result.ts'
import { startEngine, temporaryFolder } from '../start-engine.ts'
import { workbookParts, withParts, xlsxOf } from './xlsx-writer.ts'
import { type ZipPart, zipOf } from './zip-writer.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

const honest = workbookParts([{ name: 'Sales', rows: [['Datum', 'Klant', 'Bedrag'], [{ value: 45_322, style: 1 }, 'Anna', 10]] }])
const SHEET = 'xl/worksheets/sheet1.xml'
const sheet = (rows: string): ZipPart[] => [{ name: SHEET, content: `<worksheet><sheetData>${rows}</sheetData></worksheet>` }]
const bomb = Buffer.alloc(64 * 1024 * 1024, ' ')
/** Much inside, and not so alike that packing gives it away. */
const bulky = Buffer.from(Array.from({ length: 400_000 }, (_, row) => `${(row * 2_654_435_761) % 4_294_967_296} `).join(''))
const compound = (content: Buffer): Buffer => {
  const header = Buffer.alloc(512)
  header.set([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(1, 48)
  return Buffer.concat([header, Buffer.alloc(512), content])
}

const cases: readonly (readonly [string, string, () => Buffer])[] = [
  ['a part that unpacks to a thousand times its size', 'spreadsheet-too-large', () => zipOf(withParts(honest, [{ name: SHEET, content: bomb }]))],
  ['parts that unpack to more than 200 MB together', 'spreadsheet-too-large', () => zipOf(withParts(honest, [1, 2, 3].map((index) => ({ name: `xl/media/${index}.bin`, content: bulky, declaredSize: 80 * 1024 * 1024 }))))],
  ['a part larger than it says', 'spreadsheet-damaged', () => zipOf(withParts(honest, [{ name: SHEET, content: bomb, declaredSize: 5000 }]))],
  ['a part smaller than it says', 'spreadsheet-damaged', () => zipOf(withParts(honest, sheet('').map((part) => ({ ...part, declaredSize: 5000 }))))],
  ['a part that is not what was packed', 'spreadsheet-damaged', () => zipOf(honest.map((part) => (part.name === SHEET ? { ...part, checksum: 1 } : part)))],
  ['ten thousand sheets', 'spreadsheet-too-large', () => zipOf([...honest, ...Array.from({ length: 10_000 }, (_, index) => ({ name: `xl/worksheets/more${index}.xml`, content: '' }))])],
  ['entities that multiply', 'spreadsheet-damaged', () => zipOf(withParts(honest, [{
    name: SHEET, content: `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
  }]))],
  ['a document type', 'spreadsheet-damaged', () => zipOf(withParts(honest, sheet('').map(({ name, content }) => ({ name, content: `<!DOCTYPE worksheet SYSTEM "http://example.invalid/x">${String(content)}` }))))],
  ['an entity that nobody declared', 'spreadsheet-damaged', () => zipOf(withParts(honest, sheet('<row><c t="inlineStr"><is><t>&file;</t></is></c></row>')))],
  ['a cell in the last column', 'spreadsheet-too-large', () => zipOf(withParts(honest, sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')))],
  ['a row beyond the last', 'spreadsheet-too-large', () => zipOf(withParts(honest, sheet('<row r="1048577"><c r="A1048577"><v>1</v></c></row>')))],
  ['a cell with more text than cells hold', 'spreadsheet-too-large', () => zipOf(withParts(honest, sheet(`<row><c t="inlineStr"><is><t>${'a'.repeat(40_000)}</t></is></c></row>`)))],
  ['rows that go back', 'spreadsheet-damaged', () => zipOf(withParts(honest, sheet('<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>')))],
  ['a text that is not there', 'spreadsheet-damaged', () => zipOf(withParts(honest, sheet('<row><c t="s"><v>99</v></c></row>')))],
  ['tags within tags without end', 'spreadsheet-damaged', () => zipOf(withParts(honest, sheet('<a>'.repeat(1000))))],
  ['a tag with attributes without end', 'spreadsheet-damaged', () => zipOf(withParts(honest, sheet(`<row ${Array.from({ length: 1000 }, (_, index) => `a${index}=""`).join(' ')}/>`)))],
  ['XML that breaks off', 'spreadsheet-damaged', () => zipOf(withParts(honest, [{ name: SHEET, content: '<worksheet><sheetData><row><c><v>1' }]))],
  ['bytes that are no text', 'spreadsheet-damaged', () => zipOf(withParts(honest, [{ name: SHEET, content: Buffer.from([0x3C, 0x61, 0x3E, 0xFF, 0xFE]) }]))],
  ['a sheet that is missing', 'spreadsheet-damaged', () => zipOf(honest.filter(({ name }) => name !== SHEET))],
  ['a name that leads out of the file', 'spreadsheet-damaged', () => zipOf([...honest, { name: '../../outside.xml', content: 'x' }])],
  ['an absolute name', 'spreadsheet-damaged', () => zipOf([...honest, { name: '/etc/outside.xml', content: 'x' }])],
  ['parts that are encrypted', 'spreadsheet-encrypted', () => zipOf(honest.map((part) => ({ ...part, flags: 1 })))],
  ['a workbook with a password', 'spreadsheet-encrypted', () => compound(Buffer.from('EncryptedPackage', 'utf16le'))],
  ['an XLS file', 'file-is-xls', () => compound(Buffer.from('Workbook', 'utf16le'))],
  ['an ODS file', 'file-is-ods', () => zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'content.xml', content: '<a/>' }])],
  ['an XLSB file', 'file-is-spreadsheet', () => zipOf([{ name: 'xl/workbook.bin', content: 'x' }])],
  ['another zip file', 'file-is-archive', () => zipOf([{ name: 'sales.csv', content: 'a;b' }])],
  ['half a file', 'spreadsheet-damaged', () => xlsxOf([['a', 'b']]).subarray(0, 600)],
  ['a file without rows', 'file-empty', () => xlsxOf([])],
]

/** What the worker's own job says of a file: the error's code, or that it was read. */
async function answerTo(bytes: Buffer): Promise<string> {
  const path = join(folder.path, 'hostile.xlsx')
  writeFileSync(path, bytes)
  try {
    await workerJobs['inspect-file']({ path })
    return 'read'
  } catch (error) {
    if (error instanceof AppError) return error.failure.code
    throw error
  }
}

test('what all of these are made from is read', async () => {
  expect(await answerTo(zipOf(honest))).toBe('read')
})

test.each(cases)('B6: %s: %s', async (_, code, make) => {
  expect(await answerTo(make())).toBe(code)
})

test('B6, B7: whatever bytes of a spreadsheet are changed, it is read or refused in words', async () => {
  const bytes = zipOf(honest)
  const codes = new Set<string>()
  for (let change = 0; change < 500; change++) {
    const changed = Buffer.from(bytes)
    const at = (change * 7919) % changed.length
    changed[at] = (changed[at] ?? 0) ^ (1 + ((change * 31) % 255))
    codes.add(await answerTo(changed))
  }
  expect(codes).toContain('read')
  expect(codes).toContain('spreadsheet-damaged')
})

test('the owner is told, and the log keeps no path and no content', async () => {
  const engine = startEngine(folder.path)
  try {
    const path = join(folder.path, 'damaged.xlsx')
    writeFileSync(path, zipOf(withParts(honest, sheet('<row><c t="inlineStr"><is><t>Anna&secret;</t></is></c></row>'))))
    const file = engine.grant(path)
    const answers = [await engine.call('data:preview-file', { file }), await engine.call('data:import-file', { file })]
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'spreadsheet-damaged' } })
    expect(engine.logged.join()).not.toMatch(/damaged\.xlsx|Anna|secret/u)
  } finally {
    await engine.stop()
  }
})
