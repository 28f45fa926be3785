import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../shared/calendar.ts'
import { netRefunds } from '../../../shared/customers/net-refunds.ts'
import { summarizePurchases } from '../../../shared/customers/summarize-purchases.ts'
import { calibration, dataMissing, dataText, MISSING, referenceMissing } from '../clv/reference-data.ts'
import { ledgerOf, type TestOrder } from './ledger-of.ts'

function summarize(orders: readonly TestOrder[], untilDay?: number) {
  const ledger = ledgerOf(orders)
  return summarizePurchases(ledger, netRefunds(ledger, untilDay), untilDay)
}

test('purchases of one day are one (worked example)', () => {
  expect(summarize([{ customer: 4, day: 1, cents: 100 }, { customer: 4, day: 1, cents: 50 }, { customer: 4, day: 8, cents: 25 }])).toEqual({
    customerIds: Int32Array.of(4), purchaseCount: Int32Array.of(2), firstDay: Int32Array.of(1), lastDay: Int32Array.of(8),
    netCents: Float64Array.of(175), purchaseCents: Float64Array.of(175), observedUntilDay: 8,
  })
})

test('an order that was wholly returned is no purchase; who only returned keeps a row', () => {
  const summary = summarize([{ customer: 1, day: 1, cents: 900 }, { customer: 1, day: 4, cents: 500 }, { customer: 1, day: 6, cents: -500 }, { customer: 2, day: 5, cents: -300 }])
  expect([...summary.purchaseCount]).toEqual([1, 0])
  expect([...summary.lastDay]).toEqual([1, -1])
  expect([...summary.netCents]).toEqual([900, -300])
  expect([...summary.purchaseCents]).toEqual([900, 0])
  expect(summary.observedUntilDay).toBe(6)
})

test('a history can be cut off at a day', () => {
  const summary = summarize([{ customer: 1, day: 1, cents: 900 }, { customer: 1, day: 4, cents: 500 }, { customer: 2, day: 6, cents: 100 }], 4)
  expect([...summary.purchaseCount]).toEqual([2, 0])
  expect([...summary.netCents]).toEqual([1400, 0])
  expect(summary.observedUntilDay).toBe(4)
})

test('without sales there are no rows', () => {
  expect(summarize([])).toMatchObject({ customerIds: new Int32Array(0), observedUntilDay: -1 })
})

describe('CDNOW, from its transactions to the published calibration', () => {
  const until = dayNumber(1997, 9, 30)!

  function cdnow(file: string, [idColumn, dateColumn, amountColumn]: readonly [number, number, number]) {
    const orders = dataText(file).split('\n').map((line) => line.trim().split(/\s+/)).filter((columns) => /^\d{8}$/.test(columns[dateColumn] ?? '')).map((columns): TestOrder => {
      const date = columns[dateColumn]!
      return { customer: Number(columns[idColumn]), day: dayNumber(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6)))!, cents: Math.round(Number(columns[amountColumn]) * 100) }
    })
    return summarize(orders, until)
  }

  test.skipIf(dataMissing || referenceMissing).each([
    ['cdnow_sample.txt', 'cdnow_sample.csv', [1, 2, 4]],
    ['cdnow_master.txt.gz', 'cdnow_master.csv.gz', [0, 1, 3]],
  ] as const)(`%s ${MISSING}`, (file, expected, columns) => {
    const summary = cdnow(file, columns)
    const rows = calibration(expected)
    expect(summary.customerIds.length).toBe(rows.length)
    const seen = Array.from(summary.customerIds, (id, i) => [id, summary.purchaseCount[i]! - 1, summary.lastDay[i]! - summary.firstDay[i]!, until - summary.firstDay[i]!, summary.netCents[i]])
    expect(seen).toEqual(rows.map((row) => [Number(row.customer), row.x, row.spanDays, row.observedDays, row.spendCents]))
    expect(summary.purchaseCents).toEqual(summary.netCents)
  })
})
