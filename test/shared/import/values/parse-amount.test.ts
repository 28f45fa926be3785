import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { CellReader } from '../../../../shared/import/bytes/cell-reader.ts'
import { AmountReader } from '../../../../shared/import/values/amount-reader.ts'
import { parseAmount, timesInCents, toCents } from '../../../../shared/import/values/parse-amount.ts'

function cents(text: string, mark: '.' | ',' | null): number | string {
  const parsed = parseAmount(text, mark)
  return parsed.kind === 'amount' ? toCents(parsed.value, parsed.scale) : parsed.kind
}

test.each([
  ['1.234,50', 123450], ['€ 1.234,50', 123450], ['1.234,50 €', 123450], ['€\u00A01.234,50', 123450], ['1\u202F234,50', 123450], ['1 234,50', 123450],
  ['-€ 12,00', -1200], ['€ -12,00', -1200], ['€-12,00', -1200], ['(12,00)', -1200], ['(€ 12,00)', -1200], ['12,00-', -1200], ['\u221212,00', -1200],
  ['5,-', 500], ['5,--', 500], ['€ 5,-', 500], ['12,0000', 1200], ['12,5', 1250], ['12', 1200], ['1.234', 123400], ['1.234.567', 123456700],
  ['1250,25', 125025], ['12,00 EUR', 1200], ['EUR 12,00', 1200], ['0', 0], ['-0,00', 0], [',5', 50], ['+3,10', 310], ["1'234,50", 123450],
])('with a decimal comma %s is %d cents', (text, expected) => {
  expect(cents(text, ',')).toBe(expected)
})

test.each([
  ['1,234.50', 123450], ['$1,234.50', 123450], ['-$12.00', -1200], ['1’234.50', 123450], ["1'234.50", 123450], ['12.00 USD', 1200], ['RM 12.00', 1200], ['1,234', 123400],
  ['12.345', 1235], ['-12.345', -1235], ['12.344', 1234], ['0.005', 1], ['-0.005', -1], ['12.299999999999999', 1230], ['1.5E+3', 150000], ['1e-05', 0], ['2.5e0', 250], ['5.-', 500],
])('with a decimal point %s is %d cents', (text, expected) => {
  expect(cents(text, '.')).toBe(expected)
})

test('what does not fit the decimal mark of its column is unreadable, never read the other way', () => {
  for (const [text, mark] of [['1.234,50', '.'], ['1,5', '.'], ['12,50', '.'], ['1,234.50', ','], ['12.50', ','], ['1.23.45', ','], ['12 34', ',']] as const) {
    expect(cents(text, mark), text).toBe('unreadable')
  }
})

test('without a known mark only numbers that can be read in one way are read', () => {
  expect(cents('12,50', null)).toBe(1250)
  expect(cents('12.50', null)).toBe(1250)
  expect(cents('1.234,50', null)).toBe(123450)
  expect(cents('1,234.50', null)).toBe(123450)
  expect(cents('0,125', null)).toBe(13)
  expect(cents('1250', null)).toBe(125000)
  expect(cents('1.234', null)).toBe('unreadable')
  expect(cents('1,234', null)).toBe('unreadable')
})

test('nothing, a dash and words are told apart from zero', () => {
  expect(['', ' ', '-', '--', '–', '€'].map((text) => cents(text, ','))).toEqual(Array.from({ length: 6 }, () => 'missing'))
  expect(['abc', '12a', '1..2', 'n/a', '12:30', '12/5', '0x10', 'Infinity', 'NaN'].map((text) => cents(text, '.'))).toEqual(Array.from({ length: 9 }, () => 'unreadable'))
})

test('an amount beyond ten thousand million is refused instead of rounded', () => {
  expect(['1e308', '99999999999', '1e11', '123456789012345678901234567890'].map((text) => cents(text, '.'))).toEqual(Array.from({ length: 4 }, () => 'too-large'))
  expect(cents('9999999999.99', '.')).toBe(999999999999)
  expect(cents('9'.repeat(100), '.')).toBe('unreadable')
})

test('the currency written in the cell is told', () => {
  const currency = (text: string) => {
    const parsed = parseAmount(text, '.')
    return parsed.kind === 'amount' ? parsed.currency : parsed.kind
  }
  expect(['€ 5', '5 GBP', '£5', '5 usd', '5', '$5'].map(currency)).toEqual(['EUR', 'GBP', 'GBP', 'USD', null, '$'])
})

test('worked examples of the documentation', () => {
  expect(parseAmount('€ 1.234,50', ',')).toEqual({ kind: 'amount', value: 123450, scale: 2, currency: 'EUR' })
  expect(toCents(-1005, 3)).toBe(-101)
  expect(timesInCents(125, 3, 3, 0)).toBe(38)
})

test('price times quantity is exact, also where a double is not', () => {
  expect(timesInCents(105, 2, 3, 0)).toBe(315)
  expect(timesInCents(1005, 3, 1, 0)).toBe(101)
  expect(timesInCents(1, 3, 5, 0)).toBe(1)
  expect(timesInCents(-1, 3, 5, 0)).toBe(-1)
  expect(timesInCents(999_999_999_999, 4, 80_995, 0)).toBe(809_949_999_999_190)
  expect(Object.is(timesInCents(-5, 0, 0, 0), 0)).toBe(true)
})

test('exact integers agree with big integers for any price and quantity', () => {
  const number = fc.record({ value: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), scale: fc.integer({ min: 0, max: 4 }) })
  fc.assert(fc.property(number, number, (price, count) => {
    const exact = BigInt(price.value) * BigInt(count.value) * 100n
    const unit = 10n ** BigInt(price.scale + count.scale)
    const size = exact < 0n ? -exact : exact
    const rounded = (2n * size + unit) / (2n * unit)
    const expected = Number(exact < 0n ? -rounded : rounded)
    expect(timesInCents(price.value, price.scale, count.value, count.scale)).toBe(expected)
  }))
})

test('reading from bytes and reading from text give the same', () => {
  const text = fc.stringMatching(/^-?[0-9.,]{0,14}(e[0-9])?$/u)
  const bytes = (value: string) => {
    const cell = new CellReader()
    cell.bytes = new TextEncoder().encode(value)
    cell.end = cell.bytes.length
    return cell
  }
  fc.assert(fc.property(text, fc.constantFrom('.', ',', null), (value, mark) => {
    const reader = new AmountReader(mark)
    const outcome = reader.read(bytes(value))
    const parsed = parseAmount(value, mark)
    expect(outcome).toBe(parsed.kind)
    if (parsed.kind === 'amount') expect(toCents(reader.value, reader.scale)).toBe(toCents(parsed.value, parsed.scale))
  }), { numRuns: 3000 })
})
