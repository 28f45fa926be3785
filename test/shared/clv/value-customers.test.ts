import { describe, expect, test } from 'vitest'
import { fitShop, fitSummaryOf } from '../../../shared/clv/fit.ts'
import { valueCustomers } from '../../../shared/clv/value-customers.ts'
import { fitSummary } from '../../../shared/contract/customers.ts'
import { customerStages } from '../../../shared/customers/customer-stage.ts'
import type { PurchaseSummary } from '../../../shared/customers/sales-ledger.ts'
import { calibration, MISSING, referenceMissing, referenceText, summaryOf } from './reference-data.ts'
import { simulateShop } from './simulated-shop.ts'

const SETTINGS = { contributionMarginRate: null, annualDiscountRate: 0.1, horizonMonths: 12 }
const SHOP = { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }
const SPEND = { p: 6, q: 4, gamma: 15 }
/** The oracle's 156 weeks at .0027 a week, as settings. */
const ORACLE = { contributionMarginRate: null, annualDiscountRate: Math.expm1((0.0027 * 365.25) / 7), horizonMonths: (156 * 84) / 365.25 }

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}

describe('the whole way on CDNOW', () => {
  test.skipIf(referenceMissing).each([['cdnow_sample', 'cdnow_sample.csv'], ['cdnow_master', 'cdnow_master.csv.gz']])(`%s: golden.json's totals and customers ${MISSING}`, (name, file) => {
    type Known = { models: { mbgnbd: { sum_palive: number; sum_det_156: number; customers: { cust: string; p_alive: number; det_156: number }[] } }; clv_mbg_x_ggall_156w_disc: { sum: number }; gamma_gamma_all_purchases: { customers: { cust: string; spend: number }[] } }
    const known = (JSON.parse(referenceText('golden.json')) as { datasets: Record<string, Known> }).datasets[name]!
    const rows = calibration(file)
    const valued = valueCustomers({ summary: summaryOf(rows), settings: ORACLE })
    const estimates = valued.estimates!
    expect(Math.abs(total(estimates.residualClvCents) / 100 / known.clv_mbg_x_ggall_156w_disc.sum - 1)).toBeLessThan(1e-6)
    expect(Math.abs(total(estimates.probabilityAlive) / known.models.mbgnbd.sum_palive - 1)).toBeLessThan(1e-6)
    expect(Math.abs(total(estimates.discountedExpectedPurchases) / known.models.mbgnbd.sum_det_156 - 1)).toBeLessThan(1e-6)
    for (const customer of known.models.mbgnbd.customers) {
      const row = rows.findIndex((candidate) => candidate.customer === customer.cust)
      expect(Math.abs(estimates.probabilityAlive[row]! - customer.p_alive)).toBeLessThan(1e-6)
      expect(Math.abs(estimates.discountedExpectedPurchases[row]! - customer.det_156)).toBeLessThan(1e-5)
    }
    for (const customer of known.gamma_gamma_all_purchases.customers) {
      const row = rows.findIndex((candidate) => candidate.customer === customer.cust)
      expect(Math.abs(estimates.expectedOrderValueCents[row]! / 100 - customer.spend)).toBeLessThan(0.015)
    }
    expect(total(valued.realizedValueCents)).toBe(rows.reduce((sum, row) => sum + row.spendCents, 0))
  })

  test.skipIf(referenceMissing)(`what is shown of the fit satisfies the contract ${MISSING}`, () => {
    const { fit } = fitShop(summaryOf(calibration('cdnow_sample.csv')))
    const shown = fitSummaryOf(fit!)
    expect(fitSummary.strict().parse(shown)).toEqual(shown)
    expect(shown).toMatchObject({ model: 'mbg-nbd', converged: true, atBoundary: false, customers: 2357, observedUntil: '1997-05-19' })
    expect(shown.logLikelihood).toBeCloseTo(-9582.135716, 5)
    expect(shown).not.toHaveProperty('logInformation')
  })

  test.skipIf(referenceMissing)(`Online Retail: no leaving to be seen, and the fit says so ${MISSING}`, () => {
    const valued = valueCustomers({ summary: summaryOf(calibration('online_retail_26w.csv')), settings: SETTINGS })
    expect(valued.fit).toMatchObject({ converged: true, atBoundary: true })
    expect(valued.fit!.logLikelihood).toBeCloseTo(-13255.6134, 3)
    expect(valued.residualTotal!.p90).toBeLessThan(2 * valued.residualTotal!.p10)
  })
})

