import { describe, expect, it } from 'vitest'
import { valueCustomers } from '../../../shared/clv/value-customers.ts'
import { simulationOutcome, strategyNames, type SimulationOutcome } from '../../../shared/contract/strategies.ts'
import { prepareSimulation, simulate, type SimulationInput } from '../../../shared/simulation/simulate.ts'
import { simulateShop } from '../clv/simulated-shop.ts'
import { threeCustomerSettings, threeCustomerShop } from './three-customer-shop.ts'

const everyone = { kind: 'everyone' } as const
const noCosts = { contactCents: 0, fixedCents: 0, ownerHours: 0 }
const shop = threeCustomerShop()
const run = (input: SimulationInput) => simulate(shop, { audience: everyone, ...input }, threeCustomerSettings)
const step = (outcome: SimulationOutcome, id: SimulationOutcome['waterfall'][number]['id']) => outcome.waterfall.find((each) => each.id === id)!.cents

const settings = { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 36, hourlyRateCents: 3_500 }
const { summary } = simulateShop(800, { r: 0.9, alpha: 7, a: 0.8, b: 3 }, { p: 6, q: 4, gamma: 20 }, { weeks: 104, laterWeeks: 0, seed: 21 })
const large = prepareSimulation(valueCustomers({ summary, settings }))

