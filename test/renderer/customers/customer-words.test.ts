import { describe, expect, test } from 'vitest'
import { chanceWord, equityRange, isNameless, nextPurchase, observedUntil, ownPaceDays, rankedBy, silenceWord, totalRange } from '../../../renderer/customers/customer-words.ts'
import { aCustomer, aDetail, aRanking } from './a-customer.ts'

test.each([[1, 'sure'], [0.9, 'sure'], [0.89, 'likely'], [0.65, 'likely'], [0.54, 'perhaps'], [0.35, 'perhaps'], [0.2, 'unlikely'], [0.1, 'unlikely'], [0.09, 'gone'], [0, 'gone']] as const)(
  'a chance of %d is %s', (chance, word) => expect(chanceWord(chance)).toBe(word))

describe('the own pace', () => {
  test('is the time from first to last over the times they came back', () => {
    expect(ownPaceDays({ ...aDetail.inputs, repeatPurchaseCount: 4, activeSpanDays: 140 })).toBe(35)
  })
  test('is unknown for who came once', () => {
    expect(ownPaceDays({ ...aDetail.inputs, repeatPurchaseCount: 0, activeSpanDays: 0 })).toBeNull()
  })
})

test.each([[0, 35, 'today'], [35, 35, 'recent'], [36, 35, 'away'], [30, null, 'recent'], [31, null, 'away']] as const)(
  '%d days of silence at a pace of %s is %s', (days, pace, word) => expect(silenceWord(days, pace)).toBe(word))

test('the next purchase is due, overdue or not expected', () => {
  expect(nextPurchase({ nextPurchaseOn: '2026-11-12' }, '2026-10-31')).toEqual({ kind: 'due', on: '2026-11-12' })
  expect(nextPurchase({ nextPurchaseOn: '2026-10-31' }, '2026-10-31')).toEqual({ kind: 'overdue', on: '2026-10-31' })
  expect(nextPurchase({ nextPurchaseOn: null }, '2026-10-31')).toEqual({ kind: 'not-expected' })
})

test('the last day of the sales follows from when a customer was last in', () => {
  expect(observedUntil({ lastPurchaseOn: '2026-08-29', daysSinceLastPurchase: 63 })).toBe('2026-10-31')
  expect(observedUntil({ lastPurchaseOn: null, daysSinceLastPurchase: null })).toBe('')
})

describe('ranges', () => {
  const residualTotal = { p10: 80_000, p50: 100_000, p90: 130_000, mean: 101_000 }
  test('of the total: what is certain moves the range of the estimate', () => {
    expect(equityRange({ ...aRanking, method: 'total-clv', realizedValueCents: 500_000, residualTotal })).toEqual({ p10: 580_000, p90: 630_000 })
    expect(equityRange({ ...aRanking, method: 'residual-clv', residualTotal })).toEqual({ p10: 80_000, p90: 130_000 })
    expect(totalRange({ ...aCustomer, realizedValueCents: 1_000, residualRange: { p10: 10, p50: 20, p90: 30, mean: 20 } })).toEqual({ p10: 1_010, p90: 1_030 })
  })
  test('what looks back has none, nor has what cannot be estimated', () => {
    expect(equityRange({ ...aRanking, method: 'realized-value', residualTotal })).toBeNull()
    expect(equityRange({ ...aRanking, method: 'basic-formula', residualTotal })).toBeNull()
    expect(equityRange({ ...aRanking, method: 'total-clv', residualTotal: null })).toBeNull()
    expect(totalRange({ ...aCustomer, residualRange: null })).toBeNull()
  })
})

test('where a method is not possible the value so far decides the rank', () => {
  expect(rankedBy('total-clv', aDetail)).toBe('realized-value')
  expect(rankedBy('basic-formula', aDetail)).toBe('basic-formula')
  expect(rankedBy('basic-formula', { ...aDetail, inputs: { ...aDetail.inputs, lifespanYears: null } })).toBe('realized-value')
})

test('a name of spaces is no name', () => {
  expect(isNameless({ name: '  ' })).toBe(true)
  expect(isNameless({ name: 'Els' })).toBe(false)
})
