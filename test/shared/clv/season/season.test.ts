import { describe, expect, test } from 'vitest'
import { chooseForecast } from '../../../../shared/clv/choosing/choose-forecast.ts'
import { estimateClock } from '../../../../shared/clv/season/estimate-clock.ts'
import { monthOf, timeHistories } from '../../../../shared/clv/season/seasonal-clock.ts'
import { fitBetaGeometric } from '../../../../shared/clv/transactions/fitting/fit-beta-geometric.ts'
import { purchasePatterns } from '../../../../shared/clv/transactions/fitting/purchase-patterns.ts'
import { netRefunds } from '../../../../shared/customers/net-refunds.ts'
import { summarizePurchases } from '../../../../shared/customers/summarize-purchases.ts'
import { parseIsoDay } from '../../../../shared/calendar.ts'
import { simulateLedger } from '../simulated-ledger.ts'

const START = parseIsoDay('2022-01-01')!
/** December at two and a half times, summer at half the usual pace; about 1 over the year. */
const RATES = [0.8, 0.8, 0.9, 1, 1, 0.6, 0.5, 0.6, 1, 1.1, 1.3, 2.4]
const shop = { customers: 2_500, transaction: { r: 0.8, alpha: 6, a: 0.5, b: 4 }, spend: { p: 6, q: 4, gamma: 15 }, newDays: 700, days: 1_000, laterDays: 0, seed: 6, start: START }

function clockOf(ledger: ReturnType<typeof simulateLedger>['ledger'], untilDay: number) {
  const netted = netRefunds(ledger, untilDay)
  const summary = summarizePurchases(ledger, netted, untilDay)
  return estimateClock(ledger, netted, summary, START, fitBetaGeometric(purchasePatterns(summary, 7)).parameters)
}

describe('the season of a shop', () => {
  const { ledger } = simulateLedger({ ...shop, pace: (day) => RATES[monthOf(day)]! })

  test('is found back month by month', () => {
    const found = clockOf(ledger, START + shop.days)!
    RATES.forEach((rate, month) => expect(Math.abs(found.monthRates[month]! - rate)).toBeLessThan(0.2))
    const days = [31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    expect(found.monthRates.reduce((sum, rate, month) => sum + rate * days[month]!, 0) / 365.25).toBeCloseTo(1, 10)
  })

  test('is used where the back-test gains by it', () => {
    const { method, report } = chooseForecast(ledger, START + shop.days)
    expect(report!.season).toBe('used')
    expect(method).toMatchObject({ kind: 'model', isSeasonal: true })
  })

  test('is not seen in a shop without one', () => {
    const { method, report } = chooseForecast(simulateLedger(shop).ledger, START + shop.days)
    expect(report!.season).toBe('no-gain')
    expect(method).not.toMatchObject({ isSeasonal: true })
  })

  test('cannot be told under a year', () => {
    expect(clockOf(ledger, START + 364)).toBeNull()
    const young = simulateLedger({ ...shop, days: 300, newDays: 200 })
    expect(chooseForecast(young.ledger, START + 300).report!.season).toBe('too-short')
  })
})

describe('histories on the clock', () => {
  const summary = {
    customerIds: Int32Array.of(1, 2, 3), purchaseCount: Int32Array.of(2, 1, 0), firstDay: Int32Array.of(START, START + 40, -1), lastDay: Int32Array.of(START + 31, START + 40, -1),
    netCents: new Float64Array(3), purchaseCents: new Float64Array(3), observedUntilDay: START + 364,
  }

  test('are as they were where all months are equal, or without a clock', () => {
    const equal = timeHistories(summary, { monthRates: new Float64Array(12).fill(1) }, START, 70.5)
    const plain = timeHistories(summary, null, START, 70.5)
    expect(equal).toMatchObject({ firstDay: summary.firstDay, lastDay: summary.lastDay, observedUntilDay: START + 364 })
    expect(equal.horizon).toBeCloseTo(70.5 / 7, 10)
    expect(plain.horizon).toBeCloseTo(70.5 / 7, 10)
  })

  test('run twice as fast in a month at twice the pace (worked example)', () => {
    const monthRates = new Float64Array(12).fill(1)
    monthRates[0] = 2
    const timed = timeHistories(summary, { monthRates }, START, 31)
    // 1 January to 1 February: 30 days of January at twice the pace, and 1 February.
    expect(timed.lastDay[0]! - timed.firstDay[0]!).toBe(61)
    // The data end on 31 December: the 31 days ahead are the next January.
    expect(timed.horizon).toBeCloseTo(62 / 7, 10)
  })
})
