import { expect, test } from 'vitest'
import { optionOf, vatOfRate } from '../../../renderer/data/vat/vat-options.ts'

test('what is known of the VAT is one of the options', () => {
  expect([null, 0, 0.21, 0.09, 0.15].map((rate) => optionOf(vatOfRate(rate)))).toEqual(['unknown', 'none', '0.21', '0.09', 'other'])
  expect(optionOf({ included: true, rate: 0 })).toBe('none')
})
