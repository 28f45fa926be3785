import { expect, test } from 'vitest'
import { AppError } from '../../../../shared/result.ts'
import { detectEncoding } from '../../../../shared/import/bytes/detect-encoding.ts'
import { readBytes, texts } from '../read-sales.ts'

const TABLE = 'Datum;Klant;Bedrag\r\n31-01-2026;Café ’t Hoekje €;1.234,50\r\n01-02-2026;Zoë;5,00\r\n'

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * (text.length + (mark ? 1 : 0)))
  const view = new DataView(bytes.buffer)
  const written = mark ? `\uFEFF${text}` : text
  for (let i = 0; i < written.length; i++) view.setUint16(2 * i, written.charCodeAt(i), !bigEndian)
  return bytes
}

function windows1252(text: string): Uint8Array {
  const special = new Map([['€', 0x80], ['’', 0x92]])
  return Uint8Array.from(text, (character) => special.get(character) ?? character.charCodeAt(0))
}

const utf8 = (text: string) => new TextEncoder().encode(text)

test.each([
  ['UTF-8', utf8(TABLE), 'utf-8'],
  ['UTF-8 with mark', utf8(`\uFEFF${TABLE}`), 'utf-8'],
  ['Windows-1252', windows1252(TABLE), 'windows-1252'],
  ['UTF-16 little-endian with mark', utf16(TABLE, false, true), 'utf-16le'],
  ['UTF-16 little-endian', utf16(TABLE, false, false), 'utf-16le'],
  ['UTF-16 big-endian with mark', utf16(TABLE, true, true), 'utf-16be'],
  ['UTF-16 big-endian', utf16(TABLE, true, false), 'utf-16be'],
] as const)('a file in %s is recognised and read', (_, bytes, encoding) => {
  for (const chunkBytes of [1, 7, 1 << 20]) {
    const { preview, sales } = readBytes(bytes, {}, chunkBytes)
    expect(preview.encoding).toBe(encoding)
    expect(preview.columns.map(({ name }) => name)).toEqual(['Datum', 'Klant', 'Bedrag'])
    expect(preview.rows[0]).toEqual(['31-01-2026', 'Café ’t Hoekje €', '1.234,50'])
    expect(texts(sales.customers.keys)).toEqual(['name:café ’t hoekje €', 'name:zoë'])
    expect([...sales.lines.amountCents]).toEqual([123450, 500])
  }
})

test('a character cut in two by the end of the head does not make UTF-8 look like something else', () => {
  const bytes = utf8('Datum;Bedrag €€€')
  expect([1, 2, 3].map((cut) => detectEncoding(bytes.subarray(0, bytes.length - cut)))).toEqual(['utf-8', 'utf-8', 'utf-8'])
})

test('a letter that turns out not to be UTF-8 behind the head is read as Windows-1252', () => {
  const start = `date;customer;amount\n${'2026-01-31;Jan;1.00\n'.repeat(60_000)}`
  const bytes = new Uint8Array([...utf8(start), ...windows1252('2026-01-31;Zoë;2.00\n')])
  const { preview, sales } = readBytes(bytes)
  expect(preview.encoding).toBe('utf-8')
  expect(texts(sales.customers.names)).toEqual(['Jan', 'Zoë'])
  expect(texts(sales.customers.keys)).toEqual(['name:jan', 'name:zoë'])
})

test('the owner may overrule the encoding', () => {
  const bytes = utf8('date;customer;amount\n2026-01-31;Zoë;2.00\n')
  expect(texts(readBytes(bytes, { encoding: 'windows-1252' }).sales.customers.names)).toEqual(['ZoÃ«'])
})

function refusal(bytes: Uint8Array): string {
  try {
    return readBytes(bytes).preview.encoding
  } catch (error) {
    return error instanceof AppError ? error.failure.code : String(error)
  }
}

test('what is no table is refused in words', () => {
  expect(refusal(new Uint8Array(0))).toBe('file-empty')
  expect(refusal(utf8('\uFEFF'))).toBe('file-empty')
  expect(refusal(utf8(' \r\n\n;;\n'))).toBe('file-empty')
  expect(refusal(utf8('PK\u0003\u0004....[Content_Types].xml'))).toBe('file-is-spreadsheet')
  expect(refusal(utf8('PK\u0003\u0004....subscribed.csv'))).toBe('file-not-text')
  expect(refusal(Uint8Array.of(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0))).toBe('file-is-xls')
  expect(refusal(Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 31))).toBe('file-not-text')
  expect(refusal(new Uint8Array(100))).toBe('file-not-text')
})
