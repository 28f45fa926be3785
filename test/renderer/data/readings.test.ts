import { expect, test } from 'vitest'
import { amountReading, dateReading } from '../../../renderer/data/preview/readings.ts'

test('an ambiguous date reads two ways', () => {
  expect(dateReading('03-04-2024', 'dmy')).toBe('2024-04-03')
  expect(dateReading('03-04-2024', 'mdy')).toBe('2024-03-04')
  expect(dateReading('3/4/24 10:15', 'mdy')).toBe('2024-03-04')
})

test('what is no date in that order, or no date at all, is not shown as one', () => {
  expect(dateReading('13-04-2024', 'mdy')).toBeNull()
  expect(dateReading('morgen', 'dmy')).toBeNull()
})

test('an ambiguous amount reads two ways', () => {
  expect(amountReading('1.234', ',')).toBe(123_400)
  expect(amountReading('1.234', '.')).toBe(123)
  expect(amountReading('€ 1,234', ',')).toBe(123)
  expect(amountReading('gratis', ',')).toBeNull()
})
