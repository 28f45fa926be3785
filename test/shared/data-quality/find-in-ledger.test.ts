import { expect, test } from 'vitest'
import { netRefunds } from '../../../shared/customers/net-refunds.ts'
import { countDaysOfMonth } from '../../../shared/data-quality/days-of-month.ts'
import { findEqualOrders } from '../../../shared/data-quality/find-equal-orders.ts'
import { findUnmatchedRefunds } from '../../../shared/data-quality/find-unmatched-refunds.ts'
import { ledgerOf } from '../customers/ledger-of.ts'

test('equal orders: the third of 5, 7 and 5 on one day repeats the first, and so does a fourth', () => {
  expect(findEqualOrders(ledgerOf([
    { customer: 1, day: 10, cents: 500 }, { customer: 1, day: 10, cents: 700 }, { customer: 1, day: 10, cents: 500 }, { customer: 1, day: 10, cents: 500 },
  ]))).toEqual([{ first: 0, repeated: 2 }, { first: 0, repeated: 3 }])
})

test('equal orders: another day, another customer, refunds and free orders are none', () => {
  expect(findEqualOrders(ledgerOf([
    { customer: 1, day: 10, cents: 500 }, { customer: 1, day: 11, cents: 500 }, { customer: 2, day: 11, cents: 500 },
    { customer: 3, day: 11, cents: -500 }, { customer: 3, day: 11, cents: -500 }, { customer: 3, day: 11, cents: 0 }, { customer: 3, day: 11, cents: 0 },
  ]))).toEqual([])
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
