import { expect, test } from 'vitest'
import { characterOf, type SingleByteEncoding, singleByteEncodings } from '../../shared/import/bytes/single-byte.ts'
import { readBytes, texts } from '../shared/import/read-sales.ts'

function encodeUtf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !bigEndian)
  return bytes
}

function encodeSingleByte(text: string, encoding: SingleByteEncoding): Uint8Array {
  const bytes = new Map(Array.from({ length: 128 }, (_, index) => [characterOf(encoding, 0x80 + index), 0x80 + index]))
  return Uint8Array.from(text, (character) => {
    const byte = character < '\x80' ? character.charCodeAt(0) : bytes.get(character)
    if (byte === undefined) throw new Error(`${encoding} has no ${character}`)
    return byte
  })
}

const encoders = {
  'utf-8': (text: string) => new TextEncoder().encode(text),
  'utf-16le': (text: string) => encodeUtf16(text, false),
  'utf-16be': (text: string) => encodeUtf16(text, true),
  ...Object.fromEntries(singleByteEncodings.map((encoding) => [encoding, (text: string) => encodeSingleByte(text, encoding)])) as Record<SingleByteEncoding, (text: string) => Uint8Array>,
}
const names = ['Zoë Müller', 'Café René', 'François Ødegård', 'Señora Núñez', 'Jörg Weiß']
const marks = { 'utf-8': [false, true], 'utf-16le': [false, true], 'utf-16be': [false, true] } as const
const cases = Object.keys(encoders).flatMap((encoding) =>
  (marks[encoding as keyof typeof marks] ?? [false]).flatMap((mark) => [5, 500, 40_000].map((rows) => ({ encoding: encoding as keyof typeof encoders, mark, rows }))))

test.each(cases)('B1: $rows rows in $encoding, byte order mark: $mark', ({ encoding, mark, rows }) => {
  const text = ['Datum;Klant;Artikel;Bedrag', ...Array.from({ length: rows }, (_, row) => `2026-01-31;${names[row % names.length]};Één kop thee € 3;€ 3,50`)].join('\r\n')
  const { preview, sales } = readBytes(encoders[encoding](mark ? `\uFEFF${text}` : text))
  expect(preview.encoding).toBe(encoding)
  expect(texts(sales.customers.names)).toEqual(names)
  expect(texts(sales.products.keys)).toEqual(['Één kop thee € 3'])
  expect(sales.lines.amountCents.reduce((sum, cents) => sum + cents, 0)).toBe(350 * rows)
  expect(sales.rejected.reasons).toHaveLength(0)
})

test('B1: text without any letter above ASCII, or with signs only, is Windows-1252 or plain', () => {
  expect(readBytes(new TextEncoder().encode('Datum;Klant;Bedrag\n2026-01-31;Jan;1,00')).preview.encoding).toBe('utf-8')
  expect(readBytes(encodeSingleByte('Datum;Klant;Bedrag\n2026-01-31;’t Hoekje – “bar”;1,00', 'windows-1252')).preview.encoding).toBe('windows-1252')
})
