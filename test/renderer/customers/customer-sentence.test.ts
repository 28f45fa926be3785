import { beforeAll, expect, test } from 'vitest'
import type { CustomerDetail } from '../../../shared/contract/customers.ts'
import type { Language } from '../../../shared/i18n/index.ts'
import { customerSentence } from '../../../renderer/customers/detail/customer-sentence.ts'
import { createFormat } from '../../../renderer/format.ts'
import { i18n, startWords } from '../../../renderer/i18n.ts'
import { aCustomer, aDetail } from './a-customer.ts'

beforeAll(() => startWords('en'))

function say(language: Language, detail: CustomerDetail): string {
  return customerSentence(detail, i18n.getFixedT(language, 'customers'), createFormat(language, 'EUR')).replaceAll('\u00a0', ' ')
}

test('who comes back: how often, how much, how long away, how likely', () => {
  expect(say('nl', aDetail)).toBe('Komt ongeveer elke 5 weken, besteedt € 62, is 9 weken niet geweest: kans nog klant 54%.')
  expect(say('en', aDetail)).toBe('Comes about every 5 weeks, spends €62, has not been in for 9 weeks: chance still a customer 54%.')
})

test('who came once', () => {
  const once: CustomerDetail = {
    ...aDetail,
    customer: { ...aCustomer, purchaseCount: 1, firstPurchaseOn: '2026-10-20', lastPurchaseOn: '2026-10-20', daysSinceLastPurchase: 11 },
    inputs: { ...aDetail.inputs, purchaseCount: 1, repeatPurchaseCount: 0, activeSpanDays: 0 },
  }
  expect(say('en', once)).toBe('Came once, on 20 Oct 2026, and spent €62; was last in 11 days ago: chance still a customer 54%.')
})

test('without an estimate nothing is said of a chance', () => {
  expect(say('en', { ...aDetail, customer: { ...aCustomer, probabilityAlive: null, daysSinceLastPurchase: 0 } }))
    .toBe('Comes about every 5 weeks, spends €62, was in on the last day of your sales.')
})

test('where nobody can be seen to leave, a chance would be certain and say nothing', () => {
  const fit: CustomerDetail['fit'] = {
    model: 'mbg-nbd', timeUnit: 'week', parameters: { r: 1, alpha: 10, a: 0, b: 1 }, logLikelihood: -1, converged: true, iterations: 9, gradientNorm: 0,
    atBoundary: true, isShrunk: false, standardErrors: { r: 0.1, alpha: 1, a: null, b: null }, customers: 1_200, observedUntil: '2026-10-31',
    spend: {
      model: 'gamma-gamma', parameters: { p: 6, q: 4, gamma: 15 }, logLikelihood: -1, converged: true, iterations: 9, customers: 900,
      standardErrors: { p: 0.1, q: 0.1, gamma: 1 }, correlation: 'none',
    },
  }
  expect(say('en', { ...aDetail, customer: { ...aCustomer, probabilityAlive: 1 }, fit })).toBe('Comes about every 5 weeks, spends €62, has not been in for 9 weeks.')
})

test('who only brought things back', () => {
  const none: CustomerDetail = {
    ...aDetail,
    customer: { ...aCustomer, purchaseCount: 0, probabilityAlive: null, firstPurchaseOn: null, lastPurchaseOn: null, daysSinceLastPurchase: null },
  }
  expect(say('nl', none)).toBe('Bracht alleen iets terug.')
})
