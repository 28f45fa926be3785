import { assert, double, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueCustomers } from '../../../shared/clv/value-customers.ts'
import { weeksOfMonths } from '../../../shared/clv/present-value.ts'
import { strategyNames } from '../../../shared/contract/strategies.ts'
import { seededRandom } from '../../../shared/random.ts'
import { audienceCurves, chooseAudience } from '../../../shared/simulation/audience.ts'
import { luckOf } from '../../../shared/simulation/luck.ts'
import { percentiles } from '../../../shared/numerics/statistics/quantile.ts'
import { drawOutcomes } from '../../../shared/simulation/monte-carlo.ts'
import { extraValueOf, outcomeSteps, sceneOf } from '../../../shared/simulation/outcome-steps.ts'
import { paybackMonths } from '../../../shared/simulation/payback.ts'
import { prepareSimulation } from '../../../shared/simulation/prepare.ts'
import { priorAround, stratifiedDraws } from '../../../shared/simulation/priors.ts'
import { customersTaking } from '../../../shared/simulation/responders.ts'
import { timeline } from '../../../shared/simulation/time-change.ts'
import { assumptionsOf, chosenValues, strategyByName } from '../../../shared/strategies/index.ts'
import { simulateShop } from '../clv/simulated-shop.ts'
import { threeCustomerShop } from './three-customer-shop.ts'

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('priors', () => {
  it('gives the worked example: mean .12, standard deviation .048', () => {
    const draws = stratifiedDraws(priorAround({ min: 0, max: 0.6, uncertainty: 0.4 }, 0.12), 10_000, seededRandom(1))
    expect(mean(draws)).toBeCloseTo(0.12, 4)
    expect(Math.sqrt(mean(draws.map((draw) => (draw - 0.12) ** 2)))).toBeCloseTo(0.048, 3)
  })

  it('keeps the mean, stays in its range and rises with chance, for any value and width', () => {
    const cases = record({
      min: double({ min: 0, max: 5, noNaN: true }), width: double({ min: 0.1, max: 1000, noNaN: true }),
      at: double({ min: 0.001, max: 0.999, noNaN: true }), uncertainty: double({ min: 0.01, max: 1, noNaN: true }),
    })
    assert(property(cases, ({ min, width, at, uncertainty }) => {
      const value = min + at * width
      const draws = stratifiedDraws(priorAround({ min, max: min + width, uncertainty }, value), 2_000, seededRandom(5))
      expect(Math.abs(mean(draws) - value)).toBeLessThan(0.002 * width)
      const sorted = draws.toSorted()
      expect(sorted[0]).toBeGreaterThanOrEqual(min)
      expect(sorted.at(-1)).toBeLessThanOrEqual(min + width * (1 + 1e-12))
    }))
  })

  it('is certain without uncertainty and at the ends of the range', () => {
    for (const [value, uncertainty] of [[0.3, 0], [0, 0.5], [1, 0.5]] as const) {
      const prior = priorAround({ min: 0, max: 1, uncertainty }, value)
      expect([0, 0.1, 0.9].map(prior.quantile)).toEqual([value, value, value])
    }
  })
})

describe('draws', () => {
  const settings = { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 36, hourlyRateCents: 3_500 }
  const { summary } = simulateShop(500, { r: 0.9, alpha: 7, a: 0.8, b: 3 }, { p: 6, q: 4, gamma: 20 }, { weeks: 104, laterWeeks: 0, seed: 4 })
  const prepared = prepareSimulation(valueCustomers({ summary, settings }))
  const curves = audienceCurves(prepared, chooseAudience(prepared, { kind: 'everyone' }))

  it('have about the expected value as their mean, though they are not all on a straight line', () => {
    for (const name of strategyNames) {
      const strategy = strategyByName(name)
      const assumptions = assumptionsOf(strategy, settings)
      const values = chosenValues(assumptions, { durationWeeks: 13 })
      const levers = strategy.levers(values)
      const scene = sceneOf(curves, prepared.grid, timeline(prepared.parameters.alpha, 13, levers.dip.weeks, weeksOfMonths(36), 0.002), 3_500)
      const expected = outcomeSteps(scene, levers)
      const luck = luckOf(prepared, curves, scene, levers, expected)
      const { steps } = drawOutcomes({ scene, assumptions, values, levers: strategy.levers, forecastDeviation: prepared.valued.forecastDeviation, luck, seed: 3, count: 4_000 })
      const drawn = Object.fromEntries(Object.entries(steps).map(([id, cents]) => [id, mean(cents)])) as Record<keyof typeof steps, number>
      const scale = Object.values(expected).reduce((sum, cents) => sum + Math.abs(cents), 0)
      expect(Math.abs(extraValueOf(drawn) - extraValueOf(expected)) / scale, name).toBeLessThan(0.02)
      for (const id of ['contact', 'fixed', 'hours'] as const) expect(drawn[id]).toBeCloseTo(expected[id], 6)
    }
  })

  it('counts the worked example: half of those still there buy within ten weeks at r + x = 1 and alpha + T = 10', () => {
    const three = threeCustomerShop()
    const once = audienceCurves(three, chooseAudience(three, { kind: 'one-time' }))
    expect(customersTaking(three, once, 10, { rateMultiplier: 1, dropoutMultiplier: 1, takeShare: 1 })).toBeCloseTo(0.5, 9)
  })

  it('counts who takes an offer at least once as drawing every customer would', () => {
    const { r, alpha, a, b } = prepared.parameters
    const [row = 0] = chooseAudience(prepared, { kind: 'top-share', share: 0.01 })
    const alone = audienceCurves(prepared, Int32Array.of(row))
    const taking = { rateMultiplier: 1.4, dropoutMultiplier: 0.7, takeShare: 0.25 }
    const x = prepared.valued.purchaseCount[row]! - 1
    const observed = (prepared.valued.observedUntilDay - prepared.valued.firstDay[row]!) / 7
    const random = seededRandom(6)
    const draws = 40_000
    let takers = 0
    for (let draw = 0; draw < draws; draw++) {
      const rate = 1.4 * (random.gamma(r + x) / (alpha + observed))
      const leaves = 0.7 * random.beta(a, b + x + 1)
      for (let week = 0; ;) {
        week -= Math.log(1 - random.uniform()) / rate
        if (week > 20) break
        if (random.uniform() < 0.25) {
          takers++
          break
        }
        if (random.uniform() < leaves) break
      }
    }
    const share = takers / draws
    const computed = customersTaking(prepared, alone, 20, taking) / prepared.probabilityAlive[row]!
    expect(Math.abs(computed - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / draws))
    expect(customersTaking(prepared, alone, 20, { ...taking, takeShare: 0 })).toBe(0)
    const nearlyAll = customersTaking(prepared, alone, 20, { ...taking, takeShare: 1 - 1e-9 })
    expect(customersTaking(prepared, alone, 20, { ...taking, takeShare: 1 })).toBeCloseTo(nearlyAll, 7)
  })
})

describe('summaries', () => {
  it('percentiles by straight line between the nearest', () => {
    expect(percentiles(Float64Array.of(4, 0, 1, 3, 2))).toEqual({ p10: expect.closeTo(0.4, 12), p50: 2, p90: expect.closeTo(3.6, 12) })
  })

  it('payback is when the costs are back for good', () => {
    expect(paybackMonths([-100, -50, 50, 60])).toBe(1.5)
    expect(paybackMonths([-100, 20, -5, 5])).toBe(2.5)
    expect(paybackMonths([-100, 20, -5])).toBeNull()
    expect(paybackMonths([0, 0, 0])).toBe(0)
  })
})
