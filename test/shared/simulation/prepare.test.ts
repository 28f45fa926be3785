import { describe, expect, it } from 'vitest'
import { expectedOrderValue } from '../../../shared/clv/spend/gamma-gamma.ts'
import { discountedExpectedPurchases, purchaseRate } from '../../../shared/clv/transactions/beta-geometric.ts'
import { weeklyDiscountRate, weeksOfMonths } from '../../../shared/clv/present-value.ts'
import { usualForecast, type ForecastInputs } from '../../../shared/clv/forecast-inputs.ts'
import { valueCustomers } from '../../../shared/clv/value-customers.ts'
import type { SpendModel, TransactionModel } from '../../../shared/contract/forecast.ts'
import { hypergeometric } from '../../../shared/numerics/hypergeometric.ts'
import { audienceCurves, chooseAudience } from '../../../shared/simulation/audience.ts'
import { chebyshevPoints, chebyshevSeries, chebyshevValue } from '../../../shared/simulation/chebyshev.ts'
import { exposureGrid, gridPosition } from '../../../shared/simulation/exposure-grid.ts'
import { sceneOf } from '../../../shared/simulation/outcome-steps.ts'
import { prepareSimulation } from '../../../shared/simulation/simulate.ts'
import { customersTaking } from '../../../shared/simulation/responders.ts'
import { flowUnder, timeline, unchanged, usual } from '../../../shared/simulation/time-change.ts'
import { calibration, MISSING, referenceMissing, summaryOf } from '../clv/reference-data.ts'
import { simulateShop } from '../clv/simulated-shop.ts'
import { threeCustomerShop } from './three-customer-shop.ts'

const settings = { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 36 }
const { summary } = simulateShop(600, { r: 0.9, alpha: 7, a: 0.8, b: 3 }, { p: 6, q: 4, gamma: 20 }, { weeks: 104, laterWeeks: 0, seed: 8 })
const valued = valueCustomers({ summary, settings })
const prepared = prepareSimulation(valued)
const { parameters, grid } = prepared

describe('Chebyshev series', () => {
  it('gives the worked examples', () => {
    expect([...chebyshevSeries([3, 3])]).toEqual([3, expect.closeTo(0, 15)])
    expect(chebyshevValue(Float64Array.of(1, 2, 3), 0.5)).toBeCloseTo(0.5, 15)
    const series = chebyshevSeries(chebyshevPoints(20).map(Math.exp))
    expect(chebyshevValue(series, 0.3)).toBeCloseTo(Math.exp(0.3), 13)
  })
})

