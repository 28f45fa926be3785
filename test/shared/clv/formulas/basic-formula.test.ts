import { describe, expect, test } from 'vitest'
import { basicFormula, purchasesPerYear, shopFormula } from '../../../../shared/clv/formulas/basic-formula.ts'
import type { PurchaseSummary } from '../../../../shared/customers/sales-ledger.ts'

test('65 x 2.5 x 3 = 487.50 (F2, worked example)', () => {
  expect(basicFormula(65, 2.5, 3)).toBe(487.5)
})

test('purchases a year: over the years as a customer, at least one (worked example)', () => {
  expect(purchasesPerYear(5, 730.5)).toBe(2.5)
  expect(purchasesPerYear(1, 7)).toBe(1)
  expect(purchasesPerYear(0, 400)).toBe(0)
})

function shop(rows: readonly (readonly [count: number, first: number, last: number, cents: number])[], observedUntilDay: number): PurchaseSummary {
  const cents = Float64Array.from(rows, ([, , , paid]) => paid)
  return {
    customerIds: Int32Array.from(rows, (_, i) => i + 1), purchaseCount: Int32Array.from(rows, ([count]) => count), firstDay: Int32Array.from(rows, ([, first]) => first),
    lastDay: Int32Array.from(rows, ([, , last]) => last), netCents: cents, purchaseCents: cents, observedUntilDay,
  }
}

describe('a shop', () => {
  test('years as a customer, over who left (worked example)', () => {
    // Pace of the shop 100 days. The first is still buying: 900 days. The second bought on days 0 and 100, pace 100, silent since: 200 days.
    // The third bought once on day 0 and is gone after one pace: 100 days. Together 1200 days and two who left: 600 days.
    const formula = shopFormula(shop([[10, 0, 900, 50_000], [2, 0, 100, 6_000], [1, 0, 0, 4_000]], 900))
    expect(formula?.lifespanYears).toBeCloseTo(600 / 365.25, 12)
    expect(formula?.averagePurchaseValueCents).toBeCloseTo(60_000 / 13, 9)
    expect(formula?.purchasesPerYear).toBeCloseTo(13 / (1200 / 365.25), 9)
    expect(formula?.valueCents).toBeCloseTo((60_000 / 13) * (13 / 1200) * 600, 6)
  })

  test('where nobody left it is five years, not for ever', () => {
    expect(shopFormula(shop([[10, 0, 900, 50_000], [9, 10, 890, 6_000]], 900))?.lifespanYears).toBe(5)
  })

  test('where nobody came back there is nothing to tell from', () => {
    expect(shopFormula(shop([[1, 0, 0, 100], [1, 5, 5, 100]], 900))).toBeNull()
    expect(shopFormula(shop([], -1))).toBeNull()
  })
})
