import { expect, test } from 'vitest'
import { dayNumber } from '../../../../shared/calendar.ts'
import { fitRegularity } from '../../../../shared/clv/transactions/fitting/fit-regular-buying.ts'
import { purchasePatterns } from '../../../../shared/clv/transactions/fitting/purchase-patterns.ts'
import { purchaseIntervals, regularityOf } from '../../../../shared/clv/transactions/regular-buying-intervals.ts'
import { netRefunds } from '../../../../shared/customers/net-refunds.ts'
import { summarizePurchases } from '../../../../shared/customers/summarize-purchases.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { ledgerOf, type TestOrder } from '../../customers/ledger-of.ts'
import { dataMissing, dataText, MISSING } from '../reference-data.ts'

function intervalsOf(orders: readonly TestOrder[], daysPerUnit: number, untilDay?: number) {
  const ledger = ledgerOf(orders)
  return purchaseIntervals(ledger, netRefunds(ledger, untilDay), daysPerUnit, untilDay)
}

test('F19: intervals of one customer (worked example), in days and in weeks', () => {
  const orders = [0, 2, 8].map((day) => ({ customer: 1, day, cents: 500 }))
  expect(intervalsOf(orders, 1)).toEqual({ logIntervals: Math.log(2) + Math.log(6), lastShares: Float64Array.of(0.75) })
  expect(intervalsOf(orders, 7).logIntervals).toBeCloseTo(Math.log(2 / 7) + Math.log(6 / 7), 12)
})

test('a second order of the day, a refunded order and later days are no purchases; customers stay apart', () => {
  const orders = [
    { customer: 1, day: 0, cents: 500 }, { customer: 1, day: 0, cents: 500 }, { customer: 1, day: 3, cents: 700 }, { customer: 1, day: 3, cents: -700 },
    { customer: 1, day: 4, cents: 500 }, { customer: 1, day: 5, cents: 500 }, { customer: 1, day: 9, cents: 500 },
    { customer: 2, day: 1, cents: 500 }, { customer: 3, day: 1, cents: 500 }, { customer: 3, day: 3, cents: 500 }, { customer: 3, day: 9, cents: 500 },
  ]
  expect(intervalsOf(orders, 1, 5)).toEqual({ logIntervals: Math.log(4) + Math.log(1) + Math.log(2), lastShares: Float64Array.of(0.2) })
  expect([...intervalsOf(orders, 1).lastShares]).toEqual([0.8, 0.75])
  expect(intervalsOf([], 1)).toEqual({ logIntervals: 0, lastShares: new Float64Array(0) })
})

test('F19: regularity from shares (worked example), and none without', () => {
  expect(regularityOf({ logIntervals: 0, lastShares: Float64Array.of(0.25, 0.75) })).toBe(1.5)
  expect(regularityOf({ logIntervals: 0, lastShares: new Float64Array(0) })).toBeNull()
  expect(regularityOf({ logIntervals: 0, lastShares: Float64Array.of(0.5) })).toBeNull()
})

test.each([1, 2, 3])('F19: the regularity of drawn intervals comes back, whatever the customers\' paces: k = %i', (k) => {
  const random = seededRandom(k)
  const shares = Float64Array.from({ length: 20_000 }, () => {
    const pace = random.gamma(0.5)
    const [first, second] = [random.gamma(k) / pace, random.gamma(k) / pace]
    return second / (first + second)
  })
  expect(Math.abs(regularityOf({ logIntervals: 0, lastShares: shares })! / k - 1)).toBeLessThan(0.05)
})

test.skipIf(dataMissing)(`F19: the customers of CDNOW do not buy regularly: k is 1, as BTYDplus finds (its demo "cdnow") ${MISSING}`, () => {
  const until = dayNumber(1997, 9, 30)!
  const orders = dataText('cdnow_sample.txt').split('\n').map((line): TestOrder => {
    const [, customer, date = '', , amount] = line.trim().split(/\s+/)
    return { customer: Number(customer), day: dayNumber(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6)))!, cents: Math.round(Number(amount) * 100) }
  })
  const ledger = ledgerOf(orders)
  const netted = netRefunds(ledger, until)
  const intervals = purchaseIntervals(ledger, netted, 7, until)
  const { parameters, maximum } = fitRegularity(purchasePatterns(summarizePurchases(ledger, netted, until), 7), intervals.logIntervals)
  expect(parameters.k).toBe(1)
  expect(maximum.value).toBeCloseTo(-9582.135716, 5)
  const regularity = regularityOf(intervals)!
  expect(regularity).toBeGreaterThan(0.8)
  expect(regularity).toBeLessThan(1.2)
})
