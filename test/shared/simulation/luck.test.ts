import { describe, expect, it } from 'vitest'
import { quantile } from '../../../shared/numerics/statistics/quantile.ts'
import { valueCustomers } from '../../../shared/clv/value-customers.ts'
import { weeksOfMonths } from '../../../shared/clv/present-value.ts'
import type { StrategyName } from '../../../shared/contract/strategies.ts'
import { seededRandom, type Random } from '../../../shared/random.ts'
import { audienceCurves, chooseAudience } from '../../../shared/simulation/audience.ts'
import { luckOf } from '../../../shared/simulation/luck.ts'
import { drawOutcomes } from '../../../shared/simulation/monte-carlo.ts'
import { costOf, extraValueOf, outcomeSteps, sceneOf, stepIds } from '../../../shared/simulation/outcome-steps.ts'
import { prepareSimulation } from '../../../shared/simulation/prepare.ts'
import { timeline } from '../../../shared/simulation/time-change.ts'
import { assumptionsOf, chosenValues, strategyByName } from '../../../shared/strategies/index.ts'
import type { Levers } from '../../../shared/strategies/lever.ts'
import { simulateShop } from '../clv/simulated-shop.ts'
import { threeCustomerShop } from './three-customer-shop.ts'

const settings = { contributionMarginRate: 0.4, annualDiscountRate: 0, horizonMonths: 24, hourlyRateCents: 3_500 }
const { summary } = simulateShop(600, { r: 0.9, alpha: 7, a: 0.8, b: 3 }, { p: 6, q: 5, gamma: 20 }, { weeks: 104, laterWeeks: 0, seed: 4 })
const prepared = prepareSimulation(valueCustomers({ summary, settings }))
const horizon = weeksOfMonths(settings.horizonMonths)

/** One customer's future with the campaign less the same future without it: the same purchases, moods and amounts wherever both have them. */
function differenceOf(row: number, levers: Levers, random: Random): number {
  const { valued, parameters: { r, alpha, a, b } } = prepared
  const { p, q, gamma } = valued.fit!.spend.parameters
  if (random.uniform() >= prepared.probabilityAlive[row]!) return 0
  const count = valued.purchaseCount[row]!
  const rate = random.gamma(r + count - 1) / (alpha + (valued.observedUntilDay - valued.firstDay[row]!) / 7)
  const leaves = random.beta(a, b + count)
  const scale = (100 * (gamma + valued.purchaseCents[row]! / 100)) / random.gamma(q + p * count)
  const { windowWeeks, rateMultiplier, dropoutMultiplier, dip, marginRate, discount, response } = levers
  const fastest = rateMultiplier
  const added = levers.addedProfitPerPurchaseCents / Math.max(1e-9, response.takeShare - response.anywayShare)
  const given = levers.givenAwayPerPurchaseCents / Math.max(1e-9, response.anywayShare)
  let [withIt, without] = [true, true]
  let sum = 0
  for (let week = 0; withIt || without;) {
    week -= Math.log(1 - random.uniform()) / (rate * fastest)
    if (week > horizon) break
    const inWindow = week < windowWeeks
    const pace = inWindow ? rateMultiplier : week < windowWeeks + dip.weeks ? dip.rateMultiplier : 1
    const place = random.uniform() * fastest
    const [order, mood, take] = [random.gamma(p) * scale, random.uniform(), random.uniform()]
    const happens = { withIt: withIt && place < pace, without: without && place < 1 }
    if (happens.withIt) sum += (marginRate - (inWindow ? discount.rate : 0)) * order
    if (happens.without) sum -= (marginRate - (inWindow ? discount.rate * (1 - discount.givenAwayShare) : 0)) * order
    if (inWindow && happens.withIt && take < response.takeShare) sum += take < response.anywayShare ? -given : added
    if (happens.withIt && mood < leaves * (inWindow ? dropoutMultiplier : 1)) withIt = false
    if (happens.without && mood < leaves) without = false
  }
  return sum
}