describe('three customers, by hand: .3 purchases of 50.00 a week, margin 40%, nobody leaves', () => {
  it('doing nothing: the baseline is 15.00 x .4 x 52.1786 weeks', () => {
    const outcome = run({ strategy: 'upsell', assumptions: { ...noCosts, takeRate: 0 } })
    expect(outcome.baselineClvCents).toBe(31_307)
    expect(outcome).toMatchObject({ customers: 3, revenueShare: 1, basis: 'gross-profit', marginRate: 0.4, marginKnown: true, horizonMonths: 12 })
  })

  it('upsell: 3 purchases x (.2 x .75 x 10.00 x .3), less .15 given away, less 1.00 and half an hour', () => {
    const outcome = run({
      strategy: 'upsell',
      assumptions: { takeRate: 0.2, anywayRate: 0.25, extraAmountCents: 1_000, itemDiscountRate: 0.1, durationWeeks: 10, contactCents: 10, fixedCents: 100, ownerHours: 0.5 },
    })
    expect(step(outcome, 'extra-value')).toBe(135)
    expect(step(outcome, 'discount-given-away')).toBe(-15)
    expect([step(outcome, 'contact'), step(outcome, 'fixed'), step(outcome, 'hours')]).toEqual([-30, -100, -2_000])
    expect(outcome.extraClv.mean).toBe(120)
    expect(outcome.costCents.mean).toBe(2_130)
    expect(outcome.net.mean).toBe(-2_010)
    expect(outcome.paybackMonths).toBeNull()
  })

  it('bundle: 3 purchases x .1: half of them 6.00 each, the other half 2.00 given away; 1.00 for the packer each time', () => {
    const outcome = run({
      strategy: 'bundle',
      assumptions: { ...noCosts, attachRate: 0.1, anywayRate: 0.5, addedValueCents: 2_000, bundleDiscountCents: 200, durationWeeks: 10, incentiveCents: 100 },
    })
    expect([step(outcome, 'extra-value'), step(outcome, 'discount-given-away'), step(outcome, 'incentive')]).toEqual([90, -30, -30])
    expect(outcome.net.mean).toBe(30)
  })

  it('promotion: at 40% margin 10% off needs one third more sales: then exactly nothing is left', () => {
    const thirdMore = Math.log(4 / 3) / -Math.log(0.9)
    const breakEven = { ...noCosts, discountRate: 0.1, priceElasticity: thirdMore, incrementalRate: 1, pullForwardRate: 0, haloRate: 0, durationWeeks: 10, marginRate: 0.4 }
    const outcome = run({ strategy: 'promotion', assumptions: breakEven })
    expect(step(outcome, 'extra-purchases')).toBe(1_500)
    expect(step(outcome, 'discount-given-away')).toBe(-1_500)
    expect(outcome.net.mean).toBe(0)
    expect(run({ strategy: 'promotion', assumptions: { ...breakEven, priceElasticity: thirdMore + 0.1 } }).net.mean).toBeGreaterThan(0)
    expect(run({ strategy: 'promotion', assumptions: { ...breakEven, priceElasticity: thirdMore - 0.1 } }).net.mean).toBeLessThan(0)
  })

  it('promotion: what is only brought forward is missing afterwards', () => {
    const thirdMore = Math.log(4 / 3) / -Math.log(0.9)
    const outcome = run({
      strategy: 'promotion',
      assumptions: { ...noCosts, priceElasticity: thirdMore, incrementalRate: 0.5, pullForwardRate: 0.5, haloRate: 0, durationWeeks: 10, pullForwardWeeks: 10 },
    })
    // A sixth of 150.00 comes from later: 25.00 x .4 lost; the rest as at break-even.
    expect(step(outcome, 'pulled-forward')).toBe(-1_000)
    expect(outcome.net.mean).toBe(-1_000)
    expect(outcome.discountGivenAway.mean).toBe(1_500)
  })

  it('vip: a twentieth more often for 52 weeks is 15.60; a perk of 5.00 a year costs 14.95', () => {
    const outcome = run({ strategy: 'vip', assumptions: { ...noCosts, purchaseLift: 0.05, perkCents: 500, durationWeeks: 52 } })
    expect([step(outcome, 'extra-purchases'), step(outcome, 'retention'), step(outcome, 'incentive')]).toEqual([1_560, 0, -1_495])
    expect(outcome.net.mean).toBe(65)
    expect(outcome.returnOnCost).not.toBeNull()
  })

  it('draws the assumptions by the seed', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => run({ strategy: 'upsell', seed }).extraClv)
    expect(again).toEqual(one)
    expect(other).not.toEqual(one)
  })

  it('counts as responders who takes the offer at least once', () => {
    const outcome = run({ strategy: 'upsell', assumptions: { takeRate: 0.5, anywayRate: 0.4, durationWeeks: 10 } })
    // Nobody leaves: 1 - (1 + .5 x 10 / (alpha + T))^-(r + x), for the one customer, the other and the third.
    const takes = (share: number) => [[1, 10], [2, 20], [3, 30]].reduce((sum, [shape, scale]) => sum + 1 - (1 + (share * 10) / scale!) ** -shape!, 0)
    expect(outcome.expectedResponders).toBeCloseTo(takes(0.5), 8)
    expect(outcome.respondersAnyway).toBeCloseTo(takes(0.2), 8)
  })

  it('pays back in time: 1.80 a week earns 10.00 back in 1.278 months', () => {
    const outcome = run({ strategy: 'vip', assumptions: { ...noCosts, purchaseLift: 0.3, durationWeeks: 52, fixedCents: 1_000 } })
    // .3 x 15.00 x .4 a week, 365.25 / 84 weeks a month.
    expect(outcome.paybackMonths).toBeCloseTo(10 / 1.8 / (365.25 / 84), 6)
    expect(outcome.cumulativeNetCents).toHaveLength(13)
    expect(outcome.cumulativeNetCents[0]).toBe(-1_000)
  })
})

