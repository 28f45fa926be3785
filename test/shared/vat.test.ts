import { array, assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { rateOf, takeVatOff, withoutVat } from '../../shared/vat.ts'

test('an amount without its VAT, upwards and downwards alike', () => {
  expect(withoutVat(12_100, 0.21)).toBe(10_000)
  expect(withoutVat(-12_100, 0.21)).toBe(-10_000)
  expect(withoutVat(10_900, 0.09)).toBe(10_000)
  expect(withoutVat(999, 0)).toBe(999)
  expect(Object.is(withoutVat(-0, 0.21), 0)).toBe(true)
  expect(withoutVat(Number.NaN, 0.21)).toBeNaN()
})

test('what was said of VAT is a rate, or that nothing was said', () => {
  expect([rateOf(null), rateOf({ included: false }), rateOf({ included: true, rate: 0.09 })]).toEqual([null, 0, 0.09])
})

test('the amounts of an order still add up to what is left of it; other orders stay as they are', () => {
  const cents = Float64Array.of(50, 50, 100, 12_100, 700)
  takeVatOff(cents, [3, 3, 4, 7, 9], [{ first: 1, last: 3, rate: 0.21 }, { first: 5, last: 4, rate: 0.21 }, { first: 5, last: 8, rate: 0.21 }])
  expect([...cents]).toEqual([41, 42, 100, 10_000, 700])
})

test('whatever the lines, they add up to the order without VAT, each within a cent of its own', () => {
  assert(property(
    array(integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 20 }), constantFrom(0.06, 0.09, 0.19, 0.21, 0.255),
    (lines, rate) => {
      const cents = Float64Array.from(lines)
      takeVatOff(cents, lines.map(() => 1), [{ first: 1, last: 1, rate }])
      expect(cents.reduce((sum, one) => sum + one, 0)).toBe(withoutVat(lines.reduce((sum, one) => sum + one, 0), rate))
      for (const [i, line] of lines.entries()) expect(Math.abs((cents[i] ?? 0) - line / (1 + rate))).toBeLessThanOrEqual(1)
    }), { seed: 40, numRuns: 200 })
})
