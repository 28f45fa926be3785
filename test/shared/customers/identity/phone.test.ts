import { expect, test } from 'vitest'
import { normalizedPhone } from '../../../../shared/customers/identity/phone.ts'
import { normalizedPostcode } from '../../../../shared/customers/identity/postcode.ts'

test('one telephone number, however it is written, is one', () => {
  const written = ["'06-1234 5678", '+31 (0)6 12345678', '+31612345678', '0031 6 1234 5678', '31612345678', '612345678', '612345678.0', "'+31 6-12.34.56.78", 'Tel: 06 12345678', '00 31 (0)6 12345678']
  expect(written.map((text) => normalizedPhone(text))).toEqual(written.map(() => '+31612345678'))
})

test('a number of another country keeps its code; without one it stays as it stands', () => {
  expect(normalizedPhone('+32 475 12 34 56')).toBe('+32475123456')
  expect(normalizedPhone('0475 12 34 56', '32')).toBe('+32475123456')
  expect(normalizedPhone('(415) 555-1234')).toBe('4155551234')
  expect(normalizedPhone('+44 (0)20 7946 0958')).toBe('+442079460958')
})

test('what is no number of a person is none', () => {
  const none = ['', '-', '1234567', '0000000000', '+000 000 000', '0611111', '11111111', 'xxxx 4567', '*****678', '3.16E+10', '12345678901234567', 'n/a', '06 1234567 of 06 7654321', '0111111111']
  expect(none.map((text) => normalizedPhone(text))).toEqual(none.map(() => null))
})

test('postcodes: capitals, no spaces, no apostrophe', () => {
  expect([' 1234 ab', "'07030", '1234AB', 'SW1A 1AA', '1000.0', "'1234.0"].map(normalizedPostcode)).toEqual(['1234AB', '07030', '1234AB', 'SW1A1AA', '1000', '1234'])
  expect(['', '-', 'onbekend', '12', 'geen 1 postcode hier'].map(normalizedPostcode)).toEqual([null, null, null, null, null])
})