function spreads(name: StrategyName, share: number, asked: Record<string, number>) {
  const strategy = strategyByName(name)
  const assumptions = assumptionsOf(strategy, settings).map((assumption) => ({ ...assumption, uncertainty: 0 }))
  const values = chosenValues(assumptions, { contactCents: 0, fixedCents: 0, ownerHours: 0, ...asked })
  const levers = strategy.levers(values)
  const rows = chooseAudience(prepared, { kind: 'top-share', share })
  const curves = audienceCurves(prepared, rows)
  const line = timeline(prepared.parameters.alpha, levers.windowWeeks, levers.dip.weeks, horizon, 0)
  const scene = sceneOf(curves, prepared.grid, line, 3_500)
  const luck = luckOf(prepared, curves, scene, levers, outcomeSteps(scene, levers))
  const { steps, count } = drawOutcomes({ scene, assumptions, values, levers: strategy.levers, forecastDeviation: 0, luck, seed: 3, count: 4_000 })
  const said = Float64Array.from({ length: count }, (_, draw) => {
    const of = Object.fromEntries(stepIds.map((id) => [id, steps[id][draw]!])) as Parameters<typeof costOf>[0]
    return extraValueOf(of) - costOf(of)
  })
  const oneByOne = () => {
    const random = seededRandom(9)
    return describeDraws(Float64Array.from({ length: 2_000 }, () => rows.reduce((sum, row) => sum + differenceOf(row, levers, random), 0)))
  }
  return { said: describeDraws(said), oneByOne }
}

function describeDraws(draws: Float64Array) {
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length
  const sorted = draws.toSorted()
  return {
    mean, deviation: Math.sqrt(draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length),
    p10: quantile(sorted, 0.1), p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), loss: draws.filter((value) => value < 0).length / draws.length,
  }
}

describe('the luck of the customers', () => {
  it('gives the worked example: nobody leaves, 3 purchases, .15 of them gained', () => {
    const shop = threeCustomerShop()
    const strategy = strategyByName('upsell')
    const levers = strategy.levers(chosenValues(strategy.assumptions, { takeRate: 0.2, anywayRate: 0.25, durationWeeks: 10 }))
    const curves = audienceCurves(shop, chooseAudience(shop, { kind: 'everyone' }))
    const scene = sceneOf(curves, shop.grid, timeline(10, 10, 0, 52, 0), 0)
    const luck = luckOf(shop, curves, scene, levers, outcomeSteps(scene, levers))
    expect(luck.gained).toBeCloseTo(1 / (3 * 0.15), 9)
    expect(luck.anyway).toBeCloseTo(1 / (3 * 0.05), 9)
    // Counts of a Gamma(k) rate have variance mean + mean^2 / k: 1, 1/2 and 1/3 on top of the Poisson part, over a mean of 3.
    expect(luck.shared).toBeCloseTo((1 + 1 / 2 + 1 / 3) / 9, 9)
    expect([luck.stayed, luck.lost]).toEqual([0, 0])
  })

  it.each([
    ['upsell', 0.03, { durationWeeks: 13, itemDiscountRate: 0.1 }],
    ['upsell', 0.15, { durationWeeks: 26 }],
    ['bundle', 0.03, { durationWeeks: 26, anywayRate: 0.5 }],
    ['promotion', 0.03, { durationWeeks: 8, incrementalRate: 0.8, haloRate: 0 }],
    ['promotion', 0.15, { durationWeeks: 4, discountRate: 0.2, haloRate: 0 }],
    ['vip', 0.03, { purchaseLift: 0.1, dropoutReduction: 0 }],
    ['vip', 0.03, { purchaseLift: 0, dropoutReduction: 0.2 }],
    ['vip', 0.15, {}],
  ] as const)('%s for the best %s is as uncertain as customers drawn one by one: %o', (name, share, asked) => {
    const { said, oneByOne } = spreads(name, share, asked)
    const really = oneByOne()
    expect(Math.abs(said.mean - really.mean)).toBeLessThan(0.1 * really.deviation)
    expect(said.deviation / really.deviation).toBeGreaterThan(0.8)
    expect(said.deviation / really.deviation).toBeLessThan(1.4)
    expect((said.p90 - said.p10) / (really.p90 - really.p10)).toBeGreaterThan(0.7)
    expect((said.p90 - said.p10) / (really.p90 - really.p10)).toBeLessThan(1.5)
    expect(Math.abs(said.loss - really.loss)).toBeLessThan(0.1)
  })

  it('matters less the more customers there are', () => {
    const relative = [0.01, 0.1, 1].map((share) => {
      const { deviation, mean } = spreads('upsell', share, { durationWeeks: 8 }).said
      return deviation / mean
    })
    expect(relative).toEqual(relative.toSorted((one, other) => other - one))
    expect(relative[0]).toBeGreaterThan(2 * relative[2]!)
  })
})