describe('a simulated shop', () => {
  const { summary } = simulateShop(1500, SHOP, SPEND, { weeks: 104, laterWeeks: 0, seed: 5 })
  const revenue = valueCustomers({ summary, settings: SETTINGS })

  test('every figure is a number, every amount whole cents', () => {
    const { estimates } = revenue
    for (const column of [revenue.realizedValueCents, revenue.basicFormulaCents, revenue.averageOrderValueCents, estimates!.residualClvCents, estimates!.expectedOrderValueCents]) {
      expect(column.every(Number.isSafeInteger)).toBe(true)
    }
    for (const column of [estimates!.probabilityAlive, estimates!.expectedPurchases, estimates!.discountedExpectedPurchases, revenue.paceDays]) expect(column.every(Number.isFinite)).toBe(true)
    expect(revenue.stage.every((stage) => stage < customerStages.length)).toBe(true)
  })

  test('a margin turns revenue into gross profit, for every customer', () => {
    const profit = valueCustomers({ summary, settings: { ...SETTINGS, contributionMarginRate: 0.4 } })
    expect([revenue.basis, profit.basis]).toEqual(['revenue', 'gross-profit'])
    for (const key of ['realizedValueCents', 'basicFormulaCents'] as const) {
      profit[key].forEach((cents, row) => expect(Math.abs(cents - 0.4 * revenue[key][row]!)).toBeLessThanOrEqual(0.71))
    }
    profit.estimates!.residualClvCents.forEach((cents, row) => expect(Math.abs(cents - 0.4 * revenue.estimates!.residualClvCents[row]!)).toBeLessThanOrEqual(0.71))
    expect(profit.netCents).toEqual(revenue.netCents)
  })

  test('a longer horizon is worth more, a higher discount rate less', () => {
    const longer = valueCustomers({ summary, settings: { ...SETTINGS, horizonMonths: 24 } })
    const dearer = valueCustomers({ summary, settings: { ...SETTINGS, annualDiscountRate: 0.3 } })
    expect(total(longer.estimates!.residualClvCents)).toBeGreaterThan(total(revenue.estimates!.residualClvCents))
    expect(total(dearer.estimates!.residualClvCents)).toBeLessThan(total(revenue.estimates!.residualClvCents))
  })

  test('crosses from a worker to the engine unchanged', () => {
    expect(structuredClone(revenue)).toEqual(revenue)
  })
})

describe('too little history', () => {
  function thin(counts: readonly number[]): PurchaseSummary {
    const cents = Float64Array.from(counts, (count) => count * 1000 - 100 * Number(count === 0))
    return {
      customerIds: Int32Array.from(counts, (_, i) => i + 1), purchaseCount: Int32Array.from(counts), firstDay: Int32Array.from(counts, (count) => (count > 0 ? 100 : -1)),
      lastDay: Int32Array.from(counts, (count) => (count > 0 ? 90 + 10 * count : -1)), netCents: cents, purchaseCents: cents.map((value) => Math.max(0, value)), observedUntilDay: 200,
    }
  }

  test('nobody came back: value so far only, with the reason', () => {
    const valued = valueCustomers({ summary: thin(Array.from({ length: 40 }, () => 1)), settings: SETTINGS })
    expect(valued).toMatchObject({ fit: null, reason: 'fit-not-possible', estimates: null, residualTotal: null, lifespanYears: null })
    expect(total(valued.realizedValueCents)).toBe(40_000)
  })

  test('a handful of customers: value so far and the basic formula', () => {
    const valued = valueCustomers({ summary: thin([1, 2, 3, 0]), settings: SETTINGS })
    expect(valued).toMatchObject({ fit: null, reason: 'fit-not-possible' })
    expect(valued.basicFormulaCents[2]).toBeGreaterThan(0)
    expect(valued.realizedValueCents[3]).toBe(-100)
  })

  test('no customers at all', () => {
    expect(valueCustomers({ summary: thin([]), settings: SETTINGS })).toMatchObject({ fit: null, reason: 'no-customers-yet' })
  })

  test('ten customers of whom three came back is enough, and everything is finite', () => {
    const valued = valueCustomers({ summary: thin([1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 0]), settings: SETTINGS })
    expect(valued.fit).not.toBeNull()
    expect(valued.estimates!.residualClvCents.every(Number.isSafeInteger)).toBe(true)
    expect(valued.estimates!.residualClvCents[10]).toBe(0)
    expect(Object.values(valued.residualTotal!).every(Number.isFinite)).toBe(true)
  })
})
