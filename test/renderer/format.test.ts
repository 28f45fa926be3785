import { describe, expect, test } from 'vitest'
import { createFormat, roundAsSaid } from '../../renderer/format.ts'

/** Intl separates a currency from its amount by a space that does not break. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const nl = createFormat('nl', 'EUR')
const en = createFormat('en', 'EUR')

describe('amounts as people say them', () => {
  test.each([
    [0, 0], [0.84, 0.8], [4.26, 4.3], [9.96, 10], [62.4, 62], [99.4, 99], [431, 430], [433, 435], [999, 1000],
    [3447, 3450], [3444, 3440], [12_345, 12_300], [1_234_567, 1_230_000], [-3447, -3450], [-62.4, -62],
  ])('%d is about %d', (amount, said) => expect(roundAsSaid(amount)).toBeCloseTo(said, 9))

  test('rounds with the currency of the shop, in the language of the window', () => {
    expect(plain(nl.moneyRounded(344_712))).toBe('€ 3.450')
    expect(plain(en.moneyRounded(344_712))).toBe('€3,450')
    expect(plain(nl.moneyRounded(80))).toBe('€ 0,80')
    expect(plain(nl.moneyRounded(-344_712))).toBe('€ -3.450')
    expect(plain(createFormat('en', 'GBP').moneyRounded(6_240))).toBe('£62')
  })

  test('keeps the exact cents for who asks', () => {
    expect(plain(nl.moneyExact(344_712))).toBe('€ 3.447,12')
    expect(plain(en.moneyExact(-5))).toBe('-€0.05')
    expect(createFormat('en', 'JPY').moneyExact(344_700)).toContain('3,447')
  })
})

describe('days', () => {
  test('a date is that day in every time zone', () => {
    expect(nl.date('2026-03-01')).toBe('1 mrt 2026')
    expect(en.date('2026-03-01')).toBe('1 Mar 2026')
    expect(nl.month('2026-03-31')).toBe('maart 2026')
    expect([nl.weekday(1), nl.weekday(7)]).toEqual(['maandag', 'zondag'])
  })

  test.each([
    [0, '0 dagen'], [1, '1 dag'], [13, '13 dagen'], [14, '2 weken'], [63, '9 weken'], [94, '13 weken'], [95, '3 maanden'],
    [365, '12 maanden'], [730, '2 jaar'], [913, '2,5 jaar'],
  ])('%d days is %s', (days, said) => expect(plain(nl.duration(days))).toBe(said))

  test('speaks English too', () => {
    expect(en.duration(63)).toBe('9 weeks')
    expect(en.months(1)).toBe('1 month')
  })
})

test('shares and counts', () => {
  expect(nl.percent(0.536)).toBe('54%')
  expect(nl.percentFine(0.125)).toBe('12,5%')
  expect(nl.number(1234.5678, 2)).toBe('1.234,57')
  expect(nl.number(4.6)).toBe('5')
})