describe('what is prepared once', () => {
  it('interpolates what is left of a purchase rate with an error below 1e-9, for short and long clocks, loyal and fickle customers', () => {
    let worst = 0
    for (const alpha of [0.15, 1, 6, 40]) {
      const reach = exposureGrid(alpha)
      for (const a of [1e-6, 0.3, 1, 5]) {
        for (const [x, b] of [[0, 0.5], [2, 3], [40, 1.6], [400, 2.4]] as const) {
          const direct = (z: number) => hypergeometric(0.5 + x + 1, a, a + b + x + 1, z)
          const series = chebyshevSeries(reach.exposures.map((exposure) => direct(exposure / alpha)))
          for (let t = -0.99; t < 1; t += 0.09) {
            const z = Math.expm1((reach.length * (t + 1)) / 2)
            worst = Math.max(worst, Math.abs(chebyshevValue(series, gridPosition(reach, alpha * z)) - direct(z)))
          }
        }
      }
    }
    expect(worst).toBeLessThan(1e-9)
  })

  it('gathers customers into groups whose sum is the sum over customers to 1e-9, whatever the levers', () => {
    const rows = chooseAudience(prepared, { kind: 'top-share', share: 0.5 })
    const curves = audienceCurves(prepared, rows)
    expect(prepared.groups.observed.length).toBeLessThan(600)
    const delta = weeklyDiscountRate(settings.annualDiscountRate)
    const line = timeline(parameters.alpha, 12, 8, weeksOfMonths(36), delta)
    const scene = sceneOf(curves, grid, line, 0)
    for (const [rateMultiplier, dropoutMultiplier, dip] of [[1, 1, 1], [1.3, 1, 0.9], [1.05, 0.9, 1], [4, 0.5, 0]] as const) {
      const change = [{ rateMultiplier, dropoutMultiplier }, { rateMultiplier: dip, dropoutMultiplier: 1 }, usual] as const
      const together = flowUnder(line, change, scene.money)
      const counts = flowUnder(line, change, scene.purchases)
      const direct = { money: 0, window: 0, purchases: 0 }
      for (const row of rows) {
        const observed = (valued.observedUntilDay - valued.firstDay[row]!) / 7
        const flow = flowUnder(line, change, (exposure) => purchaseRate(parameters, valued.purchaseCount[row]! - 1, observed, exposure))
        const alive = valued.estimates!.probabilityAlive[row]!
        const order = 100 * expectedOrderValue(valued.fit!.spend.parameters, valued.purchaseCount[row]!, valued.purchaseCents[row]! / 100)
        direct.money += alive * order * flow.total
        direct.window += alive * order * flow.inWindow
        direct.purchases += alive * flow.total
      }
      expect(Math.abs(together.total / direct.money - 1)).toBeLessThan(1e-9)
      expect(Math.abs(together.inWindow / direct.window - 1)).toBeLessThan(1e-9)
      expect(Math.abs(counts.total / direct.purchases - 1)).toBeLessThan(1e-9)
    }
  })

  it.skipIf(referenceMissing)(`makes 464 groups of the CDNOW sample; ${MISSING}`, () => {
    const cdnow = prepareSimulation(valueCustomers({ summary: summaryOf(calibration('cdnow_sample.csv')), settings }))
    expect(cdnow.groups.observed).toHaveLength(464)
  })

  it('integrates time to 1e-9: the same as the discounted expected purchases of every customer', () => {
    const line = timeline(parameters.alpha, 26, 8, weeksOfMonths(36), weeklyDiscountRate(settings.annualDiscountRate))
    for (let row = 0; row < 20; row++) {
      const observed = (valued.observedUntilDay - valued.firstDay[row]!) / 7
      const activeSpan = (valued.lastDay[row]! - valued.firstDay[row]!) / 7
      const repeatPurchaseCount = valued.purchaseCount[row]! - 1
      const truth = discountedExpectedPurchases(parameters, { repeatPurchaseCount, activeSpan, observed }, line.horizon, line.weeklyDiscountRate)
      const flow = flowUnder(line, unchanged, (exposure) => purchaseRate(parameters, repeatPurchaseCount, observed, exposure))
      expect(Math.abs((flow.total * valued.estimates!.probabilityAlive[row]!) / truth - 1)).toBeLessThan(1e-9)
    }
  })
})

describe('for whom', () => {
  const shop = threeCustomerShop()
  const idsOf = (rows: Int32Array) => [...rows].map((row) => shop.valued.customerIds[row])

  it('ranks by customer value and rounds a share up to whole customers', () => {
    expect(idsOf(chooseAudience(shop, { kind: 'everyone' }))).toEqual([13, 12, 11])
    expect(idsOf(chooseAudience(shop, { kind: 'top-share', share: 0.34 }))).toEqual([13, 12])
    expect(chooseAudience(prepared, { kind: 'top-share', share: 0.07 })).toHaveLength(42)
    expect(idsOf(chooseAudience(shop, { kind: 'one-time' }))).toEqual([11])
    expect(idsOf(chooseAudience(shop, { kind: 'lapsing' }))).toEqual([12])
  })

  it('takes a band by value so far and expected together, both ends included', () => {
    // So far 40.00 (of 100.00 at 40%), expected .1 x 52.1786 x 50.00 x .4 = 104.36.
    expect(idsOf(chooseAudience(shop, { kind: 'value-band', fromCents: 14_436, toCents: 14_436 }))).toEqual([12])
    expect(() => chooseAudience(shop, { kind: 'value-band', fromCents: 1, toCents: 2 })).toThrow('audience-empty')
  })

  it('needs a fit', () => {
    expect(() => prepareSimulation({ ...shop.valued, fit: null, estimates: null })).toThrow('fit-not-possible')
  })
})