describe('every strategy on 800 customers', () => {
  const defaults = strategyNames.map((strategy) => simulate(large, { strategy, seed: 7 }, settings))

  it('answers what the contract asks', () => {
    for (const outcome of defaults) {
      expect(simulationOutcome.parse(outcome)).toEqual(outcome)
      expect(Object.values(outcome.assumptions).every(Number.isFinite)).toBe(true)
    }
  })

  it('adds up: the steps of the waterfall are the net to the cent, and so are value less cost and the last month', () => {
    for (const { waterfall, net, extraClv, costCents, cumulativeNetCents, returnOnCost } of defaults) {
      const steps = waterfall.filter(({ id }) => id !== 'net')
      expect(steps.reduce((sum, { cents }) => sum + cents, 0)).toBe(net.mean)
      expect(waterfall.at(-1)).toMatchObject({ id: 'net', cents: net.mean, p10: net.p10, p90: net.p90 })
      expect(extraClv.mean - costCents.mean).toBe(net.mean)
      expect(returnOnCost?.mean).toBe(net.mean / costCents.mean)
      expect(cumulativeNetCents).toHaveLength(37)
      expect(Math.abs(cumulativeNetCents.at(-1)! - net.mean)).toBeLessThanOrEqual(1)
    }
  })

  it('keeps percentiles in order and the mean of the draws near the expected value', () => {
    for (const { extraClv, costCents, net, discountGivenAway, lossProbability, sensitivity } of defaults) {
      for (const range of [extraClv, costCents, net, discountGivenAway]) {
        expect(range.p10).toBeLessThanOrEqual(range.p50)
        expect(range.p50).toBeLessThanOrEqual(range.p90)
      }
      expect(lossProbability).toBeGreaterThanOrEqual(0)
      const widths = sensitivity.map(({ lowNetCents, highNetCents }) => Math.abs(highNetCents - lowNetCents))
      expect(widths).toEqual(widths.toSorted((one, other) => other - one))
      expect(widths.length).toBeGreaterThan(0)
    }
  })

  it('gives the same answer for the same seed, and about the same for another', () => {
    for (const [index, strategy] of strategyNames.entries()) {
      expect(simulate(large, { strategy, seed: 7 }, settings)).toEqual(defaults[index])
      const other = simulate(large, { strategy, seed: 8 }, settings)
      expect(other.extraClv).not.toEqual(defaults[index]!.extraClv)
      expect(other.net.mean).toBe(defaults[index]!.net.mean)
      expect(Math.abs(other.net.p50 - defaults[index]!.net.p50)).toBeLessThan(0.1 * Math.abs(other.net.p90 - other.net.p10))
    }
  })

  it('brings exactly nothing and costs what it costs when every effect is zero', () => {
    const nothing = {
      upsell: { takeRate: 0 }, bundle: { attachRate: 0 }, promotion: { discountRate: 0 },
      vip: { dropoutReduction: 0, purchaseLift: 0 },
    }
    for (const strategy of strategyNames) {
      const outcome = simulate(large, { strategy, audience: everyone, assumptions: { ...nothing[strategy], contactCents: 10, fixedCents: 500, ownerHours: 1 } }, settings)
      expect(outcome.extraClv).toEqual({ p10: 0, p50: 0, p90: 0, mean: 0 })
      expect(outcome.costCents.mean).toBe(8_000 + 500 + 3_500)
      expect(outcome.net).toEqual({ p10: -12_000, p50: -12_000, p90: -12_000, mean: -12_000 })
      expect(outcome.lossProbability).toBe(1)
      const free = simulate(large, { strategy, assumptions: { ...nothing[strategy], ...noCosts } }, settings)
      expect(free).toMatchObject({ returnOnCost: null, paybackMonths: 0, lossProbability: 0 })
    }
  })

  it('never earns more from giving more away with the same response', () => {
    const nets = (strategy: SimulationInput['strategy'], assumptions: readonly Record<string, number>[]) => (
      assumptions.map((each) => simulate(large, { strategy, audience: everyone, assumptions: each }, settings).net.mean)
    )
    const falling = (values: number[]) => values.every((value, index) => index === 0 || value <= values[index - 1]!)
    const discounts = [0.05, 0.1, 0.2, 0.3, 0.5]
    expect(falling(nets('upsell', [0, ...discounts].map((itemDiscountRate) => ({ itemDiscountRate }))))).toBe(true)
    expect(falling(nets('bundle', [0, ...discounts].map((share) => ({ bundleDiscountCents: 2_000 * share }))))).toBe(true)
    expect(falling(nets('vip', [0, ...discounts].map((discountRate) => ({ discountRate }))))).toBe(true)
    const sameResponse = discounts.map((discountRate) => ({ discountRate, priceElasticity: Math.log(1.2) / -Math.log(1 - discountRate) }))
    expect(falling(nets('promotion', sameResponse))).toBe(true)
  })

  it('never earns more from sales that only come sooner, however many are missing for however short', () => {
    const nets = [0, 0.1, 0.2, 0.3, 0.4, 0.5].map((pullForwardRate) => (
      simulate(large, { strategy: 'promotion', assumptions: { pullForwardRate, discountRate: 0.3, durationWeeks: 52, pullForwardWeeks: 2 } }, settings).net.mean
    ))
    expect(nets).toEqual(nets.toSorted((one, other) => other - one))
    expect(nets[1]).toBeLessThan(nets[0]!)
  })

  it('gives shares of revenue between 0 and 1, also where someone got more back than was paid', () => {
    const netCents = summary.netCents.slice()
    netCents[3] = -1_000_000
    const { valued } = prepareSimulation(valueCustomers({ summary: { ...summary, netCents }, settings }))
    const outcome = simulate({ ...large, valued }, { strategy: 'upsell', audience: { kind: 'top-share', share: 0.99 } }, settings)
    expect(outcome.revenueShare).toBeGreaterThan(0.9)
    expect(outcome.revenueShare).toBeLessThanOrEqual(1)
  })

  it('is worth more to keep customers than to do without: retention rises with fewer leaving', () => {
    const retention = [0, 0.05, 0.1, 0.3].map((dropoutReduction) => step(simulate(large, { strategy: 'vip', assumptions: { dropoutReduction, purchaseLift: 0 } }, settings), 'retention'))
    expect(retention[0]).toBe(0)
    expect(retention).toEqual(retention.toSorted((one, other) => one - other))
    expect(retention[3]).toBeGreaterThan(0)
  })

  it('agrees with the ranking: the baseline is the sum of the expected values of the customers', () => {
    const { baselineClvCents, customers } = simulate(large, { strategy: 'vip', audience: everyone }, settings)
    const sum = large.valued.estimates!.residualClvCents.reduce((total, cents) => total + cents, 0)
    expect(customers).toBe(800)
    expect(Math.abs(baselineClvCents - sum)).toBeLessThanOrEqual(400)
  })

  it('says so when the margin is a stand-in, and draws it', () => {
    const unknown = { ...settings, contributionMarginRate: null }
    const outcome = simulate(large, { strategy: 'vip' }, unknown)
    expect(outcome).toMatchObject({ marginKnown: false, marginRate: 0.4 })
    expect(outcome.sensitivity.map(({ id }) => id)).toContain('marginRate')
    expect(simulate(large, { strategy: 'vip', assumptions: { marginRate: 0.3 } }, unknown)).toMatchObject({ marginKnown: true, marginRate: 0.3 })
  })

  it('does not gain from purchases brought forward from beyond the horizon', () => {
    const assumptions = { durationWeeks: 26, pullForwardRate: 0.3, pullForwardWeeks: 10 }
    // Nine months just hold the dip; later those who bought less in it, and so left less, make up for some.
    const [short, long] = [6, 9].map((horizonMonths) => simulate(large, { strategy: 'promotion', assumptions }, { ...settings, horizonMonths }))
    expect(step(short!, 'pulled-forward') / step(long!, 'pulled-forward')).toBeGreaterThan(0.9)
    expect(step(short!, 'pulled-forward') / step(long!, 'pulled-forward')).toBeLessThan(1.25)
    expect(Math.abs(short!.cumulativeNetCents.at(-1)! - short!.net.mean)).toBeLessThanOrEqual(1)
    const cut = simulate(large, { strategy: 'promotion', assumptions: { ...assumptions, durationWeeks: 52 } }, { ...settings, horizonMonths: 6 })
    expect(step(cut, 'pulled-forward') / step(short!, 'pulled-forward')).toBeGreaterThan(0.8)
    expect(step(cut, 'pulled-forward') / step(short!, 'pulled-forward')).toBeLessThan(1.25)
  })

  it('is less sure of a few customers than of many: their luck is in the range and in the chance of a loss', () => {
    const [few, many] = [0.01, 1].map((share) => simulate(large, { strategy: 'upsell', audience: { kind: 'top-share', share }, assumptions: { ...noCosts, fixedCents: 500 } }, settings))
    const width = ({ extraClv }: SimulationOutcome) => (extraClv.p90 - extraClv.p10) / extraClv.mean
    expect(width(few!)).toBeGreaterThan(1.3 * width(many!))
    expect(few!.lossProbability).toBeGreaterThan(many!.lossProbability)
  })

  it('cuts a window at the horizon: a year of VIP within half a year', () => {
    const short = simulate(large, { strategy: 'vip', assumptions: { perkCents: 500 } }, { ...settings, horizonMonths: 6 })
    expect(short.cumulativeNetCents).toHaveLength(7)
    expect(step(short, 'incentive')).toBeGreaterThan(step(simulate(large, { strategy: 'vip', assumptions: { perkCents: 500 } }, settings), 'incentive'))
  })
})
