import { expect, test } from 'vitest'
import { netRefunds } from '../../../shared/customers/net-refunds.ts'
import { countDaysOfMonth } from '../../../shared/data-quality/days-of-month.ts'
import { findRepeats, groupEqualOrders } from '../../../shared/data-quality/find-equal-orders.ts'
import { findUnmatchedRefunds } from '../../../shared/data-quality/find-unmatched-refunds.ts'
import { ledgerOf } from '../customers/ledger-of.ts'

test('equal orders: of 5, 7, 5 and 5 on one day the first, third and fourth are one group', () => {
  expect(groupEqualOrders(ledgerOf([
    { customer: 1, day: 10, cents: 500 }, { customer: 1, day: 10, cents: 700 }, { customer: 1, day: 10, cents: 500 }, { customer: 1, day: 10, cents: 500 },
  ]))).toEqual([[0, 2, 3]])
})

test('equal orders: another day, another customer, refunds and free orders are none', () => {
  expect(groupEqualOrders(ledgerOf([
    { customer: 1, day: 10, cents: 500 }, { customer: 1, day: 11, cents: 500 }, { customer: 2, day: 11, cents: 500 },
    { customer: 3, day: 11, cents: -500 }, { customer: 3, day: 11, cents: -500 }, { customer: 3, day: 11, cents: 0 }, { customer: 3, day: 11, cents: 0 },
  ]))).toEqual([])
})

test('equal orders: of two orders of a web shop and one payment the payment is repeated, whichever came first', () => {
  const shop = [{ order: 1, source: 2, content: 10 }, { order: 2, source: 2, content: 11 }]
  const payment = { order: 0, source: 1, content: 12 }
  expect(findRepeats([payment, ...shop])).toEqual([{ order: 0, sameAs: 1, isOtherImport: true }])
  expect(findRepeats([...shop, { ...payment, order: 3 }])).toEqual([{ order: 3, sameAs: 1, isOtherImport: true }])
  // As many in both: what came in first stays.
  expect(findRepeats([payment, shop[0]!])).toEqual([{ order: 1, sameAs: 0, isOtherImport: true }])
})

test('equal orders: within one import only the same content is repeated', () => {
  expect(findRepeats([{ order: 0, source: 1, content: 10 }, { order: 1, source: 1, content: 11 }, { order: 2, source: 1, content: 10 }]))
    .toEqual([{ order: 2, sameAs: 0, isOtherImport: false }])
})

test('unmatched refunds: of 5 given back to whoever bought for 3, 2 fit nowhere; largest first', () => {
  const ledger = ledgerOf([
    { customer: 1, day: 10, cents: 300 }, { customer: 1, day: 12, cents: -500 },
    { customer: 2, day: 10, cents: 300 }, { customer: 2, day: 12, cents: -300 },
    { customer: 3, day: 10, cents: -900 }, { customer: 3, day: 12, cents: 900 },
  ])
  expect(findUnmatchedRefunds(ledger, netRefunds(ledger))).toEqual([{ order: 4, cents: 900 }, { order: 1, cents: 200 }])
})

test('days of the month: two orders on 1 January 1970 and one on 1 February', () => {
  expect(countDaysOfMonth(new Map([[0, 2], [31, 1]]))).toEqual({ dayOfMonth: 1, orders: 3, months: 2 })
  expect(countDaysOfMonth(new Map([[0, 2], [30, 3], [31, 1]]))).toEqual({ dayOfMonth: 1, orders: 3, months: 2 })
  expect(countDaysOfMonth(new Map())).toEqual({ dayOfMonth: 0, orders: 0, months: 0 })
})
