import { expect, test } from 'vitest'
import { currencyOptions, horizonMonthsOptions } from '../../../renderer/settings/options.ts'

test('a currency is shown by its name in the language of the window', () => {
  expect(currencyOptions('EUR', 'en')[0]).toEqual({ value: 'EUR', label: 'Euro (EUR)' })
  expect(currencyOptions('EUR', 'nl').find(({ value }) => value === 'GBP')?.label).toBe('Britse pond (GBP)')
})

test('what is set already can always be chosen', () => {
  expect(currencyOptions('JPY', 'en')[0]).toEqual({ value: 'JPY', label: 'Japanese Yen (JPY)' })
  expect(horizonMonthsOptions(36)).toEqual([6, 12, 24, 36, 60, 120])
  expect(horizonMonthsOptions(18)).toEqual([6, 12, 18, 24, 36, 60, 120])
})