describe('a forecast that is not MBG/NBD\'s', () => {
  const baseline = (inputs: ForecastInputs, horizonMonths = settings.horizonMonths) => {
    const other = valueCustomers({ summary, settings: { ...settings, horizonMonths }, inputs })
    const made = prepareSimulation(other)
    const curves = audienceCurves(made, chooseAudience(made, { kind: 'everyone' }))
    const line = timeline(made.parameters.alpha, 8, 4, weeksOfMonths(horizonMonths), weeklyDiscountRate(settings.annualDiscountRate))
    const taking = customersTaking(made, curves, 8, { rateMultiplier: 1, dropoutMultiplier: 1, takeShare: 1 })
    const alive = made.probabilityAlive.reduce((sum, chance) => sum + chance, 0)
    return { taking, alive, inWindow: sceneOf(curves, made.grid, line, 0).moneyUnchanged.inWindow, money: sceneOf(curves, made.grid, line, 0).moneyUnchanged.total, expected: other.estimates!.residualClvCents.reduce((sum, cents) => sum + cents, 0) / settings.contributionMarginRate }
  }
  const usual = usualForecast(summary)
  const by = (method: ForecastInputs['choice']['method'], more: Partial<ForecastInputs> = {}) => ({ ...usual, ...more, choice: { ...usual.choice, method, level: { factor: 1.12, deviation: 0.05 } } })
  const model = (transactions: TransactionModel, spend: SpendModel, isSeasonal = false) => ({ kind: 'model', transactions, spend, isSeasonal }) as const
  const season = { monthRates: Float64Array.from({ length: 12 }, (_, month) => (month === 11 ? 2.1 : 0.9)) }

  const ways = [
    ['a corrected level', by(model('mbg-nbd', 'gamma-gamma'))],
    ['Pareto/NBD and a log-normal', by(model('pareto-nbd', 'log-normal'))],
    ['steady customers and a shrunken mean', by(model('established-nbd', 'shrunken-mean'))],
    ['a season', by(model('mbg-nbd', 'gamma-gamma', true), { clock: season })],
    ['a rule of thumb', by({ kind: 'rule', rule: 'past-spend-rate' }, { rule: { centsPerDay: summary.purchaseCents.map((cents) => cents / 700), testedDays: 180 } })],
  ] as const

  it.each(ways)('%s: no more customers respond than are still there, and the next eight weeks do not depend on how far ahead the owner looks', (_, inputs) => {
    const { taking, alive, inWindow } = baseline(inputs)
    expect(taking).toBeGreaterThan(0)
    expect(taking).toBeLessThan(alive)
    expect(alive).toBeLessThanOrEqual(summary.customerIds.length)
    const far = baseline(inputs, 108).inWindow
    // Another model of leaving, or the swing of a season, is another shape: within a quarter.
    expect(Math.abs(far / inWindow - 1)).toBeLessThan(0.25)
  })

  it('a rule of thumb: within the days it was tested the simulation expects in eight weeks what the rule says', () => {
    const { inWindow } = baseline(ways[4][1], 60)
    const perDay = summary.purchaseCents.reduce((sum, cents) => sum + cents, 0) / 700
    expect(Math.abs(inWindow / (56 * 1.12 * perDay) - 1)).toBeLessThan(0.15)
  })

  it.each(ways)('%s: without a campaign the simulation expects of everyone together what the ranking does', (_, inputs) => {
    const { money, expected } = baseline(inputs)
    // Whole cents per customer on one side.
    expect(Math.abs(money / expected - 1)).toBeLessThan(1e-4)
  })
})
