import type { CustomerDetail, RankedCustomer, Ranking } from '../../../shared/contract/customers.ts'

/** Five purchases in twenty weeks, nine weeks away. */
export const aCustomer: RankedCustomer = {
  customerId: 7, rank: 12, name: 'Els de Boer', valueCents: 40_000, realizedValueCents: 31_000, residualClvCents: 9_000, totalClvCents: 40_000,
  residualRange: { p10: 0, p50: 8_000, p90: 21_000, mean: 9_000 }, basicFormulaCents: 45_000, probabilityAlive: 0.54, expectedPurchases: 1.5,
  expectedOrderValueCents: 6_100, purchaseCount: 5, averageOrderValueCents: 6_200, firstPurchaseOn: '2026-04-11', lastPurchaseOn: '2026-08-29',
  daysSinceLastPurchase: 63, nextPurchaseOn: '2026-10-05', stage: 'slipping',
}

export const aDetail: CustomerDetail = {
  customer: aCustomer, ofCustomers: 1_200, email: null, customerKey: 'C-7',
  keys: [{ customerId: 7, kind: 'id', customerKey: 'C-7', name: aCustomer.name, email: null, phone: null, postcode: null }], orders: [], orderTotal: 5, known: null, reasons: [],
  inputs: {
    purchaseCount: 5, repeatPurchaseCount: 4, activeSpanDays: 140, observedDays: 203, averageOrderValueCents: 6_200, purchasesPerYear: 5,
    lifespanYears: 2, marginRate: null, annualDiscountRate: 0.1, horizonMonths: 24, discountedExpectedPurchases: 1.4,
  },
  parts: null, nextPurchase: null, basis: 'revenue', fit: null, forecast: null,
}

export const aRanking: Ranking = {
  rows: [aCustomer], total: 1, matching: 1, customerEquityCents: 40_000, realizedValueCents: 31_000, residualTotal: null, expectedActiveCustomers: 0.54,
  method: 'total-clv', basis: 'revenue', horizonMonths: 24, observedUntil: '2026-10-31', fit: null, forecast: null, largestCents: 40_000, identifiedRevenueShare: 1,
}
