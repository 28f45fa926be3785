import { describe, expect, it } from 'vitest'
import { strategyDescription, strategyNames } from '../../../shared/contract/strategies.ts'
import { liftOfDiscount } from '../../../shared/strategies/catalog/promotion.ts'
import { largestRateMultiplier } from '../../../shared/strategies/lever.ts'
import { assumptionsOf, chosenValues, describeStrategies, strategyByName } from '../../../shared/strategies/index.ts'

const settings = { contributionMarginRate: 0.55, hourlyRateCents: 4_000 }

function leversOf(name: (typeof strategyNames)[number], asked: Record<string, number>) {
  const strategy = strategyByName(name)
  return strategy.levers(chosenValues(assumptionsOf(strategy, settings), asked))
}

describe('the catalogue of strategies', () => {
  it('describes all four as the contract says, every default inside its range', () => {
    const descriptions = describeStrategies(settings)
    expect(descriptions.map(({ strategy }) => strategy)).toEqual([...strategyNames])
    for (const description of descriptions) {
      expect(strategyDescription.parse(description)).toEqual(description)
      for (const { id, default: usual, min, max, step, source } of description.assumptions) {
        expect(usual, id).toBeGreaterThanOrEqual(min)
        expect(usual, id).toBeLessThanOrEqual(max)
        expect(step, id).toBeGreaterThan(0)
        expect(source, id).toMatch(/^(judgement|own|[A-Z].* \d{4}|van .* \d{4})$/)
      }
    }
  })

  it('takes the margin from the settings, and draws the stand-in while it is not known', () => {
    const marginIn = (contributionMarginRate: number | null) => (
      describeStrategies({ ...settings, contributionMarginRate })[0]!.assumptions.find(({ id }) => id === 'marginRate')
    )
    expect(marginIn(0.55)).toMatchObject({ default: 0.55, uncertainty: 0, source: 'own' })
    expect(marginIn(null)).toMatchObject({ default: 0.4, source: 'judgement' })
    expect(marginIn(null)!.uncertainty).toBeGreaterThan(0)
  })

  it('keeps what was asked inside its range and refuses what it does not know', () => {
    const { assumptions } = strategyByName('upsell')
    expect(chosenValues(assumptions, { takeRate: 7 })).toMatchObject({ takeRate: 0.6, extraAmountCents: 1_000 })
    expect(() => chosenValues(assumptions, { taekRate: 0.1 })).toThrow('bad-request')
    expect(() => chosenValues(assumptions, { takeRate: Number.NaN })).toThrow('bad-request')
    expect(() => strategyByName('vip').levers({})).toThrow(RangeError)
  })

  it('upsell: the worked example', () => {
    const levers = leversOf('upsell', { takeRate: 0.2, anywayRate: 0.25, extraAmountCents: 1_000, itemDiscountRate: 0.1, marginRate: 0.4 })
    expect(100 * levers.addedProfitPerPurchaseCents).toBeCloseTo(4_500, 9)
    expect(100 * levers.givenAwayPerPurchaseCents).toBeCloseTo(500, 9)
    expect(levers.response).toEqual({ takeShare: 0.2, anywayShare: 0.05 })
  })

  it('bundle: the worked example', () => {
    const levers = leversOf('bundle', { attachRate: 0.1, anywayRate: 0.5, addedValueCents: 2_000, bundleDiscountCents: 200, marginRate: 0.4 })
    expect(100 * levers.addedProfitPerPurchaseCents).toBeCloseTo(3_000, 9)
    expect(100 * levers.givenAwayPerPurchaseCents).toBeCloseTo(1_000, 9)
  })

  it('promotion: constant elasticity, and extra sales that fall apart without counting twice', () => {
    expect(liftOfDiscount(0.1, 2.62)).toBeCloseTo(0.318, 3)
    expect(liftOfDiscount(0, 2.62)).toBe(0)
    expect(liftOfDiscount(1, 2.62)).toBe(largestRateMultiplier - 1)
    const lift = liftOfDiscount(0.1, 2.62)
    const levers = leversOf('promotion', { reachRate: 0.5, incrementalRate: 0.45, pullForwardRate: 0.1, durationWeeks: 2, pullForwardWeeks: 8 })
    expect(levers.rateMultiplier).toBeCloseTo(1 + 0.5 * lift * 0.55, 12)
    expect(levers.dip.rateMultiplier).toBeCloseTo(1 - (0.5 * lift * 0.1 * 2) / 8, 12)
    expect(levers.discount.givenAwayShare).toBeCloseTo(0.5 * (1 + lift * 0.45), 12)
  })

  it('promotion: never faster than the simulation can follow', () => {
    const levers = leversOf('promotion', { discountRate: 0.7, priceElasticity: 6, incrementalRate: 1, durationWeeks: 104, pullForwardWeeks: 1 })
    expect(levers.rateMultiplier).toBe(largestRateMultiplier)
    expect(leversOf('promotion', { discountRate: 0.5, incrementalRate: 0, pullForwardRate: 0.5, durationWeeks: 104, pullForwardWeeks: 1 }).dip.rateMultiplier).toBe(0)
  })

  it('promotion: brings no more forward than is bought in the weeks it is missing from', () => {
    const whole = leversOf('promotion', { discountRate: 0.3, incrementalRate: 0, pullForwardRate: 0.5, durationWeeks: 52, pullForwardWeeks: 2 })
    expect(whole.rateMultiplier).toBeCloseTo(1 + 2 / 52, 12)
    expect(whole.dip.rateMultiplier).toBeCloseTo(0, 12)
    const more = leversOf('promotion', { discountRate: 0.3, incrementalRate: 0, pullForwardRate: 0.1, durationWeeks: 52, pullForwardWeeks: 2 })
    expect(more.rateMultiplier).toBeLessThanOrEqual(whole.rateMultiplier)
  })

  it('vip: the worked example, and who stays', () => {
    const levers = leversOf('vip', { perkCents: 500, dropoutReduction: 0.05, purchaseLift: 0.02 })
    expect((10 * levers.perkPerCustomerWeekCents * 365.25) / 7).toBeCloseTo(5_000, 9)
    expect(levers).toMatchObject({ dropoutMultiplier: 0.95, rateMultiplier: 1.02 })
  })
})
