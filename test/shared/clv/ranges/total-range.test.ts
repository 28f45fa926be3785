import { describe, expect, test } from 'vitest'
import { parameterVector } from '../../../../shared/clv/transactions/parameter-vector.ts'
import { parameterSampler } from '../../../../shared/clv/ranges/parameter-draws.ts'
import { valueCustomers } from '../../../../shared/clv/value-customers.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { simulateShop } from '../simulated-shop.ts'

const PARAMETERS = { r: 0.6, alpha: 8, a: 0.8, b: 2.5 }
const SPEND = { p: 6, q: 4, gamma: 15 }
const SETTINGS = { contributionMarginRate: null, annualDiscountRate: 0, horizonMonths: 12 }

describe('the range of the total', () => {
  test('covers what simulated shops then really bought, about eight times in ten (worked example)', () => {
    let covered = 0
    const seeds = Array.from({ length: 16 }, (_, i) => i + 100)
    for (const seed of seeds) {
      const shop = simulateShop(250, PARAMETERS, SPEND, { weeks: 104, laterWeeks: 365.25 / 7, seed })
      const range = valueCustomers({ summary: shop.summary, settings: SETTINGS }).residualTotal!
      expect(range.p10).toBeLessThan(range.p50)
      expect(range.p50).toBeLessThan(range.p90)
      if (shop.laterCents >= range.p10 && shop.laterCents <= range.p90) covered++
    }
    expect(covered).toBeGreaterThanOrEqual(10)
    expect(covered).toBeLessThan(seeds.length)
  })

  test('covers them in shops of sixty customers too, where parameters end at their bounds', () => {
    let covered = 0
    for (let seed = 1000; seed < 1020; seed++) {
      const shop = simulateShop(60, PARAMETERS, SPEND, { weeks: 104, laterWeeks: 365.25 / 7, seed })
      const range = valueCustomers({ summary: shop.summary, settings: SETTINGS }).residualTotal!
      expect(range.mean).toBeGreaterThan(0)
      if (shop.laterCents >= range.p10 && shop.laterCents <= range.p90) covered++
    }
    expect(covered).toBeGreaterThanOrEqual(12)
  })

  test('its mean is the exact sum of the customers, and it is the same every time', () => {
    const { summary } = simulateShop(300, PARAMETERS, SPEND, { weeks: 104, laterWeeks: 0, seed: 4 })
    const valued = valueCustomers({ summary, settings: SETTINGS })
    expect(valued.residualTotal!.mean).toBe(valued.estimates!.residualClvCents.reduce((sum, cents) => sum + cents, 0))
    expect(valueCustomers({ summary, settings: SETTINGS }).residualTotal).toEqual(valued.residualTotal)
  })

  test('tells apart how far the fit can be off from the luck of the customers, which is the larger part', () => {
    const deviations = [100, 500, 5_000].map((customers) => {
      const { summary } = simulateShop(customers, PARAMETERS, SPEND, { weeks: 104, laterWeeks: 0, seed: 6 })
      const { forecastDeviation, residualTotal } = valueCustomers({ summary, settings: SETTINGS })
      expect(forecastDeviation).toBeGreaterThan(0)
      expect(forecastDeviation).toBeLessThan(Math.log(residualTotal!.p90 / residualTotal!.p10) / 2.563)
      return forecastDeviation
    })
    expect(deviations).toEqual(deviations.toSorted((one, other) => other - one))
  })

  test('narrows as customers become many, and the sample that stands for them agrees', () => {
    const width = (customers: number) => {
      const { summary } = simulateShop(customers, PARAMETERS, SPEND, { weeks: 104, laterWeeks: 0, seed: 6 })
      const range = valueCustomers({ summary, settings: SETTINGS }).residualTotal!
      expect(Math.abs(range.p50 / range.mean - 1)).toBeLessThan(0.1)
      return (range.p90 - range.p10) / range.mean
    }
    expect(width(20_000)).toBeLessThan(width(500) / 3)
  })
})

test('parameters are drawn around the fit, and stay put where they stopped at the edge', () => {
  const { summary } = simulateShop(2000, PARAMETERS, SPEND, { weeks: 104, laterWeeks: 0, seed: 2 })
  const { fit, forecast } = valueCustomers({ summary, settings: SETTINGS })
  const random = seededRandom(1)
  const edge = parameterSampler(fit!, { ...forecast!, logInformation: forecast!.logInformation.map((value, i) => (i % 4 > 1 || i > 7 ? 0 : value)) })
  const rates = Array.from({ length: 2000 }, () => {
    const [r = 0, , a, b] = parameterVector(edge(random).fitted)
    expect([a, b]).toEqual([fit!.parameters.a, fit!.parameters.b])
    return Math.log(r / fit!.parameters.r)
  })
  const mean = rates.reduce((sum, value) => sum + value, 0) / rates.length
  const deviation = Math.sqrt(rates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rates.length)
  expect(Math.abs(mean)).toBeLessThan((4 * deviation) / Math.sqrt(rates.length))
  expect(deviation).toBeGreaterThan(0.01)
  expect(deviation).toBeLessThan(0.3)
})
