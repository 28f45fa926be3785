import { expect, test } from 'vitest'
import { usualForecast, type ForecastInputs } from '../../../shared/clv/forecast-inputs.ts'
import { weeklyDiscountRate, weeksOfMonths } from '../../../shared/clv/present-value.ts'
import { expectedGivenAlive } from '../../../shared/clv/transactions/beta-geometric.ts'
import { valueCustomers } from '../../../shared/clv/value-customers.ts'
import { simulateShop } from './simulated-shop.ts'

const settings = { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 24 }
const { summary } = simulateShop(600, { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }, { p: 6, q: 4, gamma: 15 }, { weeks: 104, laterWeeks: 0, seed: 4 })
const usual = usualForecast(summary)
const plain = valueCustomers({ summary, settings })

test('a rule of thumb is money a day over the horizon, later money counting less, times the margin (worked example)', () => {
  const inputs: ForecastInputs = {
    ...usual, rule: { centsPerDay: new Float64Array(summary.customerIds.length).fill(25), testedDays: 1_000 },
    choice: { ...usual.choice, method: { kind: 'rule', rule: 'past-spend-rate' }, level: { factor: 1.2, deviation: 0 } },
  }
  const { estimates } = valueCustomers({ summary, settings, inputs })
  const delta = weeklyDiscountRate(0.1)
  const presentWeeks = (1 - Math.exp(-delta * weeksOfMonths(24))) / delta
  expect(estimates!.residualClvCents[0]).toBe(Math.round(25 * 7 * presentWeeks * 1.2 * 0.4))
  // The chance to be a customer still is MBG/NBD's, because the rule says nothing of it.
  expect(estimates!.probabilityAlive).toEqual(plain.estimates!.probabilityAlive)
})

test('beyond the days it was tested a rule goes on as MBG/NBD says of the customer, who may leave', () => {
  const value = (horizonMonths: number, testedDays: number) => valueCustomers({
    summary, settings: { ...settings, annualDiscountRate: 0, horizonMonths },
    inputs: { ...usual, rule: { centsPerDay: new Float64Array(summary.customerIds.length).fill(25), testedDays }, choice: { ...usual.choice, method: { kind: 'rule', rule: 'past-spend-rate' } } },
  }).estimates!.expectedPurchases[0]!
  // Within them: twice the time, twice the money. After them: less and less.
  expect(value(12, 1_000)).toBeCloseTo(2 * value(6, 1_000), 8)
  expect(value(60, 180)).toBeLessThan(0.75 * value(60, 2_000))
  const { parameters } = plain.fit!
  const observed = (summary.observedUntilDay - summary.firstDay[0]!) / 7
  const expectedOf = (weeks: number) => expectedGivenAlive(parameters, summary.purchaseCount[0]! - 1, observed, weeks, 0).expected
  expect(value(60, 180) / value(60, 2_000)).toBeCloseTo(((180 / 7) * expectedOf(weeksOfMonths(60))) / expectedOf(180 / 7) / weeksOfMonths(60), 6)
})

test('the correction of the level is in the purchases, so that purchases times order times margin is the value', () => {
  const inputs: ForecastInputs = { ...usual, choice: { ...usual.choice, level: { factor: 1.1, deviation: 0.1 } } }
  const { estimates, forecastDeviation, residualTotal } = valueCustomers({ summary, settings, inputs })
  for (const row of [0, 7, 300]) {
    expect(estimates!.expectedPurchases[row]).toBeCloseTo(1.1 * plain.estimates!.expectedPurchases[row]!, 10)
    const product = estimates!.discountedExpectedPurchases[row]! * estimates!.expectedOrderValueCents[row]! * 0.4
    expect(Math.abs(estimates!.residualClvCents[row]! - product)).toBeLessThan(0.5 + 0.5 * estimates!.discountedExpectedPurchases[row]!)
  }
  // Not knowing the level makes the range of the total wider.
  expect(forecastDeviation).toBeCloseTo(Math.hypot(plain.forecastDeviation, 0.1), 2)
  expect(residualTotal!.p90 - residualTotal!.p10).toBeGreaterThan(plain.residualTotal!.p90 - plain.residualTotal!.p10)
})

test('no horizon, no discount and no margin at all are no trouble', () => {
  for (const odd of [{ ...settings, annualDiscountRate: 0 }, { ...settings, contributionMarginRate: 0 }, { ...settings, contributionMarginRate: null, annualDiscountRate: 1, horizonMonths: 120 }]) {
    const { estimates, residualTotal } = valueCustomers({ summary, settings: odd })
    expect(estimates!.residualClvCents.every((cents) => Number.isInteger(cents) && cents >= 0)).toBe(true)
    expect([residualTotal!.p10, residualTotal!.p50, residualTotal!.p90].every(Number.isFinite)).toBe(true)
  }
})
