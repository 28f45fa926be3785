import { describe, expect, test } from 'vitest'
import { historyAtOrigin, historyUntil } from '../../../../shared/clv/choosing/history.ts'
import { backTestOrigins } from '../../../../shared/clv/choosing/origins.ts'
import { centsPerDayBy } from '../../../../shared/clv/choosing/simple-rules.ts'
import { sampleLedger } from '../../../../shared/customers/sample-ledger.ts'
import { ledgerOf } from '../../customers/ledger-of.ts'
import { simulateLedger } from '../simulated-ledger.ts'

describe('origins', () => {
  test('worked example: half, two thirds and three quarters of the CDNOW weeks', () => {
    expect(backTestOrigins(0, 272)).toEqual([{ day: 136, days: 136 }, { day: 181, days: 91 }, { day: 204, days: 68 }])
  })

  test('what leaves under two weeks to forecast is no origin', () => {
    expect(backTestOrigins(0, 27)).toEqual([])
    expect(backTestOrigins(0, 30)).toEqual([{ day: 15, days: 15 }])
  })
})

describe('a history knows nothing of what came after', () => {
  const ledger = ledgerOf([
    { customer: 1, day: 1, cents: 1_000 },
    { customer: 1, day: 30, cents: 2_000 },
    { customer: 1, day: 40, cents: -1_000 },
    { customer: 2, day: 50, cents: 9_000 },
    { customer: 1, day: 200, cents: 700 },
  ])

  test('worked example: customers, purchases and refunds after the origin are not in it', () => {
    const { history, outcomeCents } = historyAtOrigin(ledger, { day: 10, days: 60 })
    expect(Array.from(history.summary.purchaseCents)).toEqual([1_000])
    // Bought for 20.00 on day 30, of which 10.00 came back on day 40; what came on day 200 is after the test.
    expect(Array.from(outcomeCents)).toEqual([1_000])
  })

  test('a refund in the test of an order from before the origin takes nothing off', () => {
    const { history, outcomeCents } = historyAtOrigin(ledger, { day: 35, days: 100 })
    expect(Array.from(history.summary.purchaseCents)).toEqual([3_000])
    expect(Array.from(outcomeCents)).toEqual([0])
  })

  test('later orders change nothing, whatever they are', () => {
    const { ledger: whole } = simulateLedger({ customers: 200, transaction: { r: 0.6, alpha: 4, a: 0.8, b: 2.5 }, spend: { p: 6, q: 4, gamma: 15 }, newDays: 200, days: 300, laterDays: 0, seed: 2 })
    const until = 10_150
    const keep = (_: number, order: number) => whole.days[order]! <= until
    const cut = { ...whole, customers: whole.customers.filter(keep), orderIds: whole.orderIds.filter(keep), days: whole.days.filter(keep), amountCents: whole.amountCents.filter(keep) }
    expect(historyUntil(whole, until, 60)).toEqual(historyUntil(cut, until, 60))
  })
})

describe('rules of thumb (worked examples)', () => {
  const ledger = ledgerOf([
    { customer: 1, day: 0, cents: 3_000 },
    { customer: 1, day: 10, cents: 3_000 },
    { customer: 1, day: 40, cents: 4_000 },
    { customer: 2, day: 45, cents: 500 },
  ])
  const history = historyUntil(ledger, 49, 10)

  test('what they spent so far, going on the same: 100.00 in 50 days is 200 cents a day', () => {
    expect(Array.from(centsPerDayBy('past-spend-rate', history))).toEqual([200, 10])
  })

  test('what they spent in the last ten days', () => {
    expect(Array.from(centsPerDayBy('last-period', history))).toEqual([400, 50])
  })

  test('what they spent since they first came, at least a week; nothing for who is away longer than nine in ten gaps', () => {
    expect(history.longestUsualGapDays).toBe(28)
    expect(Array.from(centsPerDayBy('hiatus-rate', history))).toEqual([10_000 / 49, 500 / 7])
    expect(centsPerDayBy('hiatus-rate', historyUntil(ledger, 80, 10))[0]).toBe(0)
  })
})

test('a sample of a ledger is every k-th customer with all their orders', () => {
  const { ledger } = simulateLedger({ customers: 100, transaction: { r: 0.6, alpha: 4, a: 0.8, b: 2.5 }, spend: { p: 6, q: 4, gamma: 15 }, newDays: 100, days: 300, laterDays: 0, seed: 2 })
  const sample = sampleLedger(ledger, 40)
  expect(Array.from(sample.customerIds)).toEqual(Array.from({ length: 34 }, (_, i) => 3 * i + 1))
  const ordersOf = (from: typeof ledger, id: number) => Array.from(from.days.keys()).filter((order) => from.customerIds[from.customers[order]!] === id).map((order) => [from.days[order], from.amountCents[order]])
  for (const id of sample.customerIds) expect(ordersOf(sample, id)).toEqual(ordersOf(ledger, id))
  expect(sampleLedger(ledger, 100)).toBe(ledger)
})
